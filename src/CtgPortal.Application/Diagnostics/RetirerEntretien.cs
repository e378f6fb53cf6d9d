using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Deletes an interview with its attachments; the findings that rested on it lose the link, and the journal says so.</summary>
public static class RetirerEntretien
{
    /// <remarks>Alone on its convention: nobody links a finding to what is being removed.</remarks>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EntretienId Entretien, int Revision) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var entretien = await db.LoadAsync(command.Convention, command.Entretien, command.Revision, cancellationToken);
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, revision: null, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            entretien.Retirer(new(etape, diagnostic.EstValide), clock.GetUtcNow());
            diagnostic.DetacherAppui(NatureAppui.Entretien, command.Entretien.Value, etape, clock.GetUtcNow());
            db.Entretiens.Remove(entretien);

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
