// The wall of a room.
import { derouler, ecouter, el, exiger, horloge, pastille, relireDeroule } from './commun.js';

const page = document.getElementById('mur');
const { convention, atelier, adresse, direct } = page.dataset;
const par = (id) => document.getElementById(id);
const PHASES = { Contributions: 'Contributions', Regroupement: 'Regroupement', Points: 'Points', Restitution: 'Résultats' };
const montrer = horloge(par('minuteur'));
let suivre = derouler(par('deroule'), par('ensuite'));
let etat = null;
let code = null;

async function relire() {
  const reponse = await fetch(`${adresse}?handler=Etat&mur=true`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  const lu = await exiger(reponse).json();
  if (etat && code !== lu.code) {
    location.reload();
    return;
  }

  code = lu.code;
  etat = { ...lu, contributions: new Map(lu.contributions.map((c) => [c.id, c])) };
  dessiner();
}

function recevoir(n) {
  if (!etat) {
    return;
  }

  if (n.code !== code) {
    location.reload();
    return;
  }

  for (const c of n.contributions) {
    if ((etat.contributions.get(c.id)?.revision ?? 0) <= c.revision) {
      etat.contributions.set(c.id, c);
    }
  }

  n.disparues.forEach((id) => etat.contributions.delete(id));
  etat.salle = n.salle.revision >= etat.salle.revision ? n.salle : etat.salle;
  etat.groupes = n.groupes ?? etat.groupes;
  etat.points = n.points ?? etat.points;
  etat.participants = n.participants;
  dessiner();
  if (n.agenda) {
    suivreLAgenda().catch(() => {});
  }
}

async function suivreLAgenda() {
  if (await relireDeroule()) {
    suivre = derouler(par('deroule'), par('ensuite'));
    dessiner();
  }
}

const colonne = (titre, contributions) => el('section', { class: 'mur-colonne' }, el('h2', {}, titre),
  el('ul', {}, ...contributions.map((c) => el('li', { 'data-id': c.id }, c.texte))));

function dessiner() {
  const { salle, points } = etat;
  const toutes = [...etat.contributions.values()].sort((a, b) => a.rang - b.rang);
  const libres = toutes.filter((c) => !c.groupe);
  const resultats = salle.phase === 'Restitution';
  page.dataset.phase = salle.phase;
  montrer(salle);
  const { etapes, ici } = suivre(salle);
  etapes.forEach((e, i) => { e.hidden = i < ici - 1 || i > ici + 3; });
  par('phase').textContent = PHASES[salle.phase];
  par('n-participants').textContent = etat.participants.toLocaleString('fr-FR');
  par('n-contributions').textContent = toutes.length.toLocaleString('fr-FR');
  par('n-bulletins').textContent = points.bulletins.toLocaleString('fr-FR');
  par('n-bulletins-bloc').hidden = !['Points', 'Restitution'].includes(salle.phase);
  par('colonnes').hidden = resultats;
  par('resultats').hidden = !resultats;
  par('vide').hidden = resultats || toutes.length > 0;
  if (resultats) {
    const total = (id) => points.parSujet[id] ?? 0;
    const sujets = [
      ...etat.groupes.map((g) => [g.titre, total(g.id)]),
      ...libres.filter((c) => total(c.id) > 0).map((c) => [c.texte, total(c.id)]),
    ].sort((a, b) => b[1] - a[1]);
    const max = Math.max(1, ...sujets.map((s) => s[1]));
    par('n-points').textContent = points.total.toLocaleString('fr-FR');
    par('barres').replaceChildren(...sujets.map(([titre, n]) => el('tr', {},
      el('th', { scope: 'row' }, titre), el('td', {}, barre(n / max)), el('td', { class: 'nombre' }, `${n}`))));
    return;
  }

  const natures = Object.groupBy(libres, (c) => c.nature);
  par('colonnes').replaceChildren(
    ...etat.groupes.map((g) => colonne(g.titre, toutes.filter((c) => c.groupe === g.id))),
    ...[...document.querySelectorAll('template[data-nature]')].map((t) => t.dataset.nature).filter((n) => natures[n])
      .map((n) => colonne(pastille(n), natures[n].toReversed())),
  );
}

function barre(part) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const rect = document.createElementNS(ns, 'rect');
  svg.setAttribute('class', 'mur-barre');
  svg.setAttribute('viewBox', '0 0 100 4');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  rect.setAttribute('width', `${part * 100}`);
  rect.setAttribute('height', '4');
  svg.append(rect);
  return svg;
}

const contraste = par('contraste');
contraste.hidden = false;
contraste.addEventListener('click', () => {
  const clair = document.body.classList.toggle('mur-clair');
  contraste.textContent = clair ? 'Fond sombre' : 'Fond clair';
});

ecouter({
  adresse: direct,
  rejoindre: (c) => c.invoke('Projeter', convention, atelier),
  evenements: { nouveautes: recevoir },
  relire: async () => {
    await relire();
    await suivreLAgenda();
  },
  reseau: (v) => { par('reseau').textContent = v ? '' : 'Connexion perdue, elle reviendra toute seule.'; },
});
