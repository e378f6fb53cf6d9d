using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterEnquete
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, SaisieEnquete Saisie) : IRequest<EnqueteId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieEnquete.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, EnqueteId>
    {
        public async Task<EnqueteId> Handle(Command command, CancellationToken cancellationToken)
        {
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);

            var enquete = Enquete.Decrire(command.Convention, command.Saisie.VersDescription(), etat, clock.GetUtcNow());

            db.Enquetes.Add(enquete);
            await db.SaveChangesAsync(cancellationToken);
            return enquete.Id;
        }
    }
}
