using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class ModifierConstat
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, ConstatId Constat, SaisieConstat Saisie)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Saisie).SetValidator(new SaisieConstat.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var saisie = command.Saisie;
            var appuis = await db.TrouverAppuisAsync(diagnostic, [.. saisie.Appuis ?? []], cancellationToken);

            diagnostic.ModifierConstat(
                command.Constat, new(saisie.Champ!, saisie.Nature!.Value, saisie.Texte!, saisie.Priorite, appuis), etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }
}
