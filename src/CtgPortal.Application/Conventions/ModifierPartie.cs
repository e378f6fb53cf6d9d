using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class ModifierPartie
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        PartieId Partie,
        TypePartie Type,
        string Nom,
        string? NomCourt) : IRequest<int>, IRequeteSurConvention, IPartieSaisie;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new PartieSaisieValidator());
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            convention.ModifierPartie(command.Partie, command.Type, command.Nom, command.NomCourt, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
