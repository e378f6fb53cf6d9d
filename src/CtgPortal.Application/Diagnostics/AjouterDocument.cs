using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterDocument
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, SaisieDocument Saisie) : IRequest<DocumentExistantId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieDocument.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, DocumentExistantId>
    {
        public async Task<DocumentExistantId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);

            var document = DocumentExistant.Verser(command.Convention, command.Saisie.VersDescription(), etat, now);

            db.DocumentsExistants.Add(document);
            await db.SaveChangesAsync(cancellationToken);
            return document.Id;
        }
    }
}
