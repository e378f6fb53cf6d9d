/** Says at once that a file is too big, instead of after a long upload. The server checks again. */
export function checkFileSizes(root) {
  for (const input of root.querySelectorAll('input[type=file][data-octets-max]:not([data-pret])')) {
    input.dataset.pret = '';
    input.addEventListener('change', () => {
      const max = Number(input.dataset.octetsMax);
      const total = [...input.files].reduce((sum, file) => sum + file.size, 0);
      const message = total > max
        ? `Ce fichier est trop lourd : ${Math.ceil(total / 1048576)} Mo, pour ${Math.floor(max / 1048576)} Mo au plus.`
        : '';
      input.setCustomValidity(message);
      if (message) {
        input.reportValidity();
      }
    });
  }
}
