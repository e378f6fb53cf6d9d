using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>The workshop will not take place; those who had been invited are told in the same transaction.</summary>
public static class AnnulerAtelier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string? Motif)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Motif).NotEmpty().WithMessage(Obstacles.MotifAbsent.Message)
            .MaximumLength(Domain.Conventions.Convention.MotifLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, MessagesInvitation messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Atelier, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);
            var assistance = await db.LoadAssistanceAsync(atelier, clock.GetUtcNow(), cancellationToken);

            atelier.Annuler(command.Motif, etapes, clock.GetUtcNow());
            var envoi = assistance.EnvoyerAnnulation(atelier, clock.GetUtcNow());
            db.Courriels.AddRange(messages.Ecrire(command.Convention, atelier, assistance, envoi, command.Motif));

            await db.SaveChangesAsync(cancellationToken);
            return envoi.Personnes.Count;
        }
    }
}
