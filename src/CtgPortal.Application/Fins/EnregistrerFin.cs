using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Fins;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Fins;

/// <summary>Writes down the act that ends a convention before its term; one whose notice has passed already takes effect at once.</summary>
public static class EnregistrerFin
{
    /// <param name="Partie">Who acts; null when nobody does alone.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, int Revision, NatureFin Nature, PartieId? Partie, string Motif, DateOnly? ActeLe, int? PreavisMois, FichierSaisi? Document)
        : IRequest<ActeDeFinId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nature).IsInEnum().WithMessage("Dites comment la convention prend fin.");
            RuleFor(c => c.Partie).NotNull().When(c => c.Nature.EstDUnePartie()).WithMessage("Dites quelle partie agit.");
            RuleFor(c => c.Motif).NotEmpty().WithMessage("Dites pourquoi : le motif sera conservé.")
                .MaximumLength(ActeDeFin.MotifLongueurMax).WithMessage("Le motif compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
            RuleFor(c => c.ActeLe).NotNull().WithMessage("Dites de quel jour est l’acte.")
                .Must(j => j is null || j.Value.Year is >= Periode.PremiereAnnee and <= Periode.DerniereAnnee).WithMessage($"La date se situe entre {Periode.PremiereAnnee} et {Periode.DerniereAnnee}.");
            RuleFor(c => c.PreavisMois).NotNull().WithMessage("Dites combien de mois de préavis la convention prévoit ; 0 s’il n’y en a pas.")
                .InclusiveBetween(0, ActeDeFin.PreavisMoisMax).WithMessage("Un préavis compte de {From} à {To} mois.");
            RuleFor(c => c.Document).NotNull().WithMessage("Joignez la lettre ou l’accord.");
            RuleFor(c => c.Document!).SetValidator(new FichierSaisi.Validator()).When(c => c.Document is not null).OverridePropertyName(nameof(Command.Document));
        }
    }

    internal sealed class Handler(ICtgDbContext db, MessagesFin messages, MessagesCircuit messagesCircuit, TimeProvider clock) : IRequestHandler<Command, ActeDeFinId>
    {
        public async Task<ActeDeFinId> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var enPreavis = await db.Fins.AnyAsync(f => f.ConventionId == convention.Id && f.Statut == StatutFin.EnPreavis, cancellationToken);
            var now = clock.GetUtcNow();
            var recu = command.Document!.Recevoir();
            var document = Piece.Deposer(convention.Id, NaturePiece.ActeDeFin, recu.Nom, recu.TypeMime, recu.Contenu, now);
            var partie = convention.Parties.FirstOrDefault(p => p.Id == command.Partie)?.Nom;

            var acte = ActeDeFin.Enregistrer(convention, enPreavis, new(command.Nature, partie, command.Motif, command.ActeLe!.Value, command.PreavisMois!.Value), document, now);
            db.Pieces.Add(document);
            db.Fins.Add(acte);
            if (acte.EstEchu(now.JourEnFrance()))
            {
                await db.AppliquerAsync(acte, convention, messagesCircuit, now, cancellationToken);
            }

            db.Courriels.AddRange(await messages.AnnonceAsync(acte, convention, now, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return acte.Id;
        }
    }
}
