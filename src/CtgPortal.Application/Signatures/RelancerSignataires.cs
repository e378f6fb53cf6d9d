using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;

namespace CtgPortal.Application.Signatures;

/// <summary>Reminds one person, or everybody whose turn it is and who can be.</summary>
public static class RelancerSignataires
{
    /// <param name="Ligne">Null for everybody.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, LigneSignatureId? Ligne = null) : IRequest<IReadOnlyList<string>>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, MessagesCircuit messages, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<string>>
    {
        /// <returns>The names of those reminded.</returns>
        public async Task<IReadOnlyList<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);

            var relancees = signature.Relancer(command.Ligne, now);
            await db.ConclureAsync(signature, messages, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return [.. relancees.Select(l => l.NomComplet)];
        }
    }
}
