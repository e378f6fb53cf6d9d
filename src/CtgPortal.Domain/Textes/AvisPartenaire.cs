using System.Net.Mail;
using System.Security.Cryptography;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

public readonly record struct AvisPartenaireId(Guid Value) : IStronglyTypedId<AvisPartenaireId>
{
    public static AvisPartenaireId From(Guid value) => new(value);

    public static AvisPartenaireId New() => new(Guid.CreateVersion7());
}

public enum SensAvis
{
    Favorable,
    AvecRemarques,
    Defavorable,
}

public enum EtatAvis
{
    Attendu,

    /// <summary>The deadline is over and nobody answered: it says nothing about agreement.</summary>
    SansReponse,

    Rendu,
}

public enum RappelAvis
{
    Avant,
    LeJourMeme,
}

/// <summary>A partner is asked what they think of the text as it is, by a day. The text they read is kept: an opinion is about these words.</summary>
public sealed class AvisPartenaire : AggregateRoot
{
    public const int StructureLongueurMax = 200;
    public const int CourrielLongueurMax = 254;
    public const int TexteLongueurMax = 10_000;
    public const int JoursAvantRappel = 3;
    public const int EcheanceJoursMax = 365;

    private AvisPartenaire()
    {
    }

    public AvisPartenaireId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public string Structure { get; private init; } = "";

    public string Courriel { get; private init; } = "";

    /// <summary>Secret of the personal link; reading through it uses nothing up.</summary>
    public string Jeton { get; private init; } = "";

    /// <summary>The text submitted, as PDF.</summary>
    public PieceId TexteId { get; private init; }

    public DateOnly Echeance { get; private init; }

    public DateTimeOffset DemandeLe { get; private init; }

    public DateTimeOffset? RappelAvantLe { get; private set; }

    public DateTimeOffset? RappelEcheanceLe { get; private set; }

    public SensAvis? Sens { get; private set; }

    public string? Texte { get; private set; }

    /// <summary>Of the last answer.</summary>
    public DateTimeOffset? RenduLe { get; private set; }

    /// <exception cref="BusinessRuleException">The text is frozen, the address is not one, or the deadline is not ahead.</exception>
    public static AvisPartenaire Demander(
        ConventionId convention, string structure, string courriel, PieceId texte, DateOnly echeance, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var aujourdhui = now.JourEnFrance();
        var adresse = Common.Texte.Facultatif(courriel, "courriel", CourrielLongueurMax)?.ToLowerInvariant();
        BusinessRuleException.ThrowIfAny(
        [
            .. When(
                adresse is null || !(MailAddress.TryCreate(adresse, out var lue) && lue.Address == adresse),
                "courriel-invalide", $"L’adresse de courriel de « {structure} » n’est pas valable."),
            .. When(echeance <= aujourdhui, "echeance-passee", "L’échéance doit être au plus tôt demain."),
            .. When(echeance > aujourdhui.AddDays(EcheanceJoursMax), "echeance-lointaine", "L’échéance est à un an au plus."),
        ]);
        var avis = new AvisPartenaire
        {
            Id = AvisPartenaireId.New(),
            ConventionId = convention,
            Structure = Common.Texte.Obligatoire(structure, "structure", StructureLongueurMax),
            Courriel = adresse!,
            Jeton = RandomNumberGenerator.GetHexString(40, lowercase: true),
            TexteId = texte,
            Echeance = echeance,
            DemandeLe = now,
        };
        avis.Record(new AvisDemande(convention, avis.Id, avis.Structure, echeance, now));
        return avis;
    }

    public EtatAvis Etat(DateOnly aujourdhui) =>
        Sens is not null ? EtatAvis.Rendu : aujourdhui > Echeance ? EtatAvis.SansReponse : EtatAvis.Attendu;

    /// <summary>Given after the deadline: it counts, and it is said.</summary>
    public bool EnRetard => RenduLe?.JourEnFrance() > Echeance;

    public static IReadOnlyList<Obstacle> ObstaclesALaReponse(StatutConvention etape) =>
        [.. When(!CycleDeVie.TexteModifiable(etape), "texte-fige-avis", "Le texte est maintenant figé : les avis ne sont plus recueillis.")];

    /// <summary>The answer may change, and may be late, until the text is frozen.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen, or remarks are announced and not written.</exception>
    public void Rendre(SensAvis sens, string? texte, StatutConvention etape, DateTimeOffset now)
    {
        var remarques = Common.Texte.Facultatif(texte, "avis", TexteLongueurMax);
        BusinessRuleException.ThrowIfAny(
        [
            .. ObstaclesALaReponse(etape),
            .. When(sens != SensAvis.Favorable && remarques is null, "avis-sans-texte", "Écrivez vos remarques : elles diront aux rédacteurs ce qu’il faut revoir."),
        ]);
        var comparaison = new Comparaison().Noter("avis-sens", Sens, sens).Noter("avis-texte", Texte, remarques);
        if (!comparaison.EstVide)
        {
            (Sens, Texte, RenduLe) = (sens, remarques, now);
            Record(new AvisRendu(ConventionId, Id, Structure, sens, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>The reminder due today, when one is: once before the deadline, once on the day.</summary>
    public RappelAvis? RappelDu(StatutConvention etape, DateOnly aujourdhui) => this switch
    {
        _ when Sens is not null || !CycleDeVie.TexteModifiable(etape) => null,
        { RappelEcheanceLe: null } when aujourdhui == Echeance => RappelAvis.LeJourMeme,
        { RappelAvantLe: null } when aujourdhui >= Echeance.AddDays(-JoursAvantRappel) && aujourdhui < Echeance
            && DemandeLe.JourEnFrance() < aujourdhui => RappelAvis.Avant,
        _ => null,
    };

    public void NoterRappel(RappelAvis rappel, DateTimeOffset now)
    {
        if (rappel == RappelAvis.Avant)
        {
            RappelAvantLe = now;
        }
        else
        {
            RappelEcheanceLe = now;
        }

        Record(new AvisRappele(ConventionId, Id, Structure, now));
    }

    /// <summary>The request is withdrawn; an opinion already given stays.</summary>
    /// <exception cref="BusinessRuleException">An opinion was given.</exception>
    public void Retirer(DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(Sens is not null, "avis-rendu", "Cet avis est rendu : il reste au dossier."));
        Record(new AvisRetire(ConventionId, Id, Structure, now));
    }
}
