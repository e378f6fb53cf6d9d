/** A request made by htmx that fails must not fail in silence. */
export function reportFailures() {
  const say = (message) => {
    // what is behind an open dialog is neither seen nor heard
    const place = document.querySelector('dialog[open] [data-annonce]') ?? document.getElementById('annonce');
    if (!place) {
      return;
    }

    const box = document.createElement('div');
    box.className = 'encart encart-danger annonce';
    const body = document.createElement('div');
    body.className = 'encart-corps';
    const text = document.createElement('p');
    text.textContent = message;
    body.append(text);
    box.append(body);
    place.replaceChildren(box);
    place.scrollIntoView({ block: 'center' });
  };

  document.addEventListener('htmx:sendError', () =>
    say('Le portail ne répond pas. Vérifiez votre connexion, puis recommencez : votre saisie est conservée à l’écran.'));
  document.addEventListener('htmx:timeout', () =>
    say('Le portail met trop de temps à répondre. Recommencez dans quelques instants.'));
  document.addEventListener('htmx:responseError', (event) => {
    const status = event.detail.xhr.status;
    say(status === 413 ? 'Le fichier est trop lourd.'
      : status === 404 ? 'Ce que vous modifiez n’existe plus. Rechargez la page.'
      : status === 403 ? 'Votre rôle ne permet pas cette action.'
      : 'Le portail n’a pas pu faire cette action. Rechargez la page, puis recommencez.');
  });
}
