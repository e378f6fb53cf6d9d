using System.Globalization;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;

namespace CtgPortal.Application.Diagnostics;

public enum PartieDiagnostic
{
    Demarche,
    Indicateur,
    Valeur,
    Constat,
    Enquete,
    Question,
    Entretien,
    Document,
}

public enum EtatDifference
{
    Ajoute,
    Modifie,
    Retire,
}

/// <summary>One thing of the diagnostic that is not the same in two photographs.</summary>
/// <param name="Theme">Field of intervention; null where there is none.</param>
/// <param name="Champs">Field by field, before and after; codes as in the journal.</param>
public sealed record Difference(PartieDiagnostic Partie, EtatDifference Etat, string? Theme, string Intitule, IReadOnlyList<Changement> Champs);

public static class DifferencesDiagnostic
{
    /// <summary>In the order of the parts, then of the things themselves; empty when nothing differs.</summary>
    public static IReadOnlyList<Difference> Entre(PhotographieDiagnostic avant, PhotographieDiagnostic apres)
    {
        var (anciens, nouveaux) = (Elements(avant).ToDictionary(e => e.Cle), Elements(apres).ToDictionary(e => e.Cle));
        return
        [
            .. anciens.Keys.Union(nouveaux.Keys)
                .Select(cle => Comparer(anciens.GetValueOrDefault(cle), nouveaux.GetValueOrDefault(cle)))
                .OfType<Difference>()
                .OrderBy(d => d.Partie).ThenBy(d => d.Theme, StringComparer.Ordinal).ThenBy(d => d.Etat).ThenBy(d => d.Intitule, StringComparer.Ordinal),
        ];
    }

    private static Difference? Comparer(Element? avant, Element? apres)
    {
        var element = apres ?? avant!;
        var comparaison = new Comparaison();
        foreach (var (code, _) in element.Champs)
        {
            comparaison.Noter(code, Valeur(avant, code), Valeur(apres, code));
        }

        var etat = avant is null ? EtatDifference.Ajoute : apres is null ? EtatDifference.Retire : EtatDifference.Modifie;
        return etat == EtatDifference.Modifie && comparaison.EstVide ? null : new(element.Partie, etat, element.Theme, element.Intitule, comparaison.Changements);
    }

    private static object? Valeur(Element? element, string code) => element?.Champs.FirstOrDefault(c => c.Code == code).Valeur;

    private static IEnumerable<Element> Elements(PhotographieDiagnostic photographie) =>
    [
        new(PartieDiagnostic.Demarche, "demarche", null, "", [("demarche", photographie.Demarche), ("sources", photographie.Sources)]),
        .. photographie.Indicateurs.SelectMany(DeLIndicateur),
        .. photographie.Constats.Select(c => new Element(
            PartieDiagnostic.Constat, $"constat:{c.Id}", c.Champ, c.Texte,
            [("champ", c.Champ), ("nature", c.Nature), ("texte", c.Texte), ("priorite", c.Priorite), ("appuis", c.Appuis)])),
        .. photographie.Enquetes.SelectMany(DeLEnquete),
        .. photographie.Entretiens.Select(e => new Element(
            PartieDiagnostic.Entretien, $"entretien:{e.Id}", null, new DescriptionEntretien(e.Fonction, e.Organisation, null, [], null).Intitule,
            [
                ("fonction", e.Fonction), ("organisation", e.Organisation), ("date", e.Date), ("themes", e.Themes), ("synthese", e.Synthese),
                ("communes", e.Communes), ("pieces-jointes", e.Pieces), ("empreinte", Empreintes(e.Pieces)),
            ])),
        .. photographie.Documents.Select(d => new Element(
            PartieDiagnostic.Document, $"document:{d.Id}", null, d.Intitule,
            [
                ("intitule", d.Intitule), ("auteur", d.Auteur), ("annee", d.Annee), ("lien", d.Lien), ("themes", d.Themes), ("propos", d.Propos),
                ("pieces-jointes", d.Pieces), ("empreinte", Empreintes(d.Pieces)),
            ])),
    ];

    private static IEnumerable<Element> DeLIndicateur(IndicateurFige indicateur) =>
    [
        new(
            PartieDiagnostic.Indicateur, $"indicateur:{indicateur.Id}", indicateur.Champ, indicateur.Intitule,
            [("champ", indicateur.Champ), ("intitule", indicateur.Intitule), ("unite", indicateur.Unite)]),
        .. indicateur.Valeurs.Select(v => new Element(
            PartieDiagnostic.Valeur, $"valeur:{indicateur.Id}:{v.Annee}:{v.Code}:{v.Territoire}", indicateur.Champ,
            string.Create(CultureInfo.InvariantCulture, $"{indicateur.Intitule} – {v.Territoire}, {v.Annee}"),
            [("etat", v.Etat), ("valeur", v.Valeur), ("arrondi", v.Arrondi), ("source", v.Source), ("licence", v.Licence)])),
    ];

    private static IEnumerable<Element> DeLEnquete(EnqueteFigee enquete) =>
    [
        new(
            PartieDiagnostic.Enquete, $"enquete:{enquete.Id}", null, enquete.Intitule,
            [
                ("intitule", enquete.Intitule), ("public-vise", enquete.Public), ("mode", enquete.Mode), ("debut", enquete.Debut), ("fin", enquete.Fin),
                ("envoyes", enquete.Envoyes), ("reponses", enquete.Reponses), ("methode", enquete.Methode), ("themes", enquete.Themes), ("seuil", enquete.Seuil),
            ]),
        .. enquete.Questions.GroupBy(q => q.Intitule).SelectMany(g => g.Select((q, rang) => new Element(
            PartieDiagnostic.Question, $"question:{enquete.Id}:{rang}:{q.Intitule}", null, $"{enquete.Intitule} – {q.Intitule}",
            [("repondants", q.Repondants), ("resultats", q.Reponses.Select(Resultat).ToList())]))),
    ];

    private static List<string> Empreintes(IReadOnlyList<FichierFige>? pieces) => [.. (pieces ?? []).Select(p => p.Empreinte)];

    private static string Resultat(ReponseQuestion reponse) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(reponse.Regroupees > 0 ? $"{reponse.Regroupees} autres réponses" : reponse.Libelle)} : {reponse.Effectif}");

    private sealed record Element(PartieDiagnostic Partie, string Cle, string? Theme, string Intitule, IReadOnlyList<(string Code, object? Valeur)> Champs);
}
