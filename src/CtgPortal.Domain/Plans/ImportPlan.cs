using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

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
/// A sheet of fiches on its way into a plan. It remembers what it wrote, so that it can be taken back as long as nobody built upon it.
/// </summary>
public sealed class ImportPlan : ImportTableur
{
    public const int FichesMax = 1_000;

    private ImportPlan()
        : base(NatureImport.Plan)
    {
    }

    public EcriturePlan? Ecriture { get; private set; }

    public DateTimeOffset? AnnuleLe { get; private set; }

    public static ImportPlan Deposer(TableurDepose depose, StatutConvention etape) => Deposer(new ImportPlan(), depose, etape);

    public override IReadOnlyList<Obstacle> ObstaclesAuDepot(StatutConvention etape) => [.. When(!CycleDeVie.PlanModifiable(etape), Obstacles.PlanFige)];

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void NoterEcriture(EcriturePlan ecriture, DateTimeOffset now)
    {
        NoterEcriture(
            ecriture.Creees.Count, ecriture.Modifiees.Count,
            new PlanImporte(ConventionId, Fichier, ecriture.Creees.Count, ecriture.Modifiees.Count, ecriture.Axes.Count, ecriture.Orientations.Count, now), now);
        Ecriture = ecriture;
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
}

/// <param name="Fichier">Its name.</param>
public sealed record PlanImporte(
    ConventionId Convention, string Fichier, int Creees, int Modifiees, int Axes, int Orientations, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ImportPlanAnnule(ConventionId Convention, string Fichier, int Retirees, int Restaurees, DateTimeOffset Le) : ConventionEvent(Convention, Le);
