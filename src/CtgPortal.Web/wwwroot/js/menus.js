/** A menu closes on Escape and when one leaves it. */
export function enhanceMenus(root) {
  for (const menu of root.querySelectorAll('details[data-menu]:not([data-pret])')) {
    menu.dataset.pret = '';
    menu.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
    menu.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
        menu.open = false;
      }
    });
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  }
}
