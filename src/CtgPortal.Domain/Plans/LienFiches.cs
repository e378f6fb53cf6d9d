using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

public readonly record struct LienFichesId(Guid Value) : IStronglyTypedId<LienFichesId>
{
    public static LienFichesId From(Guid value) => new(value);

    public static LienFichesId New() => new(Guid.CreateVersion7());
}

/// <summary>Two fiches that go together, of one plan or of two: the link has no direction, and says in a few words why it is there.</summary>
public sealed class LienFiches : AggregateRoot
{
    public const int RaisonLongueurMax = 300;

    private LienFiches()
    {
    }

    public LienFichesId Id { get; private init; }

    /// <summary>The one with the smaller id, so that the pair is unique whoever ties it.</summary>
    public FicheActionId Premiere { get; private init; }

    public FicheActionId Seconde { get; private init; }

    public string? Raison { get; private init; }

    public DateTimeOffset EtabliLe { get; private init; }

    /// <param name="depuis">The fiche from which it is tied: its plan must not be frozen; the other one may be of a convention already signed.</param>
    /// <exception cref="BusinessRuleException">Frozen, or a fiche tied to itself.</exception>
    public static LienFiches Etablir(FicheAction depuis, FicheActionId autre, string? raison, StatutConvention etape, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(depuis);
        CycleDeVie.ExigerPlanModifiable(etape);
        BusinessRuleException.ThrowIfAny(When(depuis.Id == autre, "fiche-liee-a-elle-meme", "Une fiche ne se lie pas à elle-même."));
        var (premiere, seconde) = Ordonner(depuis.Id, autre);
        var lien = new LienFiches
        {
            Id = LienFichesId.New(),
            Premiere = premiere,
            Seconde = seconde,
            Raison = Texte.Facultatif(raison, "raison", RaisonLongueurMax),
            EtabliLe = now,
        };
        lien.Record(new FichesLiees(depuis.ConventionId, depuis.Id, depuis.Intitule, autre, now));
        return lien;
    }

    public static (FicheActionId Premiere, FicheActionId Seconde) Ordonner(FicheActionId une, FicheActionId autre) =>
        une.Value.CompareTo(autre.Value) < 0 ? (une, autre) : (autre, une);

    public FicheActionId AutreQue(FicheActionId fiche) => Premiere == fiche ? Seconde : Premiere;

    /// <summary>Undone from one of its two sides; the caller removes it.</summary>
    /// <exception cref="BusinessRuleException">Frozen.</exception>
    public void Rompre(FicheAction depuis, StatutConvention etape, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(depuis);
        CycleDeVie.ExigerPlanModifiable(etape);
        Record(new FichesDeliees(depuis.ConventionId, depuis.Id, depuis.Intitule, AutreQue(depuis.Id), now));
    }
}
