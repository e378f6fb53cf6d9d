using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Application.Documents;

/// <summary>The codes of the domain as documents write them; pages use the same words.</summary>
public static class Mots
{
    private static readonly System.Globalization.CultureInfo Francais = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");

    public static string De(EtatValeur etat) => etat switch
    {
        EtatValeur.Publiee => "publiée",
        EtatValeur.Secret => "secret",
        EtatValeur.NonDisponible => "non disponible",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static string De(NatureAction nature) => nature switch
    {
        NatureAction.AMaintenir => "Action existante à maintenir",
        NatureAction.ADevelopper => "Action existante à développer",
        NatureAction.Nouvelle => "Action nouvelle",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(PrioriteFiche priorite) => priorite switch
    {
        PrioriteFiche.Elevee => "Élevée",
        PrioriteFiche.Moyenne => "Moyenne",
        PrioriteFiche.Basse => "Basse",
        _ => throw new ArgumentOutOfRangeException(nameof(priorite), priorite, null),
    };

    public static string De(ParticipationHabitants participation) => participation switch
    {
        ParticipationHabitants.Aucune => "Aucune",
        ParticipationHabitants.Information => "Information",
        ParticipationHabitants.Consultation => "Consultation",
        ParticipationHabitants.Concertation => "Concertation",
        ParticipationHabitants.Coconstruction => "Co-construction",
        _ => throw new ArgumentOutOfRangeException(nameof(participation), participation, null),
    };

    public static string De(NatureDepense nature) => nature switch
    {
        NatureDepense.Fonctionnement => "Fonctionnement",
        NatureDepense.Investissement => "Investissement",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(TypeIndicateur type) => type switch
    {
        TypeIndicateur.Quantitatif => "Quantitatif",
        TypeIndicateur.Qualitatif => "Qualitatif",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(CategorieIndicateur categorie) => categorie switch
    {
        CategorieIndicateur.Realisation => "De réalisation",
        CategorieIndicateur.Resultat => "De résultat",
        CategorieIndicateur.Impact => "D’impact",
        _ => throw new ArgumentOutOfRangeException(nameof(categorie), categorie, null),
    };

    public static string De(Avancement avancement) => avancement switch
    {
        Avancement.AVenir => "À venir",
        Avancement.EnCours => "En cours",
        Avancement.Realisee => "Réalisée",
        Avancement.EnPause => "En pause",
        Avancement.Bloquee => "Bloquée",
        Avancement.Abandonnee => "Abandonnée",
        Avancement.EnContinu => "En continu",
        _ => throw new ArgumentOutOfRangeException(nameof(avancement), avancement, null),
    };

    public static string De(NatureContribution nature) => nature switch
    {
        NatureContribution.Constat => "Constat",
        NatureContribution.Force => "Force",
        NatureContribution.Faiblesse => "Faiblesse",
        NatureContribution.Opportunite => "Opportunité",
        NatureContribution.Menace => "Menace",
        NatureContribution.Objectif => "Objectif",
        NatureContribution.IdeeAction => "Idée d’action",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    public static string De(TypeTerritoire type) => type switch
    {
        TypeTerritoire.Commune => "Commune",
        TypeTerritoire.Epci => "EPCI",
        TypeTerritoire.Departement => "Département",
        TypeTerritoire.Region => "Région",
        TypeTerritoire.France => "France",
        TypeTerritoire.Syndicat => "Syndicat",
        TypeTerritoire.Autre => "Autre",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    public static string De(NatureConstat nature) => nature switch
    {
        NatureConstat.Force => "Force",
        NatureConstat.Faiblesse => "Faiblesse",
        NatureConstat.Opportunite => "Opportunité",
        NatureConstat.Menace => "Menace",
        NatureConstat.Besoin => "Besoin",
        NatureConstat.Enjeu => "Enjeu",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    /// <summary>Findings of one nature, as a heading.</summary>
    public static string PlurielDe(NatureConstat nature) => nature switch
    {
        NatureConstat.Force => "Forces",
        NatureConstat.Faiblesse => "Faiblesses",
        NatureConstat.Opportunite => "Opportunités",
        NatureConstat.Menace => "Menaces",
        NatureConstat.Besoin => "Besoins",
        NatureConstat.Enjeu => "Enjeux",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    /// <summary>« 1er mars 2026 ».</summary>
    public static string Jour(DateOnly date) => $"{(date.Day == 1 ? "1er" : date.Day.ToString(Francais))} {date.ToString("MMMM yyyy", Francais)}";

    /// <summary>« 9 h 05 », « 14 h ».</summary>
    public static string Heure(TimeOnly heure) => heure.Minute == 0 ? $"{heure.Hour} h" : $"{heure.Hour} h {heure.Minute:00}";

    /// <summary>For the first word of a heading.</summary>
    public static string Majuscule(string texte) => texte.Length == 0 ? texte : char.ToUpper(texte[0], Francais) + texte[1..];

    /// <summary>The reference data abbreviates the kind of an EPCI; a signed text writes it out: « Communauté de communes des Trois Rivières ».</summary>
    public static string NomEnToutesLettres(string nom)
    {
        foreach (var (sigle, forme) in Formes)
        {
            if (nom.StartsWith(sigle, StringComparison.Ordinal))
            {
                return forme + nom[sigle.Length..];
            }
        }

        return nom;
    }

    private static readonly (string Sigle, string Forme)[] Formes =
    [
        ("CC ", "Communauté de communes "),
        ("CA ", "Communauté d’agglomération "),
        ("CU ", "Communauté urbaine "),
    ];
}
