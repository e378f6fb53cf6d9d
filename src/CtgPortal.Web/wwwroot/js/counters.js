const number = new Intl.NumberFormat('fr-FR');

/** Counts what remains, spoken only when the typing pauses. */
export function enhanceCounters(root) {
  for (const field of root.querySelectorAll('[data-longueur-max]:not([data-pret])')) {
    field.dataset.pret = '';
    const counter = document.getElementById(`${field.id}-compteur`);
    const max = Number(field.dataset.longueurMax);
    if (!counter) {
      continue;
    }

    const spoken = document.createElement('span');
    spoken.className = 'visually-hidden';
    spoken.setAttribute('role', 'status');
    counter.after(spoken);
    let pause;

    const show = () => {
      const left = max - (field.richLength?.() ?? field.value.length);
      const text = left >= 0
        ? `${number.format(left)} caractère${left > 1 ? 's' : ''} restant${left > 1 ? 's' : ''}`
        : `${number.format(-left)} caractère${left < -1 ? 's' : ''} en trop`;
      counter.textContent = text;
      counter.classList.toggle('champ-compteur-depasse', left < 0);
      return { text, left };
    };

    field.addEventListener('input', () => {
      const { text, left } = show();
      clearTimeout(pause);
      pause = setTimeout(() => { spoken.textContent = left < max / 10 ? text : ''; }, 1000);
    });
    show();
  }
}
