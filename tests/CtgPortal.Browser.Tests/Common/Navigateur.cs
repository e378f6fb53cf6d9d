using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>One Chromium per test process; each person of a test has a context of their own in it, with their own cookies.</summary>
public sealed class Navigateur : IAsyncLifetime
{
    // how long a page may take on a machine that is busy elsewhere before a test gives up
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        var chromium = await ChromiumFinder.FindAsync();
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium.ExecutablePath, Args = chromium.Args });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    internal async Task<IBrowserContext> OuvrirAsync(Uri adresse, Ecran ecran, bool script)
    {
        var contexte = await _chromium!.NewContextAsync(new()
        {
            BaseURL = adresse.AbsoluteUri,
            Locale = "fr-FR",
            TimezoneId = "Europe/Paris",
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = ecran.Taille,
            JavaScriptEnabled = script,
        });
        contexte.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return contexte;
    }
}

/// <summary>What people hold: a computer's screen, or a phone's.</summary>
internal sealed record Ecran(string Nom, int Largeur, int Hauteur)
{
    public static readonly Ecran Bureau = new("1440", 1440, 900);
    public static readonly Ecran Telephone = new("390", 390, 844);

    public ViewportSize Taille => new() { Width = Largeur, Height = Hauteur };
}
