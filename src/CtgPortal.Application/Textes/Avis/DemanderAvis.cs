using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>Keeps the text as it is, and asks partners what they think of it by a day.</summary>
public static class DemanderAvis
{
    public const int DestinatairesMax = 60;

    /// <param name="Mot">A word of the person who asks; optional.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, IReadOnlyList<Destinataire> Destinataires, DateOnly? Echeance, string? Mot)
        : IRequest<int>, IRequeteSurConvention;

    public sealed record Destinataire(string Structure, string Courriel);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Destinataires).NotEmpty().WithMessage("Choisissez au moins un partenaire.")
                .Must(d => d.Count <= DestinatairesMax).WithMessage($"On demande au plus {DestinatairesMax} avis à la fois.")
                .Must(d => d.All(x => !string.IsNullOrWhiteSpace(x.Structure) && x.Structure.Trim().Length <= AvisPartenaire.StructureLongueurMax))
                .WithMessage("Nommez chaque partenaire.")
                .Must(d => d.All(x => !string.IsNullOrWhiteSpace(x.Courriel))).WithMessage("Donnez l’adresse de courriel de chaque partenaire choisi.")
                .Must(d => d.Select(x => x.Courriel.Trim().ToLowerInvariant()).Distinct().Count() == d.Count)
                .WithMessage("La même adresse figure deux fois.");
            RuleFor(c => c.Echeance).NotNull().WithMessage("Fixez l’échéance.");
            RuleFor(c => c.Mot).MaximumLength(MessagesAvis.MotLongueurMax).WithMessage("Ce mot compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, AssembleurDossier assembleur, IConventionPdf pdf, MessagesAvis messages, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            CycleDeVie.ExigerTexteModifiable(convention.Statut);
            var dossier = await assembleur.AssemblerAsync(convention.Id, version: null, cancellationToken);
            var piece = await DeposerAsync(convention.Id, await pdf.ComposerAsync(dossier, cancellationToken), now, cancellationToken);

            foreach (var (structure, courriel) in command.Destinataires)
            {
                var avis = AvisPartenaire.Demander(convention.Id, structure, courriel, piece, command.Echeance!.Value, convention.Statut, now);
                db.AvisPartenaires.Add(avis);
                db.Courriels.Add(messages.Demande(avis, convention, command.Mot, now));
            }

            await db.SaveChangesAsync(cancellationToken);
            return command.Destinataires.Count;
        }

        /// <summary>The same text asked about twice is stored once.</summary>
        private async Task<PieceId> DeposerAsync(ConventionId convention, byte[] contenu, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var piece = Piece.Deposer(convention, NaturePiece.TexteSoumis, $"texte-soumis-{now:yyyy-MM-dd}.pdf", "application/pdf", contenu, now);
            var deja = await db.Pieces.Where(p => p.ConventionId == convention && p.Nature == NaturePiece.TexteSoumis && p.Empreinte == piece.Empreinte)
                .Select(p => (PieceId?)p.Id).FirstOrDefaultAsync(cancellationToken);
            if (deja is { } connue)
            {
                return connue;
            }

            db.Pieces.Add(piece);
            return piece.Id;
        }
    }
}
