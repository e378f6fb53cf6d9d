using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

public static class AjouterIndicateursDuCatalogue
{
    /// <param name="Codes">Of <see cref="CatalogueIndicateurs"/>; those already in the diagnostic are left as they are.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<string> Codes) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Codes).NotEmpty().WithMessage("Cochez au moins un indicateur.")
            .Must(codes => codes.All(c => CatalogueIndicateurs.Trouver(c) is not null)).WithMessage("Choisissez parmi les indicateurs du catalogue.");
    }

    /// <summary>Answers how many were added.</summary>
    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            var ajoutes = diagnostic.AjouterIndicateurs([.. command.Codes.Distinct().Select(c => CatalogueIndicateurs.Trouver(c)!.Description)], etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return ajoutes.Count;
        }
    }
}
