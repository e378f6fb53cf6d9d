namespace CtgPortal.Web.Pages.Verifier;

/// <summary>The commands of the offline recipe, the same as in docs/operations/verification.md; a test compares and runs them.</summary>
internal static class RecettePreuve
{
    public const string Programme =
        """
        import base64, hashlib, json, sys

        preuve = json.load(open(sys.argv[1], encoding="utf-8"))

        def canonique(x):
            return json.dumps(x, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

        precedente, vues = "0" * 64, []
        for numero, evenement in enumerate(preuve["evenements"], 1):
            maillon = evenement["maillon"]
            empreinte = hashlib.sha256(canonique(maillon)).hexdigest()
            if (maillon["numero"], maillon["precedente"], empreinte) != (numero, precedente, evenement["empreinte"]):
                sys.exit(f"La chaîne est rompue au maillon {numero}.")
            precedente = empreinte
            vues.append(empreinte)
        print(f"Chaîne intacte : {len(vues)} maillons, tête {precedente}")

        for h in preuve["horodatages"]:
            n, lignes = h["numero"], h["contenu"].splitlines()
            if h["tete"] not in lignes[1:] or vues[h["maillon"] - 1] != h["tete"]:
                sys.exit(f"L’horodatage {n} ne porte pas sur cette chaîne.")
            if hashlib.sha256(h["contenu"].encode()).hexdigest() != h["racine"]:
                sys.exit(f"L’horodatage {n} ne porte pas sur son contenu.")
            open(f"racine-{n}.txt", "w", newline="\n").write(h["contenu"])
            if h.get("jeton"):
                open(f"jeton-{n}.der", "wb").write(base64.b64decode(h["jeton"]))
            print(f"Horodatage {n} : maillon {h['maillon']}, {'jeton écrit' if h.get('jeton') else 'en attente'}")
        """;

    public const string Horodatage =
        """
        openssl pkcs7 -inform DER -in jeton-1.der -print_certs -out certificats.pem
        openssl ts -reply -in jeton-1.der -token_in -text
        openssl ts -verify -data racine-1.txt -in jeton-1.der -token_in -CAfile autorite.pem -untrusted certificats.pem
        """;

    public const string Sceau = "pdfsig convention-signee.pdf";
}
