using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests;

public sealed class ChromiumFinderTests
{
    [Fact]
    public async Task Chromium_est_trouve_et_affiche_une_page()
    {
        var chromium = await ChromiumFinder.FindAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var navigateur = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium.ExecutablePath, Args = chromium.Args });

        var page = await navigateur.NewPageAsync();
        await page.SetContentAsync("<title>Évry</title><p>côte</p>");

        Assert.Equal("Évry", await page.TitleAsync());
    }
}
