using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>
/// The convention with the Open XML SDK. It has a composer of its own, as the PDF has a template of its own: cover, coloured fiches,
/// contents and signatures belong to this document alone, and blocks for them would have to exist in both renderings of every other.
/// </summary>
internal sealed class ConventionWord : IConventionWord
{
    public byte[] Composer(DossierConvention dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        using var flux = new MemoryStream();
        using (var paquet = WordprocessingDocument.Create(flux, WordprocessingDocumentType.Document))
        {
            Decrire(paquet, dossier);
            var principale = paquet.AddMainDocumentPart();
            principale.AddNewPart<StyleDefinitionsPart>().Styles = StylesWord.Tous();
            principale.AddNewPart<NumberingDefinitionsPart>().Numbering = StylesWord.Listes();
            principale.AddNewPart<DocumentSettingsPart>().Settings = PagesWord.Reglages();
            var entete = principale.AddNewPart<HeaderPart>();
            entete.Header = PagesWord.Entete(MotsWord.Courant(dossier), dossier.Etat == EtatDocument.Projet ? "PROJET" : null);
            var pied = principale.AddNewPart<FooterPart>();
            pied.Footer = PagesWord.Pied(MotsWord.Mention(dossier));

            var titres = new TitresWord();
            var graphiques = new GraphiquesWord(principale);
            var marques = new MarquesWord(principale);
            var plan = new PlanWord(dossier.Niveaux, dossier.Axes, titres, marques);
            List<OpenXmlElement> corps = dossier.Avenant is not null ? [.. new AvenantWord(dossier, titres, marques).Tout(plan)] :
            [
                .. plan.EnUnePage(),
                .. new TexteWord(dossier, titres, marques).Tout(),
                .. new DiagnosticWord(dossier, titres, graphiques, marques).Annexe(),
                .. AnnexesWord.Equipements(dossier, titres),
                .. plan.FicheParFiche(MotsWord.Annexe(dossier, 3) + (MotsWord.Periode(dossier) is { } periode ? $" {periode}" : "")),
                .. AnnexesWord.Fin(dossier, titres, marques),
            ];

            // the contents comes before what it is made from
            principale.Document = new Document(new Body(
            [
                .. dossier.Avenant is null
                    ?
                    [
                        .. CouvertureWord.Dessiner(dossier),
                        new Paragraph(new ParagraphProperties(PagesWord.Section(null, SectionMarkValues.NextPage))),
                        .. titres.Sommaire(),
                    ]
                    : (OpenXmlElement[])[],
                .. corps,
                PagesWord.Section((principale.GetIdOfPart(entete), principale.GetIdOfPart(pied)), SectionMarkValues.NextPage),
            ]));
        }

        return flux.ToArray();
    }

    /// <summary>What the file says of itself, dated from the data and not from the clock.</summary>
    private static void Decrire(WordprocessingDocument paquet, DossierConvention c)
    {
        var jour = c.DateProduction.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var intitule = c.Avenant is { } avenant ? $"Avenant n° {avenant.Numero} à la convention {c.Intitule}" : c.Intitule;
        paquet.PackageProperties.Title = c.Etat == EtatDocument.Projet ? $"{intitule} (projet)" : intitule;
        paquet.PackageProperties.Subject = $"Convention territoriale globale – {c.Territoire}";
        paquet.PackageProperties.Creator = c.CafNom;
        paquet.PackageProperties.Keywords = $"convention territoriale globale, {MotsWord.Ctg(c)}, {c.Territoire}, {c.CafNom}";
        paquet.PackageProperties.Description = MotsWord.Mention(c);
        paquet.PackageProperties.ContentStatus = c.Etat == EtatDocument.Projet ? "Projet" : "Copie";
        paquet.PackageProperties.Language = "fr-FR";
        paquet.PackageProperties.Created = jour;
        paquet.PackageProperties.Modified = jour;
    }
}
