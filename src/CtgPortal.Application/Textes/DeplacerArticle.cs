using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>One place up or down.</summary>
public static class DeplacerArticle
{
    /// <param name="Revision">Of the text: the order that the person saw.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Cle, int Revision, bool VersLeHaut) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var texte = await db.LoadTexteAsync(command.Convention, command.Revision, cancellationToken);
            var article = await db.LoadPassageAsync(command.Convention, command.Cle, null, cancellationToken);

            texte.DeplacerArticle(article, command.VersLeHaut, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return texte.Revision;
        }
    }
}
