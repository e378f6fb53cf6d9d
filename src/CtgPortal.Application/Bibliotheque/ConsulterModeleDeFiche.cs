using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>What the last version of its model would change in a fiche, field by field.</summary>
public static class ConsulterModeleDeFiche
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Versions">Published since the one that the fiche follows, the newest first.</param>
    public sealed record Dossier(ConsulterFiche.Dossier Fiche, FicheModeleId Modele, int Suivie, int Derniere, IReadOnlyList<ConsulterFicheModele.VersionLue> Versions, IReadOnlyList<Changement> Changements);

    /// <param name="Intouche">The territory wrote nothing of its own there: taking the new words loses nothing.</param>
    public sealed record Changement(string Champ, IReadOnlyList<DifferenceFiche> Differences, bool Intouche);

    internal sealed class Handler(ICtgReadContext db, IMediator mediator) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await mediator.Send(new ConsulterFiche.Query(query.Convention, query.Fiche, ConsulterFiche.Intention.Rediger), cancellationToken) is not { Modele: { } lien } fiche)
            {
                return null;
            }

            var modele = await db.FichesModele.SingleAsync(m => m.Id == lien.Id, cancellationToken);
            var contenu = (await db.FichesAction.SingleAsync(f => f.Id == query.Fiche, cancellationToken)).Contenu;
            var (suivie, derniere) = (modele.Versions.Single(v => v.Numero == lien.Suivie).Contenu, modele.Derniere.Contenu);
            var (general, propose) = (ChampsDeModele.Generaliser(contenu), ChampsDeModele.Adapter(derniere, contenu));
            var differences = ChampsFiche.Comparer(contenu, propose).ToLookup(d => d.Champ);
            return new(
                fiche, modele.Id, lien.Suivie, modele.Derniere.Numero,
                [.. modele.Versions.Where(v => v.Numero > lien.Suivie).Reverse().Select(v => new ConsulterFicheModele.VersionLue(v.Numero, v.PublieeLe, v.Par, v.Note))],
                [
                    .. ChampsDeModele.Differents(suivie, derniere).Where(differences.Contains)
                        .Select(c => new Changement(c, [.. differences[c]], ChampsFiche.De(c).Texte(general) == ChampsFiche.De(c).Texte(suivie))),
                ]);
        }
    }
}
