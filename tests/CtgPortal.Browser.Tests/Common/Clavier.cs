using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>Somebody who has only a keyboard: Tab leads everywhere, Enter and Space act.</summary>
internal sealed class Clavier(IPage page)
{
    // more than any page of the portal has stops
    private const int ArretsMax = 200;

    private const string NomDuFocus =
        """
        () => {
          const e = document.activeElement;
          const nom = e.labels?.length ? e.labels[0].innerText : document.getElementById(e.getAttribute('aria-labelledby'))?.innerText ?? e.getAttribute('aria-label') ?? e.innerText ?? '';
          return nom.replace(/\s+/g, ' ').replace(/ \*$/, '').trim();
        }
        """;

    /// <summary>Presses Tab until what this names has the focus; fails when the keyboard never gets there.</summary>
    public async Task AllerAsync(string nom)
    {
        var vus = new List<string>();
        for (var arret = 0; arret < ArretsMax; arret++)
        {
            await page.Keyboard.PressAsync("Tab");
            vus.Add(await page.EvaluateAsync<string>(NomDuFocus));
            if (vus[^1] == nom)
            {
                return;
            }
        }

        Assert.Fail($"Tab ne mène jamais à « {nom} », mais à : {string.Join(" | ", vus.Distinct())}");
    }

    public async Task EcrireAsync(string champ, string texte)
    {
        await AllerAsync(champ);
        await page.Keyboard.TypeAsync(texte);
    }

    public async Task ActiverAsync(string lienOuBouton)
    {
        await AllerAsync(lienOuBouton);
        await EntrerAsync();
    }

    public Task EntrerAsync() => page.Keyboard.PressAsync("Enter");
}
