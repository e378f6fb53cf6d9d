using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class ModifierPartie
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        PartieId Partie,
        TypePartie Type,
        string Nom,
        string? NomCourt,
        string? DeliberationNumero,
        DateOnly? DeliberationDate) : IRequest<int>, IRequeteSurConvention, IPartieSaisie;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new PartieSaisieValidator());
            RuleFor(c => c.DeliberationNumero).NotEmpty().When(c => c.DeliberationDate is not null)
                .WithMessage("Indiquez aussi le numéro de la délibération.");
            RuleFor(c => c.DeliberationNumero).MaximumLength(Deliberation.NumeroLongueurMax)
                .WithMessage("Le numéro compte au plus {MaxLength} caractères.");
            RuleFor(c => c.DeliberationDate).NotNull().When(c => !string.IsNullOrWhiteSpace(c.DeliberationNumero))
                .WithMessage("Indiquez aussi la date de la délibération.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var deliberation = command.DeliberationDate is { } date ? new Deliberation(command.DeliberationNumero!, date) : null;

            convention.ModifierPartie(command.Partie, command.Type, command.Nom, command.NomCourt, deliberation, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }
}
