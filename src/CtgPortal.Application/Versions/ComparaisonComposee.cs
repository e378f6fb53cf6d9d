using CtgPortal.Application.Documents;
using CtgPortal.Application.Marques;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;

namespace CtgPortal.Application.Versions;

/// <summary>What changed, as a document: in a few sentences, then thing by thing.</summary>
internal static class ComparaisonComposee
{
    private const int CourtMax = 300;

    public static DocumentCompose Composer(ChangementsEntreVersions changements, string intitule, string territoire, PartieComparee? partie)
    {
        var comparaison = changements.Comparaison;
        var differences = comparaison.Differences.Where(d => partie is null || d.Partie == partie).ToList();
        var apres = changements.Apres is { } a ? Nommer(a) : $"la convention au {MotsVersions.Jour(changements.ApresLe)}";
        return new(
            "Ce qui a changé", $"{intitule} – de {Nommer(changements.Avant)} à {apres}{(partie is { } p ? $" – {MotsVersions.De(p)}" : "")}", territoire,
            changements.ApresLe.JourEnFrance(), $"Ce qui a changé, {territoire}",
            [
                .. Resume(changements, partie, differences.Count),
                .. differences.GroupBy(d => d.Partie).SelectMany(g => (Bloc[])[new BlocTitre(1, MotsVersions.De(g.Key)), .. g.SelectMany(Dire)]),
            ]);
    }

    private static string Nommer(VersionLue version) => $"« {version.Nom} » (version n° {version.Numero}, {MotsVersions.Jour(version.Le)})";

    private static IEnumerable<Bloc> Resume(ChangementsEntreVersions changements, PartieComparee? partie, int nombre)
    {
        if (nombre == 0)
        {
            yield return new BlocParagraphe("Rien n’a changé : les deux contenus sont les mêmes.");
            yield break;
        }

        yield return new BlocTitre(1, "En bref");
        yield return new BlocListe([.. changements.Resume.Where(r => partie is null || r.Partie == partie).Select(r => TexteRiche.Echapper(r.Phrase))]);
        yield return new BlocParagraphe(TexteRiche.Echapper("Les mots retirés sont barrés entre [− et −], les mots ajoutés sont soulignés entre [+ et +]. […] tient lieu de ce qui n’a pas changé."), Discret: true);
        if (changements.Comparaison.SansVecu)
        {
            yield return new BlocParagraphe("Un texte figé ne porte ni les signatures données ensuite, ni le suivi des fiches : ils ne sont pas comparés.", Discret: true);
        }
    }

    private static IEnumerable<Bloc> Dire(DifferenceDossier difference)
    {
        yield return new BlocTitre(2, $"{MotsVersions.De(difference)} : {difference.Sujet}");
        if (difference.Contexte is { } contexte && difference.Deplacement is null)
        {
            yield return new BlocParagraphe(TexteRiche.Echapper(contexte), Discret: true);
        }

        if (difference.Deplacement is { } deplacement)
        {
            yield return new BlocParagraphe(TexteRiche.Echapper(MotsVersions.De(deplacement)), "Place :");
        }

        foreach (var champ in difference.Champs)
        {
            yield return difference.Nature != NatureDifference.Modification
                ? new BlocParagraphe(Nu(Abrege((champ.Apres ?? champ.Avant)!)), $"{champ.Libelle} :")
                : champ.Fragments.Count > 0
                    ? new BlocRevision($"{champ.Libelle} :", champ.Nature == NatureChamp.Liste ? EnLigne(champ.Fragments) : MotsCompares.Abreger(champ.Fragments) ?? champ.Fragments)
                    : new BlocParagraphe(Nu(MotsVersions.Passage(champ)), $"{champ.Libelle} :");
        }
    }

    /// <summary>Items one after the other, each on its line.</summary>
    private static IReadOnlyList<Fragment> EnLigne(IReadOnlyList<Fragment> fragments) =>
        [.. fragments.Select((f, i) => i < fragments.Count - 1 ? f with { Texte = f.Texte + "\n" } : f)];

    /// <summary>Words that hold no marks where marked words are expected.</summary>
    private static string Nu(string texte) => string.Join('\n', texte.Split('\n').Select(TexteRiche.Echapper));

    private static string Abrege(string texte) => texte.Length <= CourtMax ? texte : string.Concat(texte.AsSpan(0, CourtMax).TrimEnd(), "…");
}
