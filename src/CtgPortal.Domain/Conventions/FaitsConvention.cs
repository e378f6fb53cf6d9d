using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Conventions;

/// <summary>What the rules of passage need to know of a convention: a query can read it for many without loading them whole.</summary>
public sealed record FaitsConvention(StatutConvention Statut, Periode? Periode, IReadOnlyList<FaitsPartie> Parties)
{
    /// <summary>What stands between the convention and a stage: one list for the pages, the transitions and the tasks.</summary>
    /// <param name="aujourdhui">The day of the question, to tell a period that has already begun.</param>
    public IReadOnlyList<Obstacle> ObstaclesPour(StatutConvention cible, EtatDossier dossier, DateOnly aujourdhui) =>
    [
        .. When(!CycleDeVie.Autorise(Statut, cible), Obstacles.EtapeInterdite),
        .. cible switch
        {
            EnAteliers when Statut == EnDiagnostic => ObstaclesAuxAteliers(dossier),
            EnRedaction when Statut == EnAteliers => ObstaclesALaRedaction(dossier),
            EnSignature => ObstaclesALaSignature(dossier, aujourdhui),
            Terminee => When(Periode?.Fin > aujourdhui, Obstacles.TermeNonEchu),
            _ => [],
        },
    ];

    private static IReadOnlyList<Obstacle> ObstaclesAuxAteliers(EtatDossier dossier) =>
    [
        .. When(!dossier.DiagnosticValide, Obstacles.DiagnosticNonValide),
        .. When(dossier.Constats == 0, Obstacles.AucunConstat),
    ];

    private static IReadOnlyList<Obstacle> ObstaclesALaRedaction(EtatDossier dossier) =>
    [
        .. When(!dossier.DiagnosticValide, Obstacles.DiagnosticNonValide),
        .. When(dossier.Ateliers == 0, Obstacles.AucunAtelier),
        .. When(dossier.AteliersOuverts > 0, Obstacles.AteliersOuverts(dossier.AteliersOuverts)),
    ];

    private IReadOnlyList<Obstacle> ObstaclesALaSignature(EtatDossier dossier, DateOnly aujourdhui) =>
    [
        .. When(!dossier.DiagnosticValide, Obstacles.DiagnosticNonValide),
        .. When(Periode is null, Obstacles.PeriodeAbsente),
        .. When(Parties.Count < 2, Obstacles.MoinsDeDeuxParties),
        .. Parties.Where(p => !p.ASignataire).Select(p => Obstacles.PartieSansSignataire(p.Nom)),
        .. dossier.DeliberationsManquantes.Select(Obstacles.DeliberationManquante),
        .. Parties.SelectMany(p => p.Delegations).SelectMany(d => d.Delegation.ObstaclesLe(aujourdhui, d.Nom)),
        .. dossier.Texte ?? [.. When(dossier.DefautsDuTexte > 0, Obstacles.TexteACorriger(dossier.DefautsDuTexte))],
        .. When(Periode?.Debut < aujourdhui, Obstacles.PeriodeCommencee),
        .. When(dossier.Axes == 0, Obstacles.AucunAxe),
        .. When(dossier is { Axes: > 0, Fiches: 0 }, Obstacles.AucuneFiche),
        .. dossier.OrientationsSansFiche.Select(Obstacles.OrientationSansFiche),
        .. dossier.FichesSansPilote.Select(Obstacles.FicheSansPilote),
        .. dossier.FichesImposeesManquantes.Select(Obstacles.FicheImposeeAbsente),
    ];
}

/// <summary>What the signature asks of a party.</summary>
/// <param name="Delegations">Of those of its signers who sign for somebody else.</param>
public sealed record FaitsPartie(string Nom, bool ASignataire, IReadOnlyList<FaitsDelegation> Delegations);

/// <param name="Nom">Of who signs.</param>
public sealed record FaitsDelegation(string Nom, Delegation Delegation);
