using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>What the last version of the model says otherwise, article by article.</summary>
public static class ConsulterNouveauModele
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="VersionCopiee">Of the model the text comes from.</param>
    /// <param name="Differences">Empty when everything was read.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, int VersionCopiee, int Version, bool EstNational, DateTimeOffset PublieeLe, string Note, bool EstDepassee,
        IReadOnlyList<DifferenceModele> Differences)
    {
        public bool PeutTrancher => EnTete.Permet<TrancherModele.Command>() && CycleDeVie.TexteModifiable(EnTete.Statut);
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var texte = await db.TextesConvention.SingleOrDefaultAsync(t => t.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || texte?.ModeleVersion is not { } copiee)
            {
                return null;
            }

            var caf = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => c.CafCode).SingleAsync(cancellationToken);
            var modele = await db.ModelesTexte.LireModeleApplicableAsync(caf, cancellationToken);
            var passages = await db.PassagesTexte.Where(p => p.ConventionId == query.Convention).ToListAsync(cancellationToken);
            var depassee = LectureTextes.EstDepasse(texte, (modele.Id, modele.Version));
            return new(
                enTete, copiee, modele.Version, modele.EstNational, modele.PublieeLe, modele.Note, depassee,
                depassee ? DifferencesModele.Entre(texte, texte.Ordonner(passages), modele.Contenu) : []);
        }
    }
}
