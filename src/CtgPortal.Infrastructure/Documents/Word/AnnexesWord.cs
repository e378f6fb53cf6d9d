using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Annexes 2, 4, 5 and 6.</summary>
internal static class AnnexesWord
{
    public static IEnumerable<OpenXmlElement> Equipements(DossierConvention c, TitresWord titres)
    {
        yield return titres.Titre(1, MotsWord.Annexe(c, 2), nouvellePage: true);
        if (c.Equipements.Count == 0)
        {
            yield return EcritWord.Absent("Aucun équipement ou service n’est inscrit dans cette version.");
            yield break;
        }

        var table = new TableWord("Équipements et services soutenus", [25, 17, 18, 13, 16, 11])
            .Colonnes("Équipement ou service", "Gestionnaire", "Soutenu par", "Capacité", "Mode de soutien", "Bonus");
        foreach (var e in c.Equipements)
        {
            table.Ajouter([
                new([
                    .. EcritWord.Lignes(StylesWord.Cellule, e.Nom, gras: true),
                    .. MotsWord.Joindre(e.Type, e.Commune) is { Length: > 0 } precision ? EcritWord.Lignes(StylesWord.Cellule, precision, couleur: TeintesWord.Sourdine) : [],
                ]),
                CelluleWord.De(e.Gestionnaire), CelluleWord.De(string.Join(", ", e.Soutiens)), CelluleWord.De(e.Capacite), CelluleWord.De(e.ModeSoutien),
                CelluleWord.De(e.BonusTerritoire switch { null => "", true => "oui", false => "non" }),
            ]);
        }

        yield return table.Construire();
        yield return EcritWord.Paragraphe(
            StylesWord.Note,
            "La colonne « Bonus » indique si le bonus territoire s’applique. Les montants relèvent des conventions d’objectifs et de financement.");
    }

    public static IEnumerable<OpenXmlElement> Fin(DossierConvention c, TitresWord titres, MarquesWord marques) =>
    [
        titres.Titre(1, MotsWord.Annexe(c, 4), nouvellePage: true),
        .. c.Gouvernance.Count == 0 ? [EcritWord.Absent("Les modalités de pilotage ne sont pas encore rédigées.")] : marques.Blocs(c.Gouvernance),
        titres.Titre(1, MotsWord.Annexe(c, 5), nouvellePage: true),
        .. c.Evaluation.Count == 0 ? [EcritWord.Absent("Les modalités d’évaluation ne sont pas encore rédigées.")] : marques.Blocs(c.Evaluation),
        titres.Titre(1, MotsWord.Annexe(c, 6), nouvellePage: true),
        .. Deliberations(c),
    ];

    private static IEnumerable<OpenXmlElement> Deliberations(DossierConvention c)
    {
        if (c.Deliberations.Count == 0)
        {
            return [EcritWord.Absent("Aucune délibération n’est encore enregistrée.")];
        }

        var table = new TableWord("Délibérations et décisions", [30, 18, 18, 20, 14]).Colonnes("Instance", "Numéro", "Date", "Objet", "Vote");
        foreach (var d in c.Deliberations)
        {
            table.Textes(d.Organe, d.Numero, d.Date is { } le ? Mots.Jour(le) : "", d.Objet, d.Vote);
        }

        return
        [
            table.Construire(),
            EcritWord.Respiration(),
            .. c.Deliberations.Select(d => (d.Organe, Passages: Passages(d))).Where(d => d.Passages.Length > 0).Select(d => EcritWord.Paragraphe(StylesWord.Corps, $"{d.Organe} : {d.Passages}.")),
        ];
    }

    private static string Passages(DeliberationDossier d) => string.Join(", ", new[]
    {
        d.TransmiseLe is { } transmise ? $"transmise le {Mots.Jour(transmise)}" : null,
        d.RecueLe is { } recue ? $"reçue par la préfecture le {Mots.Jour(recue)}" : null,
        d.PublieeLe is { } publiee ? $"publiée le {Mots.Jour(publiee)}" : null,
        d.IdentifiantActes is { } identifiant ? $"identifiant {identifiant}" : null,
    }.OfType<string>());
}
