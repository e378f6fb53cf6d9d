using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>The sections to rewrite; null leaves a section as it is. Pages save section by section.</summary>
public sealed record SectionsFiche(
    IdentiteFiche? Identite = null,
    PourquoiFiche? Pourquoi = null,
    QuoiFiche? Quoi = null,
    PourQuiFiche? PourQui = null,
    QuiFiche? Qui = null,
    QuandFiche? Quand = null,
    MoyensFiche? Moyens = null,
    ResultatsFiche? Resultats = null);

/// <summary>How long a text of a fiche may be, shared with the validators.</summary>
public static class Limites
{
    public const int CourtMax = 300;
    public const int LongMax = 20_000;

    internal static string? CourtTexte(string? valeur, string champ) => Texte.Facultatif(valeur, champ, CourtMax);

    internal static string? LongTexte(string? valeur, string champ) => Texte.Facultatif(valeur, champ, LongMax);

    internal static IReadOnlyList<string> Liste(IReadOnlyList<string> valeurs, string champ, int longueur, int max)
    {
        Exiger(valeurs.Count, max, champ);
        return [.. valeurs.Select(v => Texte.Facultatif(v, champ, longueur)).OfType<string>().Distinct()];
    }

    internal static void Exiger(int nombre, int max, string champ) =>
        BusinessRuleException.ThrowIfAny(When(nombre > max, $"{champ}-trop-nombreux", $"Au plus {max} lignes ici."));
}

/// <param name="ImposeeParLaCaf">Some fiches stand in every CTG of a département (Caf du Nord).</param>
/// <param name="Confidentielle">Left out of what partners and readers see.</param>
public sealed record IdentiteFiche(string Intitule, IReadOnlyList<string> Champs, PrioriteFiche? Priorite, bool ImposeeParLaCaf, bool Confidentielle)
{
    public const int IntituleLongueurMax = 300;
    public const int ChampLongueurMax = 80;

    internal IdentiteFiche Normaliser() => this with
    {
        Intitule = Texte.Obligatoire(Intitule, "fiche", IntituleLongueurMax),
        Champs = Limites.Liste(Champs, "champ", ChampLongueurMax, 30),
    };
}

public sealed record PourquoiFiche(string? Constat, string? Enjeu, string? LienSchemas)
{
    public const int SchemaLongueurMax = 150;
    public const int SchemasMax = 20;

    public static readonly PourquoiFiche Vide = new(null, null, null);

    /// <summary>Those it takes part in: of <see cref="SchemasUsuels"/>, or in the words of the territory.</summary>
    public IReadOnlyList<string> Schemas { get; init; } = [];

    internal PourquoiFiche Normaliser() => this with
    {
        Constat = Limites.LongTexte(Constat, "constat"),
        Enjeu = Limites.LongTexte(Enjeu, "enjeu"),
        LienSchemas = Limites.LongTexte(LienSchemas, "lien-schemas"),
        Schemas = Limites.Liste(Schemas, "schemas", SchemaLongueurMax, SchemasMax),
    };
}

/// <summary>What a fiche of a convention usually takes part in, besides the convention.</summary>
public static class SchemasUsuels
{
    public static IReadOnlyList<string> Tous { get; } =
    [
        "Schéma départemental des services aux familles (SDSF)",
        "Schéma pluriannuel de la petite enfance",
        "Schéma directeur de l’animation de la vie sociale",
        "Schéma départemental de l’accessibilité des services au public",
        "Projet éducatif de territoire (PEDT)",
        "Contrat de ville",
        "Contrat local de santé (CLS)",
        "Contrat pour la réussite de la transition écologique (CRTE)",
        "Programme local de l’habitat (PLH)",
        "Pacte des solidarités",
    ];
}

public sealed record QuoiFiche(string? ObjectifGeneral, string? Descriptif, NatureAction? Nature, string? Livrables)
{
    public static readonly QuoiFiche Vide = new(null, null, null, null);

    internal QuoiFiche Normaliser() => this with
    {
        ObjectifGeneral = Limites.LongTexte(ObjectifGeneral, "objectif-general"),
        Descriptif = Limites.LongTexte(Descriptif, "descriptif"),
        Livrables = Limites.LongTexte(Livrables, "livrables"),
    };
}

/// <param name="Communes">INSEE codes within the perimeter; empty: the whole perimeter.</param>
public sealed record PourQuiFiche(string? Publics, int? NombreVise, string? Secteur, IReadOnlyList<string> Communes)
{
    public const int NombreMax = 10_000_000;

    public static readonly PourQuiFiche Vide = new(null, null, null, []);

    internal PourQuiFiche Normaliser()
    {
        BusinessRuleException.ThrowIfAny(When(NombreVise is < 0 or > NombreMax, "nombre-vise-invalide", "Le nombre visé n’est pas plausible."));
        return this with
        {
            Publics = Limites.LongTexte(Publics, "publics"),
            Secteur = Limites.CourtTexte(Secteur, "secteur"),
            Communes = Limites.Liste(Communes, "communes", 5, 1_000),
        };
    }
}

public sealed record QuiFiche(
    string? PiloteStructure,
    string? PilotePersonne,
    string? CopiloteCaf,
    string? EluReferent,
    string? Service,
    string? Partenaires,
    string? Instance)
{
    public static readonly QuiFiche Vide = new(null, null, null, null, null, null, null);

    public bool APilote => PiloteStructure is not null || PilotePersonne is not null;

    internal QuiFiche Normaliser() => new(
        Limites.CourtTexte(PiloteStructure, "pilote-structure"),
        Limites.CourtTexte(PilotePersonne, "pilote-personne"),
        Limites.CourtTexte(CopiloteCaf, "copilote-caf"),
        Limites.CourtTexte(EluReferent, "elu-referent"),
        Limites.CourtTexte(Service, "service"),
        Limites.LongTexte(Partenaires, "partenaires"),
        Limites.CourtTexte(Instance, "instance"));
}

/// <param name="Calendrier">In words: « dernier trimestre 2025 ».</param>
/// <param name="AmeliorationContinue">No end: the action goes on.</param>
public sealed record QuandFiche(string? Calendrier, DateOnly? Debut, DateOnly? Fin, bool AmeliorationContinue)
{
    public static readonly QuandFiche Vide = new(null, null, null, false);

    /// <summary>Whether start, end and the absence of an end go together.</summary>
    public bool EstCoherente => !(Fin < Debut) && !(AmeliorationContinue && Fin is not null);

    internal QuandFiche Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Fin < Debut, "dates-inversees", "La fin de l’action doit suivre son début."),
            .. When(AmeliorationContinue && Fin is not null, "fin-contradictoire", "Une action en amélioration continue n’a pas de date de fin."),
            .. When(Debut is { Year: < 2000 or > 2060 } || Fin is { Year: < 2000 or > 2060 }, "date-invalide", "Cette date n’est pas plausible."),
        ]);
        return this with { Calendrier = Limites.LongTexte(Calendrier, "calendrier") };
    }
}

/// <param name="Etp">Full-time equivalents.</param>
/// <param name="CoutPrevisionnel">Whole cost in euros.</param>
public sealed record MoyensFiche(string? MoyensHumains, decimal? Etp, string? MoyensTechniques, decimal? CoutPrevisionnel, bool FinancementADefinir)
{
    public const int EtpMax = 1_000;

    public static readonly MoyensFiche Vide = new(null, null, null, null, false);

    internal MoyensFiche Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Etp is < 0 or > EtpMax, "etp-invalide", "Le nombre d’ETP n’est pas plausible."),
            .. When(CoutPrevisionnel is < 0 or > Financement.MontantMax, "cout-invalide", "Le coût n’est pas plausible."),
        ]);
        return this with
        {
            MoyensHumains = Limites.LongTexte(MoyensHumains, "moyens-humains"),
            MoyensTechniques = Limites.LongTexte(MoyensTechniques, "moyens-techniques"),
        };
    }
}

public sealed record ResultatsFiche(string? ResultatsAttendus, string? ModalitesEvaluation, ParticipationHabitants? Participation)
{
    public static readonly ResultatsFiche Vide = new(null, null, null);

    internal ResultatsFiche Normaliser() => this with
    {
        ResultatsAttendus = Limites.LongTexte(ResultatsAttendus, "resultats-attendus"),
        ModalitesEvaluation = Limites.LongTexte(ModalitesEvaluation, "modalites-evaluation"),
    };
}

public enum PrioriteFiche
{
    Elevee,
    Moyenne,
    Basse,
}

/// <summary>Circular of January 2020: keep what exists, develop it, or create for unmet needs.</summary>
public enum NatureAction
{
    AMaintenir,
    ADevelopper,
    Nouvelle,
}

public enum ParticipationHabitants
{
    Aucune,
    Information,
    Consultation,
    Concertation,
    Coconstruction,
}
