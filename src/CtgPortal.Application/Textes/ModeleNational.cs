using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Textes;

/// <summary>The first national model, in wording of our own: fourteen articles, visas, préambule, steering and evaluation. A migration publishes it.</summary>
public static class ModeleNational
{
    private const string Entete = "# ";

    /// <summary>Of the file beside this class: « # clé | Titre », then the text.</summary>
    public static ContenuTexte Lire()
    {
        using var flux = typeof(ModeleNational).Assembly.GetManifestResourceStream($"{typeof(ModeleNational).Namespace}.modele-national.md")
            ?? throw new InvalidOperationException("The national model is not embedded.");
        using var lecteur = new StreamReader(flux);
        var parties = lecteur.ReadToEnd().ReplaceLineEndings("\n").Split("\n" + Entete, StringSplitOptions.RemoveEmptyEntries);
        return new([.. parties.Select(Lire)], ContenuTexte.AnnexesUsuelles, GraphieSigles.Bas);
    }

    private static Passage Lire(string partie)
    {
        var (tete, corps) = partie.Split('\n', 2) is [var t, var c] ? (t, c) : throw new InvalidOperationException("A part of the national model has no text.");
        var noms = tete.Replace(Entete, "", StringComparison.Ordinal).Split('|', 2, StringSplitOptions.TrimEntries);
        return new(noms[0], NatureDe(noms[0]), noms[1], corps.Trim(), true);
    }

    private static NaturePassage NatureDe(string cle) => cle switch
    {
        PassagesFixes.Visas => NaturePassage.Visas,
        PassagesFixes.Preambule => NaturePassage.Preambule,
        PassagesFixes.Gouvernance => NaturePassage.Gouvernance,
        PassagesFixes.Evaluation => NaturePassage.Evaluation,
        _ => NaturePassage.Article,
    };
}
