using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Plans;

/// <summary>
/// What a fiche said at one of its revisions, by whom and when. Written by the context in the transaction of the change, never altered:
/// the base of merges, of « qui a changé quoi, quand » and of restore.
/// </summary>
public sealed class EtatFiche
{
    private EtatFiche()
    {
    }

    public FicheActionId FicheActionId { get; private init; }

    public int Revision { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public DateTimeOffset Le { get; private init; }

    /// <summary>Null when a job acted, and for a state older than this table.</summary>
    public UtilisateurId? Par { get; private init; }

    /// <summary>Empty for a state older than this table.</summary>
    public string ParNom { get; private init; } = "";

    public ContenuFiche Contenu { get; private init; } = null!;

    /// <summary>The state that the events of the fiche lead to.</summary>
    public static EtatFiche De(FicheAction fiche, IUtilisateurCourant utilisateur) => new()
    {
        FicheActionId = fiche.Id,
        Revision = fiche.Revision,
        ConventionId = fiche.ConventionId,
        Le = fiche.Events[^1].Le,
        Par = utilisateur.Id,
        ParNom = utilisateur.Nom,
        Contenu = fiche.Contenu,
    };

    /// <summary>The state of a fiche whose last change is older than this table: nobody knows who wrote it.</summary>
    internal static EtatFiche DAvant(FicheAction fiche, DateTimeOffset now) => new()
    {
        FicheActionId = fiche.Id,
        Revision = fiche.Revision,
        ConventionId = fiche.ConventionId,
        Le = now,
        Contenu = fiche.Contenu,
    };
}
