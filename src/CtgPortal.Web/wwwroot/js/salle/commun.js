// What the three screens of a room share: hearing it live, the clock, and words.

export const langue = 'fr-FR';

export const pluriel = (n, un, plusieurs = `${un}s`) => `${n.toLocaleString(langue)} ${Math.abs(n) < 2 ? un : plusieurs}`;

/** Makes an element; texts are texts, never markup. */
export function el(nom, attributs = {}, ...enfants) {
  const e = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) {
    if (cle.startsWith('on')) {
      e.addEventListener(cle.slice(2), valeur);
    } else if (valeur === true) {
      e.setAttribute(cle, '');
    } else if (valeur !== false && valeur !== null && valeur !== undefined) {
      e.setAttribute(cle, valeur);
    }
  }

  e.append(...enfants.filter((x) => x !== null && x !== undefined));
  return e;
}

/** The chip of a nature, as the server draws it. */
export const pastille = (nature) => document.querySelector(`template[data-nature="${nature}"]`).content.cloneNode(true);

/** A random id that is nobody else's, also on a phone that came by http. */
export function nouvelId() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }

  const o = crypto.getRandomValues(new Uint8Array(16));
  o[6] = (o[6] & 0x0f) | 0x40;
  o[8] = (o[8] & 0x3f) | 0x80;
  const h = [...o].map((x) => x.toString(16).padStart(2, '0')).join('');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

/**
 * Hears a room until the page is left: comes back by itself, for as long as it takes, and asks for the whole state each time,
 * since nobody knows what was said meanwhile.
 */
export function ecouter({ adresse, rejoindre, evenements, relire, reseau, repos = 15000 }) {
  const { signalR } = window;
  let vivant = null;
  let essai = 0;
  let minuterie;
  const connexion = new signalR.HubConnectionBuilder()
    .withUrl(adresse, { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
    .configureLogging(signalR.LogLevel.None)
    .build();

  for (const [nom, action] of Object.entries(evenements)) {
    connexion.on(nom, action);
  }

  // everybody is told at once: not everybody asks at once
  connexion.on('resynchroniser', () => setTimeout(lireEnsuite, Math.random() * 1500));

  const dire = (etat) => {
    if (vivant !== etat) {
      vivant = etat;
      reseau?.(vivant);
    }
  };

  async function lireEnsuite() {
    try {
      await relire();
    } catch {
      // the next turn, or the connection when it comes back, asks again
    }
  }

  async function demarrer() {
    clearTimeout(minuterie);
    try {
      if (connexion.state !== signalR.HubConnectionState.Disconnected) {
        return;
      }

      await connexion.start();
      await rejoindre(connexion);
      essai = 0;
      // live is said once what is seen is what is kept
      await lireEnsuite();
      dire(true);
    } catch {
      // refused by the room, or out of reach: the state says which
      await connexion.stop();
      dire(false);
      revenir();
    }
  }

  function revenir() {
    clearTimeout(minuterie);
    const delai = Math.min(10000, 400 * 2 ** essai++) * (0.75 + Math.random() / 2);
    minuterie = setTimeout(demarrer, delai);
  }

  connexion.onclose(() => {
    dire(false);
    revenir();
  });

  // where only pages pass, and not the live channel, the room is read from time to time
  setInterval(() => {
    if (!vivant && navigator.onLine) {
      lireEnsuite();
    }
  }, repos);
  addEventListener('online', () => {
    essai = 0;
    demarrer();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !vivant) {
      essai = 0;
      demarrer();
    }
  });
  demarrer();
  return { arreter: () => { clearTimeout(minuterie); connexion.onclose(() => {}); connexion.stop(); } };
}

/** The time left, counted from the clock of the server. */
export function horloge(place, montrer = (texte) => { place.textContent = texte; }) {
  let minuteur = null;
  let ecart = 0;
  const afficher = () => {
    if (!minuteur) {
      return;
    }

    const reste = Math.round((new Date(minuteur.depuis).getTime() + minuteur.minutes * 60000 - (Date.now() + ecart)) / 1000);
    const abs = Math.abs(reste);
    const texte = `${String(Math.floor(abs / 60)).padStart(2, '0')}:${String(abs % 60).padStart(2, '0')}`;
    montrer(reste >= 0 ? `${minuteur.libelle} · ${texte}` : `${minuteur.libelle} · dépassé de ${texte}`, reste < 0);
    place.classList.toggle('depasse', reste < 0);
  };
  setInterval(afficher, 500);
  return (salle) => {
    minuteur = salle.minuteur;
    ecart = new Date(salle.maintenant).getTime() - Date.now();
    place.hidden = !minuteur;
    afficher();
  };
}

/** The room is no longer for this account, or its session is over: the page itself says so. */
export function exiger(reponse) {
  if (reponse.redirected || [403, 404].includes(reponse.status)) {
    location.reload();
  }

  if (!reponse.ok) {
    throw new Error(`${reponse.status}`);
  }

  return reponse;
}

/** Draws the agenda again, as the page would, when somebody changed it. True when it is another one. */
export async function relireDeroule() {
  const place = document.getElementById('place-deroule');
  const reponse = exiger(await fetch(location.pathname, { cache: 'no-store' }));
  const lue = new DOMParser().parseFromString(await reponse.text(), 'text/html').getElementById('place-deroule');
  const etapes = (racine) => [...racine.querySelectorAll('[data-libelle]')].map((e) => `${e.dataset.libelle} ${e.textContent.replace(/\s+/g, ' ')}`).join();
  if (!place || !lue || etapes(place) === etapes(lue)) {
    return false;
  }

  const ouvert = place.querySelector('details[open]') !== null;
  const dedans = place.contains(document.activeElement);
  place.replaceChildren(...lue.childNodes);
  place.querySelector('details')?.toggleAttribute('open', ouvert);
  if (dedans) {
    place.querySelector('button, summary')?.focus();
  }

  return true;
}

/** Follows the agenda with the clock: marks the step that runs, and says which one comes next. */
export function derouler(liste, annonce) {
  const etapes = [...(liste?.querySelectorAll('[data-libelle]') ?? [])];
  let suivante = Number(liste?.dataset.suivante ?? -1);
  return ({ minuteur }) => {
    const courante = minuteur ? etapes.findIndex((e) => e.dataset.libelle === minuteur.libelle) : -1;
    if (courante >= 0) {
      suivante = courante + 1 < etapes.length ? courante + 1 : -1;
    }

    etapes.forEach((e, i) => {
      e.toggleAttribute('aria-current', false);
      if (i === courante) {
        e.setAttribute('aria-current', 'step');
      }
    });
    const venir = etapes[suivante];
    if (annonce) {
      annonce.hidden = !venir;
      annonce.querySelector('[data-suivante-libelle]').textContent = venir?.dataset.libelle ?? '';
      annonce.querySelector('[data-suivante-minutes]').textContent = venir?.dataset.minutes ?? '';
    }

    return { etapes, venir, ici: courante >= 0 ? courante : Math.max(0, suivante) };
  };
}
