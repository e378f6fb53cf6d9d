using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>Names the account that pilots a fiche, or nobody: a partner then writes on it and on no other.</summary>
public static class ConfierFiche
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, UtilisateurId? Pilote)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IPilotesPossibles pilotes) =>
            RuleFor(c => c.Pilote)
                .MustAsync(async (c, pilote, cancellationToken) =>
                    (await pilotes.ListerAsync(c.Convention, cancellationToken)).Any(p => p.Id == pilote))
                .When(c => c.Pilote is not null)
                .WithMessage("Ce compte ne peut pas piloter une fiche de cette convention.");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            fiche.ConfierA(command.Pilote, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return fiche.Revision;
        }
    }
}
