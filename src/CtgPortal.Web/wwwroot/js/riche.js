// The editor of long texts: <textarea data-riche="id of its template">. Without this file the text area takes the marks as they are
// typed. The text area stays the field that is sent: untouched it keeps what the server wrote; once edited it holds the HTML of the
// editor behind a mark, which the server turns into a marked text again. What is pasted passes through the server too.

const MARK = '<!--riche-->';
const ADDRESS = '/texte-riche';
const INLINE = { B: 'b', STRONG: 'b', I: 'i', EM: 'i' };
const BLOCK = { P: 'p', UL: 'ul', OL: 'ol', LI: 'li', BR: 'br', DIV: 'p' };
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'MATH', 'HEAD', 'TITLE']);

/** Rebuilds HTML from the few tags an editor may hold; everything else leaves only its words. */
function rebuild(html) {
  const fragment = document.createDocumentFragment();
  const walk = (from, to, depth) => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        to.append(node.data);
      } else if (node.nodeType === Node.ELEMENT_NODE && !SILENT.has(node.nodeName.toUpperCase())) {
        const name = node.nodeName.toUpperCase();
        const tag = INLINE[name] ?? BLOCK[name] ?? (name === 'A' && follow(node.getAttribute('href')) ? 'a' : null);
        let inner = to;
        if (tag && depth < 60) {
          inner = document.createElement(tag);
          if (tag === 'a') {
            inner.setAttribute('href', follow(node.getAttribute('href')));
          } else if (tag === 'ol' && node.getAttribute('start')) {
            inner.setAttribute('start', node.getAttribute('start'));
          }

          to.append(inner);
        }

        walk(node, inner, depth + 1);
      }
    }
  };
  walk(new DOMParser().parseFromString(html, 'text/html').body, fragment, 0);
  return fragment;
}

/** The address as the server will keep it, or null when it leads nowhere it allows. */
function follow(address) {
  const text = (address ?? '').trim();
  if (/^(https?:\/\/[^\s/?#]|mailto:[^\s@]+@[^\s@]+$)/i.test(text)) {
    return text;
  }

  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(text)) {
    return `mailto:${text}`;
  }

  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `https://${text}` : null;
}

async function ask(type, text) {
  const answer = await fetch(ADDRESS, { method: 'POST', headers: { 'Content-Type': type }, body: text });
  // a sign-in page is also an answer
  if (!answer.ok || answer.redirected) {
    throw new Error(`HTTP ${answer.status}`);
  }

  return answer.text();
}

class RichField {
  constructor(Squire, area) {
    this.area = area;
    this.original = area.defaultValue;
    const template = document.getElementById(area.dataset.riche);
    this.box = template.content.cloneNode(true).firstElementChild;
    this.root = this.box.querySelector('.riche-page');
    this.status = this.box.querySelector('[role=status]');
    this.link = this.box.querySelector('.riche-lien');
    this.tools = [...this.box.querySelectorAll('.riche-outil')];
    const start = this.root.innerHTML;
    const focused = document.activeElement === area;

    area.before(this.box);
    this.describe();
    this.editor = new Squire(this.root, { blockTag: 'P', sanitizeToDOMFragment: rebuild, addLinks: false });
    this.setKeys();
    this.editor.setHTML(start);
    this.reference = this.editor.getHTML();
    this.written = area.value;
    area.richLength = () => this.length();
    area.richInsert = (text) => this.insert(text);
    area.hidden = true;
    this.listen();
    if (area.value !== this.original) {
      // typed before the editor came, or put back by the browser
      this.load();
    }

    if (focused) {
      this.editor.focus();
      this.editor.moveCursorToEnd();
    }
  }

  describe() {
    const { area, root } = this;
    const label = document.getElementById(`${area.id}-libelle`);
    const described = (area.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== `${area.id}-consigne`).join(' ');
    document.getElementById(`${area.id}-consigne`).hidden = true;
    area.dataset.editeur = root.id;
    root.setAttribute('role', 'textbox');
    root.setAttribute('aria-multiline', 'true');
    root.setAttribute('aria-labelledby', label.id);
    for (const [name, value] of [['aria-describedby', described], ['aria-invalid', area.getAttribute('aria-invalid')], ['aria-required', area.getAttribute('aria-required')]]) {
      if (value) {
        root.setAttribute(name, value);
      }
    }

    label.removeAttribute('for');
    label.addEventListener('click', () => this.editor.focus());
  }

  setKeys() {
    const nothing = (_, event) => event.preventDefault();
    // Tab leaves the editor, and what a text cannot hold has no shortcut
    for (const key of ['Tab', 'Shift-Tab']) {
      this.editor.setKeyHandler(key, null);
    }

    const shortcuts = { b: 'gras', i: 'italique', k: 'lien', z: 'annuler', y: 'retablir' };
    for (const control of ['Ctrl-', 'Meta-']) {
      for (const key of ['u', 'U', 'd', 'D', '[', ']', 'Shift-7', 'Shift-5', 'Shift-6']) {
        this.editor.setKeyHandler(control + key, nothing);
      }

      for (const [key, tool] of Object.entries(shortcuts)) {
        const use = (_, event) => {
          event.preventDefault();
          this.use(this.tool(tool));
        };
        // capitals are locked for some
        this.editor.setKeyHandler(control + key, use);
        this.editor.setKeyHandler(control + key.toUpperCase(), use);
      }
    }

    // what a menu of the browser offers
    this.root.addEventListener('beforeinput', (event) => {
      if (event.inputType.startsWith('format')) {
        event.preventDefault();
      }
    });
  }

  listen() {
    this.editor.addEventListener('input', () => this.changed());
    for (const name of ['pathChange', 'select', 'cursor']) {
      this.editor.addEventListener(name, () => this.showState());
    }

    this.editor.addEventListener('undoStateChange', ({ detail }) => {
      this.tool('annuler').setAttribute('aria-disabled', String(!detail.canUndo));
      this.tool('retablir').setAttribute('aria-disabled', String(!detail.canRedo));
    });
    this.tool('annuler').setAttribute('aria-disabled', 'true');
    this.tool('retablir').setAttribute('aria-disabled', 'true');

    // before the editor's own handler
    this.box.addEventListener('paste', (event) => this.paste(event), true);

    this.tools.forEach((tool, rank) => {
      tool.tabIndex = rank === 0 ? 0 : -1;
      // keeps the selection of the text
      tool.addEventListener('mousedown', (event) => event.preventDefault());
      tool.addEventListener('click', () => this.use(tool));
    });
    this.box.querySelector('.riche-outils').addEventListener('keydown', (event) => this.move(event));
    this.link.addEventListener('click', (event) => this.useLink(event.target.closest('[data-lien]')?.dataset.lien));
    this.link.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('input')) {
        event.preventDefault();
        this.useLink('poser');
      } else if (event.key === 'Escape') {
        this.useLink('fermer');
      }
    });
    // the address is no change of the text
    this.link.addEventListener('input', (event) => event.stopPropagation());

    // somebody else (a draft) wrote in the field
    for (const name of ['change', 'input']) {
      this.area.addEventListener(name, () => {
        if (this.area.value !== this.written) {
          this.load();
        }
      });
    }

    this.area.form?.addEventListener('reset', () => setTimeout(() => this.load()));
  }

  tool(name) {
    return this.tools.find((tool) => tool.dataset.outil === name);
  }

  use(tool) {
    const { editor } = this;
    if (tool.getAttribute('aria-disabled') === 'true') {
      return;
    }

    const on = this.states()[tool.dataset.outil];
    switch (tool.dataset.outil) {
      case 'gras': on ? editor.removeBold() : editor.bold(); break;
      case 'italique': on ? editor.removeItalic() : editor.italic(); break;
      case 'puces': on ? editor.removeList() : editor.makeUnorderedList(); break;
      case 'numeros': on ? editor.removeList() : editor.makeOrderedList(); break;
      case 'annuler': editor.undo(); break;
      case 'retablir': editor.redo(); break;
      case 'lien': this.openLink(); return;
    }

    this.showState();
    editor.focus();
  }

  /** Arrows go from tool to tool; Tab goes on to the text. */
  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    const rank = this.tools.indexOf(document.activeElement);
    if (step === undefined || rank < 0) {
      return;
    }

    event.preventDefault();
    const last = this.tools.length - 1;
    const next = Number.isFinite(step) ? (rank + step + last + 1) % (last + 1) : step < 0 ? 0 : last;
    this.tools[rank].tabIndex = -1;
    this.tools[next].tabIndex = 0;
    this.tools[next].focus();
  }

  states() {
    const { editor } = this;
    return { gras: editor.hasFormat('B'), italique: editor.hasFormat('I'), puces: editor.hasFormat('UL'), numeros: editor.hasFormat('OL'), lien: editor.hasFormat('A') };
  }

  showState() {
    for (const [name, on] of Object.entries(this.states())) {
      this.tool(name).setAttribute('aria-pressed', String(on));
    }
  }

  openLink() {
    const range = this.editor.getSelection();
    this.linkRange = range.cloneRange();
    const around = range.commonAncestorContainer;
    const anchor = (around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement).closest('a');
    const field = this.link.querySelector('input');
    field.value = anchor?.getAttribute('href') ?? '';
    this.link.querySelector('[role=alert]').textContent = '';
    this.link.querySelector('[data-lien=oter]').hidden = !anchor;
    this.link.hidden = false;
    field.focus();
  }

  useLink(action) {
    if (!action) {
      return;
    }

    const field = this.link.querySelector('input');
    const address = action === 'poser' ? follow(field.value) : null;
    if (action === 'poser' && !address) {
      this.link.querySelector('[role=alert]').textContent = 'Indiquez une adresse complète, par exemple https://www.caf.fr, ou une adresse électronique.';
      field.setAttribute('aria-invalid', 'true');
      field.focus();
      return;
    }

    field.removeAttribute('aria-invalid');
    this.link.hidden = true;
    this.editor.setSelection(this.linkRange);
    if (action === 'poser') {
      if (this.linkRange.collapsed && this.editor.hasFormat('A')) {
        this.editor.getSelection().startContainer.parentElement.closest('a').setAttribute('href', address);
        this.changed();
      } else {
        this.editor.makeLink(address);
      }
    } else if (action === 'oter') {
      this.editor.removeLink();
    }

    this.editor.focus();
    this.showState();
  }

  async paste(event) {
    if (event.target.closest('.riche-lien') || !event.clipboardData) {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    if (!html) {
      this.editor.insertPlainText(plain.replace(/\r\n?/g, '\n'), true);
      return;
    }

    const where = this.editor.getSelection().cloneRange();
    this.root.setAttribute('aria-busy', 'true');
    try {
      const clean = await ask('text/html', html);
      this.editor.setSelection(where);
      this.editor.insertHTML(clean, true);
      this.say('Texte collé.');
    } catch {
      // the network or the server is away: the words matter more than their look
      this.editor.setSelection(where);
      this.editor.insertPlainText(plain.replace(/\r\n?/g, '\n'), true);
      this.say('Texte collé sans sa mise en forme : le portail ne répond pas.');
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  /** Where the cursor is, or was. */
  insert(text) {
    this.editor.focus();
    this.editor.insertPlainText(text, false);
  }

  changed() {
    const html = this.editor.getHTML();
    const value = html === this.reference ? this.original : MARK + html;
    if (value !== this.area.value) {
      this.written = value;
      this.area.value = value;
      this.area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** Shows what the field holds, whoever wrote it. */
  async load() {
    const value = this.area.value;
    try {
      const html = value.startsWith(MARK) ? value.slice(MARK.length) : await ask('text/markdown', value);
      this.editor.setHTML(html);
      if (!value.startsWith(MARK)) {
        this.original = value;
        this.reference = this.editor.getHTML();
      }

      this.written = value;
      this.area.value = value;
      this.area.dispatchEvent(new Event('input', { bubbles: true }));
    } catch {
      // without the server the marks stay as they are typed
      this.box.remove();
      delete this.area.dataset.editeur;
      delete this.area.richLength;
      delete this.area.richInsert;
      this.area.hidden = false;
      document.getElementById(`${this.area.id}-libelle`).htmlFor = this.area.id;
      document.getElementById(`${this.area.id}-consigne`).hidden = false;
    }
  }

  /** About as many signs as the marked text will have. */
  length() {
    const lines = [...this.root.querySelectorAll('p, li')].filter((line) => line.textContent.trim());
    const marks = lines.length - 1 + 2 * this.root.querySelectorAll('li').length
      + 4 * this.root.querySelectorAll('b').length + 2 * this.root.querySelectorAll('i').length
      + [...this.root.querySelectorAll('a')].reduce((sum, a) => sum + 4 + a.getAttribute('href').length, 0);
    return lines.length === 0 ? 0 : marks + lines.reduce((sum, line) => sum + line.textContent.replaceAll('\u200B', '').trim().length, 0);
  }

  say(text) {
    this.status.textContent = text;
  }
}

export async function enhanceRichFields(root) {
  const areas = [...root.querySelectorAll('textarea[data-riche]:not([data-riche-pret])')];
  if (areas.length === 0) {
    return;
  }

  areas.forEach((area) => { area.dataset.richePret = ''; });
  const { default: Squire } = await import('../lib/squire/squire.js');
  areas.filter((area) => area.isConnected).forEach((area) => new RichField(Squire, area));
}
