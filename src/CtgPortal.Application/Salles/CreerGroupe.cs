using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>A new group, with a first contribution in it when one is named.</summary>
public static class CreerGroupe
{
    /// <param name="RevisionPremiere">Of that contribution, when there is one.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, string? Titre, ContributionId? Premiere = null, int RevisionPremiere = 0)
        : IRequest<GroupeId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre au groupe.").MaximumLength(Groupe.TitreLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, GroupeId>
    {
        public async Task<GroupeId> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var deja = await db.Groupes.Where(g => g.AtelierId == command.Atelier).Select(g => g.Rang).ToListAsync(cancellationToken);

            var groupe = Groupe.Creer(salle, atelier, command.Titre!, deja.Count, deja.DefaultIfEmpty().Max());

            db.Groupes.Add(groupe);
            if (command.Premiere is { } premiere)
            {
                var contribution = await db.LoadContributionAsync(command.Atelier, premiere, command.RevisionPremiere, cancellationToken);
                contribution.Deplacer(groupe, 1, salle, atelier);
            }

            await db.SaveChangesAsync(cancellationToken);
            return groupe.Id;
        }
    }
}
