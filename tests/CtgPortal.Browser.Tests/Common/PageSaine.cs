using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>What every page of the portal owes its readers, beyond what axe looks at.</summary>
internal static class PageSaine
{
    private const string Structure =
        """
        () => {
          const defauts = [];
          const vus = (s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility({ visibilityProperty: true }));
          const dire = (e) => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${e.className && e.className.baseVal === undefined ? '.' + e.className.trim().split(/\s+/).join('.') : ''}> « ${(e.innerText ?? '').trim().slice(0, 60)} »`;

          const h1 = vus('h1');
          if (h1.length !== 1) { defauts.push(`${h1.length} h1 : ${h1.map((e) => e.innerText).join(' | ')}`); }
          // one sees what page it is, and where it begins, without moving; what was just done, or refused, comes first
          const haut = h1[0]?.getBoundingClientRect().top + scrollY;
          const annonce = vus('.encart').some((e) => e.compareDocumentPosition(h1[0]) & Node.DOCUMENT_POSITION_FOLLOWING);
          if (!annonce && haut > innerHeight * .6) { defauts.push(`titre à ${Math.round(haut)} px, écran de ${innerHeight}`); }
          if (!/\S.* – CtgPortal$/.test(document.title)) { defauts.push(`titre « ${document.title} »`); }
          if (document.documentElement.lang !== 'fr') { defauts.push(`langue « ${document.documentElement.lang} »`); }
          for (const repere of ['header[role=banner]', 'main', 'footer[role=contentinfo]']) {
            if (vus(repere).length !== 1) { defauts.push(`${vus(repere).length} ${repere}`); }
          }
          if (document.querySelector('.menu-personne') && vus('nav[aria-label="Rubriques du portail"]').length !== 1) { defauts.push('pas de navigation'); }

          const large = document.documentElement;
          if (large.scrollWidth > large.clientWidth) {
            // what scrolls in a frame of its own is not what widens the page
            const contenu = (e) => e.parentElement && (getComputedStyle(e.parentElement).overflowX !== 'visible' || contenu(e.parentElement));
            const fautifs = vus('body *').filter((e) => e.getBoundingClientRect().right > large.clientWidth + 1 && !contenu(e)).slice(-3);
            defauts.push(`défilement horizontal : ${large.scrollWidth} > ${large.clientWidth} px, ${fautifs.map(dire).join(', ')}`);
          }

          // what only a programmer understands; one intercommunality does write its name so
          const texte = document.body.innerText.replace(/https?:\S+/g, '');
          for (const mot of texte.match(/\b[A-Z]?[a-zéèê]+[A-Z][a-zéèê]{2,}\w*\b|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{20,}\b|\bundefined\b|\bNaN\b|\bSystem\.\w+/g) ?? []) {
            if (!['CtgPortal', 'GrandSoissons'].includes(mot)) { defauts.push(`mot de machine à l’écran : ${mot}`); }
          }
          return defauts;
        }
        """;

    // after a key, what a script focuses shows its focus as the keyboard would
    private const string Focus =
        """
        () => {
          const muets = [];
          const depart = document.activeElement;
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
            if (e.disabled || !e.checkVisibility({ visibilityProperty: true })) { continue; }
            e.focus();
            if (document.activeElement !== e) { continue; }
            document.getAnimations().forEach((a) => a.finish());
            // what has the focus already does not scroll again
            e.scrollIntoView({ block: 'nearest' });
            // a card that is one big link shows the focus around itself
            const trait = [e, e.closest('.carte')].some((c) => c && getComputedStyle(c).outlineStyle !== 'none' && parseFloat(getComputedStyle(c).outlineWidth) >= 2);
            const nom = `<${e.tagName.toLowerCase()}> « ${(e.innerText || e.ariaLabel || e.name || '').trim().slice(0, 60)} »`;
            if (!e.matches(':focus-visible') || !trait) { muets.push(`focus invisible : ${nom}`); continue; }
            const r = [...e.getClientRects()].find((c) => c.width > 0 && c.height > 0);
            const dessus = r && document.elementFromPoint(Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1), Math.min(Math.max(r.top + Math.min(r.height / 2, 12), 0), innerHeight - 1));
            if (!dessus || !(e.contains(dessus) || dessus.contains(e) || dessus.closest('label')?.control === e)) {
              muets.push(`focus masqué : ${nom} en ${Math.round(r?.left)},${Math.round(r?.top)} sous <${dessus?.tagName.toLowerCase()} class="${dessus?.className}">`);
            }
          }
          depart?.focus?.();
          document.activeElement?.blur();
          scrollTo(0, 0);
          return muets;
        }
        """;

    public static async Task<IEnumerable<string>> StructureAsync(IPage page) => await page.EvaluateAsync<string[]>(Structure);

    /// <summary>Scrolls the page and what scrolls in it.</summary>
    public static async Task<IEnumerable<string>> FocusAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>(Focus);
    }
}
