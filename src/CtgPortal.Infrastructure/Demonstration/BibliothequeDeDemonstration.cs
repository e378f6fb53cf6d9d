using CtgPortal.Application.Plans;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Common;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// The library of one Caf: fiches in the manner of the national ones, all invented. One is asked of every convention: a territory set it
/// aside, another has not answered yet; one was taken over, and published again since.
/// </summary>
internal sealed class BibliothequeDeDemonstration(CtgDbContext db)
{
    private static readonly DateOnly Ouverture = new(2021, 6, 1);
    private static readonly DateOnly Decret = new(2025, 4, 1);

    public async Task RemplirAsync(DossierDemo troisRivieres, DossierDemo territoire, Utilisateur conseil, CancellationToken cancellationToken)
    {
        var (caf, par) = (troisRivieres.Convention.CafCode, $"{conseil.Prenom} {conseil.Nom}");
        var heure = new HeureDuRecit(Ouverture);
        List<FicheModele> modeles = [.. ExemplesDeModeles.Tous.Select(m => FicheModele.Creer(caf, m, par, heure.GetUtcNow()))];
        db.FichesModele.AddRange(modeles);

        heure.Aller(Decret);
        var imposee = modeles[ExemplesDeModeles.Imposee];
        imposee.Imposer(imposee: true, heure.GetUtcNow().JourEnFrance());
        troisRivieres.Heure.Aller(Decret.AddDays(14));
        var ecartee = RepriseModele.Commencer(troisRivieres.Convention.Id, imposee.Id);
        ecartee.DeclarerSansObjet(
            imposee, "Exemple : le plan de 2021 est terminé ; la fiche sera reprise au renouvellement.", troisRivieres.Convention.Statut, troisRivieres.Maintenant);

        var reprise = modeles[ExemplesDeModeles.Reprise];
        var (etape, fiche) = (territoire.Convention.Statut, db.Creer(
            territoire.Plan, territoire.Plan.Axes[1].Id, null, reprise.Intitule, territoire.Convention.Statut, territoire.Maintenant));
        fiche.Reecrire(ChampsDeModele.Adapter(reprise.Derniere.Contenu, fiche.Contenu), etape, territoire.Maintenant);
        var suivie = RepriseModele.Commencer(territoire.Convention.Id, reprise.Id);
        suivie.Ajouter(reprise, fiche, territoire.Maintenant);
        reprise.Publier(ExemplesDeModeles.Suite(reprise.Derniere.Contenu), "Exemple : ajoute les horaires du soir, demandés par les familles.", par, territoire.Maintenant);
        db.ReprisesModele.AddRange(ecartee, suivie);
        await db.SaveChangesAsync(cancellationToken);
    }
}
