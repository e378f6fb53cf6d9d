using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Filiations;

/// <summary>What was said in a workshop becomes a constat of the diagnostic, and the constat remembers it.</summary>
public static class FaireConstat
{
    /// <param name="Revision">Of the diagnostic.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, int Revision, IReadOnlyList<Maillon> Origines, string? Champ, NatureConstat? Nature, string? Texte)
        : IRequest<ConstatId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Origines).OriginesNommees();
            RuleFor(c => c.Champ).NotEmpty().WithMessage("Choisissez un champ.").MaximumLength(Indicateur.ChampLongueurMax);
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Texte).NotEmpty().WithMessage("Écrivez le constat.").MaximumLength(Constat.TexteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, ConstatId>
    {
        public async Task<ConstatId> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var now = clock.GetUtcNow();

            var id = diagnostic.AjouterConstat(command.Champ!, command.Nature!.Value, command.Texte!, etape, now);
            await db.EtablirAsync(command.Convention, command.Origines, Maillon.De(id), etape, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
