using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>Takes from the last version of its model the fields that the person chose, or none: the fiche follows that version from then on.</summary>
public static class ReprendreModele
{
    /// <param name="Version">The one whose differences were shown.</param>
    /// <param name="Champs">Codes of <see cref="ChampsFiche"/>.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, int Version, IReadOnlyList<string> Champs)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Champs).Must(c => c == "intitule" || ChampsDeModele.Tous.Contains(c)).WithMessage("Cette rubrique ne vient pas d’un modèle.");
    }

    internal sealed class Handler(ICtgDbContext db, EcritureFiche ecriture) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Fiche, cancellationToken);
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var reprise = await db.ReprisesModele.SingleOrDefaultAsync(r => r.ConventionId == command.Convention && r.FicheActionId == command.Fiche, cancellationToken)
                ?? throw new NotFoundException("This fiche comes from no model.");
            var modele = await db.FichesModele.SingleAsync(m => m.Id == reprise.ModeleId, cancellationToken);
            if (modele.Derniere.Numero != command.Version)
            {
                // published while the page was open: the differences are not those that were shown
                throw new ConcurrencyConflictException();
            }

            var propose = ChampsDeModele.Adapter(modele.Derniere.Contenu, fiche.Contenu);
            reprise.Suivre(command.Version);
            await ecriture.EcrireAsync(
                fiche, command.Champs.Aggregate(fiche.Contenu, (vers, champ) => ChampsFiche.De(champ).Copier(propose, vers)), cancellationToken);
            return fiche.Revision;
        }
    }
}
