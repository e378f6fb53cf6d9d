using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterConstat
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, SaisieConstat Saisie) : IRequest<ConstatId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieConstat.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, ConstatId>
    {
        public async Task<ConstatId> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var saisie = command.Saisie;
            var appuis = await db.TrouverAppuisAsync(diagnostic, [.. saisie.Appuis ?? []], cancellationToken);

            var id = diagnostic.AjouterConstat(saisie.Champ!, saisie.Nature!.Value, saisie.Texte!, etape, clock.GetUtcNow(), saisie.Priorite, appuis);

            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
