// What a participant wrote and the portal has not confirmed yet: kept by the phone, sent once, never twice.

/** Answers of the portal that will not change by asking again. */
const REFUS = [400, 403, 404, 409, 413, 422];

export class Envois {
  #cle;
  #envoyer;
  #change;
  #enCours = false;
  #minuterie;

  /** @param envoyer posts one item: resolves when kept; throws { definitif, message } when it is not. */
  constructor(code, envoyer, change) {
    this.#cle = `ctg.salle.${code}`;
    this.#envoyer = envoyer;
    this.#change = change;
    addEventListener('online', () => this.partir());
    addEventListener('storage', (e) => e.key === this.#cle && this.#change());
    setInterval(() => this.partir(), 5000);
  }

  get liste() {
    return JSON.parse(localStorage.getItem(this.#cle) ?? '[]');
  }

  get enAttente() {
    return this.liste.filter((x) => !x.refus);
  }

  ajouter(item) {
    this.#ecrire([...this.liste, item]);
    this.partir();
  }

  retirer(id) {
    if (!this.liste.some((x) => x.id === id)) {
      return;
    }

    this.#ecrire(this.liste.filter((x) => x.id !== id));
  }

  reprendre(id) {
    this.#ecrire(this.liste.map((x) => (x.id === id ? { ...x, refus: undefined } : x)));
    this.partir();
  }

  /** Sends what waits, one after the other, oldest first. */
  async partir() {
    if (this.#enCours || this.enAttente.length === 0) {
      return;
    }

    this.#enCours = true;
    clearTimeout(this.#minuterie);
    try {
      // two windows of one phone take turns; the portal would know the same id anyway
      await (navigator.locks?.request(this.#cle, () => this.#vider()) ?? this.#vider());
    } finally {
      this.#enCours = false;
      this.#change();
    }
  }

  async #vider() {
    for (let item = this.enAttente[0]; item; item = this.enAttente[0]) {
      try {
        await this.#envoyer(item);
        this.retirer(item.id);
      } catch (erreur) {
        if (!erreur.definitif) {
          return;
        }

        this.#ecrire(this.liste.map((x) => (x.id === item.id ? { ...x, refus: erreur.message } : x)));
      }
    }
  }

  #ecrire(liste) {
    if (liste.length === 0) {
      localStorage.removeItem(this.#cle);
    } else {
      localStorage.setItem(this.#cle, JSON.stringify(liste));
    }

    this.#change();
  }
}

/** Sends a form to a page of the portal and reads its answer as data. */
export async function poster(adresse, champs, jeton) {
  const corps = new URLSearchParams();
  for (const [nom, valeur] of Object.entries(champs)) {
    corps.append(nom, valeur ?? '');
  }

  let reponse;
  try {
    reponse = await fetch(adresse, {
      method: 'POST', body: corps, headers: { Accept: 'application/json', RequestVerificationToken: jeton }, signal: AbortSignal.timeout(15000),
    });
  } catch {
    throw Object.assign(new Error('Le portail ne répond pas.'), { definitif: false });
  }

  const donnees = reponse.headers.get('content-type')?.includes('json') ? await reponse.json() : null;
  if (reponse.ok && donnees) {
    return donnees;
  }

  // a 400 without words is an old page: its token is renewed, and it is tried again
  const perime = reponse.status === 400 && !donnees;
  throw Object.assign(new Error(donnees?.message ?? 'Le portail n’a pas pu l’enregistrer.'), {
    statut: reponse.status, perime, definitif: REFUS.includes(reponse.status) && !perime,
  });
}
