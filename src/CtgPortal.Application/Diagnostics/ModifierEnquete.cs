using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class ModifierEnquete
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EnqueteId Enquete, int Revision, SaisieEnquete Saisie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieEnquete.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var enquete = await db.LoadAsync(command.Convention, command.Enquete, command.Revision, cancellationToken);
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);

            enquete.Modifier(command.Saisie.VersDescription(), etat, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return enquete.Revision;
        }
    }
}
