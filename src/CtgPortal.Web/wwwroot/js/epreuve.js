// The pages of the document beside a form, with what is typed: they follow the words without anything being saved. Without this file
// a link gives the file of what is saved. A picture stays until the next one is ready.

const PAUSE = 600;
const LONG = 3000;
const RETRY = 4000;
const RETRIES = 3;
const HIDDEN = 'epreuve-masquee';
const WORKING = 'Mise en page en cours…';
const LOST = 'L’aperçu ne répond pas. Votre saisie n’est pas touchée.';
const SAME_PLACE = { fin: 'debut', pilotePersonne: 'piloteStructure', etp: 'moyensHumains' };
const wide = matchMedia('(min-width: 75rem)');

/** The document names its fields as the form does: Input.ObjectifGeneral, Input.Operations[2].Pilote. */
function fieldOf(control) {
  const name = control?.name?.match(/^Input\.([A-Za-z]+)/)?.[1];
  const field = name && name[0].toLowerCase() + name.slice(1);
  return SAME_PLACE[field] ?? field;
}

/** The control one is in, and how far in its words. */
function place(form) {
  const active = document.activeElement;
  if (!form.contains(active)) {
    return null;
  }

  if (active.isContentEditable) {
    const selection = getSelection();
    const before = document.createRange();
    before.selectNodeContents(active);
    if (selection.rangeCount > 0 && active.contains(selection.focusNode)) {
      before.setEnd(selection.focusNode, selection.focusOffset);
    }

    const area = [...form.elements].find((control) => control.dataset.editeur === active.id);
    return { field: fieldOf(area), share: before.toString().length / Math.max(1, active.textContent.length) };
  }

  const share = active.matches('textarea') ? active.selectionStart / Math.max(1, active.value.length) : 0;
  return { field: fieldOf(active), share };
}

class Proof {
  constructor(panel, form) {
    this.panel = panel;
    this.form = form;
    this.body = panel.querySelector('.epreuve-corps');
    this.pages = panel.querySelector('.epreuve-pages');
    this.working = panel.querySelector('.epreuve-travail');
    this.notice = panel.querySelector('.epreuve-annonce');
    this.dialog = panel.querySelector('.epreuve-dialogue');
    this.toggle = panel.querySelector('.epreuve-masquer');
    // a form that needs the whole width keeps it: its preview opens on demand, as on a small screen
    this.beside = Boolean(panel.closest('.avec-epreuve'));
    this.marks = [];
    this.tries = 0;

    this.open = document.createElement('button');
    Object.assign(this.open, { type: 'button', className: 'btn btn-outline-primary epreuve-voir', textContent: 'Aperçu' });
    form.querySelector('.barre-enregistrer > a:last-of-type, .barre-enregistrer > button:only-of-type')?.after(this.open);
    const large = panel.querySelector('.epreuve-grand');
    for (const button of [this.open, large]) {
      button.addEventListener('click', () => this.enlarge());
    }

    this.dialog.querySelector('.epreuve-fermer').addEventListener('click', () => this.dialog.close());
    const zoom = this.dialog.querySelector('.epreuve-zoom');
    zoom.addEventListener('click', () => {
      const large = this.pages.classList.toggle('epreuve-agrandie');
      zoom.setAttribute('aria-pressed', String(large));
    });
    this.dialog.addEventListener('close', () => this.settle());
    this.toggle.addEventListener('click', () => {
      localStorage.setItem(HIDDEN, this.hidden ? '' : 'oui');
      this.settle();
    });
    large.hidden = false;
    this.toggle.hidden = false;

    form.addEventListener('input', () => this.plan(PAUSE));
    form.addEventListener('change', () => this.plan(PAUSE));
    form.addEventListener('focusin', () => this.follow());
    wide.addEventListener('change', () => this.settle());
    this.settle();
  }

  get hidden() {
    return localStorage.getItem(HIDDEN) === 'oui';
  }

  get visible() {
    return this.dialog.open || (this.beside && wide.matches && !this.hidden);
  }

  /** Where the pages are shown now: in the dialog, beside the form, or nowhere. */
  settle() {
    if (!this.dialog.open && this.body.parentElement !== this.panel) {
      this.dialog.before(this.body);
    }

    this.body.hidden = !this.visible;
    this.panel.classList.toggle('epreuve-reduite', this.beside && wide.matches && this.hidden);
    this.toggle.textContent = this.hidden ? 'Afficher' : 'Masquer';
    this.toggle.setAttribute('aria-expanded', String(!this.hidden));
    this.plan(0);
  }

  enlarge() {
    this.dialog.append(this.body);
    this.dialog.showModal();
    this.settle();
  }

  plan(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), delay);
  }

  async refresh() {
    const words = new URLSearchParams(new FormData(this.form)).toString();
    if (!this.visible || words === this.drawn) {
      return;
    }

    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    this.say(WORKING);
    const long = setTimeout(() => this.announce(WORKING), LONG);
    try {
      const answer = await fetch(this.panel.dataset.epreuve, {
        method: 'POST', headers: { Accept: 'image/svg+xml, application/json', 'Content-Type': 'application/x-www-form-urlencoded' }, body: words, signal: request.signal,
      });
      const type = answer.headers.get('content-type') ?? '';
      if (answer.ok && type.includes('image/svg+xml')) {
        await this.draw(await answer.text(), JSON.parse(answer.headers.get('x-apercu')), request);
        this.drawn = words;
        this.tries = 0;
        this.say('À jour');
        this.announce(this.failed ? 'L’aperçu est à jour.' : '');
        this.failed = false;
      } else {
        this.fail(type.includes('json') ? (await answer.json()).message : LOST, answer.status === 503);
      }
    } catch (error) {
      if (this.request === request && error.name !== 'AbortError') {
        this.fail(LOST, true);
      }
    } finally {
      clearTimeout(long);
    }
  }

  fail(message, passing) {
    this.failed = true;
    this.say('');
    this.announce(message);
    if (passing && this.tries < RETRIES) {
      this.tries += 1;
      this.plan(RETRY);
    }
  }

  /** One drawing holds all the pages: each picture shows its part of it. */
  async draw(svg, { pages, reperes }, request) {
    const head = svg.match(/^<svg [^>]*>/)[0];
    const [, width, height] = head.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/).map(Number);
    const each = height / pages;
    const pictures = await Promise.all(Array.from({ length: pages }, async (_, page) => {
      const picture = new Image(width, each);
      const part = head.replace(/viewBox="[^"]*"/, `viewBox="0 ${page * each} ${width} ${each}"`).replace(/height="[^"]*"/, `height="${each}pt"`);
      picture.alt = `Aperçu de la page ${page + 1}`;
      picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace(head, part))}`;
      await picture.decode();
      const sheet = document.createElement('div');
      sheet.className = 'epreuve-page';
      sheet.append(picture);
      return sheet;
    }));
    if (this.request === request) {
      this.pages.replaceChildren(...pictures);
      this.marks = reperes;
      this.follow();
    }
  }

  /** Shows the place of the words being typed, between the top of their field and its end. */
  follow() {
    const here = place(this.form);
    const index = this.marks.findIndex((mark) => mark.champ === here?.field);
    this.pages.querySelector('.epreuve-ici')?.remove();
    const sheet = this.pages.children[this.marks[index]?.page - 1];
    if (!sheet) {
      return;
    }

    const [from, to = from] = this.marks.slice(index, index + 2).map((mark) => mark.page - 1 + mark.y);
    const at = from + (to - from) * here.share;
    const page = this.pages.children[Math.min(Math.floor(at), this.pages.children.length - 1)];
    const sign = document.createElement('span');
    sign.className = 'epreuve-ici';
    sign.style.top = `${(at % 1) * 100}%`;
    page.append(sign);
    const top = page.offsetTop + (at % 1) * page.offsetHeight;
    const { scrollTop, clientHeight } = this.pages;
    if (top < scrollTop + clientHeight * 0.1 || top > scrollTop + clientHeight * 0.8) {
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.pages.scrollTo({ top: top - clientHeight * 0.35, behavior: calm ? 'instant' : 'smooth' });
    }
  }

  say(text) {
    this.working.textContent = text;
  }

  announce(text) {
    if (this.notice.textContent !== text) {
      this.notice.textContent = text;
    }
  }
}

export function enhanceProofs(root) {
  for (const panel of root.querySelectorAll('[data-epreuve]:not([data-pret])')) {
    panel.dataset.pret = '';
    const form = panel.parentElement.querySelector('form[data-garde]');
    if (form) {
      new Proof(panel, form);
    }
  }
}
