using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>Writes to those not invited yet, and to all when what was announced has changed. Sent twice, it writes once.</summary>
public static class EnvoyerInvitations
{
    public const int MotLongueurMax = 2_000;

    /// <param name="Mot">A word of the person who invites; optional.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, string? Mot) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Mot).MaximumLength(MotLongueurMax);
    }

    internal sealed class Handler(ICtgDbContext db, MessagesInvitation messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, etapes) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);

            var envoi = assistance.Envoyer(atelier, etapes, clock.GetUtcNow());
            db.Courriels.AddRange(messages.Ecrire(command.Convention, atelier, assistance, envoi, command.Mot));

            await db.SaveChangesAsync(cancellationToken);
            return envoi.Personnes.Count;
        }
    }
}
