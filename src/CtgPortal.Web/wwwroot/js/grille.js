// Money typed as in a sheet: <table data-grille>. Arrows, Enter, paste of cells, totals while one types. The server computes the same totals.
const UNITS = { k: 1000n, m: 1000000n };
const NATURES = [[/^inv/i, 'Investissement'], [/^fonc/i, 'Fonctionnement']];

/** In cents, or null when it is empty or not an amount: read as the server reads it. */
export function cents(text) {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '');
  const unit = /^(.*\d)(?:(k)€?|(M)€)$/.exec(bare.replace(/K(€?)$/, 'k$1'));
  let digits = unit ? unit[1] : bare.replace(/€$/, '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(digits)) {
    digits = digits.replaceAll('.', '');
  } else if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) {
    digits = digits.replaceAll(',', '');
  }

  const parts = /^(\d*)(?:[.,](\d*))?$/.exec(digits);
  if (!parts || digits === '' || (parts[1] === '' && !parts[2])) {
    return null;
  }

  // ten decimals are enough for a fraction of a million, then down to cents
  const factor = unit ? UNITS[unit[2] ? 'k' : 'm'] : 1n;
  const scaled = BigInt(parts[1] + (parts[2] ?? '').slice(0, 10).padEnd(10, '0')) * factor;
  return (scaled + 50000000n) / 100000000n;
}

/** « 12 345,67 € », as Format.Montant writes it. */
export function euros(sum) {
  if (sum === null) {
    return '–';
  }

  const whole = (sum / 100n).toString().replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const rest = sum % 100n;
  return `${whole}${rest === 0n ? '' : `,${rest.toString().padStart(2, '0')}`}\u00a0€`;
}

const add = (a, b) => (b === null ? a : (a ?? 0n) + b);

class Sheet {
  constructor(table) {
    this.table = table;
    this.form = table.closest('form');
    this.status = document.createElement('p');
    this.status.className = 'visually-hidden';
    this.status.setAttribute('role', 'status');
    this.help();
    this.views();
    table.addEventListener('input', () => this.count());
    table.addEventListener('change', (event) => {
      this.tidy(event.target);
      this.count();
    });
    table.addEventListener('keydown', (event) => this.move(event));
    table.addEventListener('paste', (event) => this.paste(event));
    this.form.querySelector('button[formaction*="handler=Ajouter"]')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.append();
      this.cells(this.lines().at(-1))[0][0].focus();
    });
    table.querySelectorAll('input[data-prevu], input[data-realise]').forEach((field) => this.tidy(field));
    this.count();
  }

  /** « 12,5 k€ » becomes « 12 500 »: what was understood is what one sees. */
  tidy(field) {
    const amount = field.matches('input[data-prevu], input[data-realise]') ? cents(field.value) : null;
    if (amount !== null) {
      field.value = euros(amount).replace('\u00a0€', '');
    }
  }

  help() {
    const help = document.createElement('p');
    help.className = 'grille-aide';
    help.textContent = 'Entrée ou les flèches changent de case, comme dans un tableur. Vous pouvez coller des cases copiées depuis un tableur.';
    this.table.parentElement.before(help, this.status);
  }

  /** What is planned alone, or with what was spent. */
  views() {
    const group = document.createElement('fieldset');
    group.className = 'grille-vue';
    const legend = document.createElement('legend');
    legend.textContent = 'Montrer';
    group.append(legend);
    for (const [value, text] of [['prevu', 'le prévu'], ['tout', 'le prévu et le réalisé']]) {
      const label = document.createElement('label');
      const radio = document.createElement('input');
      Object.assign(radio, { type: 'radio', className: 'form-check-input', value, checked: this.table.dataset.grille === value });
      radio.addEventListener('change', () => { this.table.dataset.vue = value; });
      radio.dataset.vue = '';
      label.append(radio, text);
      group.append(label);
    }

    // not fields of the form: only one of them is ticked, by hand
    const radios = group.querySelectorAll('input');
    radios.forEach((radio) => radio.addEventListener('change', () => radios.forEach((other) => { other.checked = other === radio; })));
    this.table.dataset.vue = this.table.dataset.grille;
    this.table.parentElement.before(group);
  }

  lines() {
    return [...this.table.querySelectorAll('[data-ligne]')];
  }

  /** The fields one sees on a line, row by row: funder, nature, then amounts. */
  cells(line) {
    const [first, second] = [...line.rows].map((row) => [...row.querySelectorAll('input:not([type=hidden], [type=checkbox]), select')]);
    return second[0].offsetParent === null ? [first] : [first, [first[0], first[1], ...second]];
  }

  grid() {
    return this.lines().flatMap((line) => this.cells(line));
  }

  move(event) {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || !target.matches('input:not([type=checkbox]), select')) {
      return;
    }

    const select = target.matches('select');
    const at = select ? null : { start: target.selectionStart, end: target.selectionEnd, length: target.value.length };
    const all = at && at.start === 0 && at.end === at.length;
    const step = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: select ? null : [1, 0],
      ArrowUp: select ? null : [-1, 0],
      ArrowRight: !event.shiftKey && (select || all || at.start === at.length) ? [0, 1] : null,
      ArrowLeft: !event.shiftKey && (select || all || at.end === 0) ? [0, -1] : null,
    }[key];
    if (!step || (target.hasAttribute('list') && key.startsWith('Arrow') && step[0] !== 0)) {
      return;
    }

    event.preventDefault();
    const grid = this.grid();
    const row = grid.findIndex((cells) => cells.includes(target));
    const column = grid[row].indexOf(target);
    let next = row + step[0];
    while (step[0] !== 0 && grid[next]?.[column] === target) {
      next += step[0];
    }
    if (key === 'Enter' && next >= grid.length) {
      this.append();
    }
    this.go(this.grid()[next]?.[column + step[1]]);
  }

  go(field) {
    field?.focus();
    field?.select?.();
  }

  paste(event) {
    const { target } = event;
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!target.matches('input:not([type=checkbox]), select') || !/[\t\n]/.test(text)) {
      return;
    }

    event.preventDefault();
    const grid = this.grid();
    const row = grid.findIndex((cells) => cells.includes(target));
    const column = grid[row].indexOf(target);

    // a line of titles or of totals is not money
    const rows = text.split('\n').map((line) => line.split('\t')).filter(([head]) => column > 0 || !/^\s*(financeurs?|(sous-)?total.*)\s*$/i.test(head));
    let filled = 0;
    const refused = [];
    rows.forEach((values, i) => {
      while (this.grid().length <= row + i) {
        this.append();
      }

      const cells = this.grid()[row + i];
      values.forEach((value, j) => {
        const field = cells[column + j];
        const trimmed = value.trim();
        if (!field || trimmed === '') {
          return;
        }

        if (field.matches('select')) {
          const nature = NATURES.find(([pattern]) => pattern.test(trimmed));
          if (nature) {
            field.value = nature[1];
            filled += 1;
          } else {
            refused.push(trimmed);
          }
        } else if (field.hasAttribute('list')) {
          field.value = trimmed;
          filled += 1;
        } else if (/^[-–—]$/.test(trimmed)) {
          field.value = '';
        } else if (cents(trimmed) === null) {
          refused.push(trimmed);
        } else {
          field.value = trimmed;
          this.tidy(field);
          filled += 1;
        }
      });
    });
    this.say(`${filled} case${filled > 1 ? 's' : ''} collée${filled > 1 ? 's' : ''}.${refused.length === 0 ? '' : ` Laissé de côté : ${refused.slice(0, 5).map((word) => `«\u00a0${word}\u00a0»`).join(', ')}.`}`, refused.length > 0);
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }

  say(text, shown) {
    this.status.className = shown ? 'grille-aide' : 'visually-hidden';
    this.status.textContent = text;
  }

  /** One more line, as the server writes them. */
  append() {
    const lines = this.lines();
    const last = lines.at(-1);
    const copy = last.cloneNode(true);
    const rank = lines.length;
    for (const element of copy.querySelectorAll('[name], [id], [for], [aria-label], [aria-describedby], [aria-invalid]')) {
      for (const attribute of ['name', 'id', 'for']) {
        const value = element.getAttribute(attribute);
        if (value) {
          element.setAttribute(attribute, value.replace(/Financements\[\d+\]/, `Financements[${rank}]`).replace(/Financements_\d+_/, `Financements_${rank}_`));
        }
      }
      element.removeAttribute('aria-describedby');
      element.removeAttribute('aria-invalid');
      if (element.hasAttribute('aria-label')) {
        element.setAttribute('aria-label', element.getAttribute('aria-label').replace(/\d+/, rank + 1));
      }
    }
    copy.querySelectorAll('.champ-erreur').forEach((error) => error.remove());
    copy.querySelectorAll('.champ-en-erreur').forEach((field) => field.classList.remove('champ-en-erreur'));
    copy.querySelectorAll('.champ:not(.champ-case) .champ-libelle').forEach((label) => { label.textContent = label.textContent.replace(/ligne \d+/, `ligne ${rank + 1}`); });
    for (const field of copy.querySelectorAll('input:not([type=hidden]), select')) {
      if (field.type === 'checkbox') {
        field.checked = false;
      } else if (field.matches('select')) {
        field.selectedIndex = 0;
      } else {
        field.value = '';
      }
    }
    last.after(copy);
    this.count();
  }

  count() {
    const kinds = ['prevu', 'realise'];
    const sums = { year: new Map(), financeur: new Map(), nature: new Map(), total: { prevu: null, realise: null } };
    const into = (map, key, name, kind, amount) => {
      const entry = map.get(key) ?? { name, prevu: null, realise: null };
      entry[kind] = add(entry[kind], amount);
      map.set(key, entry);
    };
    for (const line of this.lines()) {
      const removed = line.querySelector('input[type=checkbox]')?.checked;
      line.classList.toggle('grille-retiree', Boolean(removed));
      const funder = line.querySelector('.grille-financeur input').value.trim() || 'Financeur à nommer';
      const nature = line.querySelector('.grille-nature select');
      for (const kind of kinds) {
        let total = null;
        for (const field of line.querySelectorAll(`input[data-${kind}]`)) {
          const amount = cents(field.value);
          field.toggleAttribute('data-illisible', amount === null && field.value.trim() !== '');
          total = add(total, amount);
          if (amount !== null && !removed) {
            into(sums.year, field.dataset[kind], field.dataset[kind], kind, amount);
            into(sums.financeur, funder.toLocaleUpperCase('fr'), funder, kind, amount);
            into(sums.nature, nature.selectedIndex, nature.selectedOptions[0].text, kind, amount);
            sums.total[kind] = add(sums.total[kind], amount);
          }
        }
        line.querySelector(`[data-total="${kind}"]`).textContent = euros(total);
      }
    }

    for (const cell of this.form.querySelectorAll('[data-somme]')) {
      const source = cell.dataset.annee ? sums.year.get(cell.dataset.annee) : sums.total;
      cell.textContent = euros(source?.[cell.dataset.somme] ?? null);
    }
    for (const table of this.form.querySelectorAll('[data-totaux]')) {
      const entries = [...sums[table.dataset.totaux]];
      if (table.dataset.totaux === 'nature') {
        entries.sort(([a], [b]) => a - b);
      }
      table.tBodies[0].replaceChildren(...entries.map(([, entry]) => this.row(entry)));
    }
  }

  row(entry) {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = entry.name;
    row.append(head, ...['prevu', 'realise'].map((kind) => {
      const cell = document.createElement('td');
      cell.className = 'nombre';
      cell.textContent = euros(entry[kind]);
      return cell;
    }));
    return row;
  }
}

export function enhanceSheets(root) {
  for (const table of root.querySelectorAll('table[data-grille]:not([data-pret])')) {
    table.dataset.pret = '';
    new Sheet(table);
  }
}
