using System.Globalization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>A file of results as lines of cells.</summary>
/// <param name="Nom">Of the file.</param>
/// <param name="Format">How it was read.</param>
public sealed record TableauLu(string Nom, string Format, IReadOnlyList<string> Entetes, IEnumerable<IReadOnlyList<string>> Lignes);

/// <summary>Counts the answers of a questionnaire.</summary>
public static partial class Depouillement
{
    public const int ModalitesMax = 20;
    public const int QuestionsMax = 200;
    public const int ColonnesMax = 400;
    public const int LignesMax = 100_000;
    public const int IgnoreesMax = 20;

    private static readonly CompareInfo Francais = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>From a table with one line per question and answer: « question ; réponse ; effectif ».</summary>
    /// <exception cref="BusinessRuleException">The three columns are not there, or the file is too long.</exception>
    public static LectureResultats DesEffectifs(TableauLu tableau)
    {
        var (question, reponse, effectif) = (
            Colonne(tableau.Entetes, "question", "intitule"), Colonne(tableau.Entetes, "reponse", "modalite", "choix"), Colonne(tableau.Entetes, "effectif", "nombre", "nb", "total"));
        BusinessRuleException.ThrowIfAny(When(
            question < 0 || reponse < 0 || effectif < 0, "colonnes-absentes", "La première ligne doit nommer trois colonnes : question, réponse et effectif."));

        var questions = new List<(string Intitule, List<ReponseQuestion> Reponses)>();
        var ignorees = new Ignorees();
        var numero = 1;
        foreach (var ligne in tableau.Lignes)
        {
            ExigerLongueur(++numero);
            var (intitule, libelle) = (Cellule(ligne, question, QuestionEnquete.IntituleLongueurMax), Cellule(ligne, reponse, QuestionEnquete.LibelleLongueurMax));
            if (intitule.Length == 0 || libelle.Length == 0)
            {
                ignorees.Noter(numero, "la question ou la réponse manque");
            }
            else if (!int.TryParse(Cellule(ligne, effectif, 30).Replace("\u00A0", "").Replace("\u202F", "").Replace(" ", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var nombre)
                || nombre > DescriptionEnquete.EffectifMax)
            {
                ignorees.Noter(numero, "l’effectif n’est pas un nombre entier");
            }
            else
            {
                var rang = questions.FindIndex(q => Meme(q.Intitule, intitule));
                if (rang < 0)
                {
                    questions.Add((intitule, []));
                    rang = questions.Count - 1;
                }

                if (questions[rang].Reponses.Exists(r => Meme(r.Libelle, libelle)))
                {
                    ignorees.Noter(numero, "cette réponse est déjà donnée plus haut");
                }
                else
                {
                    questions[rang].Reponses.Add(new(libelle, nombre));
                }
            }
        }

        return new(
            tableau.Nom, FormeResultats.Effectifs, tableau.Format, numero - 1, null,
            [.. questions.Select(q => new QuestionEnquete(q.Intitule, TypeQuestion.Fermee, q.Reponses.Sum(r => r.Effectif), q.Reponses))],
            [], ignorees.Premieres, ignorees.Nombre);
    }

    /// <summary>From the answers themselves, one line per person and one column per question. Only counts leave this method.</summary>
    /// <exception cref="BusinessRuleException">No heading, or the file is too long or too wide.</exception>
    public static LectureResultats DesReponses(TableauLu tableau)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(tableau.Entetes.All(string.IsNullOrWhiteSpace), "entetes-absents", "La première ligne doit porter les questions, une par colonne."),
            .. When(tableau.Entetes.Count > ColonnesMax, "colonnes-trop-nombreuses", $"Ce fichier dépasse {ColonnesMax} colonnes."),
        ]);
        ColonneComptee[] colonnes = [.. tableau.Entetes.Select(e => new ColonneComptee(Court(e, QuestionEnquete.IntituleLongueurMax)))];
        var ignorees = new Ignorees();
        var (numero, repondants) = (1, 0);
        foreach (var ligne in tableau.Lignes)
        {
            ExigerLongueur(++numero);
            if (ligne.Count > colonnes.Length)
            {
                ignorees.Noter(numero, "elle a plus de colonnes que la première ligne");
                continue;
            }

            if (ligne.All(string.IsNullOrWhiteSpace))
            {
                ignorees.Noter(numero, "elle est vide");
                continue;
            }

            repondants++;
            for (var i = 0; i < ligne.Count; i++)
            {
                colonnes[i].Compter(ligne[i].Trim());
            }
        }

        return new(
            tableau.Nom, FormeResultats.Reponses, tableau.Format, numero - 1, repondants,
            [.. colonnes.Where(c => c.Ecart is null).Select(c => c.Question())],
            [.. colonnes.Where(c => c.Ecart is not null).Select(c => new ColonneEcartee(c.Intitule, c.Ecart!.Value))],
            ignorees.Premieres, ignorees.Nombre);
    }

    private static void ExigerLongueur(int numero) => BusinessRuleException.ThrowIfAny(When(
        numero > LignesMax + 1, "fichier-trop-long", $"Ce fichier dépasse {LignesMax / 1000} 000 lignes."));

    private static int Colonne(IReadOnlyList<string> entetes, params string[] noms)
    {
        for (var i = 0; i < entetes.Count; i++)
        {
            if (Array.Exists(noms, n => Francais.IsPrefix(entetes[i].Trim(), n, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace)))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Cellule(IReadOnlyList<string> ligne, int colonne, int longueurMax) => colonne < ligne.Count ? Court(ligne[colonne], longueurMax) : "";

    private static string Court(string texte, int longueurMax)
    {
        var net = texte.Replace("\0", "", StringComparison.Ordinal).Trim();
        return net.Length <= longueurMax ? net : string.Concat(net.AsSpan(0, longueurMax - 1).TrimEnd(), "…");
    }

    private static bool Meme(string un, string autre) => Francais.Compare(un, autre, CompareOptions.IgnoreCase) == 0;

    private sealed class Ignorees
    {
        private readonly List<LigneIgnoree> _premieres = [];

        public IReadOnlyList<LigneIgnoree> Premieres => _premieres;

        public int Nombre { get; private set; }

        public void Noter(int numero, string raison)
        {
            Nombre++;
            if (_premieres.Count < IgnoreesMax)
            {
                _premieres.Add(new(numero, raison));
            }
        }
    }
}
