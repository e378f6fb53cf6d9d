// What is typed in <form data-brouillon="person"> is kept on the server every few seconds, and in this browser while the network is cut.
const DELAY = 2000;
const RETRY = 8000;
const SENT = 'brouillon-envoye';
const RESUMED = 'brouillon-repris';
const OFFLINE = 'Hors connexion : votre saisie est gardée dans ce navigateur.';

/** Forgets the local copy of a form that was sent and led elsewhere: it was saved. */
function forgetSaved() {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent && !sent.endsWith(`:${location.pathname}`)) {
    localStorage.removeItem(sent);
  }
}

/** A browser that several people share keeps nothing of the one who leaves. */
function forgetOnLeaving(root) {
  root.querySelector('form[action="/deconnexion"]')?.addEventListener('submit', () => {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith('brouillon:'))) {
      localStorage.removeItem(key);
    }
  });
}

export const read = (form) => [...new FormData(form)].filter(([name, value]) =>
  typeof value === 'string' && name !== '__RequestVerificationToken' && name !== 'Brouillon' && !name.startsWith('Arbitrage.'));

const token = (form) => form.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '';

const send = (form, handler, fields, keepalive = false) => fetch(`/brouillons${handler}`, {
  method: 'POST',
  keepalive,
  headers: { Accept: 'application/json' },
  body: new URLSearchParams({ ...fields, __RequestVerificationToken: token(form) }),
});

function keep(form) {
  const key = `brouillon:${form.dataset.brouillon}:${location.pathname}`;
  const start = JSON.stringify(read(form));
  let kept = start;
  let timer;
  let leaving = false;

  const line = document.createElement('p');
  line.className = 'brouillon-etat';
  const state = document.createElement('span');
  state.setAttribute('role', 'status');
  const hour = document.createElement('span');
  line.append(state, hour);
  form.querySelector('.barre-enregistrer')?.append(line);

  const say = (text, detail = '') => {
    if (state.textContent !== text) {
      state.textContent = text;
    }
    hour.textContent = detail;
  };

  const local = (text) => {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  };

  async function save() {
    clearTimeout(timer);
    const now = JSON.stringify(read(form));
    if (leaving || now === kept) {
      return;
    }

    const copied = local(JSON.stringify({ le: new Date().toISOString(), contenu: now }));
    try {
      const answer = await send(form, '', { formulaire: location.pathname, titre: document.title.split(' – ').slice(0, 2).join(' – '), contenu: now });
      if (!answer.ok || !answer.headers.get('content-type')?.includes('application/json')) {
        const refusal = answer.status === 400 ? (await answer.json()).message : null;
        say(refusal ?? 'Le brouillon n’a pas pu être gardé : enregistrez votre saisie.');
        return;
      }

      const { quand } = await answer.json();
      kept = now;
      localStorage.removeItem(key);
      form.dispatchEvent(new CustomEvent('brouillon-garde'));
      say('Brouillon enregistré', ` à ${quand.split(' à ').pop()}`);
      if (JSON.stringify(read(form)) !== kept) {
        plan(DELAY);
      }
    } catch {
      say(copied ? OFFLINE : 'Hors connexion : ne fermez pas cette page.');
      plan(RETRY);
    }
  }

  const plan = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(save, delay);
  };

  form.addEventListener('input', () => plan(DELAY));
  form.addEventListener('change', () => plan(DELAY));
  window.addEventListener('online', save);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && save());
  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
    const now = JSON.stringify(read(form));
    if (now !== start) {
      local(JSON.stringify({ le: new Date().toISOString(), contenu: now }));
    }
    sessionStorage.setItem(SENT, key);
    const field = form.querySelector('input[name="Brouillon"]') ?? form.appendChild(document.createElement('input'));
    Object.assign(field, { type: 'hidden', name: 'Brouillon', value: location.pathname });
  });
  window.addEventListener('pageshow', () => { leaving = false; });

  if (!document.getElementById('erreurs') && sessionStorage.getItem(RESUMED) !== key) {
    offer(form, key, start, () => { kept = start; });
  }
  sessionStorage.removeItem(RESUMED);
}

/** The latest of what this browser and the server hold, when it is not what the form says. */
async function offer(form, key, start, forgotten) {
  const here = JSON.parse(localStorage.getItem(key) ?? 'null');
  let there = null;
  try {
    const answer = await fetch(`/brouillons?formulaire=${encodeURIComponent(location.pathname)}`, { headers: { Accept: 'application/json' } });
    there = answer.status === 200 ? await answer.json() : null;
  } catch {
    // without network the local copy is all there is
  }

  const draft = here && (!there || new Date(here.le) > new Date(there.le)) ? here : there;
  const fields = (text) => JSON.stringify(JSON.parse(text).filter(([name]) => !name.endsWith('.Revision')));
  if (!draft || fields(draft.contenu) === fields(start)) {
    return;
  }

  const when = draft.quand ?? new Date(draft.le).toLocaleString('fr-FR', { dateStyle: 'long', timeStyle: 'short' });
  const banner = document.createElement('section');
  banner.className = 'encart encart-info brouillon-offre';
  banner.setAttribute('aria-labelledby', 'brouillon-titre');
  banner.innerHTML = '<div class="encart-corps"><h2 class="encart-titre" id="brouillon-titre">Vous aviez commencé une saisie</h2><p></p><p class="actions"><button type="button" class="btn btn-primary">Reprendre ma saisie</button> <button type="button" class="btn btn-outline-primary">L’abandonner</button></p></div>';
  banner.querySelector('p').textContent = `Elle date du ${when} et n’a pas été enregistrée.`;
  const [resume, abandon] = banner.querySelectorAll('button');
  resume.addEventListener('click', () => {
    banner.remove();
    restore(form, key, JSON.parse(draft.contenu));
  });
  abandon.addEventListener('click', async () => {
    banner.remove();
    localStorage.removeItem(key);
    forgotten();
    await send(form, '?handler=Abandonner', { formulaire: location.pathname });
    focusFirst(form);
  });
  form.before(banner);
}

/** The first field one sees: an editor hides its own. */
function focusFirst(form) {
  [...form.querySelectorAll('[role=textbox], textarea, input, select')].find((field) => field.offsetParent !== null)?.focus();
}

function restore(form, key, fields) {
  const missing = fields.some(([name]) => !form.elements.namedItem(name));
  const add = form.querySelector('button[formaction*="handler=Ajouter"]');
  if (missing && add) {
    // lines that the page does not have yet: the server writes them, as it does without script
    const again = document.createElement('form');
    Object.assign(again, { method: 'post', action: add.getAttribute('formaction'), hidden: true });
    for (const [name, value] of [...fields, ['__RequestVerificationToken', token(form)]]) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value });
      again.append(field);
    }
    document.body.append(again);
    sessionStorage.setItem(RESUMED, key);
    again.submit();
    return;
  }

  for (const control of form.elements) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === 'checkbox' || control.type === 'radio') {
      control.checked = values.includes(control.value);
    } else if (values.length === 1 && control.type !== 'submit' && control.type !== 'file') {
      control.value = values[0];
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
  focusFirst(form);
}

export function keepDrafts(root) {
  for (const form of root.querySelectorAll('form[data-brouillon]:not([data-brouillon-pret])')) {
    form.dataset.brouillonPret = '';
    if (form.dataset.brouillon) {
      keep(form);
    }
  }
}

forgetSaved();
forgetOnLeaving(document);
