using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>Takes an article off; the history keeps its words.</summary>
public static class RetirerArticle
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Cle, int Revision) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var texte = await db.LoadTexteAsync(command.Convention, null, cancellationToken);
            var article = await db.LoadPassageAsync(command.Convention, command.Cle, command.Revision, cancellationToken);

            texte.RetirerArticle(article, etape, clock.GetUtcNow());

            db.PassagesTexte.Remove(article);
            await db.SaveChangesAsync(cancellationToken);
            return texte.Revision;
        }
    }
}
