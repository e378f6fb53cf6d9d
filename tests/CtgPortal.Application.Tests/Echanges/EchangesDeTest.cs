using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Imports;
using CtgPortal.Infrastructure.Imports;

namespace CtgPortal.Application.Tests.Echanges;

/// <summary>The gestures of somebody who sends a sheet to a plan.</summary>
internal static class EchangesDeTest
{
    public static async Task<byte[]> ExporterAsync(this PlanDeTest t, FormatPlan format = FormatPlan.Xlsx, FiltrePlan? filtre = null, params string[] colonnes) =>
        (await t.EnvoyerAsync(new ExporterPlan.Query(t.Convention, format, colonnes, filtre ?? FiltrePlan.Aucun)))!.Contenu;

    public static Task<ClasseurLu> LireAsync(byte[] contenu) => new Tableaux().LireClasseurAsync(contenu, TestContext.Current.CancellationToken);

    public static byte[] Csv(params string[] lignes) => System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", lignes));

    public static Task<ImportTableurId> DeposerAsync(this PlanDeTest t, byte[] contenu, string nom = "plan.xlsx") =>
        t.EnvoyerAsync(new DeposerTableur.Command(t.Convention, NatureImport.Plan, nom, contenu));

    /// <summary>Sends a file and accepts the columns that the portal proposes.</summary>
    public static async Task<ImportTableurId> PresenterAsync(this PlanDeTest t, byte[] contenu, int? attendu = null)
    {
        var import = await t.DeposerAsync(contenu);
        var depot = (await t.ImportAsync(import)).Import;
        await t.EnvoyerAsync(new PreciserTableur.Command(t.Convention, NatureImport.Plan, import, depot.Revision, depot.Lecture.Feuille, depot.Lecture.LigneEnTete, depot.Lecture.Champs, attendu));
        return import;
    }

    public static async Task<ConsulterImportPlan.Dossier> ImportAsync(this PlanDeTest t, ImportTableurId import) =>
        (await t.EnvoyerAsync(new ConsulterImportPlan.Query(t.Convention, import)))!;

    public static async Task<RapportPlan> RapportAsync(this PlanDeTest t, byte[] contenu, int? attendu = null) =>
        (await t.ImportAsync(await t.PresenterAsync(contenu, attendu))).Rapport!;

    public static async Task<ImporterPlan.Bilan> EcrireAsync(this PlanDeTest t, ImportTableurId import, bool sansLesAutres = false)
    {
        var dossier = await t.ImportAsync(import);
        return await t.EnvoyerAsync(new ImporterPlan.Command(t.Convention, import, dossier.Import.Revision, dossier.Rapport!.Empreinte, sansLesAutres));
    }

    public static async Task<ImportTableurId> ImporterAsync(this PlanDeTest t, byte[] contenu)
    {
        var import = await t.PresenterAsync(contenu);
        await t.EcrireAsync(import);
        return import;
    }
}
