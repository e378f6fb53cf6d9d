using System.Text;
using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Equipements;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.TestSupport;

/// <summary>Files of figures at the stages that pages show, brought there by the use cases themselves.</summary>
internal static class ImportDeTest
{
    private const string Fichier = "Code commune;Nom commune;Année;Naissances;Places de ludothèque\n02381;Hirson;2022;95;40\n02381;Hirson;2021;dix;40\n75056;Paris;2022;20000;1\n";

    /// <summary>One whose columns are to be said.</summary>
    public static async Task<ImportChiffresId> AImporterAsync(this PortailDeTest portail, ConventionId convention)
    {
        Habilitation[] coordination = [new(Role.Coordination, Portee.Convention, convention.Value.ToString())];
        var import = await portail.EnvoyerAsync(new CommencerDepot.Command(convention, "naissances.csv"), coordination);
        await portail.EnvoyerAsync(new DeposerBloc.Command(convention, import, 0, Encoding.UTF8.GetBytes(Fichier)), coordination);
        await portail.EnvoyerAsync(new TerminerDepot.Command(convention, import), coordination);
        return import;
    }

    /// <summary>A discussion on a fiche, with an answer.</summary>
    public static async Task<CommentaireId> UnCommentaireAsync(this PortailDeTest portail, ConventionId convention, FicheActionId fiche)
    {
        Habilitation[] coordination = [new(Role.Coordination, Portee.Convention, convention.Value.ToString())];
        var id = await portail.EnvoyerAsync(
            new OuvrirCommentaire.Command(convention, CibleCommentaire.Sur(fiche, "livrables"), "Quel local, et pour quand ?", []), coordination);
        await portail.EnvoyerAsync(new RepondreAuCommentaire.Command(convention, id, "Celui de la gare.", []), coordination);
        return id;
    }

    public static Task<EquipementId> UnEquipementAsync(this PortailDeTest portail, ConventionId convention) => portail.EnvoyerAsync(
        new AjouterEquipement.Command(convention, new(
            TypeEquipement.Creche, null, "Multi-accueil Les Loups", "Association", null, ["Département"], 25, UniteCapacite.Places, [ModeSoutien.Subvention], true,
            [new(2026, 12_000)], false, 2012, null)),
        new Habilitation(Role.Coordination, Portee.Convention, convention.Value.ToString()));

    /// <summary>A sheet of équipements whose columns, or whose report, are to be looked at.</summary>
    public static async Task<ImportTableurId> EquipementsAsync(this PortailDeTest portail, ConventionId convention, bool precise)
    {
        Habilitation[] coordination = [new(Role.Coordination, Portee.Convention, convention.Value.ToString())];
        var import = await portail.EnvoyerAsync(
            new DeposerTableur.Command(convention, NatureImport.Equipements, "equipements.csv", Encoding.UTF8.GetBytes("Nom;Type;Commune;Places\nLes Loups;Crèche;Hirson;25\nBassin;Piscine;Paris;beaucoup\n;Crèche;;\n")), coordination);
        if (precise)
        {
            await portail.EnvoyerAsync(new PreciserTableur.Command(convention, NatureImport.Equipements, import, 1, 0, 1, ["nom", "type", "commune", "capacite"], 4), coordination);
        }

        return import;
    }

    /// <summary>One whose report is to be looked at.</summary>
    public static async Task<ImportChiffresId> ImportLuAsync(this PortailDeTest portail, ConventionId convention)
    {
        var import = await portail.AImporterAsync(convention);
        var plan = await portail.LireAsync(db => db.Imports.Where(i => i.Id == import).Select(i => i.Plan).SingleAsync());
        await portail.EnvoyerAsync(
            new PreciserColonnes.Command(convention, import, 3, [.. plan!.Colonnes.Select(c => c.Role)], null, null, "Insee", null, null),
            new Habilitation(Role.Coordination, Portee.Convention, convention.Value.ToString()));
        await portail.LireLesImportsAsync();
        return import;
    }

    /// <summary>What the job does every few seconds.</summary>
    public static async Task LireLesImportsAsync(this PortailDeTest portail)
    {
        await using var portee = portail.Services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<LectureImports>().LireAsync(CancellationToken.None);
    }
}
