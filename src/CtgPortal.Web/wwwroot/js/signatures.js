// A document opens in another tab: coming back shows that it was read, unless something is already being filled.
const lot = document.querySelector('[data-lot]');
let parti = false;
document.addEventListener('submit', (event) => {
  if (event.target.target === '_blank') {
    parti = true;
  }
});
document.addEventListener('visibilitychange', () => {
  const rempli = lot && [...lot.querySelectorAll('input[type=checkbox]:checked, input[type=password]')].some((champ) => champ.checked || champ.value !== '');
  if (document.visibilityState === 'visible' && parti && !rempli) {
    parti = false;
    location.reload();
  }
});
