/** Attachments: files chosen several times or dropped add up, each with its size, its words and a way out. Without this file the form sends what was chosen last. */
export function enhancePieces(root) {
  for (const form of root.querySelectorAll('form[data-pieces]:not([data-pret])')) {
    form.dataset.pret = '';
    preparer(form);
  }
}

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

function taille(octets) {
  return octets < 1048576 ? `${nombre.format(Math.max(1, Math.round(octets / 1024)))} Ko` : `${nombre.format(octets / 1048576)} Mo`;
}

function preparer(form) {
  const champ = form.querySelector('input[type=file]');
  const liste = form.querySelector('[data-pieces-choisies]');
  const refus = form.querySelector('[data-pieces-refus]');
  const bouton = form.querySelector('[data-pieces-bouton]');
  const max = { nombre: Number(form.dataset.nombreMax), fichier: Number(form.dataset.octetsFichier), total: Number(form.dataset.octetsTotal) };
  let choisis = [];
  let profondeur = 0;

  const dire = (phrase) => {
    refus.textContent = phrase;
    refus.hidden = !phrase;
  };

  const ajouter = (fichiers) => {
    const refuses = [];
    for (const fichier of fichiers) {
      const deja = choisis.some((c) => c.fichier.name === fichier.name && c.fichier.size === fichier.size && c.fichier.lastModified === fichier.lastModified);
      const total = choisis.reduce((somme, c) => somme + c.fichier.size, fichier.size);
      if (deja) {
        continue;
      }
      if (fichier.size > max.fichier) {
        refuses.push(`« ${fichier.name} » est trop lourd : ${taille(fichier.size)}, pour ${taille(max.fichier)} au plus.`);
      } else if (choisis.length >= max.nombre) {
        refuses.push(`« ${fichier.name} » est de trop : il reste de la place pour ${max.nombre} pièces jointes au plus.`);
      } else if (total > max.total) {
        refuses.push(`« ${fichier.name} » ferait dépasser la place qui reste : ${taille(max.total)}.`);
      } else {
        choisis.push({ fichier, ligne: null });
      }
    }
    montrer();
    dire(refuses.join(' '));
  };

  const montrer = () => {
    const transfert = new DataTransfer();
    for (const choisi of choisis) {
      transfert.items.add(choisi.fichier);
      choisi.ligne ??= creer(choisi);
    }
    champ.files = transfert.files;
    liste.replaceChildren(...choisis.map((c) => c.ligne));
    liste.hidden = choisis.length === 0;
    bouton.textContent = choisis.length > 1 ? `Joindre ces ${choisis.length} fichiers` : 'Joindre';
  };

  const creer = (choisi) => {
    const ligne = document.createElement('li');
    const nom = document.createElement('span');
    nom.className = 'piece-choisie';
    nom.textContent = `${choisi.fichier.name} (${taille(choisi.fichier.size)})`;
    const mots = document.createElement('input');
    Object.assign(mots, { className: 'form-control', name: 'descriptions', maxLength: 200, placeholder: 'En quelques mots (facultatif)', autocomplete: 'off' });
    mots.setAttribute('aria-label', `Description de ${choisi.fichier.name}, facultative`);
    const oter = document.createElement('button');
    Object.assign(oter, { type: 'button', className: 'btn btn-link', textContent: 'Ôter' });
    oter.setAttribute('aria-label', `Ôter ${choisi.fichier.name}`);
    oter.addEventListener('click', () => {
      choisis = choisis.filter((c) => c !== choisi);
      dire('');
      montrer();
      champ.focus();
    });
    ligne.append(nom, mots, oter);
    return ligne;
  };

  champ.addEventListener('change', () => ajouter([...champ.files]));
  form.addEventListener('dragenter', (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      profondeur++;
      form.classList.add('pieces-survol');
    }
  });
  form.addEventListener('dragleave', () => {
    profondeur = Math.max(0, profondeur - 1);
    form.classList.toggle('pieces-survol', profondeur > 0);
  });
  form.addEventListener('dragover', (event) => event.preventDefault());
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    profondeur = 0;
    form.classList.remove('pieces-survol');
    ajouter([...(event.dataTransfer?.files ?? [])]);
  });
  form.addEventListener('submit', () => {
    bouton.textContent = 'Envoi en cours…';
    bouton.closest('button').disabled = true;
  });
  window.addEventListener('pageshow', () => {
    bouton.closest('button').disabled = false;
    montrer();
  });
}
