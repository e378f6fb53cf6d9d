// Suggestions for <input data-autocomplete-url="…">, as the ARIA combobox pattern asks (list, manual selection).
// Without this file the field is a plain text field that the server resolves.
// The address answers { annonce, resultats: [{ saisie, nom, precision }] } to ?q=.
// data-autocomplete-envoi: choosing a suggestion sends the form.

const DELAI_MS = 200;
const LONGUEUR_MIN = 2;
let numero = 0;

class Autocomplete {
  constructor(champ) {
    this.champ = champ;
    this.options = [];
    this.active = -1;
    this.demande = null;
    this.minuterie = null;
    this.id = `autocomplete-${++numero}`;

    const cadre = document.createElement('div');
    cadre.className = 'autocomplete';
    const avaitLeFocus = document.activeElement === champ;
    champ.replaceWith(cadre);
    this.liste = document.createElement('ul');
    this.liste.id = this.id;
    this.liste.className = 'autocomplete-liste';
    this.liste.setAttribute('role', 'listbox');
    this.liste.setAttribute('aria-label', 'Suggestions');
    this.liste.hidden = true;
    this.annonce = document.createElement('div');
    this.annonce.className = 'visually-hidden';
    this.annonce.setAttribute('role', 'status');
    cadre.append(champ, this.liste, this.annonce);

    if (avaitLeFocus) {
      champ.focus();
    }

    champ.setAttribute('role', 'combobox');
    champ.setAttribute('aria-autocomplete', 'list');
    champ.setAttribute('aria-expanded', 'false');
    champ.setAttribute('aria-controls', this.id);
    champ.setAttribute('autocomplete', 'off');

    champ.addEventListener('input', () => this.surSaisie());
    champ.addEventListener('keydown', (evenement) => this.surTouche(evenement));
    champ.addEventListener('blur', () => this.fermer());
    // keeps the focus in the field, so that blur does not close the list before the click
    this.liste.addEventListener('mousedown', (evenement) => evenement.preventDefault());
    this.liste.addEventListener('click', (evenement) => {
      const option = evenement.target.closest('[role=option]');
      if (option) {
        this.choisir(this.options.indexOf(option));
      }
    });
  }

  surSaisie() {
    // a choice offered by the server no longer answers what is now typed
    this.champ.closest('.champ')?.querySelectorAll('[data-autocomplete-choix] input:checked').forEach((choix) => {
      choix.checked = false;
    });
    this.abandonner();
    if (this.champ.value.trim().length < LONGUEUR_MIN) {
      this.fermer();
      this.annonce.textContent = '';
      return;
    }
    this.minuterie = setTimeout(() => this.chercher(), DELAI_MS);
  }

  async chercher() {
    const demande = new AbortController();
    this.demande = demande;
    const adresse = new URL(this.champ.dataset.autocompleteUrl, document.baseURI);
    adresse.searchParams.set('q', this.champ.value);
    try {
      const reponse = await fetch(adresse, { signal: demande.signal, headers: { Accept: 'application/json' } });
      // a sign-in page is also an answer: only JSON is a list
      if (!reponse.ok || !reponse.headers.get('Content-Type')?.includes('json')) {
        throw new Error(`HTTP ${reponse.status}`);
      }
      const { annonce, resultats } = await reponse.json();
      if (this.demande === demande && document.activeElement === this.champ) {
        this.montrer(annonce, resultats);
      }
    } catch {
      // stale requests are aborted on purpose; any other failure is told, and the field still works as plain text
      if (this.demande === demande) {
        this.fermer();
        this.annonce.textContent = 'Les suggestions sont indisponibles : continuez votre saisie.';
      }
    }
  }

  montrer(annonce, resultats) {
    this.active = -1;
    this.options = resultats.map((resultat, i) => {
      const option = document.createElement('li');
      option.id = `${this.id}-${i}`;
      option.className = 'autocomplete-option';
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.saisie = resultat.saisie;
      const nom = document.createElement('span');
      nom.textContent = resultat.nom;
      const precision = document.createElement('small');
      precision.textContent = resultat.precision;
      option.append(nom, precision);
      return option;
    });
    this.liste.replaceChildren(...this.options);
    this.ouvrir(this.options.length > 0);
    this.champ.removeAttribute('aria-activedescendant');
    this.annonce.textContent = annonce;
  }

  surTouche(evenement) {
    const ouverte = !this.liste.hidden;
    switch (evenement.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        evenement.preventDefault();
        const pas = evenement.key === 'ArrowDown' ? 1 : -1;
        if (ouverte) {
          this.activer(this.active + pas);
        } else if (this.options.length > 0 && this.champ.value.trim().length >= LONGUEUR_MIN) {
          this.ouvrir(true);
          this.activer(pas === 1 ? 0 : this.options.length - 1);
        }
        break;
      }
      case 'Enter':
        if (ouverte && this.active >= 0) {
          evenement.preventDefault();
          this.choisir(this.active);
        }
        break;
      case 'Escape':
        if (ouverte) {
          evenement.preventDefault();
          evenement.stopPropagation();
          this.fermer();
        }
        break;
      case 'Tab':
        this.fermer();
        break;
    }
  }

  // one place before the first and after the last stands for the field itself
  activer(indice) {
    const nombre = this.options.length + 1;
    this.active = ((indice + 1 + nombre) % nombre) - 1;
    this.options.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === this.active));
    });
    const option = this.options[this.active];
    if (option) {
      this.champ.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      this.champ.removeAttribute('aria-activedescendant');
    }
  }

  choisir(indice) {
    this.abandonner();
    this.champ.value = this.options[indice].dataset.saisie;
    this.options = [];
    this.liste.replaceChildren();
    this.fermer();
    this.annonce.textContent = `${this.champ.value} est choisi.`;
    this.champ.dispatchEvent(new Event('change', { bubbles: true }));
    if ('autocompleteEnvoi' in this.champ.dataset) {
      this.champ.form?.requestSubmit();
    }
  }

  abandonner() {
    clearTimeout(this.minuterie);
    this.demande?.abort();
    this.demande = null;
  }

  ouvrir(oui) {
    this.liste.hidden = !oui;
    this.champ.setAttribute('aria-expanded', String(oui));
  }

  fermer() {
    this.abandonner();
    this.ouvrir(false);
    this.active = -1;
    this.champ.removeAttribute('aria-activedescendant');
    this.options.forEach((option) => {
      option.setAttribute('aria-selected', 'false');
    });
  }
}

export function enhanceAutocomplete(root) {
  root.querySelectorAll('input[data-autocomplete-url]:not([role=combobox])').forEach((champ) => new Autocomplete(champ));
}
