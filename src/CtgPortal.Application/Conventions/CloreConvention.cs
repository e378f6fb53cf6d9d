using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Conventions;

/// <summary>The end of a convention: at its term, or given up before it was signed. <see cref="Fins.EnregistrerFin"/> ends it before its term.</summary>
public static class CloreConvention
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, StatutConvention Fin, string? Motif) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fin).NotEqual(StatutConvention.Resiliee)
            .WithMessage("Une dénonciation ou une résiliation s’enregistre comme un acte, avec son préavis : page « Dénonciation et résiliation ».");
    }

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var now = clock.GetUtcNow();

            convention.Clore(command.Fin, command.Motif, now);
            await db.AnnulerSignatureOuverteAsync(convention, command.Motif, messages, now, cancellationToken);
            await db.AbandonnerAvenantAsync(convention, now, cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }
    }

    /// <summary>Nothing changes a convention that is over.</summary>
    internal static async Task AbandonnerAvenantAsync(this ICtgDbContext db, Convention convention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Avenants.SingleOrDefaultAsync(
            a => a.ConventionId == convention.Id && (a.Statut == StatutAvenant.EnRedaction || a.Statut == StatutAvenant.EnSignature), cancellationToken) is { } enCours)
        {
            enCours.Abandonner("La convention a pris fin avant que cet avenant ne soit signé.", now);
        }
    }

    /// <summary>A convention that leaves the signature otherwise than signed has no circuit any more; there is none at other stages.</summary>
    internal static async Task AnnulerSignatureOuverteAsync(
        this ICtgDbContext db, Convention convention, string? motif, MessagesCircuit messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Signatures.SingleOrDefaultAsync(
            s => s.ConventionId == convention.Id && s.Statut == Domain.Signatures.StatutSignature.Ouverte, cancellationToken) is { } ouverte)
        {
            ouverte.Annuler(motif, now);
            db.Courriels.AddRange(messages.Pour(ouverte, convention, now));
        }
    }
}
