using System.Text;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
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
