using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>WCAG 2.2, levels A and AA, and axe's best practices: not one violation.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IEnumerable<string>> DefautsAsync(IPage page)
    {
        // in the page itself: the other way opens a blank page for each run to gather what frames say, and the portal has none
#pragma warning disable CS0618 // « legacy » is what axe calls a page without frames; the version is pinned
        var resultat = await page.Locator("html").RunAxeLegacy(Options);
#pragma warning restore CS0618
        return resultat.Violations.SelectMany(violation => violation.Nodes.Select(noeud =>
            $"axe {violation.Id} ({violation.Impact}): {violation.Help}. {noeud.Target} {noeud.Html}"));
    }
}
