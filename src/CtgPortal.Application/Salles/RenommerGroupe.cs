using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Salles;

/// <summary>Another title for a group.</summary>
public static class RenommerGroupe
{
    /// <param name="Revision">Of the group.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, GroupeId Groupe, int Revision, string? Titre)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre au groupe.").MaximumLength(Domain.Ateliers.Groupe.TitreLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.AvecLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var groupe = await db.LoadGroupeAsync(command.Atelier, command.Groupe, command.Revision, cancellationToken);

            groupe.Renommer(salle, atelier, command.Titre!);

            await db.SaveChangesAsync(cancellationToken);
            return groupe.Revision;
        }
    }
}
