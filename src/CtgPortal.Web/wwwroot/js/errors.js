/** Takes the reader to the error summary, as a full page load would announce it. */
export function focusErrors(root) {
  const summary = root.querySelector?.('#erreurs');
  if (!summary) {
    return;
  }

  summary.focus();
  if (!document.title.startsWith('Erreur')) {
    document.title = `Erreur : ${document.title}`;
  }
}

/** A link of the summary goes to the control itself, with its label in view. */
export function followErrorLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('#erreurs a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (field) {
      event.preventDefault();
      (field.closest('.champ') ?? field).scrollIntoView({ block: 'start' });

      // a field with an editor is hidden behind it
      (document.getElementById(field.dataset.editeur ?? '') ?? field).focus({ preventScroll: true });
    }
  });
}
