using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Comptes;

public static class ConsulterAdministration
{
    [Autorise(Role.Administrateur)]
    public sealed record Query : IRequest<Tableau>;

    /// <param name="HorodatagesEnAttente">Daily timestamps of the proof that the authority has not given yet.</param>
    public sealed record Tableau(Comptage Comptage, bool MessagerieConfiguree, int HorodatagesEnAttente);

    public sealed record Comptage(
        int Actifs, int Invites, int Desactives, int CourrielsEnAttente, int CourrielsEnEchec, int CourrielsEnvoyes);

    internal sealed class Handler(IAnnuaire annuaire, IEtatMessagerie messagerie, ICtgReadContext db) : IRequestHandler<Query, Tableau>
    {
        public async Task<Tableau> Handle(Query query, CancellationToken cancellationToken) =>
            new(
                await annuaire.CompterAsync(cancellationToken), messagerie.EstConfiguree,
                await db.HorodatagesPreuve.CountAsync(h => h.Jeton == null, cancellationToken));
    }
}
