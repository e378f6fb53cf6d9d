using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>An invited person answers through the personal link; no account is needed, and the answer may change until the day.</summary>
public static class RepondreInvitation
{
    /// <param name="Par">The convention that sent the link; the link itself is the right.</param>
    [Public]
    public sealed record Command(ConventionId Par, AtelierId Atelier, string Jeton, ReponseInvitation? Reponse) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reponse).NotNull().WithMessage("Choisissez une réponse.").IsInEnum();
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.SousVerrouAsync(command.Par, exclusif: false, () => RepondreAsync(command, cancellationToken), cancellationToken);

        private async Task<Unit> RepondreAsync(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Atelier, cancellationToken);
            var assistance = await db.Assistances.SingleOrDefaultAsync(
                a => a.AtelierId == command.Atelier && a.Personnes.Any(p => p.Jeton == command.Jeton), cancellationToken)
                ?? throw new NotFoundException("This personal link opens nothing.");

            // the link outlives the sharing: it names the workshop, whichever convention sent it
            var atelier = await db.Ateliers.SingleAsync(a => a.Id == command.Atelier, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, atelier.Conventions[0].ConventionId, cancellationToken);

            assistance.Repondre(atelier, command.Jeton, command.Reponse!.Value, etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>What the personal link shows. Reading uses nothing up: mail scanners open links.</summary>
public static class ConsulterInvitation
{
    [Public]
    public sealed record Query(AtelierId Atelier, string Jeton) : IRequest<Dossier?>;

    public sealed record Dossier(
        string Intitule,
        IReadOnlyList<string> Territoires,
        DateOnly? Date,
        string? Quand,
        TimeOnly? Heure,
        TimeOnly? Fin,
        string? Lieu,
        string? But,
        string Organisation,
        string? Nom,
        ReponseInvitation? Reponse,
        DateTimeOffset? ReponduLe,
        DateOnly EffacementLe,
        IReadOnlyList<Domain.Common.Obstacle> Obstacles);

    internal sealed class Handler(ICtgReadContext db, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireInvitationAsync(query.Atelier, query.Jeton, cancellationToken) is not { } lue)
            {
                return null;
            }

            var (atelier, personne) = (lue.Atelier, lue.Assistance.Personnes.Single(p => p.Jeton == query.Jeton));
            var etapes = new EtapesAtelier(lue.Etapes[0], [.. lue.Etapes.Skip(1)]);
            return new(
                atelier.Description.Intitule,
                lue.Territoires,
                atelier.Description.Date,
                atelier.Description.Quand,
                atelier.Description.Heure,
                atelier.HeureDeFin,
                atelier.Description.Lieu,
                atelier.Description.But,
                personne.Organisation,
                personne.Nom,
                personne.Reponse,
                personne.ReponduLe,
                lue.Assistance.EffacementPrevuLe(atelier),
                Assistance.ObstaclesALaReponse(atelier, etapes, Domain.Common.Calendrier.JourEnFrance(clock.GetUtcNow())));
        }
    }
}
