using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;

namespace CtgPortal.Browser.Tests;

public sealed partial class PagesTests
{
    private static async Task<IReadOnlyList<Visite>> DesReprisesAsync(Site site)
    {
        var reprise = (await site.Portail.EnvoyerAsync(RepriseDeTest.Commande, Fonds.Conseil)).Value;
        return
        [
            new("conventions/reprendre", Conseil, "convention-reprendre", "/conventions/reprendre", 200),
            new("conventions/{id:guid}/reprise", Conseil, "reprise", $"/conventions/{reprise}/reprise", 200),
            new("conventions/{id:guid}/reprise/corriger", Conseil, "reprise-corriger", $"/conventions/{reprise}/reprise/corriger", 200),
            new("conventions/{id:guid}/fin", Conseil, "fin", $"/conventions/{reprise}/fin", 200),
            new("conventions/{id:guid}/texte-consolide", Conseil, "texte-consolide", $"/conventions/{reprise}/texte-consolide", 200),
            new("conventions/{id:guid}/documents", Conseil, "documents-repris", $"/conventions/{reprise}/documents", 200),
        ];
    }
}
