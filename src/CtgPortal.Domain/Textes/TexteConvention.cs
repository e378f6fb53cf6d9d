using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

/// <summary>A published version of a model, as a convention copies it.</summary>
public sealed record ModelePublie(ModeleTexteId Id, bool EstNational, int Version, DateTimeOffset PublieeLe, string Note, ContenuTexte Contenu);

/// <summary>The text of a convention: which model it comes from, the order of its articles, its annexes. The words are in <see cref="PassageTexte"/>.</summary>
public sealed class TexteConvention : AggregateRoot
{
    private TexteConvention()
    {
    }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Null for a convention signed elsewhere, whose text is not the portal's to word.</summary>
    public ModeleTexteId? ModeleId { get; private set; }

    /// <summary>The version it was copied from, then the last one that was read to the end.</summary>
    public int? ModeleVersion { get; private set; }

    /// <summary>Keys of the articles, in the order of printing.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <summary>Articles of the model that the convention does not want.</summary>
    public IReadOnlyList<string> Ecartes { get; private set; } = [];

    public IReadOnlyList<string> Annexes { get; private set; } = [];

    public GraphieSigles Graphie { get; private set; }

    public DateTimeOffset CommenceLe { get; private init; }

    /// <summary>Copies a version of a model, whole: from then on the text is the convention's.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public static (TexteConvention Texte, IReadOnlyList<PassageTexte> Passages) Commencer(
        ConventionId convention, ModelePublie modele, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var texte = new TexteConvention
        {
            ConventionId = convention,
            ModeleId = modele.Id,
            ModeleVersion = modele.Version,
            Articles = [.. modele.Contenu.Articles.Select(a => a.Cle)],
            Annexes = modele.Contenu.Annexes,
            Graphie = modele.Contenu.Graphie,
            CommenceLe = now,
        };
        texte.Record(new TexteCommence(convention, modele.Version, now));
        return (texte, [.. modele.Contenu.Passages.Select(p => PassageTexte.Copier(convention, p, depuisModele: true))]);
    }

    /// <summary>What is known of the text of a convention signed elsewhere.</summary>
    public static (TexteConvention Texte, IReadOnlyList<PassageTexte> Passages) Reprendre(
        ConventionId convention, string? preambule, DateTimeOffset now)
    {
        var texte = new TexteConvention { ConventionId = convention, Annexes = ContenuTexte.AnnexesUsuelles, CommenceLe = now };
        texte.Record(new TexteCommence(convention, null, now));
        return (texte, [PassageTexte.Copier(
            convention, new(PassagesFixes.Preambule, NaturePassage.Preambule, PassagesFixes.NomDe(NaturePassage.Preambule), preambule ?? "", true), depuisModele: false)]);
    }

    /// <exception cref="BusinessRuleException">The text is frozen, no title, or too many articles.</exception>
    public PassageTexte AjouterArticle(string titre, StatutConvention etape, DateTimeOffset now) =>
        Inserer(PassageTexte.Copier(
            ConventionId, new(Passage.NouvelleCle(), NaturePassage.Article, titre, "", true), depuisModele: false), Articles.Count, etape, now);

    /// <summary>An article that a newer version of the model brings, at the place it has there.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen, or too many articles.</exception>
    public PassageTexte AjouterDuModele(Passage article, ContenuTexte modele, StatutConvention etape, DateTimeOffset now)
    {
        var precedent = modele.Articles.TakeWhile(a => a.Cle != article.Cle).Select(a => a.Cle).LastOrDefault(Articles.Contains);
        var rang = precedent is null ? 0 : Articles.ToList().IndexOf(precedent) + 1;
        return Inserer(PassageTexte.Copier(ConventionId, article, depuisModele: true), rang, etape, now);
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or the part has a fixed place.</exception>
    public void RetirerArticle(PassageTexte article, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        article.ExigerArticle();
        Articles = [.. Articles.Where(c => c != article.Cle)];
        Record(new ArticleRetire(ConventionId, article.Cle, article.Titre, now)
        {
            Changements = new Comparaison().Noter("passage-corps", article.Corps, null).Changements,
        });
    }

    /// <summary>One place up or down; at the end of the list nothing moves.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen, or the part has a fixed place.</exception>
    public void DeplacerArticle(PassageTexte article, bool versLeHaut, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        article.ExigerArticle();
        var apres = OrdreDesArticles.Deplacer([.. Articles], article.Cle, versLeHaut);
        if (!apres.SequenceEqual(Articles))
        {
            Articles = apres;
            Record(new ArticleDeplace(ConventionId, article.Cle, article.Titre, apres.IndexOf(article.Cle) + 1, now));
        }
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or a title is missing.</exception>
    public void Presenter(IReadOnlyList<string> annexes, GraphieSigles graphie, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var apres = ContenuTexte.NormaliserAnnexes(annexes);
        var comparaison = new Comparaison().Noter("annexes", Annexes, apres).Noter("graphie", Graphie, graphie);
        if (!comparaison.EstVide)
        {
            (Annexes, Graphie) = (apres, graphie);
            Record(new PresentationTexteModifiee(ConventionId, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Does without an article that a newer version brings.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public void Ecarter(Passage article, int version, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        if (!Ecartes.Contains(article.Cle))
        {
            Ecartes = [.. Ecartes, article.Cle];
            Record(new PassageGarde(ConventionId, article.Cle, article.Titre, version, now));
        }
    }

    /// <summary>Nothing of this version is left to be read.</summary>
    public void NoterExamen(ModelePublie modele, DateTimeOffset now)
    {
        if ((ModeleId, ModeleVersion) != (modele.Id, modele.Version))
        {
            (ModeleId, ModeleVersion) = (modele.Id, modele.Version);
            Record(new ModeleExamine(ConventionId, modele.Version, now));
        }
    }

    /// <summary>The passages in the order of printing.</summary>
    public IReadOnlyList<PassageTexte> Ordonner(IEnumerable<PassageTexte> passages)
    {
        var rangs = Articles.Select((cle, rang) => (cle, rang)).ToDictionary(x => x.cle, x => x.rang);
        return [.. passages.Where(p => p.Nature != NaturePassage.Article || rangs.ContainsKey(p.Cle))
            .OrderBy(p => PassagesFixes.Rang(p.Nature)).ThenBy(p => rangs.GetValueOrDefault(p.Cle))];
    }

    private PassageTexte Inserer(PassageTexte article, int rang, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        BusinessRuleException.ThrowIfAny(When(
            Articles.Count >= ContenuTexte.ArticlesMax, "trop-d-articles", $"Un texte compte au plus {ContenuTexte.ArticlesMax} articles."));
        Articles = [.. Articles.Take(rang), article.Cle, .. Articles.Skip(rang)];
        Ecartes = [.. Ecartes.Where(c => c != article.Cle)];
        Record(new ArticleAjoute(ConventionId, article.Cle, article.Titre, now));
        return article;
    }
}
