using System.Globalization;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>What the convention says with words of its own, in the PDF's own terms.</summary>
internal static class MotsWord
{
    private static readonly string[] Annexes =
        ["Diagnostic partagé", "Équipements et services soutenus", "Plan d’actions", "Pilotage et suivi", "Évaluation", "Délibérations et décisions"];

    public static string Ctg(DossierConvention c) => c.Graphie == GraphieSigles.Haut ? "CTG" : "Ctg";

    public static string? Periode(DossierConvention c) => Periode(c.Debut, c.Fin);

    public static string? Periode(DateOnly? du, DateOnly? au) => (du?.Year, au?.Year) switch
    {
        ({ } debut, { } fin) when debut == fin => $"{debut}",
        ({ } debut, { } fin) => $"{debut}–{fin}",
        _ => null,
    };

    /// <summary>What the text is worth: never left for the reader to guess.</summary>
    public static string Mention(DossierConvention c) => c.Etat switch
    {
        EtatDocument.Projet => $"Projet, version de travail du {Mots.Jour(c.DateProduction)}",
        EtatDocument.Reprise => $"Mise en forme du {Mots.Jour(c.DateProduction)} : l’original signé hors du portail fait foi",
        EtatDocument.Consolidee => $"Version consolidée au {Mots.Jour(c.VersionDate!.Value)}, sans valeur d’original : les documents signés font foi",
        _ => $"Copie à modifier de la version {c.VersionNumero}{(c.VersionDate is { } le ? $" figée le {Mots.Jour(le)}" : "")} : seul le PDF fait foi",
    };

    /// <summary>« Annexe 4 – Pilotage et suivi », or the title that the territory gives it.</summary>
    public static string Annexe(DossierConvention c, int numero) => $"Annexe {numero} – {(numero <= c.Annexes.Count ? c.Annexes[numero - 1] : Annexes[numero - 1])}";

    public static string Courant(DossierConvention c) => $"{c.Territoire} – {Ctg(c)}{(Periode(c) is { } periode ? $" {periode}" : "")}";

    public static string Montant(decimal? montant) =>
        montant is { } m ? m.ToString("#,##0.00", Nombres.Format) + Nombres.EspaceInsecable + "€" : "";

    public static string Pluriel(int nombre, string mot) => $"{nombre} {mot}{(nombre > 1 ? "s" : "")}";

    public static string Personne(RepresentantDossier p) =>
        string.Join(" ", new[] { p.Civilite, p.Nom }.OfType<string>()) + (string.IsNullOrEmpty(p.Qualite) ? "" : $", {p.Qualite}");

    public static string Nature(NatureConstatDossier nature, bool plusieurs) => (nature, plusieurs) switch
    {
        (NatureConstatDossier.Force, _) => plusieurs ? "Forces" : "Force",
        (NatureConstatDossier.Faiblesse, _) => plusieurs ? "Faiblesses" : "Faiblesse",
        (NatureConstatDossier.Opportunite, _) => plusieurs ? "Opportunités" : "Opportunité",
        (NatureConstatDossier.Menace, _) => plusieurs ? "Menaces" : "Menace",
        (NatureConstatDossier.Besoin, _) => plusieurs ? "Besoins" : "Besoin",
        _ => plusieurs ? "Enjeux" : "Enjeu",
    };

    public static string Majuscule(string texte) => Mots.Majuscule(texte);

    public static string Entier(int nombre) => nombre.ToString("#,##0", Nombres.Format);

    public static string Annee(int? annee) => annee?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Joindre(params IEnumerable<string?> parties) => string.Join(", ", parties.Where(p => !string.IsNullOrEmpty(p)));
}
