using CtgPortal.Application.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtgPortal.Infrastructure.Documents.Word;

/// <summary>The document of an avenant, in the order of the PDF.</summary>
internal sealed class AvenantWord(DossierConvention c, TitresWord titres, MarquesWord marques)
{
    private readonly AvenantDossier _avenant = c.Avenant!;
    private readonly TexteWord _texte = new(c, titres, marques);

    public IEnumerable<OpenXmlElement> Tout(PlanWord plan) =>
    [
        .. Tete(), .. Parties(), .. Vus(), .. Motifs(), .. Articles(), .. _texte.Signatures(),
        .. _avenant.PlanAnnexe ? [.. plan.EnUnePage(), .. plan.FicheParFiche("Annexe – Plan d’actions")] : Changements(),
    ];

    private IEnumerable<OpenXmlElement> Tete()
    {
        yield return EcritWord.Paragraphe(
            StylesWord.Corps, EcritWord.Suite($"CONVENTION TERRITORIALE GLOBALE{(c.Etat == EtatDocument.Projet ? "      PROJET" : "")}", gras: true, couleur: TeintesWord.Sourdine, taille: "20"));
        yield return titres.Titre(1, $"Avenant n° {_avenant.Numero}");
        yield return EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite(c.Territoire, gras: true, couleur: TeintesWord.Sarcelle, taille: "28"));
        yield return EcritWord.Paragraphe(StylesWord.Corps, $"à la convention « {c.Intitule} »");
        yield return EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite(MotsWord.Majuscule(_avenant.Objet), gras: true));
    }

    private IEnumerable<OpenXmlElement> Parties() =>
    [
        titres.Titre(2, "Entre les parties"),
        .. c.Parties.Select(_texte.Partie),
        EcritWord.Paragraphe(StylesWord.Corps, "ci-après désignées ensemble « les parties »."),
    ];

    private IEnumerable<OpenXmlElement> Vus()
    {
        var signee = _avenant.ConventionSigneeLe is { } le ? $", signée le {Mots.Jour(le)}" : "";
        var periode = _avenant is { AncienDebut: { } debut, AncienneFin: { } fin } ? $", conclue pour la période du {Mots.Jour(debut)} au {Mots.Jour(fin)}" : "";
        yield return Vu($"la convention territoriale globale « {c.Intitule} »{signee}{periode} ;");
        foreach (var anterieur in _avenant.Anterieurs)
        {
            yield return Vu($"l’avenant n° {anterieur.Numero}{(anterieur.SigneLe is { } jour ? $", signé le {Mots.Jour(jour)}" : "")} : {anterieur.Objet} ;");
        }
    }

    private static Paragraph Vu(string texte) =>
        EcritWord.Paragraphe(StylesWord.Corps, EcritWord.Suite("Vu ", gras: true, couleur: TeintesWord.Vif), EcritWord.Suite(texte));

    private IEnumerable<OpenXmlElement> Motifs() => _avenant.Motifs.Count == 0 ? [] : [titres.Titre(2, "Exposé des motifs"), .. marques.Blocs(_avenant.Motifs)];

    private IEnumerable<OpenXmlElement> Articles()
    {
        yield return titres.Titre(2, "Il est convenu ce qui suit");
        if (_avenant.Articles.Count == 0)
        {
            yield return EcritWord.Absent("Les articles ne sont pas encore rédigés.");
        }

        foreach (var article in _avenant.Articles)
        {
            yield return titres.Titre(2, $"Article {article.Numero} – {article.Titre}");
            foreach (var bloc in marques.Blocs(article.Corps))
            {
                yield return bloc;
            }
        }
    }

    private IEnumerable<OpenXmlElement> Changements()
    {
        if (_avenant.Changements.Count == 0)
        {
            yield break;
        }

        yield return titres.Titre(1, "Annexe – Ce que l’avenant change", nouvellePage: true);
        foreach (var changement in _avenant.Changements)
        {
            yield return titres.Titre(2, $"{changement.Nature} : {changement.Sujet}");
            if (changement.Contexte is { } contexte)
            {
                yield return EcritWord.Paragraphe(StylesWord.Note, contexte);
            }

            if (changement.Lignes.Count > 0)
            {
                var table = new TableWord($"Ce qui change pour {changement.Sujet}", [24, 38, 38]).Colonnes("", "Texte signé", "Nouveau texte");
                foreach (var ligne in changement.Lignes)
                {
                    table.Ajouter([CelluleWord.De(ligne.Libelle, gras: true), CelluleWord.De(ligne.Avant ?? "–"), CelluleWord.De(ligne.Apres ?? "–")], insecable: false);
                }

                yield return table.Construire();
                yield return EcritWord.Respiration();
            }
        }
    }
}
