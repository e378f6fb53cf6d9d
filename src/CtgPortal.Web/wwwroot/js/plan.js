// Moves by mouse or finger; each sends the same form as the arrows and the list of places. Without this file those remain.
const formulaire = document.getElementById('glisse');
const poignees = { fiche: '.plan-fiche-numero', orientation: '.plan-branche-tete', axe: '.plan-axe-tete' };
const elements = { fiche: '.plan-fiche', orientation: '.plan-branche', axe: '.plan-axe' };
let dernier = null;

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
      onStart: () => document.getElementById('plan').classList.add('plan-en-mouvement'),
      onEnd: (e) => {
        document.getElementById('plan').classList.remove('plan-en-mouvement');
        // what is left of the move would be copied as an inline style, which the content security policy refuses
        document.querySelectorAll('#plan[style], #plan [style]').forEach((element) => element.removeAttribute('style'));
        if (e.to === e.from && e.newDraggableIndex === e.oldDraggableIndex) {
          return;
        }

        dernier = e.item.dataset.element;
        formulaire.elements.quoi.value = quoi;
        formulaire.elements.element.value = dernier;
        formulaire.elements.dans.value = e.to.dataset.dans;
        formulaire.elements.rang.value = e.newDraggableIndex + 1;
        formulaire.requestSubmit();
      },
    });
  }
}

preparer();
document.addEventListener('htmx:afterSettle', () => {
  const plan = document.getElementById('plan');
  formulaire.elements.revision.value = plan.dataset.revision;
  preparer();
  if (dernier) {
    plan.querySelector(`[data-element="${dernier}"]`)?.focus({ preventScroll: true });
    dernier = null;
  }
});
