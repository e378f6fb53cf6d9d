using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.TestSupport;

/// <summary>A library with one fiche asked and not yet taken, and one taken whose model has a newer version.</summary>
/// <param name="Fiche">Of the plan, behind its model by one version.</param>
internal sealed record FichesDeBibliotheque(FicheModeleId Imposee, FicheModeleId Reprise, FicheActionId Fiche)
{
    private static readonly DateTimeOffset Le = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <param name="fiche">One of the plan of the convention, said to come from the library.</param>
    public static async Task<FichesDeBibliotheque> SemerAsync(PortailDeTest portail, ConventionId convention, FicheActionId fiche)
    {
        ArgumentNullException.ThrowIfNull(portail);
        var caf = await portail.LireAsync(db => db.Conventions.Where(c => c.Id == convention).Select(c => c.CafCode).SingleAsync());
        var action = await portail.LireAsync(db => db.FichesAction.SingleAsync(f => f.Id == fiche));
        var gouvernance = FicheModele.Creer(caf, Contenu("Piloter la convention ensemble", "Décider à parité, dans un comité qui se réunit chaque année."), "Camille Renard", Le);
        gouvernance.Imposer(true, new(2026, 1, 5));
        var accueil = FicheModele.Creer(caf, Contenu("Accueillir les jeunes enfants", "Recenser les besoins des familles."), "Camille Renard", Le);
        var reprise = RepriseModele.Commencer(convention, accueil.Id);
        reprise.Ajouter(accueil, action, Le);
        accueil.Publier(
            Contenu("Accueillir les jeunes enfants", "Recenser les besoins des familles et les faire connaître aux professionnels."), "L’information des professionnels est ajoutée.", "Camille Renard",
            Le.AddDays(60));
        await portail.SauverAsync([gouvernance, accueil, reprise]);
        return new(gouvernance.Id, accueil.Id, fiche);
    }

    private static ContenuFiche Contenu(string intitule, string objectif) => ContenuFiche.Vide(intitule) with
    {
        Quoi = QuoiFiche.Vide with { ObjectifGeneral = objectif, Nature = NatureAction.AMaintenir },
        Operations = [new(OperationId.New(), new("Réunir le comité de pilotage", null, null, null, null, null))],
    };
}
