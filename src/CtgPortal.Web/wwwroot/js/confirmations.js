let count = 0;

/** Shows the consequences of an action in a dialog rather than in place. */
export function enhanceConfirmations(root) {
  for (const details of root.querySelectorAll('details.confirmation:not([data-pret])')) {
    details.dataset.pret = '';
    const summary = details.querySelector('summary');
    const body = details.querySelector('.confirmation-corps');
    const title = body.querySelector('.confirmation-titre');
    const dialog = document.createElement('dialog');
    dialog.className = 'dialogue';
    title.id ||= `confirmation-${++count}`;
    dialog.setAttribute('aria-labelledby', title.id);
    details.after(dialog);

    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.className = 'btn btn-outline-primary';
    cancel.textContent = 'Annuler';
    cancel.addEventListener('click', () => dialog.close());

    summary.addEventListener('click', (event) => {
      event.preventDefault();
      const actions = body.querySelector('.actions') ?? body.querySelector('form') ?? body;
      actions.append(cancel);
      dialog.append(body);
      dialog.showModal();
    });
    dialog.addEventListener('close', () => summary.focus());
  }
}
