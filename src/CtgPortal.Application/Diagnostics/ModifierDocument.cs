using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class ModifierDocument
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, DocumentExistantId Document, int Revision, SaisieDocument Saisie) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieDocument.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var document = await db.LoadAsync(command.Convention, command.Document, command.Revision, cancellationToken);
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);

            document.Modifier(command.Saisie.VersDescription(), etat, now);

            await db.SaveChangesAsync(cancellationToken);
            return document.Revision;
        }
    }
}
