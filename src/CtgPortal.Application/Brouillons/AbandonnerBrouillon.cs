using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Brouillons;

/// <summary>The person gives up what they typed, or has just saved it.</summary>
public static class AbandonnerBrouillon
{
    [AutoriseConnecte]
    public sealed record Command(string Formulaire) : IRequest<Unit>;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.Brouillons.Where(b => b.UtilisateurId == utilisateur.Id && b.Formulaire == command.Formulaire).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
