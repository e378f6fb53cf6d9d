// Everything works without this file; it only makes it smoother.
import { focusErrors, followErrorLinks } from './errors.js';
import { enhanceAutocomplete } from './autocomplete.js';
import { enhanceConfirmations } from './confirmations.js';
import { keepDrafts } from './brouillons.js';
import { enhanceCounters } from './counters.js';
import { enhanceFields } from './champs-auto.js';
import { enhanceSheets } from './grille.js';
import { enhanceFilters } from './filter.js';
import { enhanceLines } from './lignes.js';
import { guardUnsavedChanges } from './unsaved.js';
import { checkFileSizes } from './files.js';
import { enhanceDepots } from './depots.js';
import { enhancePieces } from './pieces.js';
import { enhanceMenus } from './menus.js';
import { enhancePersons } from './personnes.js';
import { followPresences } from './presence.js';
import { enhanceProofs } from './epreuve.js';
import { enhanceRichFields } from './riche.js';
import { reportFailures } from './failures.js';
import { bindSigns } from './typographie.js';

function enhance(root) {
  enhanceAutocomplete(root);
  enhanceConfirmations(root);
  enhanceRichFields(root);
  enhanceCounters(root);
  enhanceFields(root);
  enhanceFilters(root);
  enhanceLines(root);
  enhanceSheets(root);
  guardUnsavedChanges(root);
  keepDrafts(root);
  checkFileSizes(root);
  enhanceDepots(root);
  enhancePieces(root);
  enhanceMenus(root);
  enhancePersons(root);
  enhanceProofs(root);
  followPresences(root);
  bindSigns(root);
}

document.documentElement.classList.add('avec-script');
enhance(document);
focusErrors(document);
followErrorLinks();
reportFailures();

// on a phone tabs slide: show the one that is open, without moving the page
for (const onglet of document.querySelectorAll('.onglets [aria-current], .parties [aria-current]')) {
  const onglets = onglet.closest('ul');
  onglets.scrollLeft = onglet.offsetLeft - (onglets.clientWidth - onglet.offsetWidth) / 2;
}

// a fragment brought by htmx is enhanced like a page
document.addEventListener('htmx:afterSwap', (event) => {
  enhance(event.detail.elt);
  focusErrors(event.detail.elt);
  // lines that moved or went away are words that changed: the draft and the preview follow
  event.detail.elt.closest('form[data-brouillon]')?.dispatchEvent(new Event('change', { bubbles: true }));
});

// a line that was added is enhanced like those that came with the page
document.addEventListener('lignes:ajoutee', (event) => enhance(event.detail));
