// Says every few seconds that this page is open on a fiche or an article, and shows who else is there and whether somebody saved meanwhile.
import { read } from './brouillons.js';

const BEAT = 15000;
const BACK = 1000;

function follow(region) {
  const { presence: address, fiche, passage, section, formulaire } = region.dataset;
  const form = formulaire ? document.querySelector('input[name="Input.Revision"]')?.form : null;
  const token = region.querySelector('input[name="__RequestVerificationToken"]').value;
  const list = region.querySelector('ul');
  const jump = region.querySelector('.presences-saut');
  const start = form && JSON.stringify(read(form));
  let touched = false;
  let told = false;
  let last = 0;
  let shown = 0;
  let stopped = false;
  let timer;

  const writes = () => touched && JSON.stringify(read(form)) !== start;
  const revision = () => region.dataset.revision || form?.elements.namedItem('Input.Revision')?.value || '';
  const send = (leaves) => fetch(address, {
    method: 'POST',
    keepalive: leaves,
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      fiche, passage, section, ecrit: told, part: leaves, revision: revision(), __RequestVerificationToken: token,
    }),
  });

  function show({ presents, revision: latest, qui, quand }) {
    const now = [...list.children].map((line) => line.textContent);
    if (JSON.stringify(now) !== JSON.stringify(presents)) {
      list.replaceChildren(...presents.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    }

    if (!qui) {
      return;
    }
    if (latest !== shown) {
      shown = latest;
      const note = region.querySelector('template').content.cloneNode(true);
      note.querySelector('[data-presence-qui]').textContent = qui;
      jump.replaceChildren(note);
    }
    jump.querySelector('[data-presence-quand]').textContent = quand;
  }

  async function beat() {
    clearTimeout(timer);
    told = writes();
    // nobody looks at a page that is behind another, unless words wait there
    if (stopped || (document.hidden && !told)) {
      return;
    }

    last = Date.now();
    try {
      const answer = await send(false);
      if (answer.status === 429 || answer.status >= 500) {
        plan(2 * BEAT);
        return;
      }
      if (!answer.ok || !answer.headers.get('content-type')?.includes('application/json')) {
        // signed out, or the fiche is no longer there: saving will say it
        stopped = true;
        list.replaceChildren();
        return;
      }
      show(await answer.json());
    } catch {
      // the network is cut: nobody knows who is there
      list.replaceChildren();
    }
    plan(BEAT);
  }

  const plan = (delay) => {
    clearTimeout(timer);
    timer = setTimeout(beat, delay);
  };
  const back = () => Date.now() - last > BACK && beat();
  const leave = () => {
    clearTimeout(timer);
    if (!stopped) {
      send(true).catch(() => undefined);
    }
  };

  form?.addEventListener('input', () => {
    touched = true;
    if (!told && writes()) {
      beat();
    }
  });
  form?.addEventListener('change', () => {
    touched = true;
  });
  window.addEventListener('focus', back);
  window.addEventListener('online', back);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', (event) => event.persisted && beat());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      back();
    } else if (!writes()) {
      leave();
    }
  });
  beat();
}

export function followPresences(root) {
  for (const region of root.querySelectorAll('[data-presence]:not([data-presence-pret])')) {
    region.dataset.presencePret = '';
    follow(region);
  }
}
