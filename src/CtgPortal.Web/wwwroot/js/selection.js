// Counts what is ticked and ticks everything at once; the form works without it.
for (const form of document.querySelectorAll('form[data-selection]')) {
  const cases = [...form.querySelectorAll('input[name=fiches]')];
  const compte = form.querySelector('[data-selection-compte]');
  const lien = form.querySelector('[data-selection-tout]');
  const invite = compte.textContent;
  const bouton = document.createElement('button');
  bouton.type = 'button';
  bouton.className = 'btn btn-link';
  lien.replaceWith(bouton);

  const dire = () => {
    const cochees = cases.filter((c) => c.checked).length;
    compte.textContent = cochees === 0 ? invite : cochees === 1 ? '1 fiche sélectionnée.' : `${cochees} fiches sélectionnées.`;
    bouton.textContent = cochees === cases.length ? 'Tout désélectionner' : `Tout sélectionner (${cases.length})`;
  };

  bouton.addEventListener('click', () => {
    const cocher = cases.some((c) => !c.checked);
    cases.forEach((c) => { c.checked = cocher; });
    dire();
  });

  // Shift ticks everything between two boxes, as in a mail program
  let dernier = null;
  form.addEventListener('click', (e) => {
    const ici = cases.indexOf(e.target);
    if (ici >= 0 && e.shiftKey && dernier !== null) {
      const [de, a] = [Math.min(ici, dernier), Math.max(ici, dernier)];
      cases.slice(de, a + 1).forEach((c) => { c.checked = e.target.checked; });
    }
    dernier = ici >= 0 ? ici : dernier;
    dire();
  });
  form.addEventListener('change', dire);
  dire();
}
