using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterEntretien
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, SaisieEntretien Saisie) : IRequest<EntretienId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock) => RuleFor(c => c.Saisie).SetValidator(new SaisieEntretien.Validator(clock)).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, EntretienId>
    {
        public async Task<EntretienId> Handle(Command command, CancellationToken cancellationToken)
        {
            var (saisie, now) = (command.Saisie, clock.GetUtcNow());
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);
            var communes = await db.CommunesEntenduesAsync(command.Convention, [.. saisie.Communes], [], cancellationToken);

            var entretien = Entretien.Noter(command.Convention, saisie.VersDescription(), communes, etat, now);

            db.Entretiens.Add(entretien);
            await db.SaveChangesAsync(cancellationToken);
            return entretien.Id;
        }
    }
}
