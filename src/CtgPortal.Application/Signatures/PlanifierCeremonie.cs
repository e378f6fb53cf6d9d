using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>The day when the parties sign together; each receives it in their calendar.</summary>
public static class PlanifierCeremonie
{
    /// <param name="Sequence">Of the ceremony that the person was shown; 0 for none.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Sequence, DateOnly? Jour, TimeOnly? Heure, string? Lieu) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Jour).NotNull().WithMessage("Indiquez le jour.");
            RuleFor(c => c.Heure).NotNull().WithMessage("Indiquez l’heure.");
            RuleFor(c => c.Lieu).NotEmpty().WithMessage("Dites où les parties se retrouvent.")
                .MaximumLength(Ceremonie.LieuLongueurMax).WithMessage("Le lieu compte au plus {MaxLength} caractères.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            if (signature.SequenceCeremonie != command.Sequence)
            {
                throw new ConcurrencyConflictException();
            }

            signature.PlanifierCeremonie(command.Jour!.Value, command.Heure!.Value, command.Lieu, now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return signature.SequenceCeremonie;
        }
    }
}
