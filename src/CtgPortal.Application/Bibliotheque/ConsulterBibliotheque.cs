using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Bibliotheque;

/// <summary>What the library of the Caf holds for one convention: what is asked, what is offered, what is already there.</summary>
public static class ConsulterBibliotheque
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="PeutModifier">By role and by stage.</param>
    public sealed record Dossier(EnTeteConvention EnTete, ArbrePlan Plan, string Caf, IReadOnlyList<Ligne> Fiches, bool PeutModifier)
    {
        public IReadOnlyList<Ligne> Manquantes => [.. Fiches.Where(f => f.Manque)];
    }

    /// <param name="Fiche">The one of the plan that comes from it; null when there is none.</param>
    /// <param name="Suivie">The version that the fiche follows.</param>
    public sealed record Ligne(FicheModeleId Id, ContenuFiche Contenu, int Version, bool Imposee, FicheActionId? Fiche, int? Suivie, string? SansObjet)
    {
        public bool Manque => Imposee && Fiche is null && SansObjet is null;

        public bool ADuNouveau => Fiche is not null && Suivie < Version;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete
                || await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var caf = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => c.CafCode).SingleAsync(cancellationToken);
            var modeles = await db.FichesModele.Where(m => m.CafCode == caf).ToListAsync(cancellationToken);
            var reprises = await db.ReprisesModele.Where(r => r.ConventionId == query.Convention).ToDictionaryAsync(r => r.ModeleId, cancellationToken);
            return new(
                enTete, plan, ListerModeles.NomDe(caf),
                [
                    .. modeles.Select(m => Lire(m, reprises.GetValueOrDefault(m.Id))).OfType<Ligne>()
                        .OrderBy(l => l.Contenu.Identite.Intitule, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)),
                ],
                DroitsPlan.PeutModifier(enTete.Roles) && CycleDeVie.PlanModifiable(enTete.Statut));
        }

        // put away, it is shown only where it is in the plan
        private static Ligne? Lire(FicheModele m, RepriseModele? reprise) => m.Archivee && reprise?.FicheActionId is null
            ? null
            : new(m.Id, m.Derniere.Contenu, m.Derniere.Numero, m.EstImposee, reprise?.FicheActionId, reprise?.Version, reprise?.SansObjet);
    }
}
