using CtgPortal.Browser.Tests.Common;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>Money typed as in a sheet, by keyboard and by paste; what one reads while typing is what the fiche then says.</summary>
public sealed class GrilleTests(PostgresServer serveur, Navigateur navigateur)
{
    [Fact]
    public async Task Les_montants_se_tapent_et_se_collent_comme_dans_un_tableur()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur);
        var (convention, fiche) = await Fonds.EnRedactionAsync(site.Portail);
        var adresse = $"/conventions/{convention.Id.Value}/fiches/{fiche}/financements";
        var moi = await site.ConnecterAsync(Fonds.Conseil);
        await moi.AllerAsync(adresse);
        var (page, lignes) = (moi.Page, moi.Page.Locator("[data-ligne]"));
        var nombre = await lignes.CountAsync();

        // the arrows and Enter move from cell to cell; Enter on the last line makes another one
        await page.GetByText("le prévu", new() { Exact = true }).ClickAsync();
        await page.GetByLabel($"Financeur, ligne {nombre}", new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync("Région");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("12,5 k€");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("1 000,50");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lignes).ToHaveCountAsync(nombre + 1);
        await Assertions.Expect(lignes.Nth(nombre - 1).Locator("[data-total=prevu]")).ToHaveTextAsync("13 500,50 €");

        // cells of a sheet: titles and totals are left out, lines are added
        await page.GetByLabel($"Financeur, ligne {nombre + 1}", new() { Exact = true }).FocusAsync();
        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', 'Financeur\tNature\t2026\t2027\nMSA\tInvestissement\t2 000,25\t-\nVille\tfonct.\t\t"3 000"\nVille 2\tfonct.\t\t3 000 €\nTotal\t\t2000,25\t3000');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(lignes).ToHaveCountAsync(nombre + 3);
        await Assertions.Expect(page.Locator("form [role=status].grille-aide")).ToContainTextAsync("Laissé de côté : « \"3 000\" »");
        await page.GetByLabel($"Retirer la ligne {nombre + 2} à l’enregistrement").CheckAsync();
        await moi.VerifierAsync("grille-financements");
        await moi.RedimensionnerAsync(Ecran.Telephone);
        await moi.VerifierAsync("grille-financements");
        await moi.RedimensionnerAsync(Ecran.Bureau);

        var tape = await TotauxAsync(page);
        await moi.CliquerAsync("Enregistrer les financements");
        await moi.AnnonceAsync("Financements : c’est enregistré");
        Assert.Equal(tape, await TotauxAsync(page));
        Assert.Contains(tape, t => t.StartsWith("MSA", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> TotauxAsync(IPage page) =>
        [.. (await page.Locator("[data-totaux] tr").AllInnerTextsAsync()).Select(t => string.Join(' ', t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
