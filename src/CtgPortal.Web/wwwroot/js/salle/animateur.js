// The board of whoever leads the room. Without this file each gesture is a form of the page.
import { derouler, ecouter, el, exiger, horloge, pastille, pluriel, relireDeroule } from './commun.js';
import { poster } from './envois.js';

const page = document.getElementById('animation');
const { convention, atelier, adresse, direct } = page.dataset;
const par = (id) => document.getElementById(id);
const tableau = par('tableau');
const montrer = par('minuteur') ? horloge(par('minuteur')) : () => {};
let formulaireSuivant;
let suivre;
const MODELES = { Visible: 'modele-visible', EnAttente: 'modele-attente', Ecartee: 'modele-ecartee' };
let { jeton } = page.dataset;
let etat = null;
let quitte = false;

/** The steps of the agenda, as they stand on the page. */
function lireDeroule() {
  formulaireSuivant = page.querySelector('[data-etape-suivante]');
  suivre = derouler(par('deroule'), formulaireSuivant);
}

lireDeroule();

async function suivreLAgenda() {
  if (await relireDeroule()) {
    lireDeroule();
    dessiner();
    dire('L’ordre du jour a changé.');
  }
}

/** Opened or closed by somebody: the page is another one. By this very page, the answer to its form is on its way and says so. */
function recharger() {
  if (!quitte) {
    location.reload();
  }
}

const dire = (texte) => { par('dit').textContent = texte; };

function refuser(texte) {
  par('refus').replaceChildren(el('div', { class: 'encart encart-danger', role: 'alert' }, el('div', { class: 'encart-corps' }, el('p', {}, texte))));
}

async function relire() {
  const reponse = await fetch(`${adresse}?handler=Etat`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
  const lu = await exiger(reponse).json();
  if (page.dataset.etat !== lu.salle.etat) {
    recharger();
    return;
  }

  etat = { ...lu, contributions: new Map(lu.contributions.map((c) => [c.id, c])) };
  dessiner();
}

function recevoir(n) {
  if (!etat) {
    return;
  }

  if (n.salle.etat !== etat.salle.etat) {
    recharger();
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

// ---------- drawing: what exists is kept, so that the focus and what is open stay ----------

const fige = () => ['Points', 'Restitution'].includes(etat.salle.phase);

function dessiner() {
  const { salle, groupes, points } = etat;
  montrer(salle);
  const { venir } = suivre(salle);
  if (venir) {
    formulaireSuivant.elements.libelle.value = venir.dataset.libelle;
    formulaireSuivant.elements.minutes.value = venir.dataset.minutes;
  }

  for (const champ of page.querySelectorAll('[data-revision-salle]')) {
    champ.value = salle.revision;
  }

  for (const bouton of page.querySelectorAll('button[name="phase"]')) {
    const ici = bouton.value === salle.phase;
    bouton.setAttribute('aria-pressed', ici);
    bouton.classList.toggle('btn-primary', ici);
    bouton.classList.toggle('btn-outline-primary', !ici);
  }

  masquer('[data-avertissement]', !fige());
  masquer('[data-creation], [data-aide]', fige());
  masquer('[data-minuteur]', salle.minuteur !== null);
  masquer('[data-arret]', salle.minuteur === null);
  nombre('n-participants', etat.participants);
  nombre('n-contributions', etat.contributions.size);
  nombre('n-points', points.total);

  const colonnes = new Map([...tableau.querySelectorAll('[data-groupe]')].map((c) => [c.dataset.groupe, c]));
  for (const [id, c] of colonnes) {
    if (id && !groupes.some((g) => g.id === id)) {
      c.remove();
    }
  }

  for (const g of groupes) {
    const c = colonnes.get(g.id) ?? nouvelleColonne(g);
    remplirColonne(c, g);
  }

  const toutes = [...etat.contributions.values()].sort((a, b) => a.rang - b.rang);
  for (const c of tableau.querySelectorAll('[data-groupe]')) {
    remplirListe(c, toutes.filter((x) => x.etat === 'Visible' && (x.groupe ?? '') === c.dataset.groupe));
  }

  for (const [id, quel] of [['attente', 'EnAttente'], ['ecartees', 'Ecartee']]) {
    const siennes = toutes.filter((x) => x.etat === quel);
    par(id).hidden = siennes.length === 0;
    remplirListe(par(id), siennes);
  }

  masquer('[data-deplacer], [data-reglage]', fige());
  glisser();
}

const masquer = (quoi, cache) => page.querySelectorAll(quoi).forEach((e) => { e.hidden = cache; });

const nombre = (id, n) => { if (par(id)) { par(id).textContent = n.toLocaleString('fr-FR'); } };

function nouvelleColonne(g) {
  const c = par('modele-colonne').content.firstElementChild.cloneNode(true);
  c.dataset.groupe = g.id;
  const rien = '00000000-0000-0000-0000-000000000000';
  for (const e of c.querySelectorAll('[id], [for], [name="groupe"]')) {
    for (const nom of ['id', 'for', 'value']) {
      if (e.getAttribute(nom)?.includes(rien)) {
        e.setAttribute(nom, e.getAttribute(nom).replace(rien, g.id));
      }
    }
  }

  c.setAttribute('aria-labelledby', `colonne-${g.id}`);
  c.querySelector('input[name="titre"]').value = g.titre;
  tableau.append(c);
  return c;
}

function remplirColonne(c, g) {
  c.querySelectorAll('[data-titre]').forEach((e) => { e.textContent = g.titre; });
  c.querySelectorAll('input[name="revision"]').forEach((e) => { e.value = c.contains(e) && e.closest('[data-contribution]') ? e.value : g.revision; });
  const n = etat.points.parSujet[g.id] ?? 0;
  const points = c.querySelector('[data-points]');
  points.hidden = !fige();
  points.textContent = pluriel(n, 'point');
  const autres = etat.groupes.filter((x) => x.id !== g.id);
  const fusion = c.querySelector('[data-fusion]');
  fusion.hidden = autres.length === 0;
  options(fusion.querySelector('select'), autres.map((x) => [x.id, x.titre]));
}

function options(liste, choix, valeur = liste.value) {
  if (document.activeElement === liste) {
    return;
  }

  liste.replaceChildren(...choix.map(([v, texte]) => el('option', { value: v, selected: v === valeur }, texte)));
}

function remplirListe(zone, contributions) {
  const liste = zone.querySelector('[data-liste]');
  zone.querySelector('[data-compte]').textContent = contributions.length.toLocaleString('fr-FR');
  const deja = new Map([...liste.children].map((li) => [`${li.dataset.contribution}/${li.dataset.etat}`, li]));
  let precedente = null;
  for (const c of contributions) {
    const cle = `${c.id}/${c.etat}`;
    const li = deja.get(cle) ?? carte(c);
    deja.delete(cle);
    remplirCarte(li, c);
    const suivante = precedente ? precedente.nextElementSibling : liste.firstElementChild;
    if (suivante !== li) {
      liste.insertBefore(li, suivante);
    }

    precedente = li;
  }

  deja.forEach((li) => li.remove());
}

function carte(c) {
  const li = page.querySelector(`li[data-contribution="${c.id}"][data-etat="${c.etat}"]`)
    ?? par(MODELES[c.etat]).content.firstElementChild.cloneNode(true);
  li.dataset.contribution = c.id;
  li.querySelector('[data-texte]').textContent = c.texte;
  li.querySelector('[data-organisation]').textContent = c.organisation ?? '';
  li.querySelector('[data-nature-ici]').replaceChildren(pastille(c.nature));
  li.querySelectorAll('.visually-hidden').forEach((e) => { if (e.tagName === 'SPAN') { e.textContent = ` : ${c.texte}`; } });
  li.querySelectorAll('input[name="contribution"]').forEach((e) => { e.value = c.id; });
  const liste = li.querySelector('select');
  if (liste) {
    liste.id = `vers-${c.id}`;
    li.querySelector('label').htmlFor = liste.id;
  }

  return li;
}

function remplirCarte(li, c) {
  li.dataset.revision = c.revision;
  li.querySelectorAll('[data-sens]').forEach((b) => { b.disabled = false; });
  li.querySelectorAll('input[name="revision"]').forEach((e) => { e.value = c.revision; });
  if (li.querySelector('details[open]')) {
    // what somebody is choosing stays chosen, whatever comes in meanwhile
    options(li.querySelector('select'), [['', 'Hors groupe'], ...etat.groupes.map((g) => [g.id, g.titre])]);
  }
}

// the list of groups is written when it is opened, before anybody can choose in it: two thousand contributions do not carry it each
tableau.addEventListener('click', (e) => {
  const details = e.target.closest('summary')?.closest('[data-deplacer]');
  const c = etat?.contributions.get(details?.closest('[data-contribution]').dataset.contribution);
  if (c && !details.open) {
    options(details.querySelector('select'), [['', 'Hors groupe'], ...etat.groupes.map((g) => [g.id, g.titre])], c.groupe ?? '');
  }
});

// ---------- gestures ----------

async function faire(geste, champs) {
  try {
    const { message } = await poster(`${adresse}?handler=${geste}`, champs, jeton);
    par('refus').replaceChildren();
    await relire();
    return message;
  } catch (erreur) {
    await relire().catch(() => {});
    const texte = erreur.statut === 409 && champs.contribution
      ? `${erreur.message} Le tableau est à jour : refaites le geste s’il reste à faire.` : erreur.message;
    refuser(texte);
    return null;
  }
}

page.addEventListener('submit', async (e) => {
  const formulaire = e.target;
  if (!formulaire.matches('[data-geste]')) {
    quitte = true;
    return;
  }

  e.preventDefault();
  const champs = Object.fromEntries(new FormData(formulaire, e.submitter));
  delete champs.__RequestVerificationToken;
  const geste = new URL(formulaire.action).searchParams.get('handler');
  const sens = e.submitter?.dataset.sens;
  if (sens && !situer(champs, sens)) {
    dire(`Cette contribution est déjà la ${sens === 'haut' ? 'première' : 'dernière'} de son groupe.`);
    return;
  }

  const message = await faire(geste, champs);
  if (message === null) {
    return;
  }

  dire(message);
  if (champs.contribution) {
    const li = page.querySelector(`[data-contribution="${champs.contribution}"]`);
    if (sens) {
      dire(`Contribution placée en position ${[...li.parentElement.children].indexOf(li) + 1}.`);
      li.querySelector(`[data-sens=${sens}]`).focus();
      return;
    }

    const ouvert = li?.querySelector('details[open]');
    ouvert?.removeAttribute('open');
    const vers = etat.groupes.find((g) => g.id === champs.vers)?.titre;
    dire(geste === 'Deplacer' ? `Contribution déplacée ${vers ? `vers « ${vers} »` : 'hors groupe'}.` : message);
    (li?.querySelector('summary') ?? par('attente-titre')).focus();
  } else if (geste === 'Groupe') {
    formulaire.reset();
    par('nouveau-groupe').focus();
  } else if (geste === 'RetirerGroupe' || geste === 'Fusionner') {
    par('colonne-libre').focus();
  }
});

/** One place up or down, from what is on the screen now. False when there is none. */
function situer(champs, sens) {
  const li = tableau.querySelector(`[data-contribution="${champs.contribution}"]`);
  const repere = sens === 'haut' ? li.previousElementSibling : li.nextElementSibling;
  champs.vers = li.closest('[data-groupe]').dataset.groupe;
  champs.place = sens === 'bas' ? repere?.dataset.contribution : repere?.previousElementSibling?.dataset.contribution ?? 'debut';
  return repere !== null;
}

function glisser() {
  for (const liste of tableau.querySelectorAll('[data-liste]')) {
    const deja = window.Sortable?.get(liste);
    if (deja) {
      deja.option('disabled', fige());
    } else if (window.Sortable) {
      window.Sortable.create(liste, {
        group: 'tableau', draggable: '.tableau-carte', animation: 0, disabled: fige(), filter: '.tableau-carte-gestes', preventOnFilter: false,
        onEnd: async (e) => {
          if (e.from === e.to && e.oldDraggableIndex === e.newDraggableIndex) {
            return;
          }

          const c = etat.contributions.get(e.item.dataset.contribution);
          const vers = e.to.closest('[data-groupe]').dataset.groupe;
          const place = e.item.previousElementSibling?.dataset.contribution ?? 'debut';
          const message = await faire('Deplacer', { contribution: c.id, revision: c.revision, vers, place });
          if (message !== null) {
            dire(e.from === e.to ? 'Contribution déplacée dans son groupe.' : 'Contribution déplacée.');
          }
        },
      });
    }
  }
}

ecouter({
  adresse: direct,
  rejoindre: (c) => c.invoke('Animer', convention, atelier),
  evenements: { nouveautes: recevoir },
  relire: async () => {
    await relire();
    await suivreLAgenda();
  },
  reseau: (v) => dire(v ? 'Le tableau est en direct.' : 'Connexion perdue, elle reviendra toute seule.'),
});
