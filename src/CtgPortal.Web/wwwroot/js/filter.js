const plain = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim();

/** Narrows a list while one types, without losing what is ticked; the form still works by itself. */
export function enhanceFilters(root) {
  for (const form of root.querySelectorAll('form[data-filtre]:not([data-pret])')) {
    form.dataset.pret = '';
    const field = form.querySelector('input[type=search]');
    const list = document.querySelector(form.dataset.filtre);
    if (!field || !list) {
      continue;
    }

    const spoken = document.createElement('p');
    spoken.className = 'filtre-compte discret';
    spoken.setAttribute('role', 'status');
    form.append(spoken);

    const narrow = () => {
      const words = plain(field.value).split(' ').filter(Boolean);
      let shown = 0;
      for (const line of list.querySelectorAll('[data-mots]')) {
        line.hidden = !words.every((word) => line.dataset.mots.includes(word));
        shown += line.hidden ? 0 : 1;
      }
      for (const group of list.querySelectorAll('fieldset, section')) {
        group.hidden = !group.querySelector('[data-mots]:not([hidden])');
      }
      spoken.textContent = words.length === 0 ? '' : shown === 0 ? 'Rien ne répond.' : `${shown} ${form.dataset.unite ?? 'indicateur'}${shown > 1 ? 's' : ''}`;
    };

    field.addEventListener('input', narrow);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      narrow();
    });
  }
}
