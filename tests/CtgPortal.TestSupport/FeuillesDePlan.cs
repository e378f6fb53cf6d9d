using System.Text;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.TestSupport;

/// <summary>Sheets of fiches at the stages that pages show.</summary>
/// <param name="Ecrit">Written, and not taken back.</param>
internal sealed record FeuillesDePlan(ImportTableurId APreciser, ImportTableurId Precise, ImportTableurId Ecrit);

internal static class FeuillesDePlanDeTest
{
    private const string Feuille =
        "Axe;Orientation;Intitulé de l’action;Pilote;Personne pilote;Date de début;Budget 2026;Observations\n"
        + "Numérique;;Ouvrir un atelier numérique;Ville;Camille Inconnue;mars 2026;environ 12 000 €;à revoir\n"
        + "Numérique;;Ouvrir un atelier numérique;Ville;;;;\n;;;Ville;;;;\n";

    private const string Courte = "Axe;Intitulé;Structure pilote\nAccès aux droits;Tenir une permanence;CCAS\n";

    public static async Task<FeuillesDePlan> FeuillesDePlanAsync(this PortailDeTest portail, ConventionId convention)
    {
        Habilitation[] coordination = [new(Role.Coordination, Portee.Convention, convention.Value.ToString())];
        var ecrit = await PreciserAsync(await DeposerAsync(Courte, "permanences.csv"));
        var dossier = (await portail.EnvoyerAsync(new ConsulterImportPlan.Query(convention, ecrit), coordination))!;
        await portail.EnvoyerAsync(new ImporterPlan.Command(convention, ecrit, dossier.Import.Revision, dossier.Rapport!.Empreinte, false), coordination);
        return new(await DeposerAsync(Feuille, "plan-numerique.csv"), await PreciserAsync(await DeposerAsync(Feuille, "plan-numerique.csv")), ecrit);

        Task<ImportTableurId> DeposerAsync(string texte, string nom) =>
            portail.EnvoyerAsync(new DeposerTableur.Command(convention, NatureImport.Plan, nom, Encoding.UTF8.GetBytes(texte)), coordination);

        async Task<ImportTableurId> PreciserAsync(ImportTableurId import)
        {
            var depot = (await portail.EnvoyerAsync(new ConsulterImportPlan.Query(convention, import), coordination))!.Import;
            await portail.EnvoyerAsync(new PreciserTableur.Command(convention, NatureImport.Plan, import, depot.Revision, 0, depot.Lecture.LigneEnTete, depot.Lecture.Champs, 3), coordination);
            return import;
        }
    }
}
