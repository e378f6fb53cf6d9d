/** Shows how far a big file has gone. Without this file the form is sent as usual, and the browser waits. */
export function enhanceDepots(root) {
  for (const form of root.querySelectorAll('form[data-depot]:not([data-pret])')) {
    form.dataset.pret = '';
    form.addEventListener('submit', (event) => {
      const champ = form.querySelector('input[type=file]');
      const cadre = form.querySelector('[data-depot-avancement]');
      if (!champ.files.length || !cadre) {
        return;
      }
      event.preventDefault();
      envoyer(form, cadre, form.querySelector('button:not([type=button])'));
    });
  }
}

function envoyer(form, cadre, bouton) {
  const texte = cadre.querySelector('p');
  const barre = cadre.querySelector('progress');
  const requete = new XMLHttpRequest();
  bouton.disabled = true;
  cadre.hidden = false;
  texte.textContent = 'Envoi du fichier…';

  const echouer = () => {
    bouton.disabled = false;
    texte.textContent = 'L’envoi s’est interrompu. Vérifiez votre connexion, puis envoyez de nouveau le fichier.';
  };
  requete.upload.addEventListener('progress', ({ loaded, total }) => {
    barre.max = total;
    barre.value = loaded;
    texte.textContent = loaded === total
      ? 'Fichier reçu. Lecture de ses premières lignes…'
      : `Envoi du fichier : ${Math.floor((loaded / total) * 100)} %`;
  });
  requete.addEventListener('error', echouer);
  requete.addEventListener('load', () => {
    const page = new DOMParser().parseFromString(requete.responseText, 'text/html');
    const refus = page.querySelector('#erreurs');
    if (requete.status < 400) {
      window.location.assign(requete.responseURL);
    } else if (refus) {
      document.querySelector('#erreurs')?.remove();
      form.parentElement.prepend(refus);
      refus.focus();
      cadre.hidden = true;
      bouton.disabled = false;
    } else {
      bouton.disabled = false;
      texte.textContent = page.querySelector('main h1')?.textContent ?? 'Le fichier n’a pas pu être reçu.';
    }
  });
  requete.open('POST', form.action || window.location.href);
  requete.send(new FormData(form));
}
