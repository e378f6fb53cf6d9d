// Passkeys: the portal gives a challenge, the device answers it, and the form leaves with the answer. A form without script keeps its password.
const MESSAGES = {
  NotAllowedError: 'La clé d’accès n’a pas été utilisée : la demande a été fermée, ou a trop attendu. Recommencez quand vous voulez.',
  InvalidStateError: 'Cet appareil a déjà une clé d’accès pour votre compte.',
  SecurityError: 'Les clés d’accès ne marchent qu’à l’adresse habituelle du portail. Vérifiez celle de cette page.',
  TypeError: 'Le portail ne répond pas. Vérifiez votre connexion, puis recommencez.',
};
const OTHER = 'Votre appareil n’a pas pu utiliser de clé d’accès.';

const supported = typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

function say(form, text) {
  form.querySelector('[data-cle-message]').textContent = text;
}

/** The portal refused to begin: its page says why, with what was typed, secrets apart. */
async function showRefusal(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [main, next] = [document.querySelector('main'), page.querySelector('main')];
  if (!next) {
    throw new TypeError();
  }
  main.replaceWith(document.adoptNode(next));
  next.querySelector('#erreurs')?.focus();
}

async function answer(form, trigger) {
  trigger.disabled = true;
  say(form, 'Suivez les indications de votre appareil.');
  try {
    const reply = await fetch(trigger.dataset.cleDefi, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    if (!reply.headers.get('Content-Type')?.includes('application/json')) {
      await showRefusal(reply);
      return;
    }

    const { id, options } = await reply.json();
    const credential = trigger.dataset.cle === 'creer'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.querySelector('[data-cle-reponse]').value = `${id} ${JSON.stringify(credential.toJSON())}`;
    form.action = trigger.formAction;
    form.submit();
  } catch (problem) {
    say(form, MESSAGES[problem.name] ?? OTHER);
    trigger.disabled = false;
  }
}

if (supported) {
  document.addEventListener('submit', (event) => {
    const trigger = event.submitter;
    if (trigger?.dataset.cle) {
      event.preventDefault();
      answer(event.target, trigger);
    }
  });
} else {
  for (const part of document.querySelectorAll('[data-cle-partie]')) {
    part.hidden = true;
  }
  for (const note of document.querySelectorAll('[data-cle-absente]')) {
    note.hidden = false;
  }
}
