using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>One more convention holds the workshop: everything said in it is hers too, so the person says that this is meant.</summary>
public static class PartagerAtelier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, ConventionId? Avec, bool Confirme)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Avec).NotNull().WithMessage("Choisissez une convention.");
            RuleFor(c => c.Confirme).Equal(true).WithMessage("Cochez cette case pour confirmer le partage.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var autre = command.Avec!.Value;
            await droits.ExigerPartageAsync(autre, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(
                command.Convention, [.. atelier.Conventions.Select(c => c.ConventionId).Append(autre).Where(c => c != command.Convention).Distinct()],
                cancellationToken);

            atelier.Partager(autre, await db.TerritoireAsync(autre, cancellationToken), etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}

public static class RetirerDuPartage
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, ConventionId Autre)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IDroits droits, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await droits.ExigerPartageAsync(command.Autre, cancellationToken);
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            await db.ExigerRienDeReprisAsync(command.Autre, atelier.Id, cancellationToken);
            atelier.RetirerDuPartage(command.Autre, await db.TerritoireAsync(command.Autre, cancellationToken), etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}

internal static class LectureTerritoire
{
    public static async Task<string> TerritoireAsync(this ICtgDbContext db, ConventionId convention, CancellationToken cancellationToken) =>
        string.Join(", ", await db.Conventions.Where(c => c.Id == convention).SelectMany(c => c.Titulaires.Select(t => t.Nom)).ToListAsync(cancellationToken));
}
