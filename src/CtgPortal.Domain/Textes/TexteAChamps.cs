using System.Text;
using System.Text.RegularExpressions;

namespace CtgPortal.Domain.Textes;

/// <summary>A run of a filled line.</summary>
/// <param name="Champ">The field it comes from, as written; null for typed words.</param>
/// <param name="Manque">Nothing to put there: unknown field, or no value yet.</param>
public sealed record Morceau(string Texte, string? Champ = null, bool Manque = false);

public sealed record LigneRemplie(IReadOnlyList<Morceau> Morceaux)
{
    public string Texte => string.Concat(Morceaux.Select(m => m.Texte));
}

/// <summary>A text with its fields filled.</summary>
/// <param name="SansValeur">Codes cited where a value is needed and there is none.</param>
public sealed record TexteRempli(IReadOnlyList<LigneRemplie> Lignes, IReadOnlyList<string> SansValeur)
{
    /// <summary>As people would have typed it.</summary>
    public string EnTexte() => string.Join('\n', Lignes.Select(l => l.Texte));
}

/// <summary>What is wrong in a text whatever the data.</summary>
/// <param name="Ligne">From 1.</param>
public sealed record AnomalieTexte(int Ligne, string Message);

/// <summary>
/// Reads texts with fields: <c>{{territoire}}</c>, <c>{{liste:axes}}</c> alone on its line, <c>{{accord:un|plusieurs}}</c>, a wording instead
/// of a value that lacks <c>{{champs|tous}}</c>, and lines kept under a condition between <c>{{si:axes}}</c>, <c>{{sinon}}</c> and <c>{{fin-si}}</c>.
/// </summary>
public static partial class TexteAChamps
{
    /// <summary>Unknown fields, braces left open, conditions that do not close: what refuses a publication.</summary>
    public static IReadOnlyList<AnomalieTexte> Anomalies(string? texte)
    {
        List<AnomalieTexte> anomalies = [];
        int? ouverte = null;
        foreach (var (ligne, numero) in Lignes(texte))
        {
            foreach (var champ in Champs(ligne))
            {
                if (Reproche(champ, ligne) is { } reproche)
                {
                    anomalies.Add(new(numero, reproche));
                }
            }

            if (Champ().Replace(ligne, "") is var reste && (reste.Contains("{{", StringComparison.Ordinal) || reste.Contains("}}", StringComparison.Ordinal)))
            {
                anomalies.Add(new(numero, "des accolades ne se referment pas"));
            }

            switch (Commande(ligne))
            {
                case ChampsAutomatiques.Si when ouverte is not null:
                    anomalies.Add(new(numero, "une condition {{si:…}} en contient une autre"));
                    break;
                case ChampsAutomatiques.Si:
                    ouverte = numero;
                    break;
                case ChampsAutomatiques.Sinon when ouverte is null:
                    anomalies.Add(new(numero, "{{sinon}} ne suit aucun {{si:…}}"));
                    break;
                case ChampsAutomatiques.FinSi when ouverte is null:
                    anomalies.Add(new(numero, "{{fin-si}} ne suit aucun {{si:…}}"));
                    break;
                case ChampsAutomatiques.FinSi:
                    ouverte = null;
                    break;
            }
        }

        return ouverte is { } laissee ? [.. anomalies, new(laissee, "la condition {{si:…}} n’a pas de {{fin-si}}")] : anomalies;
    }

    /// <summary>Fills what it can, and shows what it cannot: a text with anomalies is still read.</summary>
    public static TexteRempli Remplir(string? texte, ValeursTexte valeurs)
    {
        List<LigneRemplie> lignes = [];
        List<string> sansValeur = [];
        var garde = true;
        foreach (var (ligne, _) in Lignes(texte))
        {
            switch (Commande(ligne))
            {
                case ChampsAutomatiques.Si:
                    garde = valeurs.AUneValeur(Champs(ligne).Single().Argument) || valeurs.AUneValeur($"liste:{Champs(ligne).Single().Argument}");
                    continue;
                case ChampsAutomatiques.Sinon:
                    garde = !garde;
                    continue;
                case ChampsAutomatiques.FinSi:
                    garde = true;
                    continue;
            }

            if (garde)
            {
                lignes.AddRange(RemplirLigne(ligne, valeurs, sansValeur));
            }
        }

        return new(lignes, sansValeur);
    }

    private static IEnumerable<LigneRemplie> RemplirLigne(string ligne, ValeursTexte valeurs, List<string> sansValeur)
    {
        if (Seul(ligne) is { Champ.Nature: NatureChamp.Liste } liste && valeurs.Liste(liste.Code) is { Count: > 0 } elements)
        {
            return elements.Select((e, i) => new LigneRemplie([new("- "), new(Element(e, i == elements.Count - 1), liste.Ecrit)]));
        }

        List<Morceau> morceaux = [];
        var fin = 0;
        foreach (var cite in Champs(ligne))
        {
            Ajouter(ligne[fin..cite.Debut]);
            morceaux.Add(Remplir(cite, valeurs, sansValeur));
            fin = cite.Fin;
        }

        Ajouter(ligne[fin..]);
        return [new(morceaux)];

        void Ajouter(string tape)
        {
            if (tape.Length > 0)
            {
                morceaux.Add(new(Ecrire(tape, valeurs.Graphie)));
            }
        }
    }

    private static Morceau Remplir(ChampCite cite, ValeursTexte valeurs, List<string> sansValeur)
    {
        if (cite.Champ is not { } champ || champ.Nature == NatureChamp.Condition)
        {
            return new(cite.Brut, cite.Ecrit, Manque: true);
        }

        if (champ.Nature == NatureChamp.Accord)
        {
            return new(Ecrire(valeurs.Plusieurs ? cite.Repli ?? "" : cite.Argument, valeurs.Graphie), cite.Ecrit);
        }

        var valeur = valeurs.Mot(cite.Code) ?? (cite.Repli is { } repli ? Ecrire(repli, valeurs.Graphie) : null);
        if (valeur is not null)
        {
            return new(cite.Majuscule ? char.ToUpper(valeur[0], System.Globalization.CultureInfo.InvariantCulture) + valeur[1..] : valeur, cite.Ecrit);
        }

        sansValeur.Add(cite.Code);
        return new($"[à fixer : {champ.Libelle}]", cite.Ecrit, Manque: true);
    }

    private static string? Reproche(ChampCite cite, string ligne) => cite switch
    {
        { EstCommande: true } when Commande(ligne) is null => $"{cite.Brut} doit être seul sur sa ligne",
        { EstCommande: true, Nom: ChampsAutomatiques.Si } when !ChampsAutomatiques.EstDonnee(cite.Argument) && !ChampsAutomatiques.EstDonnee($"liste:{cite.Argument}") =>
            Inconnu(cite.Brut, cite.Argument, voisin => $"{{{{si:{voisin}}}}}"),
        { EstCommande: true } => null,
        { Champ.Nature: NatureChamp.Condition } => $"{cite.Brut} ne s’emploie que dans une condition : {{{{si:{cite.Code}}}}}",
        { Champ: null } => Inconnu(cite.Brut, cite.Code, voisin => $"{{{{{voisin}}}}}"),
        { Champ.Nature: NatureChamp.Liste } when Seul(ligne) is null => $"la liste {cite.Brut} doit être seule sur sa ligne",
        { Champ.Nature: NatureChamp.Accord } when cite.Argument.Length == 0 || cite.Repli is null => $"{cite.Brut} doit donner deux rédactions, séparées par une barre |",
        _ => null,
    };

    private static string Inconnu(string brut, string code, Func<string, string> ecrire) =>
        $"le champ {brut} n’existe pas" + (ChampsAutomatiques.Voisin(code) is { } voisin ? $" ; vouliez-vous écrire {ecrire(voisin)} ?" : "");

    /// <summary>The words of « Ctg » and « Caf » as the text has them written; whole words only.</summary>
    private static string Ecrire(string tape, GraphieSigles graphie) => Sigle().Replace(tape, m => graphie switch
    {
        GraphieSigles.Haut => m.Value.ToUpperInvariant(),
        _ => m.Value[..1] + m.Value[1..].ToLowerInvariant(),
    });

    /// <summary>A list ends each element as French lists do: a semicolon, then a full stop.</summary>
    private static string Element(string texte, bool dernier) => texte.TrimEnd('.', ';', ' ') + (dernier ? "." : " ;");

    private static IEnumerable<(string Ligne, int Numero)> Lignes(string? texte) =>
        (texte ?? "").ReplaceLineEndings("\n").Split('\n').Select((l, i) => (l.Trim(), i + 1));

    private static string? Commande(string ligne) => Seul(ligne) is { EstCommande: true } commande ? commande.Nom : null;

    private static ChampCite? Seul(string ligne) =>
        Champs(ligne).ToList() is [var seul] && seul.Debut == 0 && seul.Fin == ligne.Length ? seul : null;

    private static IEnumerable<ChampCite> Champs(string ligne) => Champ().Matches(ligne).Select(m => new ChampCite(m));

    [GeneratedRegex(@"\{\{\s*(?<code>[^{}|]*?)\s*(?:\|(?<repli>[^{}]*?)\s*)?\}\}")]
    private static partial Regex Champ();

    [GeneratedRegex(@"\b(Ctg|CTG|Caf|CAF)\b")]
    private static partial Regex Sigle();

    /// <summary>A field where it is written.</summary>
    private sealed class ChampCite
    {
        public ChampCite(Match m)
        {
            (Debut, Fin, Brut) = (m.Index, m.Index + m.Length, m.Value);
            Ecrit = m.Groups["code"].Value;
            Majuscule = Ecrit.Length > 0 && char.IsUpper(Ecrit[0]);
            Repli = m.Groups["repli"].Success ? m.Groups["repli"].Value : null;
            var separateur = Ecrit.IndexOf(':', StringComparison.Ordinal);
            Nom = (separateur < 0 ? Ecrit : Ecrit[..separateur]).Trim().ToLowerInvariant();
            Argument = separateur < 0 ? "" : Ecrit[(separateur + 1)..].Trim();
            Code = Nom == ChampsAutomatiques.Accord ? Nom : Normaliser(Ecrit);
            Champ = ChampsAutomatiques.De(Code);
            if (Nom == ChampsAutomatiques.Si)
            {
                Argument = Normaliser(Argument);
            }
        }

        public int Debut { get; }

        public int Fin { get; }

        public string Brut { get; }

        public string Ecrit { get; }

        public string Nom { get; }

        public string Argument { get; }

        public string Code { get; }

        public string? Repli { get; }

        public bool Majuscule { get; }

        public ChampAutomatique? Champ { get; }

        public bool EstCommande => Nom is ChampsAutomatiques.Si || Ecrit.ToLowerInvariant() is ChampsAutomatiques.Sinon or ChampsAutomatiques.FinSi;

        // « liste : axes », « Nombre-Communes » and an accent too many are forgiven
        private static string Normaliser(string code)
        {
            var lettres = code.ToLowerInvariant().Normalize(NormalizationForm.FormD)
                .Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && c != ' ');
            return string.Concat(lettres);
        }
    }
}
