using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>Opens the plan on a view: one’s own for oneself, one of the team for everybody who has chosen no other.</summary>
public static class OuvrirSurVue
{
    /// <param name="ParDefaut">False: the plan opens on its tree again.</param>
    [AutoriseConnecte]
    public sealed record Command(ConventionId Convention, VuePlanId Vue, int Revision, bool ParDefaut) : IRequest<Unit>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, IDroits droits) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var vue = await db.LoadVueAsync(command.Convention, command.Vue, command.Revision, utilisateur, droits, cancellationToken);
            var autres = await db.VuesPlan
                .Where(v => v.ConventionId == command.Convention && v.ParDefaut && v.Id != vue.Id && v.Partagee == vue.Partagee && (v.Partagee || v.Auteur == vue.Auteur))
                .ToListAsync(cancellationToken);

            // one at a time: the one that was chosen before gives way
            vue.OuvrirParDefaut(command.ParDefaut);
            foreach (var autre in autres)
            {
                autre.OuvrirParDefaut(false);
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
