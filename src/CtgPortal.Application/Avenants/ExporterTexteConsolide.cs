using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Avenants;

/// <summary>The convention with the avenants signed by a day, in one document that says on each page that it is no original.</summary>
public static class ExporterTexteConsolide
{
    /// <param name="Le">Null for today.</param>
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, DateOnly? Le, FormatDocument Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IConventionPdf pdf, IConventionWord word, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        /// <returns>Null when nothing was signed by that day.</returns>
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var le = query.Le ?? Domain.Common.Calendrier.JourEnFrance(clock.GetUtcNow());
            var etats = await db.ListerEtatsSignesAsync(query.Convention, cancellationToken);
            if (etats.Au(le) is not { } etat)
            {
                return null;
            }

            var dossier = Consolider(
                await db.LireDossierAsync(etats[0], cancellationToken), await db.LireDossierAsync(etat, cancellationToken), [.. etats.Where(e => e.Le <= le)], le);
            var nom = $"convention-consolidee-{le:yyyy-MM-dd}";
            if (query.Format == FormatDocument.Word)
            {
                return word.EnFichier(dossier, nom);
            }

            var contenu = await pdf.ComposerAsync(dossier, cancellationToken);
            return new(nom + ".pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }

    /// <summary>
    /// Period, parties, communes, plan and annexes as the last avenant left them. The words are those that were signed first: what each
    /// avenant says follows them, as an article of its own.
    /// </summary>
    internal static DossierConvention Consolider(DossierConvention initial, DossierConvention etat, IReadOnlyList<EtatSigneDate> signes, DateOnly le) => etat with
    {
        Etat = EtatDocument.Consolidee,
        Avenant = null,
        VersionNumero = null,
        VersionDate = le,
        DateProduction = le,
        DateSignature = signes[0].Le,
        ReferenceDocument = null,
        AdresseVerification = null,
        Parties = [.. etat.Parties.Select(p => initial.Parties.FirstOrDefault(i => i.Nom == p.Nom) is { } i ? p with { DeliberationNumero = i.DeliberationNumero, DeliberationDate = i.DeliberationDate } : p)],
        Deliberations = initial.Deliberations,
        Visas = initial.Visas,
        Preambule = initial.Preambule,
        Gouvernance = initial.Gouvernance,
        Evaluation = initial.Evaluation,
        Annexes = initial.Annexes,
        Articles =
        [
            .. initial.Articles,
            .. signes.Where(e => e.Numero is not null).Select((e, i) => new ArticleDossier
            {
                Numero = initial.Articles.Select(a => a.Numero).DefaultIfEmpty().Max() + i + 1,
                Titre = $"Avenant n° {e.Numero}, signé le {Mots.Jour(e.Le)}",
                Corps = [.. e.Articles.SelectMany(Corps)],
            }),
        ],
    };

    private static IEnumerable<BlocTexte> Corps(ArticleAvenant article, int rang) =>
        BlocTexte.DepuisTexte($"**Article {rang + 1} de l’avenant – {TexteRiche.Echapper(article.Titre)}**\n{article.Corps}");
}
