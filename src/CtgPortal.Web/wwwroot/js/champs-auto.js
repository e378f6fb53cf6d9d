/** Puts a field where the cursor is in the text of the form; without this file one copies what the table shows. */
export function enhanceFields(root) {
  for (const list of root.querySelectorAll('[data-champs-auto]:not([data-pret])')) {
    list.dataset.pret = '';
    const form = list.closest('form');
    const target = form && document.getElementById(form.dataset.champsCible);
    if (!target) {
      continue;
    }

    list.addEventListener('click', (event) => {
      const button = event.target.closest('[data-inserer]');
      if (!button) {
        return;
      }

      if (target.richInsert) {
        target.richInsert(button.dataset.inserer);
        return;
      }

      target.focus();
      target.setRangeText(button.dataset.inserer, target.selectionStart, target.selectionEnd, 'end');
      target.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
