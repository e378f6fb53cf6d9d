using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

public readonly record struct ModeleTexteId(Guid Value) : IStronglyTypedId<ModeleTexteId>
{
    public static ModeleTexteId From(Guid value) => new(value);

    public static ModeleTexteId New() => new(Guid.CreateVersion7());
}

/// <summary>A published wording: never changed, so that what was copied from it can always be compared.</summary>
/// <param name="Par">Who published it, as named then; empty for what came with the portal.</param>
/// <param name="Note">What changed, for those who write conventions.</param>
public sealed record VersionModele(int Numero, DateTimeOffset PublieeLe, string Par, string Note, ContenuTexte Contenu)
{
    public const int NoteLongueurMax = 500;
    public const int ParLongueurMax = 250;

    // for EF, which binds no jsonb to a constructor
    private VersionModele()
        : this(0, default, "", "", new([], [], GraphieSigles.Bas))
    {
    }
}

/// <summary>
/// The wording that a Caf, or the portal for all, offers to the conventions: a draft that is worked on and published versions with
/// numbers. A convention copies a version; nothing done here changes it afterwards.
/// </summary>
public sealed class ModeleTexte : AggregateRoot
{
    private readonly List<VersionModele> _versions = [];

    private ModeleTexte()
    {
    }

    public ModeleTexteId Id { get; private init; }

    /// <summary>Null for the national model, that every Caf has as long as it publishes none.</summary>
    public string? CafCode { get; private init; }

    public ContenuTexte Brouillon { get; private set; } = new([], [], GraphieSigles.Bas);

    public DateTimeOffset ModifieLe { get; private set; }

    public IReadOnlyList<VersionModele> Versions => [.. _versions.OrderBy(v => v.Numero)];

    public VersionModele? Derniere => _versions.MaxBy(v => v.Numero);

    public bool EstNational => CafCode is null;

    /// <summary>Whether publishing would say something new.</summary>
    public bool ADesChangements => Derniere is not { } derniere || !MemeContenu(derniere.Contenu, Brouillon);

    /// <summary>The model of a Caf begins as a copy of another.</summary>
    public static ModeleTexte Deriver(string caf, ContenuTexte depuis, DateTimeOffset now)
    {
        var modele = new ModeleTexte { Id = ModeleTexteId.New(), CafCode = caf, Brouillon = depuis, ModifieLe = now };
        modele.RecordQuietly();
        return modele;
    }

    /// <exception cref="BusinessRuleException">Unknown passage, or a text that breaks a limit.</exception>
    public void Rediger(string cle, string titre, string corps, bool contractuel, DateTimeOffset now)
    {
        var passage = Trouver(cle);
        var apres = (passage with { Titre = passage.Nature == NaturePassage.Article ? titre : passage.Titre, Corps = corps, Contractuel = contractuel }).Normaliser();
        Remplacer([.. Brouillon.Passages.Select(p => p.Cle == cle ? apres : p)], now);
    }

    /// <returns>The key of the new article, which is the last one.</returns>
    /// <exception cref="BusinessRuleException">No title, or too many articles.</exception>
    public string AjouterArticle(string titre, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            Brouillon.Articles.Count() >= ContenuTexte.ArticlesMax, "trop-d-articles", $"Un modèle compte au plus {ContenuTexte.ArticlesMax} articles."));
        var article = new Passage(Passage.NouvelleCle(), NaturePassage.Article, titre, "", true).Normaliser();
        Remplacer(OrdreDesArticles.Inserer(Brouillon.Passages, article), now);
        return article.Cle;
    }

    /// <exception cref="BusinessRuleException">Not an article of the draft.</exception>
    public void RetirerArticle(string cle, DateTimeOffset now)
    {
        ExigerArticle(cle);
        Remplacer([.. Brouillon.Passages.Where(p => p.Cle != cle)], now);
    }

    /// <summary>One place up or down; at the end of the list nothing moves.</summary>
    /// <exception cref="BusinessRuleException">Not an article of the draft.</exception>
    public void DeplacerArticle(string cle, bool versLeHaut, DateTimeOffset now)
    {
        ExigerArticle(cle);
        var cles = OrdreDesArticles.Deplacer([.. Brouillon.Articles.Select(a => a.Cle)], cle, versLeHaut);
        Remplacer(
            [.. Brouillon.Passages.OrderBy(p => PassagesFixes.Rang(p.Nature)).ThenBy(p => cles.IndexOf(p.Cle))], now);
    }

    /// <exception cref="BusinessRuleException">Titles missing or too long.</exception>
    public void Regler(IReadOnlyList<string> annexes, GraphieSigles graphie, DateTimeOffset now) =>
        Changer(Brouillon with { Annexes = ContenuTexte.NormaliserAnnexes(annexes), Graphie = graphie }, now);

    /// <summary>What stands in the way of a publication, each at its place.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALaPublication()
    {
        var articles = Brouillon.Articles.ToList();
        return
        [
            .. When(!ADesChangements, "modele-inchange", "Le brouillon dit la même chose que la dernière version publiée."),
            .. When(articles.Count == 0, ControleTexte.SansArticle, "Le modèle n’a aucun article."),
            .. Brouillon.Passages.SelectMany(p => Anomalies(p, ControleTexte.Lieu(p, articles))),
        ];
    }

    /// <exception cref="BusinessRuleException">With every unknown field and every empty article, and its place.</exception>
    public int Publier(string? note, string par, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesALaPublication());
        var version = new VersionModele(
            (Derniere?.Numero ?? 0) + 1, now, par, Texte.Obligatoire(note, "note", VersionModele.NoteLongueurMax), Brouillon);
        _versions.Add(version);
        RecordQuietly();
        return version.Numero;
    }

    private static IEnumerable<Obstacle> Anomalies(Passage passage, string lieu) =>
    [
        .. When(passage is { Nature: NaturePassage.Article, Corps.Length: 0 }, new Obstacle(ControleTexte.ArticleVide, $"{lieu} : cet article n’a pas de texte.", Cible: passage.Cle)),
        .. TexteAChamps.Anomalies(passage.Titre).Select(a => new Obstacle(ControleTexte.ChampInconnu, $"{lieu}, titre : {a.Message}.", Cible: passage.Cle)),
        .. TexteAChamps.Anomalies(passage.Corps).Select(a => new Obstacle(ControleTexte.ChampInconnu, $"{lieu}, ligne {a.Ligne} : {a.Message}.", Cible: passage.Cle)),
    ];

    private static bool MemeContenu(ContenuTexte a, ContenuTexte b) =>
        a.Graphie == b.Graphie && a.Annexes.SequenceEqual(b.Annexes) && a.Passages.SequenceEqual(b.Passages);

    private Passage Trouver(string cle) =>
        Brouillon.De(cle) ?? throw new BusinessRuleException("passage-inconnu", "Cette partie n’existe plus dans le modèle.");

    private void ExigerArticle(string cle) => BusinessRuleException.ThrowIfAny(When(
        Trouver(cle).Nature != NaturePassage.Article, "passage-fixe", "Cette partie du texte a une place fixe."));

    private void Remplacer(IReadOnlyList<Passage> passages, DateTimeOffset now) => Changer(Brouillon with { Passages = passages }, now);

    private void Changer(ContenuTexte contenu, DateTimeOffset now)
    {
        if (!MemeContenu(Brouillon, contenu))
        {
            (Brouillon, ModifieLe) = (contenu, now);
            RecordQuietly();
        }
    }
}

/// <summary>Who writes which model: the Caf words what it signs, the administrators what is offered to all.</summary>
public static class ReglesModele
{
    public static bool Peut(IEnumerable<Habilitation> habilitations, string? caf) => habilitations.Any(h => caf is null
        ? h is { Role: Role.Administrateur, Portee: Portee.Nationale }
        : h is { Role: Role.Conseiller or Role.Direction, Portee: Portee.Caf } && h.Code == caf);

    /// <exception cref="BusinessRuleException">The model of another Caf, or the national one.</exception>
    public static void Exiger(IEnumerable<Habilitation> habilitations, string? caf) => BusinessRuleException.ThrowIfAny(When(
        !Peut(habilitations, caf), "modele-etranger",
        caf is null ? "Le modèle national est écrit par les administrateurs du portail." : "Vous ne pouvez écrire que le modèle de votre Caf."));
}

internal static class OrdreDesArticles
{
    public static IReadOnlyList<Passage> Inserer(IReadOnlyList<Passage> passages, Passage article) =>
        [.. passages.Append(article).OrderBy(p => PassagesFixes.Rang(p.Nature))];

    public static List<string> Deplacer(List<string> cles, string cle, bool versLeHaut)
    {
        var rang = cles.IndexOf(cle);
        var vers = rang + (versLeHaut ? -1 : 1);
        if (rang >= 0 && vers >= 0 && vers < cles.Count)
        {
            (cles[rang], cles[vers]) = (cles[vers], cles[rang]);
        }

        return cles;
    }
}
