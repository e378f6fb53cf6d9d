using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Imports;

/// <summary>Takes a sheet and proposes what its columns are; nothing is written in the convention.</summary>
public static class DeposerTableur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, NatureImport Nature, string NomFichier, byte[] Fichier) : IRequest<ImportTableurId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fichier)
            .Must(f => f.Length > 0).WithMessage(c => $"Joignez le classeur ou le CSV {GenreTableur.De(c.Nature).DeQuoi}.")
            .Must(f => f.Length <= ImportTableur.OctetsMax).WithMessage($"Ce fichier dépasse {ImportTableur.OctetsMax / 1024 / 1024} Mo. Gardez la feuille utile.");
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ImportTableurId>
    {
        public async Task<ImportTableurId> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var classeur = await tableaux.LireClasseurAsync(command.Fichier, cancellationToken);
            var (reconnaissance, _) = await db.ReconnaissanceAsync(command.Convention, command.Nature, cancellationToken);
            var enAttente = await db.ImportsTableur.CountAsync(i => i.ConventionId == command.Convention && i.Nature == command.Nature && i.EcritLe == null, cancellationToken);

            var import = GenreTableur.De(command.Nature).Deposer(
                new(command.Convention, command.NomFichier, command.Fichier, reconnaissance.Proposer(classeur), utilisateur.Nom, enAttente, clock.GetUtcNow()), etape);

            db.ImportsTableur.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            return import.Id;
        }
    }
}
