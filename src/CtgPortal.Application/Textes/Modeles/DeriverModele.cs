using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Textes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Modeles;

/// <summary>A Caf begins its own model with a copy of the national one; its conventions use it once it is published.</summary>
public static class DeriverModele
{
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Command(string Caf) : IRequest<ModeleTexteId>;

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ModeleTexteId>
    {
        public async Task<ModeleTexteId> Handle(Command command, CancellationToken cancellationToken)
        {
            ReglesModele.Exiger(utilisateur.Habilitations, command.Caf);

            // asked twice, it gives the same model: the first one is where the work is
            if (await db.ModelesTexte.Where(m => m.CafCode == command.Caf).Select(m => (ModeleTexteId?)m.Id).SingleOrDefaultAsync(cancellationToken) is { } deja)
            {
                return deja;
            }

            var national = await db.ModelesTexte.LireModeleApplicableAsync(command.Caf, cancellationToken);
            var modele = ModeleTexte.Deriver(command.Caf, national.Contenu, clock.GetUtcNow());
            db.ModelesTexte.Add(modele);
            await db.SaveChangesAsync(cancellationToken);
            return modele.Id;
        }
    }
}
