using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Fiches as a document of their own: what the convention prints of the plan, without the convention.</summary>
internal sealed class FichesWord : IFichesWord
{
    public byte[] Composer(FichesImprimees fiches)
    {
        ArgumentNullException.ThrowIfNull(fiches);
        using var flux = new MemoryStream();
        using (var paquet = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            Decrire(paquet, fiches);
            var principale = paquet.AddMainDocumentPart();
            principale.AddNewPart<StyleDefinitionsPart>().Styles = StylesWord.Tous();
            principale.AddNewPart<NumberingDefinitionsPart>().Numbering = StylesWord.Listes();
            principale.AddNewPart<DocumentSettingsPart>().Settings = PagesWord.Reglages(sommaire: fiches.Forme != FormeFiches.Fiche);
            var entete = principale.AddNewPart<HeaderPart>();
            entete.Header = PagesWord.Entete(fiches.Intitule, fiches.Confidentiel ? "CONFIDENTIEL : NE PAS DIFFUSER" : null);
            var pied = principale.AddNewPart<FooterPart>();
            pied.Footer = PagesWord.Pied($"{fiches.Territoire} – Plan d’actions au {Mots.Jour(fiches.DateProduction)}");

            var titres = new TitresWord();
            var plan = new PlanWord(
                fiches.Niveaux, fiches.Axes, titres, new MarquesWord(principale),
                fiches.Partielles ? "Rien n’est écrit dans les parties choisies." : FicheWord.NonRenseignee);
            var corps = Corps(fiches, plan, titres).ToList();
            if (corps is [.., Paragraph { InnerText: "" }])
            {
                corps[^1] = EcritWord.Fin();
            }

            principale.Document = new Document(new Body(
            [
                .. corps,
                PagesWord.Section((principale.GetIdOfPart(entete), principale.GetIdOfPart(pied)), SectionMarkValues.NextPage),
            ]));
        }

        return flux.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Corps(FichesImprimees fiches, PlanWord plan, TitresWord titres)
    {
        if (fiches.Forme == FormeFiches.Fiche)
        {
            return plan.FichesSeules(aLaSuite: true);
        }

        var periode = MotsWord.Periode(fiches.Debut, fiches.Fin);

        // the contents comes before what it is made from
        List<OpenXmlElement> corps = fiches.Forme == FormeFiches.Selection
            ? [.. plan.FichesSeules(aLaSuite: false)]
            : [.. plan.EnUnePage(), .. plan.FicheParFiche("Les fiches du plan" + (periode is null ? "" : $" {periode}"))];
        return
        [
            EcritWord.Paragraphe(StylesWord.Titre, fiches.Titre + (periode is null ? "" : $" {periode}")),
            EcritWord.Paragraphe(StylesWord.SousTitre, $"{fiches.Territoire} – {fiches.Intitule}"),
            .. titres.Sommaire(),
            .. corps,
        ];
    }

    /// <summary>What the file says of itself, dated from the data and not from the clock.</summary>
    private static void Decrire(WordprocessingDocument paquet, FichesImprimees fiches)
    {
        var jour = fiches.DateProduction.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        paquet.PackageProperties.Title = fiches.Titre;
        paquet.PackageProperties.Subject = fiches.Intitule;
        paquet.PackageProperties.Creator = fiches.Territoire;
        paquet.PackageProperties.Language = "fr-FR";
        paquet.PackageProperties.Created = jour;
        paquet.PackageProperties.Modified = jour;
    }
}
