/** One more line of a form without loading the page again: <fieldset data-lignes> of <fieldset data-ligne>, and a button <button data-ajouter>. */
export function enhanceLines(root) {
  for (const group of root.querySelectorAll('[data-lignes]:not([data-pret])')) {
    group.dataset.pret = '';
    const button = group.querySelector('[data-ajouter]');
    const said = document.createElement('span');
    said.className = 'visually-hidden';
    said.setAttribute('role', 'status');
    button.after(said);
    button.addEventListener('click', (event) => {
      const lines = group.querySelectorAll('[data-ligne]');
      event.preventDefault();
      if (lines.length >= Number(group.dataset.lignesMax)) {
        said.textContent = 'Il n’y a pas de place pour une ligne de plus.';
        return;
      }

      const line = next(lines[lines.length - 1], lines.length);
      lines[lines.length - 1].after(line);
      document.dispatchEvent(new CustomEvent('lignes:ajoutee', { detail: line }));
      line.querySelector('select, input').focus();
      said.textContent = `${button.dataset.ajouter} : ligne ${lines.length + 1}.`;
    });
  }
}

function next(line, index) {
  const copy = line.cloneNode(true);
  for (const element of copy.querySelectorAll('.champ-erreur')) {
    element.remove();
  }

  for (const element of copy.querySelectorAll('*')) {
    element.classList.remove('champ-en-erreur');
    element.removeAttribute('aria-invalid');
    delete element.dataset?.pret;
    for (const name of ['id', 'for', 'name', 'aria-describedby', 'data-valmsg-for']) {
      const value = element.getAttribute(name);
      if (value) {
        element.setAttribute(name, value.replace(/\[\d+\]/gu, `[${index}]`).replace(/_\d+__/gu, `_${index}__`).replace(/\S+-erreur/gu, '').trim());
      }
    }

    if (element.matches('input, textarea')) {
      element.value = '';
    }
  }

  copy.querySelector('[data-numero]').textContent = String(index + 1);
  return copy;
}
