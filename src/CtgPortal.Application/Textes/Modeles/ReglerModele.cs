using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using MediatR;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>Titles of the annexes, and how « Ctg » and « Caf » are written.</summary>
public static class ReglerModele
{
    [Autorise(Role.Administrateur, Role.Conseiller, Role.Direction)]
    public sealed record Command(ModeleTexteId Modele, int Revision, IReadOnlyList<string> Annexes, GraphieSigles Graphie) : IRequest<int>;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var modele = await db.LoadAsync(command.Modele, command.Revision, cancellationToken);
            ReglesModele.Exiger(utilisateur.Habilitations, modele.CafCode);

            modele.Regler(command.Annexes, command.Graphie, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return modele.Revision;
        }
    }
}
