using System.Text;

namespace CtgPortal.Application.Archives;

/// <summary>What a person reads first in the package, years later, without the portal.</summary>
internal static class LisezMoi
{
    public static byte[] Ecrire(MetadonneesArchive m) => Encoding.UTF8.GetBytes(
        $"""
        {m.Objet}

        Archive {(m.Etat == EtatsArchive.Definitive ? "définitive" : "PROVISOIRE")} de la version {m.Version}, figée le {m.FigeLe:dd/MM/yyyy}, signée par toutes les parties le {m.SigneLe:dd/MM/yyyy}.
        {(m.Etat == EtatsArchive.Definitive
            ? $"Le document qui fait foi est data/convention/convention-scellee.pdf{string.Concat(m.Avenants.Select(a => $", complété par data/avenants/avenant-{a.Numero}/avenant-{a.Numero}-scelle.pdf (avenant n° {a.Numero}, signé le {a.SigneLe:dd/MM/yyyy})"))}."
            : "Tous les documents scellés ne sont pas encore faits. Ce paquet ne remplace pas l’archive définitive : demandez-la au portail quand le sceau sera posé.")}

        CE QUE CONTIENT CE PAQUET

        {string.Join('\n', m.Fichiers.Select(f => $"- {f.Chemin} : {f.Description}."))}
        - metadonnees.json : producteurs, objet, dates, version, conservation, liste des fichiers.
        - convention/convention.schema.json, preuve/preuve.schema.json : la forme des fichiers JSON.

        VÉRIFIER QUE RIEN N’A CHANGÉ

        Le paquet suit BagIt 1.0 (RFC 8493). Dans le dossier décompressé :
            sha256sum -c manifest-sha256.txt
            sha256sum -c tagmanifest-sha256.txt
        Chaque ligne doit finir par OK (« Réussi » sur un système en français).
        Les signatures électroniques du PDF scellé se lisent avec un lecteur PDF, ou avec pdfsig.
        La preuve de la signature (preuve/) dit elle-même, pas à pas, comment la vérifier sans le portail.

        CE QUE CE PAQUET NE CONTIENT PAS

        Les fiches confidentielles et leurs pièces, les documents de travail (versions intermédiaires, avis, commentaires).
        La durée de conservation et le sort final se fixent avec le service d’archives compétent.

        Ce paquet contient des adresses électroniques professionnelles et la preuve des signatures : il n’est pas à publier.

        """.ReplaceLineEndings("\n"));
}

/// <summary>As the metadata say it.</summary>
internal static class EtatsArchive
{
    public const string Definitive = "definitive";
    public const string Provisoire = "provisoire";

    public static string De(bool scellee) => scellee ? Definitive : Provisoire;
}
