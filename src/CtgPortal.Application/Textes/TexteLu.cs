using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.Domain.Textes;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>The text of a convention, or the model it would copy as long as nobody began to write.</summary>
/// <param name="Texte">Null before the writing.</param>
/// <param name="Passages">In the order of printing.</param>
public sealed record TexteLu(TexteConvention? Texte, IReadOnlyList<PassageLu> Passages, IReadOnlyList<string> Annexes, GraphieSigles Graphie)
{
    public IReadOnlyList<Passage> Contenus => [.. Passages.Select(p => p.Contenu)];

    public static TexteLu De(TexteConvention texte, IEnumerable<PassageTexte> passages) => new(
        texte, [.. texte.Ordonner(passages).Select(p => new PassageLu(p.Contenu, p.Etat, p.Revision))], texte.Annexes, texte.Graphie);

    /// <summary>A model, as it would be copied.</summary>
    public static TexteLu De(ContenuTexte modele) =>
        new(null, [.. modele.Passages.Select(p => new PassageLu(p, EtatPassage.Inchange, 0))], modele.Annexes, modele.Graphie);

    /// <summary>The document prints what the pages show: the same fields, filled by the same values.</summary>
    public DossierConvention Ecrire(DossierConvention dossier, ContexteTexte contexte)
    {
        var valeurs = contexte.Valeurs(Graphie);
        return dossier with
        {
            Graphie = Graphie,
            Visas = [.. Passages.Where(p => p.Contenu.Nature == NaturePassage.Visas).SelectMany(p => Lignes(p, valeurs))],
            VisasEstModele = Est(NaturePassage.Visas),
            Preambule = Blocs(NaturePassage.Preambule, valeurs),
            PreambuleEstModele = Est(NaturePassage.Preambule),
            Articles =
            [
                .. Passages.Where(p => p.Contenu.Nature == NaturePassage.Article).Select((p, i) => new ArticleDossier
                {
                    Numero = i + 1,
                    Titre = TexteAChamps.Remplir(p.Contenu.Titre, valeurs).EnTexte(),
                    Corps = BlocTexte.DepuisTexte(TexteAChamps.Remplir(p.Contenu.Corps, valeurs).EnTexte()),
                    EstModele = p.Etat == EtatPassage.Inchange,
                    Contractuel = p.Contenu.Contractuel,
                }),
            ],
            Gouvernance = Blocs(NaturePassage.Gouvernance, valeurs),
            Evaluation = Blocs(NaturePassage.Evaluation, valeurs),
            Annexes = Annexes,
        };
    }

    private bool Est(NaturePassage nature) =>
        Passages.Any(p => p.Contenu.Nature == nature && p is { Etat: EtatPassage.Inchange, Contenu.Corps.Length: > 0 });

    private IReadOnlyList<BlocTexte> Blocs(NaturePassage nature, ValeursTexte valeurs) => BlocTexte.DepuisTexte(
        string.Join('\n', Passages.Where(p => p.Contenu.Nature == nature).Select(p => TexteAChamps.Remplir(p.Contenu.Corps, valeurs).EnTexte())));

    // a visa may be typed as a list, or with the « Vu » that is printed before each
    private static IEnumerable<string> Lignes(PassageLu passage, ValeursTexte valeurs) =>
        TexteAChamps.Remplir(passage.Contenu.Corps, valeurs).Lignes.Select(l => l.Texte.Trim().TrimStart('-', '•').Trim())
            .Select(l => l.StartsWith("Vu ", StringComparison.OrdinalIgnoreCase) ? l[3..] : l)
            .Where(l => l.Length > 0);
}

/// <param name="Revision">0 for a passage that is still the model's.</param>
public sealed record PassageLu(Passage Contenu, EtatPassage Etat, int Revision);

/// <summary>Readings shared by the use cases of the text.</summary>
internal static class LectureTextes
{
    /// <summary>The last version published by the Caf, or the national one.</summary>
    public static async Task<ModelePublie> LireModeleApplicableAsync(this IQueryable<ModeleTexte> modeles, string caf, CancellationToken cancellationToken)
    {
        var lus = await modeles.AsNoTracking().Where(m => (m.CafCode == caf || m.CafCode == null) && m.Versions.Any())
            .OrderBy(m => m.CafCode == null)
            .Select(m => new { m.Id, m.CafCode, Version = m.Versions.OrderByDescending(v => v.Numero).First() })
            .FirstAsync(cancellationToken);
        return new(lus.Id, lus.CafCode is null, lus.Version.Numero, lus.Version.PublieeLe, lus.Version.Note, lus.Version.Contenu);
    }

    /// <summary>As written; the model that would be copied when nobody began; nothing for a convention signed elsewhere of which nothing is known.</summary>
    public static async Task<TexteLu> LireTexteAsync(this ICtgReadContext db, Convention convention, CancellationToken cancellationToken)
    {
        if (await db.TextesConvention.SingleOrDefaultAsync(t => t.ConventionId == convention.Id, cancellationToken) is { } texte)
        {
            return TexteLu.De(texte, await db.PassagesTexte.Where(p => p.ConventionId == convention.Id).ToListAsync(cancellationToken));
        }

        return convention.SigneeHorsPortail
            ? new(null, [], ContenuTexte.AnnexesUsuelles, GraphieSigles.Bas)
            : TexteLu.De((await db.ModelesTexte.LireModeleApplicableAsync(convention.CafCode, cancellationToken)).Contenu);
    }

    public static string NomDeCaf(string code) => Cafs.Toutes.FirstOrDefault(c => c.Code == code)?.Nom ?? $"Caf {code}";

    public static async Task<ContexteTexte> LireContexteAsync(this ICtgReadContext db, Convention convention, CancellationToken cancellationToken) => ContexteTexte.De(
        convention,
        NomDeCaf(convention.CafCode),
        await db.Plans.SingleOrDefaultAsync(p => p.ConventionId == convention.Id, cancellationToken),
        await db.FichesAction.CountAsync(f => f.ConventionId == convention.Id && !f.Identite.Confidentielle, cancellationToken),
        await db.LireDeliberationsAsync(convention.Id, cancellationToken));

    /// <summary>What is to be corrected or checked before an export or the signature; empty for a convention signed elsewhere.</summary>
    public static async Task<IReadOnlyList<Obstacle>> LireControlesAsync(this ICtgReadContext db, Convention convention, CancellationToken cancellationToken)
    {
        if (convention.SigneeHorsPortail || !CycleDeVie.TexteModifiable(convention.Statut))
        {
            return [];
        }

        var texte = await db.LireTexteAsync(convention, cancellationToken);
        var contexte = await db.LireContexteAsync(convention, cancellationToken);
        return Controler(texte, contexte, await db.LireVersionApplicableAsync(convention.CafCode, cancellationToken));
    }

    public static IReadOnlyList<Obstacle> Controler(TexteLu texte, ContexteTexte contexte, (ModeleTexteId Id, int Version)? modele) =>
    [
        .. Conditions.When(
            texte.Texte is null, ControleTexte.TexteNonCommence, "La rédaction du texte n’a pas commencé : c’est celui du modèle.", bloquant: false),
        .. ControleTexte.Controler(texte.Contenus, contexte.Valeurs(texte.Graphie), contexte.Comptes()),
        .. Conditions.When(
            EstDepasse(texte.Texte, modele), ControleTexte.ModelePlusRecent,
            "La Caf a publié une version plus récente du modèle : regardez ce qui change.", bloquant: false),
    ];

    public static bool EstDepasse(TexteConvention? texte, (ModeleTexteId Id, int Version)? modele) =>
        texte?.ModeleId is not null && modele is { } dernier && (texte.ModeleId, texte.ModeleVersion) != (dernier.Id, dernier.Version);

    /// <summary>Which version a convention of this Caf would copy, without its words.</summary>
    public static async Task<(ModeleTexteId Id, int Version)> LireVersionApplicableAsync(this ICtgReadContext db, string caf, CancellationToken cancellationToken)
    {
        var lu = await db.ModelesTexte.Where(m => (m.CafCode == caf || m.CafCode == null) && m.Versions.Any())
            .OrderBy(m => m.CafCode == null)
            .Select(m => new { m.Id, Version = m.Versions.Max(v => v.Numero) })
            .FirstAsync(cancellationToken);
        return (lu.Id, lu.Version);
    }

    /// <summary>Begins the text of a convention that has none: a copy of the model, never a link.</summary>
    public static async Task CommencerTexteAsync(
        this ICtgDbContext db, Convention convention, StatutConvention etape, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.TextesConvention.AnyAsync(t => t.ConventionId == convention.Id, cancellationToken))
        {
            return;
        }

        var modele = await db.ModelesTexte.LireModeleApplicableAsync(convention.CafCode, cancellationToken);
        var (texte, passages) = TexteConvention.Commencer(convention.Id, modele, etape, now);
        db.TextesConvention.Add(texte);
        db.PassagesTexte.AddRange(passages);
    }
}
