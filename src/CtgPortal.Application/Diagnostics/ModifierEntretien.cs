using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class ModifierEntretien
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EntretienId Entretien, int Revision, SaisieEntretien Saisie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock) => RuleFor(c => c.Saisie).SetValidator(new SaisieEntretien.Validator(clock)).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (saisie, now) = (command.Saisie, clock.GetUtcNow());
            var entretien = await db.LoadAsync(command.Convention, command.Entretien, command.Revision, cancellationToken);
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);
            var communes = await db.CommunesEntenduesAsync(command.Convention, [.. saisie.Communes], [.. entretien.Communes], cancellationToken);

            entretien.Modifier(saisie.VersDescription(), communes, etat, now);

            await db.SaveChangesAsync(cancellationToken);
            return entretien.Revision;
        }
    }
}
