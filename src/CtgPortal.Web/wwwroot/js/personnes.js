// <select data-personnes> chooses one person; with script one types a name, and may choose several (ARIA combobox with a list).
const plain = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
const MAX = 20;
let count = 0;

function enhance(select) {
  const id = `personnes-${++count}`;
  const label = document.querySelector(`label[for="${select.id}"]`);
  const everybody = [...select.options].filter((o) => o.value).map((o) => ({ id: o.value, name: o.textContent }));
  const chosen = new Map();

  const box = document.createElement('div');
  box.className = 'autocomplete';
  const chips = document.createElement('ul');
  chips.className = 'personnes-choisies';
  const field = document.createElement('input');
  Object.assign(field, { type: 'text', className: 'form-control', id: select.id, autocomplete: 'off', placeholder: 'Tapez un nom…' });
  const list = document.createElement('ul');
  Object.assign(list, { id, className: 'autocomplete-liste', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', label?.textContent.trim() ?? 'Personnes');
  const spoken = document.createElement('div');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('role', 'status');
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) {
    field.setAttribute(name, value);
  }
  const before = select.value;
  select.replaceWith(box);
  box.append(chips, field, list, spoken);

  let options = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };

  const activate = (index) => {
    active = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active >= 0) {
      field.setAttribute('aria-activedescendant', options[active].id);
      options[active].scrollIntoView({ block: 'nearest' });
    }
  };

  const show = () => {
    const words = plain(field.value).replace('@', '').split(/\s+/u).filter(Boolean);
    const found = everybody.filter((p) => !chosen.has(p.id) && words.every((w) => plain(p.name).includes(w))).slice(0, MAX);
    options = found.map((person, i) => {
      const option = document.createElement('li');
      Object.assign(option, { id: `${id}-${i}`, className: 'autocomplete-option', textContent: person.name });
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.addEventListener('click', () => choose(person));
      option.person = person;
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    active = -1;
    field.removeAttribute('aria-activedescendant');
    spoken.textContent = options.length === 0 ? 'Personne ne répond à ce nom.' : `${options.length} personne${options.length > 1 ? 's' : ''} : flèches pour choisir.`;
  };

  function choose(person) {
    chosen.set(person.id, person);
    const item = document.createElement('li');
    const remove = document.createElement('button');
    const hidden = document.createElement('input');
    Object.assign(hidden, { type: 'hidden', name: select.name, value: person.id });
    remove.type = 'button';
    remove.setAttribute('aria-label', `Ne plus prévenir ${person.name}`);
    remove.append(person.name, ' ×');
    remove.addEventListener('click', () => {
      chosen.delete(person.id);
      item.remove();
      spoken.textContent = `${person.name} ne sera pas prévenu.`;
      field.focus();
    });
    item.append(remove, hidden);
    chips.append(item);
    field.value = '';
    close();
    spoken.textContent = `${person.name} sera prévenu.`;
  }

  field.addEventListener('input', show);
  field.addEventListener('focus', show);
  field.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        show();
      }
      activate(event.key === 'ArrowDown' ? active + 1 : active < 0 ? options.length - 1 : active - 1);
    } else if (event.key === 'Enter' && !list.hidden) {
      // a name half typed is not a comment to send
      event.preventDefault();
      choose((options[active] ?? options[0]).person);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Backspace' && field.value === '') {
      chips.lastElementChild?.querySelector('button').click();
    }
  });

  const first = everybody.find((p) => p.id === before);
  if (first) {
    choose(first);
  }
}

export function enhancePersons(root) {
  root.querySelectorAll('select[data-personnes]').forEach(enhance);
}
