using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Deliberations;

/// <summary>Writes down the act of a party, or corrects it; at any stage, for acts come while people sign and after.</summary>
public static class EnregistrerDeliberation
{
    /// <param name="Revision">Of the act; 0 for a party that has none yet.</param>
    /// <param name="Avenant">Whose signature it authorises; null for the convention itself.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, PartieId Partie, AvenantId? Avenant = null) : IRequest<int>, IRequeteSurConvention
    {
        public string? Numero { get; init; }

        public DateOnly? Date { get; init; }

        public string? Organe { get; init; }

        public string? Objet { get; init; }

        public bool Unanimite { get; init; }

        public int? Pour { get; init; }

        public int? Contre { get; init; }

        public int? Abstentions { get; init; }

        public DateOnly? TransmisLe { get; init; }

        public DateOnly? RecuLe { get; init; }

        public DateOnly? PublieLe { get; init; }

        public string? Identifiant { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Numero).NotEmpty().WithMessage("Indiquez le numéro de l’acte.")
                .MaximumLength(ReferenceActe.NumeroLongueurMax).WithMessage("Le numéro compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Date).NotNull().WithMessage("Indiquez la date de l’acte.");
            RuleFor(c => c.Organe).MaximumLength(DescriptionActe.OrganeLongueurMax).WithMessage("Le nom de l’assemblée compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Objet).MaximumLength(DescriptionActe.ObjetLongueurMax).WithMessage("L’objet compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Identifiant).MaximumLength(ControleLegalite.IdentifiantLongueurMax).WithMessage("L’identifiant compte au plus {MaxLength} caractères.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (etape, partie, avenant) = await db.PartieAsync(command.Convention, command.Partie, command.Avenant, cancellationToken);
            var deliberation = await db.LoadDeliberationAsync(command.Convention, command.Partie, command.Avenant, command.Revision, cancellationToken);
            var description = new DescriptionActe(
                new(command.Numero!, command.Date!.Value), command.Organe, command.Objet, new(command.Unanimite, command.Pour, command.Contre, command.Abstentions),
                new(command.TransmisLe, command.RecuLe, command.PublieLe, command.Identifiant));

            if (deliberation is null)
            {
                deliberation = Deliberation.Enregistrer(command.Convention, etape, command.Partie, partie, description, clock.GetUtcNow(), avenant);
                db.Deliberations.Add(deliberation);
            }
            else
            {
                deliberation.Modifier(etape, partie, description, clock.GetUtcNow(), avenant?.Statut);
            }

            await db.SaveChangesAsync(cancellationToken);
            return deliberation.Revision;
        }
    }
}
