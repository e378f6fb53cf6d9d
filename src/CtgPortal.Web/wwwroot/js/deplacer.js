// The list of places opens over the tree, with the form of its own page. Without this file the link leads to that page.
const dialogue = document.getElementById('deplacer');
const [sujet, annonce, places] = ['.chapeau', '[data-annonce]', '.deplacer-places'].map((s) => dialogue.querySelector(s));
let lien = null;

const lire = (texte) => new DOMParser().parseFromString(texte, 'text/html');

/** The form as the portal writes it now; nothing when the element is there no more, or when somebody has to sign in again. */
async function demander() {
  const reponse = await fetch(lien.href);
  const page = reponse.ok && !reponse.redirected ? lire(await reponse.text()) : null;
  const formulaire = page?.querySelector('.formulaire form');
  if (!formulaire) {
    return false;
  }

  sujet.textContent = page.querySelector('.formulaire .chapeau').textContent;
  for (const [attribut, valeur] of Object.entries({ boost: 'true', 'push-url': 'false', target: '#plan', select: '#plan', 'select-oob': '#annonce,#annuler', swap: 'outerHTML show:none' })) {
    formulaire.setAttribute(`hx-${attribut}`, valeur);
  }

  places.replaceChildren(formulaire);
  window.htmx.process(formulaire);
  return true;
}

async function ouvrir() {
  annonce.replaceChildren();
  if (!await demander().catch(() => false)) {
    location.href = lien.href;
    return;
  }

  dialogue.showModal();
  places.querySelector('select').focus();
}

/** The reasons stand in the dialog; the places are those of the tree as it is now, behind it. */
async function refuser(reponse) {
  annonce.replaceChildren(...lire(reponse).getElementById('refus').childNodes);
  if (!await demander().catch(() => false)) {
    places.replaceChildren();
  }

  (annonce.querySelector('#erreurs') ?? dialogue).focus();
}

document.addEventListener('click', (e) => {
  const choisi = e.target.closest('[data-deplacer]');
  if (choisi && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
    e.preventDefault();
    lien = choisi;
    ouvrir();
  }
});
dialogue.addEventListener('click', (e) => {
  if (e.target.closest('.barre-enregistrer a')) {
    e.preventDefault();
    dialogue.close();
  }
});
dialogue.addEventListener('htmx:afterRequest', (e) => {
  const { status, responseText } = e.detail.xhr;

  // htmx counts a refusal that is to be shown as a success
  if (status >= 200 && status < 400) {
    document.getElementById('refus').replaceChildren();
    dialogue.close();
  } else if ([400, 409, 503].includes(status)) {
    refuser(responseText);
  }
});

// the tree may have been drawn again: the link is found by its name
dialogue.addEventListener('close', () => document.getElementById(lien.id)?.focus());
