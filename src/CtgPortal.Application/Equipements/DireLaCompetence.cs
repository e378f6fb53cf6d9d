using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Equipements;

/// <summary>Who is the autorité organisatrice of the accueil du jeune enfant: the data do not tell.</summary>
public static class DireLaCompetence
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, CompetencePetiteEnfance? Competence) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Competence).NotNull().WithMessage("Choisissez une réponse.").IsInEnum();
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var schema = await db.LoadSchemaAsync(command.Convention, command.Revision, cancellationToken);

            schema.DireLaCompetence(command.Competence!.Value, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return schema.Revision;
        }
    }
}
