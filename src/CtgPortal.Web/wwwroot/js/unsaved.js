const dirty = new Set();
let listening = false;

/** Asks before leaving a page whose form was changed: <form data-garde>. */
export function guardUnsavedChanges(root) {
  for (const form of root.querySelectorAll('form[data-garde]:not([data-pret])')) {
    form.dataset.pret = '';
    form.addEventListener('input', () => dirty.add(form));
    form.addEventListener('brouillon-garde', () => dirty.delete(form));
    form.addEventListener('submit', () => dirty.delete(form));
    if (document.getElementById('erreurs')) {
      dirty.add(form);
    }
  }

  if (!listening) {
    listening = true;
    window.addEventListener('beforeunload', (event) => {
      if ([...dirty].some((form) => form.isConnected)) {
        event.preventDefault();
      }
    });
  }
}
