using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>Takes a sheet of équipements and proposes what its columns are; nothing is written in annexe 2.</summary>
public static class DeposerEquipements
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string NomFichier, byte[] Fichier) : IRequest<ImportTableurId>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fichier)
            .Must(f => f.Length > 0).WithMessage("Joignez le classeur ou le CSV des équipements.")
            .Must(f => f.Length <= ImportTableur.OctetsMax).WithMessage($"Ce fichier dépasse {ImportTableur.OctetsMax / 1024 / 1024} Mo. Gardez la feuille utile.");
    }

    internal sealed class Handler(ICtgDbContext db, ITableaux tableaux, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ImportTableurId>
    {
        public async Task<ImportTableurId> Handle(Command command, CancellationToken cancellationToken)
        {
            BusinessRuleException.ThrowIfAny(EquipementSoutenu.Obstacles(await db.EtapeAsync(command.Convention, cancellationToken)));
            var classeur = await tableaux.LireClasseurAsync(command.Fichier, cancellationToken);
            var enAttente = await db.ImportsTableur.CountAsync(i => i.ConventionId == command.Convention && i.EcritLe == null, cancellationToken);

            var import = ImportTableur.Deposer(
                command.Convention, NatureImport.Equipements, command.NomFichier, command.Fichier,
                ReconnaissanceTableur.Proposer(classeur, ColonnesEquipement.Attendues, ColonnesEquipement.Autre), utilisateur.Nom, enAttente, clock.GetUtcNow());

            db.ImportsTableur.Add(import);
            await db.SaveChangesAsync(cancellationToken);
            return import.Id;
        }
    }
}
