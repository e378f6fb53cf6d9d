using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Conventions;

public static class DesignerSignataire
{
    /// <param name="Courriel">Needed only to sign in the portal.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention,
        int Revision,
        PartieId Partie,
        string? Civilite,
        string Prenom,
        string Nom,
        string Qualite,
        Delegation? Delegation,
        string? Courriel) : IRequest<SignataireId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Civilite).MaximumLength(20).WithMessage("La civilité compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Prenom).NotEmpty().WithMessage("Donnez le prénom.")
                .MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le prénom compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez le nom.")
                .MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Qualite).NotEmpty().WithMessage("Dites en quelle qualité cette personne signe.")
                .MaximumLength(IdentiteSignataire.QualiteLongueurMax).WithMessage("La qualité compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Delegation!.Titulaire).MaximumLength(Delegation.LongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.").When(c => c.Delegation is not null);
            RuleFor(c => c.Delegation!.Reference).MaximumLength(Delegation.LongueurMax).WithMessage("La référence compte au plus {MaxLength} caractères.").When(c => c.Delegation is not null);
            RuleFor(c => c.Courriel).MaximumLength(IdentiteSignataire.CourrielLongueurMax).WithMessage("L’adresse compte au plus {MaxLength} caractères.")
                .EmailAddress().WithMessage("Cette adresse électronique n’a pas la forme nom@domaine.fr.")
                .When(c => !string.IsNullOrWhiteSpace(c.Courriel));
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, SignataireId>
    {
        public async Task<SignataireId> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);

            var signataire = convention.DesignerSignataire(
                command.Partie,
                new(command.Civilite, command.Prenom, command.Nom, command.Qualite, command.Delegation, command.Courriel),
                clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return signataire;
        }
    }
}
