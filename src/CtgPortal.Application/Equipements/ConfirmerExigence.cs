using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Equipements;

/// <summary>A person states what the portal cannot verify, and says why.</summary>
public static class ConfirmerExigence
{
    /// <param name="Territoire">As the checklist names it.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, string Territoire, ExigenceSchema Exigence, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Exigence).IsInEnum();
            RuleFor(c => c.Territoire).NotEmpty().MaximumLength(SchemaPetiteEnfance.TerritoireLongueurMax);
            RuleFor(c => c.Motif).NotEmpty().WithMessage("Dites pourquoi, ou dans quel document on peut le lire.")
                .MaximumLength(SchemaPetiteEnfance.MotifLongueurMax).WithMessage("Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var schema = await db.LoadSchemaAsync(command.Convention, command.Revision, cancellationToken);

            schema.Confirmer(command.Territoire, command.Exigence, command.Motif, utilisateur.Nom, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return schema.Revision;
        }
    }
}
