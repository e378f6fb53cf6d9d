using System.Globalization;
using System.Text.RegularExpressions;

namespace CtgPortal.Domain.Diagnostics;

public static partial class Depouillement
{
    /// <summary>One column of answers being counted: what is too varied to be a choice is only counted, never kept.</summary>
    private sealed partial class ColonneComptee(string intitule)
    {
        private const int LongueurDUnChoix = 120;

        // beyond this the column is free words for good, and what was seen is let go
        private const int VuesMax = 400;

        private static readonly StringComparer Mots = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);
        private static readonly char[] Separateurs = [';', '|'];

        private Dictionary<string, int>? _vues = new(Mots);
        private int _remplies;
        private int _identifiantes;
        private bool _longue;

        public string Intitule { get; } = intitule;

        public MotifEcart? Ecart =>
            _remplies == 0 ? MotifEcart.Vide
            : Intitule.Length == 0 ? MotifEcart.SansIntitule
            : EnTetePersonnel().IsMatch(Intitule) || 2 * _identifiantes > _remplies ? MotifEcart.DonneePersonnelle
            : null;

        public void Compter(string valeur)
        {
            if (valeur.Length == 0)
            {
                return;
            }

            _remplies++;
            _identifiantes += Identifiante().IsMatch(valeur) ? 1 : 0;
            _longue |= valeur.Length > LongueurDUnChoix && valeur.IndexOfAny(Separateurs) < 0;
            if (_longue || _vues is null)
            {
                _vues = null;
                return;
            }

            _vues[valeur] = _vues.GetValueOrDefault(valeur) + 1;
            if (_vues.Count > VuesMax)
            {
                _vues = null;
            }
        }

        public QuestionEnquete Question()
        {
            if (_vues is null)
            {
                return Libre();
            }

            var multiples = _vues.Keys.Any(v => v.IndexOfAny(Separateurs) > 0) ? Eclater(_vues) : _vues;
            return EstUnChoix(multiples)
                ? new(
                    Intitule, multiples == _vues ? TypeQuestion.Fermee : TypeQuestion.ChoixMultiple, _remplies,
                    [.. multiples.OrderByDescending(v => v.Value).ThenBy(v => v.Key, Mots).Select(v => new ReponseQuestion(Court(v.Key, QuestionEnquete.LibelleLongueurMax), v.Value))])
                : Libre();
        }

        private QuestionEnquete Libre() => new(Intitule, TypeQuestion.Libre, _remplies, []);

        /// <summary>Few different values, and on the whole said more than once: names and stories never look like that.</summary>
        private bool EstUnChoix(Dictionary<string, int> valeurs) =>
            valeurs.Count <= ModalitesMax && (valeurs.Count <= 2 || 2 * valeurs.Count <= _remplies);

        private static Dictionary<string, int> Eclater(Dictionary<string, int> valeurs)
        {
            var choix = new Dictionary<string, int>(Mots);
            foreach (var (valeur, nombre) in valeurs)
            {
                foreach (var un in valeur.Split(Separateurs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(Mots))
                {
                    choix[un] = choix.GetValueOrDefault(un) + nombre;
                }
            }

            return choix;
        }

        [GeneratedRegex(
            @"^\s*(horodateur|timestamp|date\s+d.envoi|soumis|submit|start\s?date|adresse|e-?mail|courriel|m[ée]l\b|nom\b|pr[ée]nom|votre\s+(nom|pr[ée]nom|adresse|e-?mail|courriel|num[ée]ro|t[ée]l[ée]phone)|t[ée]l\b|t[ée]l[ée]phone|num[ée]ro|n°|ip\b|ip\s+address|identifiant|id\b|token|jeton|date\s+de\s+naissance|matricule|allocataire\s*n)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
        private static partial Regex EnTetePersonnel();

        // an address, a telephone, a social security number, a date with its hour
        [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:(?:\+33|0)\s?[1-9])(?:[\s.-]?\d{2}){4}|\b[12]\s?\d{2}\s?\d{2}\s?\d{2}\s?\d{3}\s?\d{3}\b|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ T]\d{1,2}:\d{2}", RegexOptions.IgnoreCase)]
        private static partial Regex Identifiante();
    }
}
