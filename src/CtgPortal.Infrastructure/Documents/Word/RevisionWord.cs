using CtgPortal.Application.Documents;
using CtgPortal.Application.Textes;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>A text compared with another: struck out and underlined, between marks that need no colour.</summary>
internal static class RevisionWord
{
    private const string Rouge = "8F1D2C";
    private const string Vert = "1B5E20";

    public static Paragraph Dessiner(BlocRevision revision)
    {
        var paragraphe = EcritWord.Paragraphe(StylesWord.Corps);
        if (revision.Intitule is { } intitule)
        {
            paragraphe.Append(EcritWord.Suite($"{intitule} ", gras: true));
        }

        paragraphe.Append(revision.Fragments.SelectMany(Suites));
        return paragraphe;
    }

    private static IEnumerable<Run> Suites(Fragment fragment)
    {
        var (debut, fin) = fragment.Etat switch { EtatFragment.Supprime => ("[−", "−]"), EtatFragment.Insere => ("[+", "+]"), _ => ("", "") };
        var lignes = $"{debut}{fragment.Texte.TrimEnd('\n')}{fin}".Split('\n');
        for (var i = 0; i < lignes.Length; i++)
        {
            var suite = ComposeurWord.Run(lignes[i]);
            suite.RunProperties = fragment.Etat switch
            {
                EtatFragment.Supprime => new RunProperties(new Strike(), new Color { Val = Rouge }),
                EtatFragment.Insere => new RunProperties(new Color { Val = Vert }, new Underline { Val = UnderlineValues.Single }),
                _ => null,
            };
            if (i < lignes.Length - 1 || fragment.Texte.EndsWith('\n'))
            {
                suite.Append(new Break());
            }

            yield return suite;
        }
    }
}
