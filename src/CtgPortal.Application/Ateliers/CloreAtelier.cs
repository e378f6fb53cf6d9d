using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

public static class CloreAtelier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, string? CompteRendu)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.CompteRendu).MaximumLength(DescriptionAtelier.TexteLongueurMax);
        }
    }

    /// <summary>Minutes are set and kept in the same transaction: what people read afterwards is what was closed.</summary>
    internal sealed class Handler(ICtgDbContext db, ILectureSalle salles, ImprimerieDocuments imprimerie, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Atelier, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            var now = clock.GetUtcNow();
            atelier.Clore(command.CompteRendu, etapes, now);

            // its room does not outlive it
            if (await db.Salles.SingleOrDefaultAsync(s => s.AtelierId == command.Atelier && s.Etat == EtatSalle.Ouverte, cancellationToken) is { } salle)
            {
                await db.FermerAsync(salle, new(atelier.Id, atelier.Statut, [.. atelier.Conventions.Select(c => c.ConventionId)], etapes), now, cancellationToken);
            }

            await FigerAsync(atelier, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }

        private async Task FigerAsync(Atelier atelier, DateTimeOffset now, CancellationToken cancellationToken)
        {
            ConventionId[] ids = [.. atelier.Conventions.Select(c => c.ConventionId)];
            var territoires = await db.Conventions.Where(c => ids.Contains(c.Id))
                .SelectMany(c => c.Titulaires.Select(t => t.Nom)).Distinct().ToListAsync(cancellationToken);
            var document = (await CompteRenduCompose.LireAsync(db.Assistances, salles, atelier, cancellationToken)).Composer(string.Join(", ", territoires.Order(Alphabet.Francais).Select(Mots.NomEnToutesLettres)), atelier.CompteRendu, now.JourEnFrance(), fige: true);
            foreach (var format in Enum.GetValues<FormatDocument>())
            {
                var fichier = await imprimerie.ImprimerAsync(document, "compte-rendu", format, cancellationToken);
                db.Pieces.AddRange(ids.Select(id => Piece.Deposer(id, NaturePiece.CompteRendu, fichier.Nom, fichier.TypeMime, fichier.Contenu, now, atelier.Id)));
            }
        }
    }
}
