using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures.Liens;
using MediatR;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>The holder of a link asks for the code that confirms who they are: it goes to the address of the line.</summary>
public static class DemanderCode
{
    /// <param name="Convention">That the link leads to.</param>
    [Public]
    public sealed record Command(ConventionId Convention, string Jeton) : IRequest<Unit>;

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, IPorteur porteur, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.SousVerrouAsync(command.Convention, exclusif: true, () => DemanderAsync(command, cancellationToken), cancellationToken);

        private async Task<Unit> DemanderAsync(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lu = await read.ExigerLienAsync(command.Jeton, porteur, cancellationToken);
            var circuit = await db.LoadDuLienAsync(lu, command.Convention, cancellationToken);

            lu.Lien.Exiger(circuit, now);
            db.CodesSignature.Add(CodeSignature.Demander(circuit, lu.Lien.LigneId, lu.Codes, now));
            db.Courriels.Add(MessagesLien.Code(lu.Ligne, lu.Intitule, lu.Circuit.AvenantNumero, now));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
