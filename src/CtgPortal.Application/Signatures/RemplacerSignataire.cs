using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>Somebody else signs, gives a visa or observes in their place.</summary>
public static class RemplacerSignataire
{
    /// <param name="Ligne">Of who leaves.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, LigneSignatureId Ligne, IdentiteSignataire Nouvelle, string? Motif) : IRequest<LigneSignatureId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nouvelle.Prenom).NotEmpty().WithMessage("Indiquez le prénom.").MaximumLength(IdentiteSignataire.NomLongueurMax);
            RuleFor(c => c.Nouvelle.Nom).NotEmpty().WithMessage("Indiquez le nom.").MaximumLength(IdentiteSignataire.NomLongueurMax);
            RuleFor(c => c.Nouvelle.Qualite).NotEmpty().WithMessage("Indiquez la qualité.").MaximumLength(IdentiteSignataire.QualiteLongueurMax);
            RuleFor(c => c.Nouvelle.Courriel).EmailAddress().WithMessage("Cette adresse électronique n’est pas valable.").MaximumLength(IdentiteSignataire.CourrielLongueurMax)
                .When(c => !string.IsNullOrWhiteSpace(c.Nouvelle.Courriel));
            RuleFor(c => c.Motif).MaximumLength(Convention.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, LigneSignatureId>
    {
        public async Task<LigneSignatureId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            var nouvelle = signature.Remplacer(command.Ligne, command.Nouvelle, command.Motif, now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return nouvelle;
        }
    }
}
