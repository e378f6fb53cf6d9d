using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>Writes the lines of a report, and notes what is needed to take them back.</summary>
internal sealed class EcritureDePlan(
    ICtgDbContext db, Plan plan, IReadOnlyList<FicheAction> fiches, BranchesLues branches, StatutConvention etape, DateTimeOffset now)
{
    private readonly List<AxeId> _axes = [];
    private readonly List<OrientationId> _orientations = [];

    public EcriturePlan Ecrire(RapportPlan rapport)
    {
        foreach (var chemin in rapport.Branches)
        {
            Creer(chemin);
        }

        var (creees, modifiees) = (new List<FicheEcrite>(), new List<FicheEcrite>());
        foreach (var ligne in rapport.Lignes.Where(l => l.Contenu is not null))
        {
            if (ligne.Suite == SuiteLigne.Nouvelle)
            {
                creees.Add(Creer(ligne));
            }
            else if (ligne.Suite == SuiteLigne.Modifiee)
            {
                modifiees.Add(Modifier(ligne));
            }
        }

        return new(creees, modifiees, _axes, _orientations);
    }

    private void Creer(IReadOnlyList<string> chemin)
    {
        if (chemin is [var titre])
        {
            var axe = plan.AjouterAxe(titre, null, null, etape, now);
            _axes.Add(axe);
            branches.Ajouter([], titre, axe, null);
            return;
        }

        IReadOnlyList<string> parents = [.. chemin.SkipLast(1)];
        var (sous, parent) = branches.Place(parents)!.Value;
        var orientation = plan.AjouterOrientation(sous, parent, chemin[^1], etape, now);
        _orientations.Add(orientation);
        branches.Ajouter(parents, chemin[^1], sous, orientation);
    }

    private FicheEcrite Creer(LigneDePlan ligne)
    {
        var (axe, orientation) = branches.Place(ligne.Chemin)!.Value;
        var fiche = db.Creer(plan, axe, orientation, ligne.Intitule, etape, now, ligne.Code);
        fiche.Reecrire(ligne.Contenu!, etape, now);
        return new(fiche.Id, fiche.Intitule, 0, fiche.Revision, null, Place(fiche.Id));
    }

    private FicheEcrite Modifier(LigneDePlan ligne)
    {
        var fiche = fiches.Single(f => f.Id == ligne.Existante);
        var (revision, avant) = (fiche.Revision, Place(fiche.Id));
        fiche.Reecrire(ligne.Contenu!, etape, now);
        var deplacee = ligne.Differences.Any(d => d.Champ == EcartFiche.Place);
        if (deplacee)
        {
            var (axe, orientation) = branches.Place(ligne.Chemin)!.Value;
            plan.DeplacerFiche(fiche.Id, axe, orientation, int.MaxValue, etape, now);
        }

        return new(fiche.Id, fiche.Intitule, revision, fiche.Revision, deplacee ? avant : null, Place(fiche.Id));
    }

    private PlaceFiche Place(FicheActionId fiche)
    {
        var place = plan.Emplacements.Single(e => e.FicheActionId == fiche);
        return new(place.AxeId, place.OrientationId, place.Rang);
    }
}
