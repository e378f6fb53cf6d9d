using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>Copies models into a branch of the plan, all or none: each fiche remembers which model and which version it comes from.</summary>
public static class AjouterDepuisBibliotheque
{
    /// <param name="Revision">Of the plan.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision, IReadOnlyList<FicheModeleId> Modeles, AxeId Axe, OrientationId? Orientation)
        : IRequest<IReadOnlyList<FicheActionId>>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Modeles).NotEmpty().WithMessage("Choisissez au moins une fiche.");
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<FicheActionId>>
    {
        public async Task<IReadOnlyList<FicheActionId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.LoadPlanAsync(command.Convention, command.Revision, cancellationToken);
            var caf = await db.Conventions.Where(c => c.Id == command.Convention).Select(c => c.CafCode).SingleAsync(cancellationToken);
            var modeles = await db.FichesModele.Where(m => m.CafCode == caf && command.Modeles.Contains(m.Id)).ToListAsync(cancellationToken);
            if (modeles.Count != command.Modeles.Distinct().Count())
            {
                throw new NotFoundException("A model unknown to this Caf.");
            }

            var reprises = await db.ReprisesModele.Where(r => r.ConventionId == command.Convention).ToDictionaryAsync(r => r.ModeleId, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            List<FicheActionId> ids = [];
            foreach (var modele in command.Modeles.Distinct().Select(id => modeles.Single(m => m.Id == id)))
            {
                var fiche = db.Creer(plan, command.Axe, command.Orientation, modele.Intitule, etape, clock.GetUtcNow());
                var contenu = ChampsDeModele.Adapter(modele.Derniere.Contenu, fiche.Contenu);
                fiche.Reecrire(contenu with { Identite = contenu.Identite with { ImposeeParLaCaf = modele.EstImposee } }, etape, clock.GetUtcNow());
                if (!reprises.TryGetValue(modele.Id, out var reprise))
                {
                    reprise = RepriseModele.Commencer(command.Convention, modele.Id);
                    db.ReprisesModele.Add(reprise);
                }

                reprise.Ajouter(modele, fiche, clock.GetUtcNow());
                ids.Add(fiche.Id);
            }

            await db.SaveChangesAsync(cancellationToken);
            return ids;
        }
    }
}
