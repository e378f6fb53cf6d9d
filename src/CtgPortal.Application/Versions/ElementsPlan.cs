using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Plans;

namespace CtgPortal.Application.Versions;

/// <summary>
/// The parts of a plan, each with its place, and the follow-up of its fiches. What is to be done, for whom, by whom, when and with which
/// money binds the parties; how it is thought of, organised, counted and followed does not.
/// </summary>
/// <param name="parId">Whether both dossiers know their indicators by id; a dossier frozen before knows them by their words.</param>
internal sealed class ElementsPlan(DossierConvention d, bool vecu, bool parId)
{
    private readonly string _niveauFiche = d.Niveaux.Count > 0 ? d.Niveaux[^1] : "Fiche action";

    public IEnumerable<ElementDossier> Tous() =>
    [
        new(PartieComparee.Plan, "niveaux", "niveaux", "niveaux", null, "Les niveaux du plan", [Champ.Liste("niveaux", "Noms des niveaux", d.Niveaux).SansEngager()]),
        .. d.Axes.SelectMany(Axe),
    ];

    private IEnumerable<ElementDossier> Axe(AxeDossier a)
    {
        var axe = new ElementDossier(
            PartieComparee.Plan, "axe", a.Id, a.Titre, a.Numero, $"{(d.Niveaux.Count > 0 ? d.Niveaux[0] : "Axe")} {a.Numero} – {a.Titre}",
            [
                Champ.Long("titre", "Titre", a.Titre), Champ.Long("description", "Description", a.Description), Champ.Court("couleur", "Couleur", a.Couleur).SansEngager(),
                Champ.Court("icone", "Pictogramme", a.Icone).SansEngager(),
            ]);
        return [axe, .. a.Fiches.SelectMany(f => Fiche(f, axe)), .. a.Orientations.SelectMany(o => Orientation(o, axe, 1))];
    }

    private IEnumerable<ElementDossier> Orientation(OrientationDossier o, ElementDossier parent, int profondeur)
    {
        var niveau = d.Niveaux.Count < 3 ? "Orientation" : d.Niveaux[Math.Min(profondeur, d.Niveaux.Count - 2)];
        var orientation = new ElementDossier(
            PartieComparee.Plan, "orientation", o.Id, o.Titre, o.Numero, $"{niveau} {o.Numero} – {o.Titre}",
            [Champ.Long("titre", "Titre", o.Titre), Champ.Long("description", "Description", o.Description)], parent.Sujet, parent);
        return [orientation, .. o.Fiches.SelectMany(f => Fiche(f, orientation)), .. o.Orientations.SelectMany(x => Orientation(x, orientation, profondeur + 1))];
    }

    private IEnumerable<ElementDossier> Fiche(FicheDossier f, ElementDossier parent)
    {
        var sujet = $"{_niveauFiche} {f.Numero} – {f.Titre}";
        yield return new(PartieComparee.Plan, "fiche", f.Id, f.Titre, f.Numero, sujet, Uniques([.. Champs(f), .. Lignes(f)]), parent.Sujet, parent);
        if (vecu)
        {
            yield return new(PartieComparee.Suivi, "suivi", f.Id, f.Titre, f.Numero, sujet, Uniques([.. Suivi(f)]), parent.Sujet, Vivant: true);
        }
    }

    /// <summary>The words of the form, for what a form writes.</summary>
    private static string L(string champ) => LibellesFiche.De(champ).Libelle;

    private static Champ[] Champs(FicheDossier f) =>
    [
        Champ.Long("intitule", L("intitule"), f.Titre),
        Champ.Liste("champs", L("champs"), f.Themes),
        Champ.OuiNon("imposee-par-la-caf", L("imposee-par-la-caf"), f.ImposeeParCaf).SansEngager(),
        Champ.Long("constat", L("constat"), f.Constat).SansEngager(),
        Champ.Long("enjeu", L("enjeu"), f.Enjeu).SansEngager(),
        Champ.Long("lien-schemas", L("lien-schemas"), f.LienSchemas).SansEngager(),
        Champ.Liste("schemas", L("schemas"), f.Schemas).SansEngager(),
        Champ.Long("objectif-general", L("objectif-general"), f.ObjectifGeneral),
        Champ.Liste("objectifs-operationnels", L("objectifs-operationnels"), f.ObjectifsOperationnels),
        Champ.Long("descriptif", L("descriptif"), f.Descriptif),
        Champ.Court("nature", L("nature"), f.Nature).SansEngager(),
        Champ.Long("livrables", L("livrables"), f.Livrables).SansEngager(),
        Champ.Court("participation", L("participation"), f.ParticipationCitoyenne).SansEngager(),
        Champ.Long("publics", L("publics"), f.Publics),
        Champ.Lu("nombre-vise", L("nombre-vise"), f.NombreVise, null),
        Champ.Court("secteur", L("secteur"), f.Secteur),
        Champ.Liste("communes", L("communes"), f.Communes),
        Champ.Court("pilote-structure", L("pilote-structure"), f.Pilote),
        Champ.Court("pilote-personne", L("pilote-personne"), f.PilotePersonne).SansEngager(),
        Champ.Court("copilote-caf", L("copilote-caf"), f.CopiloteCaf).SansEngager(),
        Champ.Court("elu-referent", L("elu-referent"), f.EluReferent).SansEngager(),
        Champ.Court("service", L("service"), f.ServicePilote).SansEngager(),
        Champ.Liste("partenaires", L("partenaires"), f.Partenaires),
        Champ.Long("acteurs", "Acteurs mobilisés", f.ActeursMobilises).SansEngager(),
        Champ.Court("instance", L("instance"), f.Instance).SansEngager(),
        Champ.Long("calendrier", L("calendrier"), f.Calendrier).SansEngager(),
        Champ.Jour("debut", L("debut"), f.Debut),
        Champ.Jour("fin", L("fin"), f.Fin),
        Champ.OuiNon("amelioration-continue", L("amelioration-continue"), f.AmeliorationContinue).SansEngager(),
        Champ.Liste("etapes", "Étapes", [.. f.Etapes.Select(e => e.Intitule + (e.Echeance is { } le ? $" – {Mots.Jour(le)}" : ""))]).SansEngager(),
        Champ.Long("moyens-humains", L("moyens-humains"), f.MoyensHumains).SansEngager(),
        Champ.Long("moyens-techniques", L("moyens-techniques"), f.MoyensMateriels).SansEngager(),
        Champ.Montant("cout-previsionnel", L("cout-previsionnel"), f.CoutPrevisionnel),
        Champ.Court("sources-financement", "Financements recherchés", f.SourcesFinancement),
        Champ.Long("resultats-attendus", L("resultats-attendus"), f.ResultatsAttendus),
        Champ.Long("modalites-evaluation", L("modalites-evaluation"), f.ModalitesEvaluation).SansEngager(),
        Champ.Liste("fiches-liees", "Fiches liées", f.FichesLiees).SansEngager(),
        Champ.Liste("pieces-jointes", "Pièces jointes", f.PiecesJointes).SansEngager(),
        Champ.Court("version", "Version de la fiche", f.Version).SansEngager(),
        Champ.Jour("mise-a-jour", "Mise à jour le", f.MiseAJourLe).SansEngager(),
        Champ.Court("auteur", "Rédaction", f.Auteur).SansEngager(),
    ];

    /// <summary>Operations, money and indicators: each line by what names it.</summary>
    private Champ[] Lignes(FicheDossier f) =>
    [
        .. f.Operations.SelectMany(o => (Champ[])
        [
            Champ.Long($"operation:{o.Titre}", $"Opération « {o.Titre} »", Joindre("\n", o.Titre, o.Descriptif, Dit("Pilote", o.Pilote), Dit("Public", o.Publics), Dit("Calendrier", o.Calendrier), Dit("Indicateurs", o.Indicateurs))),
            Champ.Montant($"operation-budget:{o.Titre}", $"Budget de l’opération « {o.Titre} »", o.Budget),
        ]),
        .. f.Budget.Select(l => Champ.Montant($"prevu:{Ligne(l)}", $"Financement prévu : {Ligne(l)}", l.Prevu ?? 0)),
        .. f.Indicateurs.SelectMany(i => (Champ[])
        [
            Champ.Long($"indicateur:{Cle(i)}", $"Indicateur « {i.Libelle} »", Joindre("\n", i.Libelle, i.Nature, Dit("Unité", i.Unite), Dit("Objectif", i.Objectifs.Count == 0 ? null : string.Join(" ; ", i.Objectifs)), Dit("Source", i.Source), Dit("Responsable", i.Responsable))).SansEngager(),
            Champ.Lu($"initiale:{Cle(i)}", $"Valeur initiale : {i.Libelle}", i.ValeurInitiale, null).SansEngager(),
            Champ.Lu($"cible:{Cle(i)}", $"Cible : {i.Libelle}", i.Cible, null),
        ]),
    ];

    private IEnumerable<Champ> Suivi(FicheDossier f) =>
    [
        Champ.Court("avancement", "Avancement", f.Suivi?.Avancement),
        Champ.Chiffre("pourcentage", "Avancement", f.Suivi?.Pourcentage, "%"),
        Champ.Court("priorite", "Priorité", f.Suivi?.Priorite),
        Champ.Long("freins", "Freins", f.Suivi?.Freins),
        Champ.Long("leviers", "Leviers", f.Suivi?.Leviers),
        Champ.Long("decision-copil", "Décision du comité de pilotage", f.Suivi?.DecisionCopil),
        Champ.Long("suite", "Suite à donner", f.Suivi?.SuiteADonner),
        Champ.Liste("notes", "Notes", [.. f.Suivi?.Notes.Select(n => $"{Mots.Jour(n.Date)} : {n.Texte}") ?? []]),
        .. f.Budget.Select(l => Champ.Montant($"realise:{Ligne(l)}", $"Financement réalisé : {Ligne(l)}", l.Realise)),
        .. f.Indicateurs.SelectMany(i => i.Releves.Select(r => Champ.Lu($"releve:{Cle(i)}:{r.Annee}", $"Relevé {r.Annee} : {i.Libelle}", r.Valeur, i.Unite))),
    ];

    private string Cle(IndicateurFicheDossier i) => parId ? i.Id! : i.Libelle;

    private static string Ligne(LigneBudgetDossier l) => Joindre(", ", l.Financeur, l.Annee?.ToString(Nombres.Format), l.Nature?.ToLowerInvariant());

    private static string? Dit(string libelle, string? valeur) => string.IsNullOrEmpty(valeur) ? null : $"{libelle} : {valeur}";

    private static string Joindre(string separateur, params IEnumerable<string?> parties) => string.Join(separateur, parties.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>Two lines of the same name are two lines.</summary>
    private static IReadOnlyList<Champ> Uniques(IReadOnlyList<Champ> champs) =>
        [.. champs.GroupBy(c => c.Code).SelectMany(g => g.Select((c, rang) => rang == 0 ? c : c with { Code = $"{c.Code}#{rang + 1}" }))];
}
