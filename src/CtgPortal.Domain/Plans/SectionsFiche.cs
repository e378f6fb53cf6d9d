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
    ResultatsFiche? Resultats = null)
{
    internal SectionsFiche Normaliser() => new(
        Identite?.Normaliser(), Pourquoi?.Normaliser(), Quoi?.Normaliser(), PourQui?.Normaliser(),
        Qui?.Normaliser(), Quand?.Normaliser(), Moyens?.Normaliser(), Resultats?.Normaliser());
}

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

    internal void Comparer(IdentiteFiche apres, Comparaison comparaison) => comparaison
        .Noter("intitule", Intitule, apres.Intitule)
        .Noter("champs", Champs, apres.Champs)
        .Noter("priorite", Priorite, apres.Priorite)
        .Noter("imposee-par-la-caf", ImposeeParLaCaf, apres.ImposeeParLaCaf)
        .Noter("confidentielle", Confidentielle, apres.Confidentielle);
}

public sealed record PourquoiFiche(string? Constat, string? Enjeu, string? LienSchemas)
{
    public static readonly PourquoiFiche Vide = new(null, null, null);

    internal PourquoiFiche Normaliser() =>
        new(Limites.LongTexte(Constat, "constat"), Limites.LongTexte(Enjeu, "enjeu"), Limites.LongTexte(LienSchemas, "lien-schemas"));

    internal void Comparer(PourquoiFiche apres, Comparaison comparaison) => comparaison
        .Noter("constat", Constat, apres.Constat)
        .Noter("enjeu", Enjeu, apres.Enjeu)
        .Noter("lien-schemas", LienSchemas, apres.LienSchemas);
}

public sealed record QuoiFiche(string? ObjectifGeneral, string? ObjectifsOperationnels, string? Descriptif, NatureAction? Nature, string? Livrables)
{
    public static readonly QuoiFiche Vide = new(null, null, null, null, null);

    internal QuoiFiche Normaliser() => this with
    {
        ObjectifGeneral = Limites.LongTexte(ObjectifGeneral, "objectif-general"),
        ObjectifsOperationnels = Limites.LongTexte(ObjectifsOperationnels, "objectifs-operationnels"),
        Descriptif = Limites.LongTexte(Descriptif, "descriptif"),
        Livrables = Limites.LongTexte(Livrables, "livrables"),
    };

    internal void Comparer(QuoiFiche apres, Comparaison comparaison) => comparaison
        .Noter("objectif-general", ObjectifGeneral, apres.ObjectifGeneral)
        .Noter("objectifs-operationnels", ObjectifsOperationnels, apres.ObjectifsOperationnels)
        .Noter("descriptif", Descriptif, apres.Descriptif)
        .Noter("nature", Nature, apres.Nature)
        .Noter("livrables", Livrables, apres.Livrables);
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

    internal void Comparer(PourQuiFiche apres, Comparaison comparaison) => comparaison
        .Noter("publics", Publics, apres.Publics)
        .Noter("nombre-vise", NombreVise, apres.NombreVise)
        .Noter("secteur", Secteur, apres.Secteur)
        .Noter("communes", Communes, apres.Communes);
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

    internal void Comparer(QuiFiche apres, Comparaison comparaison) => comparaison
        .Noter("pilote-structure", PiloteStructure, apres.PiloteStructure)
        .Noter("pilote-personne", PilotePersonne, apres.PilotePersonne)
        .Noter("copilote-caf", CopiloteCaf, apres.CopiloteCaf)
        .Noter("elu-referent", EluReferent, apres.EluReferent)
        .Noter("service", Service, apres.Service)
        .Noter("partenaires", Partenaires, apres.Partenaires)
        .Noter("instance", Instance, apres.Instance);
}

/// <param name="Calendrier">In words: « dernier trimestre 2025 ».</param>
/// <param name="AmeliorationContinue">No end: the action goes on.</param>
public sealed record QuandFiche(string? Calendrier, DateOnly? Debut, DateOnly? Fin, bool AmeliorationContinue)
{
    public static readonly QuandFiche Vide = new(null, null, null, false);

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

    internal void Comparer(QuandFiche apres, Comparaison comparaison) => comparaison
        .Noter("calendrier", Calendrier, apres.Calendrier)
        .Noter("debut", Debut, apres.Debut)
        .Noter("fin", Fin, apres.Fin)
        .Noter("amelioration-continue", AmeliorationContinue, apres.AmeliorationContinue);
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

    internal void Comparer(MoyensFiche apres, Comparaison comparaison) => comparaison
        .Noter("moyens-humains", MoyensHumains, apres.MoyensHumains)
        .Noter("etp", Montants.Texte(Etp), Montants.Texte(apres.Etp))
        .Noter("moyens-techniques", MoyensTechniques, apres.MoyensTechniques)
        .Noter("cout-previsionnel", Montants.Texte(CoutPrevisionnel), Montants.Texte(apres.CoutPrevisionnel))
        .Noter("financement-a-definir", FinancementADefinir, apres.FinancementADefinir);
}

public sealed record ResultatsFiche(string? ResultatsAttendus, string? ModalitesEvaluation, ParticipationHabitants? Participation)
{
    public static readonly ResultatsFiche Vide = new(null, null, null);

    internal ResultatsFiche Normaliser() => this with
    {
        ResultatsAttendus = Limites.LongTexte(ResultatsAttendus, "resultats-attendus"),
        ModalitesEvaluation = Limites.LongTexte(ModalitesEvaluation, "modalites-evaluation"),
    };

    internal void Comparer(ResultatsFiche apres, Comparaison comparaison) => comparaison
        .Noter("resultats-attendus", ResultatsAttendus, apres.ResultatsAttendus)
        .Noter("modalites-evaluation", ModalitesEvaluation, apres.ModalitesEvaluation)
        .Noter("participation", Participation, apres.Participation);
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
