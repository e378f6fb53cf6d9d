using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class AjouterPartie
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, TypePartie Type, string Nom, string? NomCourt)
        : IRequest<PartieId>, IRequeteSurConvention, IPartieSaisie;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new PartieSaisieValidator());
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, PartieId>
    {
        public async Task<PartieId> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            var partie = convention.AjouterPartie(command.Type, command.Nom, command.NomCourt, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return partie;
        }
    }
}

/// <summary>A party as a form gives it.</summary>
public interface IPartieSaisie
{
    TypePartie Type { get; }

    string Nom { get; }

    string? NomCourt { get; }
}

internal sealed class PartieSaisieValidator : AbstractValidator<IPartieSaisie>
{
    public PartieSaisieValidator()
    {
        RuleFor(c => c.Type).IsInEnum().WithMessage("Choisissez le type de partie.");
        RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez le nom de la partie.")
            .MaximumLength(Partie.NomLongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.");
        RuleFor(c => c.NomCourt).MaximumLength(Partie.NomCourtLongueurMax).WithMessage("Le nom court compte au plus {MaxLength} caractères.");
    }
}
