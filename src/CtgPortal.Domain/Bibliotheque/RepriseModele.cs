using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Bibliotheque;

/// <summary>What a convention did with a model: the fiche that comes from it and the version it follows, or why there is none.</summary>
public sealed class RepriseModele : AggregateRoot
{
    public const int MotifLongueurMax = 1_000;

    private RepriseModele()
    {
    }

    public ConventionId ConventionId { get; private init; }

    public FicheModeleId ModeleId { get; private init; }

    /// <summary>Null when the model is not in the plan, or not any more.</summary>
    public FicheActionId? FicheActionId { get; private set; }

    /// <summary>The last one that was looked at, taken over or not.</summary>
    public int Version { get; private set; }

    /// <summary>Why a fiche asked by the Caf makes no sense here.</summary>
    public string? SansObjet { get; private set; }

    public static RepriseModele Commencer(ConventionId convention, FicheModeleId modele) => new() { ConventionId = convention, ModeleId = modele };

    /// <exception cref="BusinessRuleException">It is in the plan already, or is offered no more.</exception>
    public void Ajouter(FicheModele modele, FicheAction fiche, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(FicheActionId is not null, "modele-deja-repris", $"« {modele.Intitule} » est déjà dans le plan."),
            .. When(modele.Archivee, "modele-archive", $"« {modele.Intitule} » n’est plus proposée par la Caf."),
        ]);
        (FicheActionId, Version, SansObjet) = (fiche.Id, modele.Derniere.Numero, null);
        Record(new FicheReprise(ConventionId, fiche.Id, fiche.Intitule, Version, now));
    }

    /// <exception cref="BusinessRuleException">The fiche is in the plan, the Caf does not ask for it, the plan is frozen, or there is no reason.</exception>
    public void DeclarerSansObjet(FicheModele modele, string? motif, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerPlanModifiable(etape);
        BusinessRuleException.ThrowIfAny(
        [
            .. When(FicheActionId is not null, "modele-deja-repris", $"« {modele.Intitule} » est dans le plan : supprimez-la d’abord."),
            .. When(!modele.EstImposee, "fiche-non-imposee", "La Caf ne demande pas cette fiche : il n’y a rien à écarter."),
        ]);
        Ecarter(modele, motif, now);
    }

    /// <summary>Its fiche leaves the plan; the one that the Caf asks for does not leave without a reason.</summary>
    /// <exception cref="BusinessRuleException">No reason.</exception>
    public void PerdreSaFiche(FicheModele modele, string? motif, DateTimeOffset now)
    {
        FicheActionId = null;
        if (modele.EstImposee)
        {
            Ecarter(modele, motif, now);
        }
        else
        {
            RecordQuietly();
        }
    }

    /// <summary>The differences of a version were looked at: what was not taken over is not shown again.</summary>
    public void Suivre(int version)
    {
        Version = version;
        RecordQuietly();
    }

    private void Ecarter(FicheModele modele, string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            string.IsNullOrWhiteSpace(motif), "motif-absent", $"La Caf demande « {modele.Intitule} » : dites pourquoi elle est sans objet ici."));
        SansObjet = Texte.Obligatoire(motif, "motif", MotifLongueurMax);
        Record(new FicheImposeeEcartee(ConventionId, modele.Intitule, SansObjet, now));
    }
}

public sealed record FicheReprise(ConventionId Convention, FicheActionId Fiche, string Intitule, int Version, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FicheImposeeEcartee(ConventionId Convention, string Intitule, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);
