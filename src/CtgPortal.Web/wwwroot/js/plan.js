// Moves by mouse or finger; each sends the same form as the arrows and the list of places. Without this file those remain.
const formulaire = document.getElementById('glisse');
const poignees = { fiche: '.plan-fiche-numero', orientation: '.plan-branche-tete', axe: '.plan-axe-tete' };
const elements = { fiche: '.plan-fiche', orientation: '.plan-branche', axe: '.plan-axe' };
const arbre = () => document.getElementById('plan');
let dernier = null;

/** While an axe or an orientation moves, what it holds is folded: its new place is near. The head that is held stays under the pointer. */
function replier(quoi, tire) {
  const plan = arbre();
  const tete = tire.querySelector(poignees[quoi]);
  const avant = tete.getBoundingClientRect().top;
  plan.style.minHeight = `${plan.offsetHeight}px`;
  plan.classList.add('plan-en-mouvement', `plan-tire-${quoi}`);
  window.scrollBy({ top: tete.getBoundingClientRect().top - avant, behavior: 'instant' });
  plan.style.paddingTop = `${Math.max(0, avant - tete.getBoundingClientRect().top)}px`;
}

function deplier(quoi, tire) {
  arbre().classList.remove('plan-en-mouvement', `plan-tire-${quoi}`);

  // what is left of the move would be copied as an inline style, which the content security policy refuses
  document.querySelectorAll('#plan[style], #plan [style]').forEach((element) => element.removeAttribute('style'));
  tire.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

function preparer() {
  for (const liste of document.querySelectorAll('[data-glisser]')) {
    const quoi = liste.dataset.glisser;
    if (window.Sortable.get(liste)) {
      continue;
    }

    window.Sortable.create(liste, {
      group: {
        name: quoi,
        // a branch that would not fit the levels of the plan finds no place to drop
        put: (vers, depuis, tire) => depuis.options.group.name === quoi && (quoi !== 'orientation' || Number(tire.dataset.hauteur) <= Number(vers.el.dataset.place)),
      },
      draggable: elements[quoi],
      handle: poignees[quoi],
      filter: 'a, button, form',
      preventOnFilter: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      delay: 150,
      delayOnTouchOnly: true,
      emptyInsertThreshold: 24,
      onStart: (e) => replier(quoi, e.item),
      onEnd: (e) => {
        deplier(quoi, e.item);
        if (e.to === e.from && e.newDraggableIndex === e.oldDraggableIndex) {
          return;
        }

        formulaire.elements.quoi.value = quoi;
        formulaire.elements.element.value = e.item.dataset.element;
        formulaire.elements.dans.value = e.to.dataset.dans;
        formulaire.elements.rang.value = e.newDraggableIndex + 1;
        formulaire.requestSubmit();
      },
    });
  }
}

preparer();
document.addEventListener('htmx:beforeRequest', (e) => {
  dernier = e.target.elements?.element?.value;
});
document.addEventListener('htmx:afterSettle', () => {
  formulaire.elements.revision.value = arbre().dataset.revision;
  preparer();

  // what was dropped, or an arrow that has gone since nothing is further, leaves the keyboard nowhere
  if (dernier && document.activeElement === document.body) {
    const fleche = document.getElementById(`Monter-${dernier}`) ?? document.getElementById(`Descendre-${dernier}`);
    (fleche ?? arbre().querySelector(`[data-element="${dernier}"]`))?.focus({ preventScroll: true });
  }

  dernier = null;
});
