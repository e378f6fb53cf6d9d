using CtgPortal.Application.Acces;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Presences;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>One part of the text, to be written.</summary>
public static class ConsulterPassage
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string Cle) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Numero">Of an article; null for the other parts.</param>
    /// <param name="Lignes">As it reads now, fields filled.</param>
    /// <param name="DuModele">What changes from the words of the model to those of the convention; null when no model knows it.</param>
    /// <param name="Valeurs">What each field gives today, by code; null where there is nothing yet.</param>
    /// <param name="Controles">Those of this part.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, int Revision, Passage Passage, int? Numero, EtatPassage Etat, IReadOnlyList<LigneRemplie> Lignes,
        IReadOnlyList<Fragment>? DuModele, IReadOnlyDictionary<string, string?> Valeurs, IReadOnlyList<Obstacle> Controles)
    {
        public required Discussions Discussions { get; init; }

        /// <summary>The others who have it open.</summary>
        public required IReadOnlyList<Present> Presents { get; init; }

        public bool Modifiable => EnTete.Permet<RedigerPassage.Command>() && CycleDeVie.TexteModifiable(EnTete.Statut);
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits, LectureCommentaires commentaires, LecturePresences presences) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var texte = await db.TextesConvention.SingleOrDefaultAsync(t => t.ConventionId == query.Convention, cancellationToken);
            var passages = await db.PassagesTexte.Where(p => p.ConventionId == query.Convention).ToListAsync(cancellationToken);
            if (enTete is null || texte is null || passages.Find(p => p.Cle == query.Cle) is not { } passage)
            {
                return null;
            }

            var convention = await db.Conventions.SingleAsync(c => c.Id == query.Convention, cancellationToken);
            var contexte = await db.LireContexteAsync(convention, cancellationToken);
            var valeurs = contexte.Valeurs(texte.Graphie);
            var contenus = texte.Ordonner(passages).Select(p => p.Contenu).ToList();
            var rang = texte.Articles.ToList().IndexOf(passage.Cle);
            return new(
                enTete,
                passage.Revision,
                passage.Contenu,
                rang < 0 ? null : rang + 1,
                passage.Etat,
                TexteAChamps.Remplir(passage.Corps, valeurs).Lignes,
                passage.Modele is { } modele ? MotsCompares.EntreRedactions(modele.Corps, passage.Corps) : null,
                ChampsAutomatiques.Tous.ToDictionary(c => c.Code, c => valeurs.Mot(c.Code) ?? Apercu(valeurs.Liste(c.Code))),
                [.. ControleTexte.Controler(contenus, valeurs, contexte.Comptes()).Where(o => o.Cible == passage.Cle)])
            {
                Discussions = await commentaires.LireAsync(enTete, c => c.Cle == query.Cle && c.FicheActionId == null, null, cancellationToken),
                Presents = await presences.LireAsync(query.Convention, CiblePresence.SurPassage(query.Cle), cancellationToken),
            };
        }

        private static string? Apercu(IReadOnlyList<string> liste) => liste.Count == 0 ? null : string.Join(" ; ", liste);
    }
}
