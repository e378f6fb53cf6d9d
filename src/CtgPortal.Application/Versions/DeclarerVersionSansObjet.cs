using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Versions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Versions;

/// <summary>A version is never deleted: one kept by mistake, or that is worth nothing any more, says so and why.</summary>
public static class DeclarerVersionSansObjet
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Numero, int Revision, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Motif).NotEmpty().WithMessage("Dites pourquoi cette version est sans objet.");
            RuleFor(c => c.Motif).MaximumLength(VersionNommee.MotifLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var version = await db.LoadVersionAsync(command.Convention, command.Numero, command.Revision, cancellationToken);

            version.DeclarerSansObjet(command.Motif!, utilisateur.Nom, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return version.Revision;
        }
    }
}
