using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Signatures;

/// <summary>What those who conduct the circuit do: replace, withdraw, prolong, remind, bring everybody to one table.</summary>
public sealed partial class Signature
{
    public const int RelancesMax = 5;
    public const int JoursEntreRelances = 3;

    /// <summary>The portal is less pressing than a person.</summary>
    public const int JoursEntreRelancesDOffice = 7;

    /// <summary>Somebody else signs in their place: elections, absence. The trace stays; what was sent to the former is void.</summary>
    /// <exception cref="BusinessRuleException">Already signed, no longer of the circuit, no reason, or the newcomer already signs for this party.</exception>
    public LigneSignatureId Remplacer(LigneSignatureId id, IdentiteSignataire identite, string? motif, DateTimeOffset now)
    {
        var ligne = Trouver(id);
        var nouvelle = identite.Normaliser();
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAuDepart(ligne, motif),
            .. When(
                nouvelle.Courriel is not null && ligne is not null && _lignes.Exists(l => l.EstVivante && l.Partie == ligne.Partie && l.Role == ligne.Role && l.Courriel == nouvelle.Courriel),
                "signataire-deja-designe", "Cette personne est déjà dans le circuit pour cette partie."),
            .. When(
                nouvelle.Courriel is null && ligne is { Role: not RoleLigne.Signataire },
                "associe-sans-adresse", "Donnez l’adresse électronique de chaque personne qui vise ou qui observe."),
            .. nouvelle.Delegation?.ObstaclesLe(now.JourEnFrance(), nouvelle.NomComplet) ?? [],
        ]);
        var raison = Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax);
        var suivante = ligne!.RemplacerPar(nouvelle, raison, now);
        _lignes.Add(suivante);
        Record(new SignataireRemplace(ConventionId, Id, ligne.Id, ligne.NomComplet, suivante.Id, suivante.NomComplet, ligne.Partie, raison, now));
        Appeler(now);
        return suivante.Id;
    }

    /// <summary>A line no longer needed; never the last signer of a party.</summary>
    /// <exception cref="BusinessRuleException">Already signed, no longer of the circuit, the last of its party, or no reason.</exception>
    public void Retirer(LigneSignatureId id, string? motif, DateTimeOffset now)
    {
        var ligne = Trouver(id);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesAuDepart(ligne, motif),
            .. When(
                ligne is { Role: RoleLigne.Signataire } && !_lignes.Exists(l => l.Id != id && l.EstVivante && l.Role == RoleLigne.Signataire && l.Partie == ligne.Partie),
                "dernier-de-la-partie", "Personne d’autre ne signe pour cette partie : remplacez cette personne, ou revenez en rédaction."),
        ]);
        var raison = Texte.Obligatoire(motif, "motif", Convention.MotifLongueurMax);
        ligne!.Retirer(raison, now);
        Record(new LigneRetiree(ConventionId, Id, ligne.Id, ligne.NomComplet, ligne.Role, raison, now));
        Poursuivre(now);
    }

    /// <exception cref="BusinessRuleException">The circuit is over, or the new day is not later.</exception>
    /// <param name="jusquAu">Null to sign without a deadline.</param>
    public void Prolonger(DateOnly? jusquAu, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. When(
                ExpireLe is null || jusquAu <= ExpireLe || jusquAu < now.JourEnFrance(), "delai-non-prolonge",
                ExpireLe is null ? "Ce circuit n’a pas de date limite." : "Choisissez un jour à venir, plus tard que la date limite actuelle."),
        ]);
        var avant = ExpireLe;
        ExpireLe = jusquAu;
        Record(new CircuitProlonge(ConventionId, Id, avant, jusquAu, now));
    }

    /// <summary>Why a line cannot be reminded now.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaRelance(LigneSignature? ligne, DateTimeOffset now)
    {
        var derniere = ligne?.DerniereRelanceLe ?? ligne?.AppeleeLe;
        return
        [
            .. ObstaclesGeneraux(),
            .. ObstacleDeDelai(now.JourEnFrance()),
            .. When(EstArretee, "circuit-arrete", "Le circuit est arrêté par un refus : réglez-le avant de relancer."),
            .. When(ligne is not { Etat: EtatLigne.Appelee }, "rien-a-relancer", "Cette personne n’a rien à signer pour le moment."),
            .. When(ligne is { Courriel: null }, "sans-adresse", $"{ligne?.NomComplet} n’a pas d’adresse électronique."),
            .. When(ligne?.Relances >= RelancesMax, "relances-epuisees", $"{ligne?.NomComplet} a déjà reçu {RelancesMax} relances : appelez plutôt."),
            .. When(
                derniere is { } le && now < le.AddDays(JoursEntreRelances), "relance-trop-proche",
                $"{ligne?.NomComplet} a reçu un message le {derniere?.JourEnFrance():dd/MM/yyyy} : attendez {JoursEntreRelances} jours entre deux messages."),
        ];
    }

    /// <summary>Reminds one person, or everybody who can be.</summary>
    /// <param name="id">Null for everybody.</param>
    /// <returns>The lines reminded.</returns>
    /// <exception cref="BusinessRuleException">Why the person cannot be; or that nobody can.</exception>
    public IReadOnlyList<LigneSignature> Relancer(LigneSignatureId? id, DateTimeOffset now)
    {
        if (id is { } une)
        {
            BusinessRuleException.ThrowIfAny(ObstaclesALaRelance(Trouver(une), now));
        }

        List<LigneSignature> relancees = [.. Lignes.Where(l => (id is null || l.Id == id) && ObstaclesALaRelance(l, now).Count == 0)];
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. ObstacleDeDelai(now.JourEnFrance()),
            .. When(relancees.Count == 0, "personne-a-relancer", "Personne ne peut être relancé aujourd’hui : les derniers messages sont trop récents, ou le circuit est arrêté."),
        ]);
        relancees.ForEach(l => Relancer(l, now));
        return relancees;
    }

    /// <summary>Reminds those who heard nothing for a week, when that was chosen at the opening.</summary>
    /// <returns>The lines reminded; empty when there is nobody.</returns>
    public IReadOnlyList<LigneSignature> RelancerDOffice(DateTimeOffset now)
    {
        List<LigneSignature> relancees =
        [
            .. Lignes.Where(l => RelanceDOffice && ObstaclesALaRelance(l, now).Count == 0
                && now >= (l.DerniereRelanceLe ?? l.AppeleeLe)!.Value.AddDays(JoursEntreRelancesDOffice)),
        ];
        relancees.ForEach(l => Relancer(l, now));
        return relancees;
    }

    /// <summary>Everybody around one table: each receives the date in their calendar.</summary>
    /// <exception cref="BusinessRuleException">The circuit is over, a day that is past, or no place.</exception>
    public void PlanifierCeremonie(DateOnly jour, TimeOnly heure, string? lieu, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesGeneraux(),
            .. When(jour < now.JourEnFrance(), "ceremonie-passee", "Choisissez un jour à venir."),
            .. When(string.IsNullOrWhiteSpace(lieu), "lieu-absent", "Dites où les parties se retrouvent."),
        ]);
        Ceremonie = new(jour, heure, Texte.Obligatoire(lieu, "lieu", Ceremonie.LieuLongueurMax));
        Record(new CeremoniePlanifiee(ConventionId, Id, jour, heure, Ceremonie.Lieu, ++SequenceCeremonie, now));
    }

    /// <exception cref="BusinessRuleException">The circuit is over, or no ceremony is planned.</exception>
    public void AnnulerCeremonie(DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny([.. ObstaclesGeneraux(), .. When(Ceremonie is null, "ceremonie-absente", "Aucune cérémonie n’est prévue.")]);
        var prevue = Ceremonie!;
        Ceremonie = null;
        Record(new CeremonieAnnulee(ConventionId, Id, prevue.Jour, prevue.Heure, prevue.Lieu, ++SequenceCeremonie, now));
    }

    private void Relancer(LigneSignature ligne, DateTimeOffset now)
    {
        ligne.Relancer(now);
        Record(new SignataireRelance(ConventionId, Id, ligne.Id, ligne.NomComplet, ligne.Relances, now));
    }

    private IEnumerable<Obstacle> ObstaclesAuDepart(LigneSignature? ligne, string? motif) =>
    [
        .. ObstaclesGeneraux(),
        .. ligne is { Etat: EtatLigne.Informee } ? [] : ObstaclesDeLigne(ligne),
        .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
    ];
}
