using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>Parties, perimeter, visas, preamble, articles and signatures.</summary>
internal sealed class TexteWord(DossierConvention c, TitresWord titres, MarquesWord marques)
{
    private readonly bool _projet = c.Etat == EtatDocument.Projet;

    public IEnumerable<OpenXmlElement> Tout() =>
    [
        .. Parties(), .. Perimetre(), .. Champs(), .. Visas(), .. Preambule(),
        .. c.Etat == EtatDocument.Reprise ? [] : Articles().Concat(Signatures()),
    ];

    private IEnumerable<OpenXmlElement> Parties()
    {
        yield return titres.Titre(1, "Parties et préambule", nouvellePage: true);
        yield return titres.Titre(2, "Les parties");
        if (c.Parties.Count == 0)
        {
            yield return EcritWord.Absent("Les parties à la convention ne sont pas encore désignées.");
        }
        else
        {
            yield return EcritWord.Paragraphe(StylesWord.Corps, c.Etat == EtatDocument.Reprise
                ? $"Cette convention a été signée hors du portail{(c.DateSignature is { } le ? $", le {Mots.Jour(le)}" : "")}. Ses parties, telles que le portail les connaît :"
                : "La présente convention est conclue entre :");
            foreach (var partie in c.Parties)
            {
                yield return Partie(partie);
            }

            if (c.Etat != EtatDocument.Reprise)
            {
                yield return EcritWord.Paragraphe(StylesWord.Corps, "ci-après désignées ensemble « les parties ».");
            }
        }

        if (c.Titulaires.Count > 0)
        {
            var noms = c.Titulaires.Select(t => t.Nom + (t.Siren is not null ? $" (SIREN {t.Siren})" : t.Insee is not null ? $" (code Insee {t.Insee})" : "")).ToList();
            yield return EcritWord.Paragraphe(StylesWord.Corps, $"Elle est portée par {(noms.Count == 1 ? noms[0] : string.Join(", ", noms[..^1]) + " et " + noms[^1])}.");
        }
    }

    public Paragraph Partie(PartieDossier partie)
    {
        var suites = new List<OpenXmlElement> { EcritWord.Suite(partie.Nom, gras: true) };
        if (partie.Representants.Count > 0)
        {
            suites.Add(EcritWord.Suite($", représentée par {string.Join(" et ", partie.Representants.Select(MotsWord.Personne))}"));
        }

        if (partie.DeliberationNumero is not null || partie.DeliberationDate is not null)
        {
            suites.Add(EcritWord.Suite(
                $", dûment autorisée à signer {(c.Avenant is null ? "la présente convention" : "le présent avenant")} par délibération"
                + (partie.DeliberationNumero is { } numero ? $" n° {numero}" : "") + (partie.DeliberationDate is { } le ? $" du {Mots.Jour(le)}" : "")));
        }

        if (!string.IsNullOrEmpty(partie.NomCourt))
        {
            suites.Add(EcritWord.Suite($", ci-après « {partie.NomCourt} »", couleur: TeintesWord.Sourdine));
        }

        suites.Add(EcritWord.Suite(" ;"));
        return EcritWord.Paragraphe(StylesWord.Puce, suites);
    }

    private IEnumerable<OpenXmlElement> Perimetre()
    {
        yield return titres.Titre(2, "Le périmètre");
        if (c.Perimetre.Count == 0)
        {
            yield return EcritWord.Absent("Les communes du périmètre ne sont pas encore précisées.");
            yield break;
        }

        var habitants = c.Perimetre.All(p => p.Population is not null) ? $", qui comptent {MotsWord.Entier(c.Perimetre.Sum(p => p.Population!.Value))} habitants" : "";
        yield return EcritWord.Paragraphe(StylesWord.Corps, $"La convention couvre {MotsWord.Pluriel(c.Perimetre.Count, "commune")}{habitants}.");
        var table = new TableWord("Communes du périmètre, avec leur code Insee et leur population", [60, 20, 20]).Colonnes("Commune", "Code Insee", "Population");
        foreach (var commune in c.Perimetre)
        {
            table.Ajouter([
                CelluleWord.De(commune.Nom), CelluleWord.De(commune.Insee),
                CelluleWord.De(commune.Population is { } p ? MotsWord.Entier(p) : "", cote: JustificationValues.Right),
            ]);
        }

        yield return table.Construire();
        yield return EcritWord.Respiration();
    }

    private IEnumerable<OpenXmlElement> Champs() => c.Champs.Count == 0
        ? []
        : [titres.Titre(2, "Les champs d’intervention"), .. c.Champs.Select(ch => EcritWord.Paragraphe(StylesWord.Puce, MotsWord.Majuscule(ch)))];

    private IEnumerable<OpenXmlElement> Visas() => c.Visas.Count == 0
        ? []
        :
        [
            titres.Titre(2, "Les visas", suite: AAdapter(c.VisasEstModele)),
            .. c.Visas.Select(v => EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite("Vu ", gras: true, couleur: TeintesWord.Vif), EcritWord.Suite(v))),
        ];

    private IEnumerable<OpenXmlElement> Preambule() => c.Preambule.Count == 0
        ? []
        : [titres.Titre(2, "Préambule", suite: AAdapter(c.PreambuleEstModele)), .. marques.Blocs(c.Preambule)];

    private IEnumerable<OpenXmlElement> Articles()
    {
        yield return titres.Titre(1, "Articles de la convention", nouvellePage: true);
        if (c.Articles.Count == 0)
        {
            yield return EcritWord.Absent("Les articles ne sont pas encore rédigés.");
        }

        foreach (var article in c.Articles)
        {
            yield return titres.Titre(2, $"Article {article.Numero} – {article.Titre}", suite: AAdapter(article.EstModele) ?? PourInformation(article));
            foreach (var bloc in article.Corps.Count == 0 ? [EcritWord.Absent("Cet article n’est pas encore rédigé.")] : marques.Blocs(article.Corps))
            {
                yield return bloc;
            }
        }
    }

    /// <summary>Beside the title, and out of the contents.</summary>
    private Run? AAdapter(bool modele) => _projet && modele ? EcritWord.Suite("   texte du modèle", couleur: TeintesWord.Terre, taille: "17") : null;

    private static Run? PourInformation(ArticleDossier article) => article.Contractuel ? null : EcritWord.Suite("   à titre d’information", couleur: TeintesWord.Sourdine, taille: "17");

    public IEnumerable<OpenXmlElement> Signatures()
    {
        yield return titres.Titre(1, "Signatures");
        yield return EcritWord.Paragraphe(
            StylesWord.Corps,
            c.Avenant is null
                ? "Les parties déclarent avoir pris connaissance de la présente convention et de ses annexes, qui en font partie intégrante, et s’engagent à les exécuter de bonne foi."
                : "Les parties déclarent avoir pris connaissance du présent avenant et s’engagent à l’exécuter de bonne foi.");
        var fait = c.LieuSignature is null && c.DateSignature is null
            ? "Le lieu et la date de signature sont ceux que porte chaque signature ci-dessous."
            : $"Fait{(c.LieuSignature is { } lieu ? $" à {lieu}" : "")}{(c.DateSignature is { } le ? $", le {Mots.Jour(le)}" : "")}"
                + c.NombreExemplaires switch { null => "", 1 => ", en 1 exemplaire original", { } n => $", en {n} exemplaires originaux" } + ".";
        yield return EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite(fait, gras: true));
        if (c.Signataires.Count == 0)
        {
            yield return EcritWord.Absent("Les signataires ne sont pas encore désignés.");
            yield break;
        }

        var table = new TableWord("Signataires : partie, nom et qualité, place de la signature", [34, 33, 33]).Colonnes("Pour", "Nom et qualité", "Signature");
        foreach (var s in c.Signataires)
        {
            table.Ajouter([CelluleWord.De(s.Partie), new(
            [
                .. EcritWord.Lignes(StylesWord.Cellule, string.Join(" ", new[] { s.Civilite, s.Nom }.OfType<string>()), gras: true),
                .. s.Qualite is { } qualite ? EcritWord.Lignes(StylesWord.Cellule, MotsWord.Majuscule(qualite), couleur: TeintesWord.Sourdine) : [],
            ]), Signature(s)]);
        }

        yield return table.Construire();
        yield return EcritWord.Respiration();
    }

    private static CelluleWord Signature(SignataireDossier s) => s.SigneLe is { } le
        ? CelluleWord.De($"Signé le {Mots.Jour(le)}\n{MotsWord.Majuscule(s.Mode ?? "")}")
        : new([.. Enumerable.Range(0, 4).Select(_ => EcritWord.Paragraphe(StylesWord.Cellule, ""))]);
}
