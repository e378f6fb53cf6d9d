using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>What was kept of Trois-Rivières while it was written: the plan as the workshops left it, then the draft sent to the partners.</summary>
internal sealed class VersionsDeDemonstration(CtgDbContext db, ICtgReadContext read, IReferentiel referentiel)
{
    private static readonly DateOnly ApresLesAteliers = new(2021, 11, 3);
    private static readonly DateOnly Relecture = new(2021, 11, 9);
    private static readonly DateOnly Envoi = new(2021, 11, 12);
    private static readonly DateOnly Retours = new(2021, 11, 24);

    /// <summary>The last fiche is still among those of mobility, and the preamble does not yet say everything.</summary>
    public async Task SortirDesAteliersAsync(DossierDemo dossier, Utilisateur coordination, CancellationToken cancellationToken)
    {
        var (convention, plan) = (dossier.Convention, dossier.Plan);
        var passage = await db.PassagesTexte.SingleAsync(p => p.ConventionId == convention.Id && p.Nature == NaturePassage.Preambule, cancellationToken);
        var derniere = dossier.Fiches[^1].Fiche;
        var (sienne, mobilite) = (plan.Emplacements.Single(e => e.FicheActionId == derniere.Id), plan.Axes[1]);
        var rang = sienne.Rang;
        var (preambule, axe) = (passage.Corps, sienne.AxeId);

        dossier.Heure.Aller(ApresLesAteliers);
        plan.DeplacerFiche(derniere.Id, mobilite.Id, null, 1, convention.Statut, dossier.Maintenant);
        Presenter(passage, string.Join('\n', preambule.Split('\n').SkipLast(1)), dossier);
        await GarderAsync(dossier, coordination, "Plan sorti des ateliers", "Exemple : les titres des fiches, tels que les ateliers les ont laissés.", cancellationToken);

        dossier.Heure.Aller(Relecture);
        plan.DeplacerFiche(derniere.Id, axe, null, rang, convention.Statut, dossier.Maintenant);
        Presenter(passage, preambule, dossier);
    }

    /// <summary>Before the partners answer: a smaller budget for the first fiche.</summary>
    public async Task EnvoyerLeProjetAsync(DossierDemo dossier, Utilisateur coordination, CancellationToken cancellationToken)
    {
        var premiere = dossier.Fiches[0].Fiche;
        List<Financement> arretes = [.. premiere.Financements.Select(Copier)];
        dossier.Heure.Aller(Envoi);
        premiere.DefinirFinancements(
            [.. arretes.Where(f => f.Annee == 2022).Select(f => new Financement(f.Financeur, f.Annee, f.Nature, f.Prevu / 2, realise: null))],
            dossier.Convention.Statut, dossier.Maintenant);
        await GarderAsync(
            dossier, coordination, "Projet envoyé aux partenaires", "Exemple : envoyé pour avis à la Caf, aux communes et aux centres sociaux ; réponses attendues pour le 23 novembre.", cancellationToken);

        dossier.Heure.Aller(Retours);
        premiere.DefinirFinancements([.. arretes.Select(Copier)], dossier.Convention.Statut, dossier.Maintenant);
    }

    private static Financement Copier(Financement f) => new(f.Financeur, f.Annee, f.Nature, f.Prevu, f.Realise);

    private static void Presenter(PassageTexte passage, string corps, DossierDemo dossier) =>
        passage.Rediger(passage.Titre, corps, passage.Contractuel, dossier.Convention.Statut, dossier.Maintenant);

    private async Task GarderAsync(DossierDemo dossier, Utilisateur par, string nom, string note, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.GarderAsync(
            new AssembleurDossier(read, referentiel, dossier.Heure), new(dossier.Convention.Id, nom, note), new UtilisateurId(par.Id), $"{par.Prenom} {par.Nom}", dossier.Maintenant, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
