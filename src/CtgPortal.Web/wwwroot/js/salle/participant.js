// The phone of a participant. Without this file the page is a plain form.
import { ecouter, el, horloge, nouvelId, pastille, pluriel } from './commun.js';
import { Envois, poster } from './envois.js';

const page = document.getElementById('salle');
const { code, direct } = page.dataset;
const adresse = `/salle/${code}`;
const par = (id) => document.getElementById(id);
const montrer = horloge(par('minuteur'));
const ETATS = { EnAttente: 'En attente de l’animateur', Visible: 'Affichée', Ecartee: 'Écartée' };

let jeton = page.dataset.jeton;
let salle = null;
let sujets = [];
let miennes = [];
let points = {};
let fermee = false;
let direction = null;

const envois = new Envois(code, async ({ id, nature, texte }) => {
  const gardee = await avecJeton((j) => poster(`${adresse}?handler=Contribuer`, { id, nature, texte }, j));
  recevoir([gardee]);
}, dessinerMiennes);

async function avecJeton(action) {
  try {
    return await action(jeton);
  } catch (erreur) {
    if (!erreur.perime) {
      throw erreur;
    }

    await relire();
    return action(jeton);
  }
}

async function relire() {
  const reponse = await fetch(`${adresse}?handler=Etat`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  if (reponse.status === 404) {
    fermer();
    return;
  }

  if (!reponse.ok) {
    throw new Error(`${reponse.status}`);
  }

  const etat = await reponse.json();
  if (!etat.participation.moi) {
    location.reload();
    return;
  }

  jeton = etat.jeton;
  reprendre(etat.participation);
  envois.partir();
}

function reprendre({ tous, moi }) {
  miennes = moi.contributions;
  if (!direction) {
    points = moi.points;
  }

  fermee = false;
  appliquer(tous);
  miennes.forEach((m) => envois.retirer(m.id));
  dessinerMiennes();
}

function fermer() {
  fermee = true;
  par('contribuer').hidden = true;
  par('points').hidden = true;
  dessinerMiennes();
}

function appliquer(tous) {
  if (salle && tous.salle.revision < salle.revision) {
    return;
  }

  if (salle && tous.salle.tour !== salle.tour) {
    points = {};
  }

  const change = salle && salle.phase !== tous.salle.phase;
  salle = tous.salle;
  sujets = tous.sujets;
  fermee = false;
  montrer(salle);
  par('contribuer').hidden = !['Contributions', 'Regroupement'].includes(salle.phase);
  par('points').hidden = salle.phase !== 'Points';
  par('resultats').hidden = salle.phase !== 'Restitution';
  for (const nature of document.querySelectorAll('.salle-nature')) {
    nature.hidden = !salle.natures.includes(nature.querySelector('input').value);
  }

  dessinerPoints();
  dessinerResultats();
  dessinerReseau();
  if (change && salle.phase === 'Points') {
    par('points-titre').scrollIntoView({ block: 'start' });
  }
}

function recevoir(liste) {
  for (const une of liste) {
    const i = miennes.findIndex((m) => m.id === une.id);
    miennes = i < 0 ? [une, ...miennes] : miennes.with(i, une);
    envois.retirer(une.id);
  }

  dessinerMiennes();
}

// ---------- my contributions ----------

function dessinerMiennes() {
  const connues = new Set(miennes.map((m) => m.id));
  const attendent = envois.liste.filter((x) => !connues.has(x.id));
  par('miennes').replaceChildren(
    ...attendent.toReversed().map((x) => ligne(x, x.refus ? `Non envoyée : ${x.refus}` : 'En attente d’envoi', x.refus
      ? [el('button', { type: 'button', class: 'btn btn-link', onclick: () => envois.reprendre(x.id) }, 'Réessayer'),
        el('button', { type: 'button', class: 'btn btn-link', onclick: () => envois.retirer(x.id) }, 'Supprimer')]
      : [], x.refus ? 'refusee' : 'attend')),
    ...miennes.map((m) => ligne(m, ETATS[m.etat], [], m.etat.toLowerCase())),
  );
  par('miennes-vide').hidden = attendent.length + miennes.length > 0;
  dessinerReseau();
}

const ligne = ({ id, nature, texte }, etat, gestes, genre) => el('li', { 'data-id': id, 'data-etat': genre },
  el('p', {}, texte), el('p', { class: 'discret' }, pastille(nature), ` ${etat} `, ...gestes));

let vivant = true;
function dessinerReseau() {
  const n = envois.enAttente.length;
  const texte = fermee ? 'La salle est fermée. Ce que vous avez envoyé est gardé.'
    : n > 0 && (!vivant || !navigator.onLine) ? `${pluriel(n, 'contribution')} en attente du réseau. Elles partiront toutes seules.`.replace('contribution en attente du réseau. Elles partiront toutes seules', 'contribution en attente du réseau. Elle partira toute seule')
      : n > 0 ? `Envoi de ${pluriel(n, 'contribution')}…`
        : !vivant ? 'Connexion perdue. Vous pouvez continuer d’écrire.' : '';
  const place = par('reseau');
  if (place.textContent !== texte) {
    place.textContent = texte;
  }

  place.classList.toggle('alerte', texte !== '');
}

// ---------- writing ----------

const formulaire = document.querySelector('#contribuer form');
formulaire.addEventListener('submit', (e) => {
  e.preventDefault();
  const donnees = new FormData(formulaire);
  const texte = donnees.get('texte').trim();
  if (!texte) {
    par('texte').focus();
    return;
  }

  envois.ajouter({ id: nouvelId(), nature: donnees.get('nature'), texte });
  par('texte').value = '';
  compter();
  par('texte').focus();
});

function compter() {
  const reste = par('texte').maxLength - par('texte').value.length;
  par('texte-reste').textContent = `${pluriel(reste, 'caractère restant', 'caractères restants')}.`;
}

par('texte').addEventListener('input', compter);

// ---------- points ----------

const donnes = () => Object.values(points).reduce((a, b) => a + b, 0);

function dessinerPoints() {
  if (salle.phase !== 'Points') {
    return;
  }

  for (const e of document.querySelectorAll('[data-sans-script]')) {
    e.hidden = true;
  }

  const liste = par('sujets');
  const deja = new Map([...liste.children].map((li) => [li.dataset.sujet, li]));
  liste.replaceChildren(...sujets.map((s) => deja.get(s.id) ?? sujet(s)));
  actualiser();
}

function sujet(s) {
  const nom = el('span', { class: 'salle-sujet', id: `s-${s.id}` }, s.titre);
  return el('li', { 'data-sujet': s.id },
    el('div', {}, nom, s.nature ? pastille(s.nature) : el('span', { class: 'discret' }, pluriel(s.contributions, 'contribution'))),
    el('div', { class: 'salle-plus-moins', role: 'group', 'aria-labelledby': `s-${s.id}` },
      el('button', { type: 'button', class: 'btn btn-outline-primary', 'data-moins': true, 'aria-label': `Retirer un point à « ${s.titre} »`, onclick: () => changer(s.id, -1) }, '−'),
      el('output', {}, '0'),
      el('button', { type: 'button', class: 'btn btn-outline-primary', 'data-plus': true, 'aria-label': `Donner un point à « ${s.titre} »`, onclick: () => changer(s.id, 1) }, '+')));
}

function actualiser(dire = '') {
  const reste = salle.pointsParParticipant - donnes();
  const max = salle.maxParSujet ?? salle.pointsParParticipant;
  for (const li of par('sujets').children) {
    const n = points[li.dataset.sujet] ?? 0;
    li.querySelector('output').textContent = n;
    // not disabled: the focus would be lost under the finger
    li.querySelector('[data-moins]').setAttribute('aria-disabled', n === 0);
    li.querySelector('[data-plus]').setAttribute('aria-disabled', reste === 0 || n >= max);
    li.classList.toggle('choisi', n > 0);
  }

  par('points-reste').textContent = `${dire}${reste === 0 ? 'Tous vos points sont donnés.' : `${pluriel(reste, 'point')} à donner.`}`;
}

function changer(id, de) {
  const n = (points[id] ?? 0) + de;
  const max = salle.maxParSujet ?? salle.pointsParParticipant;
  if (n < 0 || n > max || donnes() + de > salle.pointsParParticipant) {
    return;
  }

  points = { ...points, [id]: n };
  actualiser();
  clearTimeout(direction);
  direction = setTimeout(garderPoints, 300);
}

let enVol = false;
async function garderPoints() {
  if (enVol) {
    direction = setTimeout(garderPoints, 300);
    return;
  }

  enVol = true;
  const envoyes = points;
  const champs = { tour: salle.tour };
  for (const [id, n] of Object.entries(envoyes)) {
    champs[`points[${id}]`] = n;
  }

  try {
    const gardes = await avecJeton((j) => poster(`${adresse}?handler=Points`, champs, j));
    if (points === envoyes) {
      direction = null;
      points = gardes;
      actualiser('Enregistré. ');
    }
  } catch (erreur) {
    if (erreur.definitif) {
      direction = null;
      await relire();
      par('points-reste').textContent = erreur.message;
    } else {
      par('points-reste').textContent = 'Vos points attendent le réseau.';
      direction = setTimeout(garderPoints, 3000);
    }
  } finally {
    enVol = false;
  }
}

// ---------- results ----------

function dessinerResultats() {
  if (salle.phase === 'Restitution') {
    par('resultats-liste').replaceChildren(...sujets.toSorted((a, b) => b.points - a.points)
      .map((s) => el('li', {}, el('span', {}, s.titre), ' ', el('strong', {}, pluriel(s.points, 'point')))));
  }
}

// as the page was written, perhaps some time ago if it was opened without a network
reprendre(JSON.parse(page.dataset.etat));

ecouter({
  adresse: direct,
  rejoindre: (c) => c.invoke('Participer', code),
  evenements: { salle: appliquer, miennes: recevoir, fermee: fermer },
  relire,
  reseau: (v) => { vivant = v; dessinerReseau(); if (v) { envois.partir(); } },
});
envois.partir();

// the page itself opens again without a network
navigator.serviceWorker?.register('/salle/hors-ligne.js', { scope: '/salle/' }).catch(() => {});
