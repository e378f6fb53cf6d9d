using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

public readonly record struct ImportPlanId(Guid Value) : IStronglyTypedId<ImportPlanId>
{
    public static ImportPlanId From(Guid value) => new(value);

    public static ImportPlanId New() => new(Guid.CreateVersion7());
}

/// <summary>Where the names of the columns are, and what each column holds.</summary>
/// <param name="Feuille">From 0.</param>
/// <param name="LigneEnTete">As a spreadsheet numbers it.</param>
/// <param name="Champs">Code of the field of each column; empty for one that is left out.</param>
public sealed record DecoupePlan(int Feuille, int LigneEnTete, IReadOnlyList<string> Champs);

public sealed record PlaceFiche(AxeId Axe, OrientationId? Orientation, int Rang);

/// <summary>A fiche that an import created or changed.</summary>
/// <param name="RevisionAvant">0 for a new one.</param>
/// <param name="PlaceAvant">Null when it did not move.</param>
/// <param name="Place">Where the import left it.</param>
public sealed record FicheEcrite(FicheActionId Fiche, string Intitule, int RevisionAvant, int RevisionApres, PlaceFiche? PlaceAvant, PlaceFiche Place);

/// <summary>What an import wrote: enough to take it back.</summary>
public sealed record EcriturePlan(
    IReadOnlyList<FicheEcrite> Creees, IReadOnlyList<FicheEcrite> Modifiees, IReadOnlyList<AxeId> Axes, IReadOnlyList<OrientationId> Orientations);

/// <summary>What became of a written fiche.</summary>
/// <param name="Revision">Null when it was deleted.</param>
/// <param name="EstSuivie">Its follow-up says something.</param>
/// <param name="EstReliee">Something was tied to it in the thread.</param>
/// <param name="PorteDesPieces">Files were attached to it.</param>
public sealed record FicheConstatee(FicheActionId Fiche, int? Revision, PlaceFiche? Place, bool EstSuivie, bool EstReliee, bool PorteDesPieces = false);

/// <summary>
/// A sheet of fiches on its way into a plan: a person confirms what its columns are, reads the report, then all of it is written or
/// nothing. It remembers what it wrote, so that it can be taken back as long as nobody built upon it.
/// </summary>
public sealed class ImportPlan : AggregateRoot
{
    public const int OctetsMax = 5 * 1024 * 1024;
    public const int FichesMax = 1_000;
    public const int FichierLongueurMax = 150;
    public const int JoursGardes = 7;
    public const int EnAttenteMax = 20;

    private ImportPlan()
    {
    }

    public ImportPlanId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Its name, as the person knows it.</summary>
    public string Fichier { get; private init; } = "";

    /// <summary>Empty once it is written.</summary>
    public byte[] Contenu { get; private set; } = [];

    public string ParNom { get; private init; } = "";

    public DateTimeOffset DeposeLe { get; private init; }

    public DecoupePlan Decoupe { get; private set; } = null!;

    /// <summary>A person looked at the columns.</summary>
    public bool EstPrecise { get; private set; }

    /// <summary>How many fiches the person expects; null when they do not say.</summary>
    public int? Attendu { get; private set; }

    public DateTimeOffset? EcritLe { get; private set; }

    public EcriturePlan? Ecriture { get; private set; }

    public DateTimeOffset? AnnuleLe { get; private set; }

    /// <exception cref="BusinessRuleException">The plan is frozen, the file empty or too big, or too many wait.</exception>
    public static ImportPlan Deposer(
        ConventionId convention, string fichier, byte[] contenu, DecoupePlan decoupe, string parNom, int enAttente, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(contenu.Length == 0, "fichier-vide", "Ce fichier est vide."),
            .. When(contenu.Length > OctetsMax, "fichier-trop-gros", $"Ce fichier dépasse {OctetsMax / 1024 / 1024} Mo. Gardez la feuille utile."),
            .. When(enAttente >= EnAttenteMax, "trop-d-imports", $"{enAttente} fichiers attendent déjà pour cette convention. Terminez-en un, ou abandonnez-le."),
        ]);
        var nom = Path.GetFileName(fichier.Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal)).Trim();
        var import = new ImportPlan
        {
            Id = ImportPlanId.New(),
            ConventionId = convention,
            Fichier = nom.Length == 0 ? "sans nom" : nom.Length > FichierLongueurMax ? nom[^FichierLongueurMax..] : nom,
            Contenu = contenu,
            Decoupe = decoupe,
            ParNom = parNom,
            DeposeLe = now,
        };
        import.RecordQuietly();
        return import;
    }

    /// <summary>A line that cannot be written is left out knowingly, never in silence.</summary>
    /// <param name="laissees">Lines that would not be written.</param>
    /// <param name="sansLesAutres">The person agrees.</param>
    public static IReadOnlyList<Obstacle> ObstaclesALEcriture(int laissees, bool sansLesAutres) =>
    [
        .. When(
            laissees > 0 && !sansLesAutres, "lignes-laissees",
            $"{(laissees == 1 ? "Une ligne ne peut pas être écrite" : $"{laissees} lignes ne peuvent pas être écrites")} : corrigez le fichier, ou cochez la case pour les laisser de côté."),
    ];

    /// <summary>Another sheet, or another line of names: its columns are proposed again.</summary>
    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void Redecouper(DecoupePlan decoupe)
    {
        ExigerNonEcrit();
        (Decoupe, EstPrecise) = (decoupe, false);
        RecordQuietly();
    }

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void Preciser(DecoupePlan decoupe, int? attendu)
    {
        ExigerNonEcrit();
        (Decoupe, Attendu, EstPrecise) = (decoupe, attendu, true);
        RecordQuietly();
    }

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void NoterEcriture(EcriturePlan ecriture, DateTimeOffset now)
    {
        ExigerNonEcrit();
        (Ecriture, EcritLe, Contenu) = (ecriture, now, []);
        Record(new PlanImporte(
            ConventionId, Fichier, ecriture.Creees.Count, ecriture.Modifiees.Count, ecriture.Axes.Count, ecriture.Orientations.Count, now));
    }

    /// <summary>The page shows this list, <see cref="Annuler"/> enforces it: what changed since the import is named.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALAnnulation(IReadOnlyList<FicheConstatee> fiches, StatutConvention etape)
    {
        if (Ecriture is null || AnnuleLe is not null)
        {
            return [new("import-non-annulable", AnnuleLe is null ? "Cet import n’a rien écrit." : "Cet import est déjà annulé.")];
        }

        return
        [
            .. When(!CycleDeVie.PlanModifiable(etape), Obstacles.PlanFige),
            .. Ecriture.Creees.Concat(Ecriture.Modifiees).SelectMany(f => CeQuiAChange(f, fiches.Single(c => c.Fiche == f.Fiche))),
        ];
    }

    /// <summary>The caller takes back what was written.</summary>
    /// <exception cref="BusinessRuleException">Frozen, nothing to take back, or fiches that changed since.</exception>
    public void Annuler(IReadOnlyList<FicheConstatee> fiches, StatutConvention etape, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALAnnulation(fiches, etape));
        AnnuleLe = now;
        Record(new ImportPlanAnnule(
            ConventionId, Fichier, Ecriture!.Creees.Count(f => fiches.Single(c => c.Fiche == f.Fiche).Revision is not null), Ecriture.Modifiees.Count, now));
    }

    private static IEnumerable<Obstacle> CeQuiAChange(FicheEcrite ecrite, FicheConstatee fiche)
    {
        var creee = ecrite.RevisionAvant == 0;
        if (fiche.Revision is null)
        {
            return When(!creee, "fiche-supprimee", $"« {ecrite.Intitule} » a été supprimée depuis l’import.");
        }

        return
        [
            .. When(fiche.Revision != ecrite.RevisionApres, "fiche-modifiee", $"« {ecrite.Intitule} » a été modifiée depuis l’import."),
            .. When(
                (creee || ecrite.PlaceAvant is not null) && (fiche.Place?.Axe, fiche.Place?.Orientation) != (ecrite.Place.Axe, ecrite.Place.Orientation),
                "fiche-deplacee", $"« {ecrite.Intitule} » a été déplacée depuis l’import."),
            .. When(creee && fiche.EstSuivie, "fiche-suivie", $"Le suivi de « {ecrite.Intitule} » a commencé depuis l’import."),
            .. When(creee && fiche.EstReliee, "fiche-reliee", $"« {ecrite.Intitule} » a été reliée à un constat ou à un atelier depuis l’import."),
            .. When(creee && fiche.PorteDesPieces, "fiche-avec-pieces", $"Des pièces jointes ont été ajoutées à « {ecrite.Intitule} » depuis l’import."),
        ];
    }

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void ExigerNonEcrit() =>
        BusinessRuleException.ThrowIfAny(When(EcritLe is not null, "import-deja-ecrit", "Ce fichier est déjà écrit dans le plan."));
}

/// <param name="Fichier">Its name.</param>
public sealed record PlanImporte(
    ConventionId Convention, string Fichier, int Creees, int Modifiees, int Axes, int Orientations, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ImportPlanAnnule(ConventionId Convention, string Fichier, int Retirees, int Restaurees, DateTimeOffset Le) : ConventionEvent(Convention, Le);
