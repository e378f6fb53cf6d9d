using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Equipements.ExigenceSchema;

namespace CtgPortal.Application.Equipements;

/// <summary>
/// Looks for each content that the decree asks for in what the convention holds. What the data cannot tell is said to be so: the portal
/// shows what it found, and a person confirms.
/// </summary>
internal sealed class ExamenPetiteEnfance(FaitsPetiteEnfance faits, string territoire, IReadOnlyList<ConfirmationExigence> confirmations)
{
    private const string NeSaitPas = "Le portail ne peut pas le vérifier : à confirmer.";
    private const int PreuvesMax = 12;

    private static readonly LieuPreuve Plan = new(NatureLieu.Plan);

    public IReadOnlyList<LigneExigence> Lignes() => [.. Enum.GetValues<ExigenceSchema>().Select(AvecConfirmation)];

    private LigneExigence AvecConfirmation(ExigenceSchema exigence)
    {
        var ligne = Examiner(exigence);
        var confirmation = confirmations.FirstOrDefault(c => c.Territoire == territoire && c.Exigence == exigence);
        return confirmation is null ? ligne
            : ligne.Etat == EtatExigence.Presente ? ligne with { Confirmation = confirmation }
            : ligne with { Etat = EtatExigence.Confirmee, Confirmation = confirmation, AFaire = null, Ou = null };
    }

    private LigneExigence Examiner(ExigenceSchema exigence) => exigence switch
    {
        Inventaire => DeDonnees(
            exigence, [.. faits.Equipements.Select(De), .. faits.Indicateurs.Where(i => i.Intitule.Contains("assistant", StringComparison.OrdinalIgnoreCase)).Select(De)],
            n => $"{n} à l’inventaire.", "Inscrivez les équipements et services en annexe 2, ou confirmez qu’il n’y en a aucun.", new(NatureLieu.Equipements)),
        Besoins => LesBesoins(),
        ZonesInsuffisantes => AConfirmer(
            exigence, [.. faits.Indicateurs.Where(i => i.Valeurs.Count(v => v.Territoire.Type == TypeTerritoire.Commune && v.Valeur is not null) > 1).Select(De)],
            "Des chiffres sont donnés commune par commune.", "Nommez dans un constat les secteurs où l’offre manque.", new(NatureLieu.Constats)),
        Orientations => DeDonnees(
            exigence, [.. faits.Fiches.Where(f => f.Quoi.Nature is not null).Select(f => new Preuve($"{f.Intitule} : {Mots.De(f.Quoi.Nature!.Value).ToLowerInvariant()}", Lieu(f)))],
            n => $"{n} une orientation. Un redéploiement de l’offre ne se lit pas dans les données.",
            "Dites, dans « Quoi » d’une fiche petite enfance, si l’action maintient, développe ou crée l’offre.", Plan, singulier: "fiche dit", pluriel: "fiches disent"),
        EmploisEtCompetences => Paroles(
            exigence, "d’emplois ou de compétences", "metier", "recrut", "formation", "former", "competence", "professionnel", "attractivite", "emploi"),
        BesoinsSpecifiques => Paroles(
            exigence, "de précarité ou de handicap", "handicap", "precar", "insertion", "inclusi", "vulnerab", "monoparent", "pauvre", "horaires atypiques"),
        Qualite => Paroles(exigence, "de qualité", "qualite", "charte", "referentiel", "projet pedagogique", "projet educatif", "analyse de pratique", "analyse des pratiques"),
        Investissements => LesInvestissements(),
        Moyens => DeDonnees(
            exigence,
            [
                .. faits.Fiches.Where(f => f.Moyens.MoyensHumains is not null || f.Moyens.Etp is not null || f.Moyens.CoutPrevisionnel is not null || f.Financements.Count > 0)
                    .Select(De),
            ],
            n => $"{n} des moyens.", "Écrivez les moyens humains, le coût ou les financements des fiches petite enfance.", Plan, singulier: "fiche dit", pluriel: "fiches disent"),
        Calendrier => DeToutesLesFiches(
            exigence, f => f.Quand.Calendrier is not null || f.Quand.Debut is not null || f.Quand.AmeliorationContinue, "un calendrier", "Donnez un calendrier aux fiches petite enfance."),
        Evaluation => DeToutesLesFiches(exigence, f => f.Indicateurs.Count > 0, "au moins un indicateur", "Donnez un indicateur aux fiches petite enfance."),
        CompatibiliteSdsf => Paroles(exigence, "du schéma départemental", "sdsf", "schema departemental"),
        Concertation => DeDonnees(
            exigence,
            [
                .. faits.Ateliers.Select(a => new Preuve($"Atelier : {a.Intitule}", new(NatureLieu.Atelier, a.Id))),
                .. faits.Enquetes.Select(e => new Preuve($"Enquête : {e.Intitule}", new(NatureLieu.Enquete, e.Id))),
            ],
            n => $"{n} sur la petite enfance.", "Tenez un atelier ou menez une enquête sur la petite enfance, ou confirmez une concertation faite ailleurs.", new(NatureLieu.Ateliers),
            singulier: "temps de concertation", pluriel: "temps de concertation"),
        _ => throw new ArgumentOutOfRangeException(nameof(exigence), exigence, null),
    };

    private LigneExigence LesBesoins()
    {
        List<Preuve> besoins = [.. faits.Constats.Where(c => c.Nature is NatureConstat.Besoin or NatureConstat.Enjeu or NatureConstat.Faiblesse)
            .Select(c => new Preuve(Extrait(c.Texte), new(NatureLieu.Constat, c.Id.Value)))];
        List<Preuve> chiffres = [.. faits.Indicateurs.Select(De)];
        return (besoins.Count, chiffres.Count) switch
        {
            (0, 0) => new(Besoins, EtatExigence.Absente, "Le diagnostic ne dit rien des besoins.", [], "Ajoutez un constat et un chiffre sur la petite enfance.", new(NatureLieu.Constats), null),
            (0, _) => new(Besoins, EtatExigence.Incomplete, "Le diagnostic donne des chiffres, sans dire le besoin.", chiffres, "Ajoutez un constat qui dit le besoin.", new(NatureLieu.Constats), null),
            (_, 0) => new(Besoins, EtatExigence.Incomplete, "Le diagnostic dit un besoin, sans chiffre.", besoins, "Ajoutez un chiffre : naissances, taux de couverture…", new(NatureLieu.Chiffres), null),
            _ => new(Besoins, EtatExigence.Presente, "Le diagnostic dit les besoins, chiffres à l’appui.", [.. besoins, .. chiffres.Take(PreuvesMax)], null, null, null),
        };
    }

    private LigneExigence LesInvestissements()
    {
        var projets = faits.Equipements.Where(e => e.Description.EstProjet).ToList();
        List<Preuve> chiffres =
        [
            .. faits.Fiches.Where(f => f.Financements.Any(x => x is { Nature: NatureDepense.Investissement, Prevu: > 0 }))
                .Select(f => new Preuve(
                    $"{f.Intitule} : {Nombres.Mesure(f.Financements.Where(x => x.Nature == NatureDepense.Investissement).Sum(x => x.Prevu ?? 0), "€")} d’investissement", Lieu(f))),
            .. projets.Where(e => e.Description.Montants.Count > 0)
                .Select(e => new Preuve($"{e.Description.Nom}, en projet : {Nombres.Mesure(e.Description.Montants.Sum(m => m.Montant), "€")}", new(NatureLieu.Equipement, e.Id.Value))),
        ];
        List<Preuve> sansCout = [.. projets.Where(e => e.Description.Montants.Count == 0).Select(e => new Preuve($"{e.Description.Nom}, en projet, sans coût", new(NatureLieu.Equipement, e.Id.Value)))];
        return (chiffres.Count, sansCout.Count) switch
        {
            (0, 0) => new(
                Investissements, EtatExigence.AConfirmer, $"Aucun projet n’est inscrit. {NeSaitPas}", [],
                "Inscrivez les projets (création, entretien, rénovation) avec leur coût, ou confirmez qu’aucun n’est prévu.", new(NatureLieu.Equipements), null),
            (_, 0) => new(Investissements, EtatExigence.Presente, "Des projets sont inscrits avec leur coût.", chiffres, null, null, null),
            _ => new(Investissements, EtatExigence.Incomplete, "Un projet au moins n’a pas de coût.", [.. chiffres, .. sansCout], "Donnez le coût de chaque projet.", sansCout[0].Lieu, null),
        };
    }

    private static LigneExigence DeDonnees(
        ExigenceSchema exigence, List<Preuve> preuves, Func<string, string> constat, string aFaire, LieuPreuve ou, string singulier = "élément", string pluriel = "éléments") =>
        preuves.Count == 0
            ? new(exigence, EtatExigence.Absente, "Rien dans la convention pour l’instant.", [], aFaire, ou, null)
            : new(exigence, EtatExigence.Presente, constat($"{preuves.Count} {(preuves.Count == 1 ? singulier : pluriel)}"), preuves, null, null, null);

    private LigneExigence DeToutesLesFiches(ExigenceSchema exigence, Func<FicheAction, bool> dit, string quoi, string aFaire)
    {
        var avec = faits.Fiches.Where(dit).ToList();
        List<Preuve> preuves = [.. avec.Select(De)];
        return avec.Count == 0
            ? new(exigence, EtatExigence.Absente, $"Aucune fiche petite enfance ne donne {quoi}.", [], aFaire, Plan, null)
            : avec.Count == faits.Fiches.Count
                ? new(exigence, EtatExigence.Presente, $"Toutes les fiches petite enfance donnent {quoi}.", preuves, null, null, null)
                : new(exigence, EtatExigence.Incomplete, $"{avec.Count} fiches petite enfance sur {faits.Fiches.Count} donnent {quoi}.", preuves, aFaire, Lieu(faits.Fiches.First(f => !dit(f))), null);
    }

    /// <summary>Words are only a sign: a person reads and confirms.</summary>
    private LigneExigence Paroles(ExigenceSchema exigence, string deQuoi, params string[] mots) => AConfirmer(
        exigence, [.. faits.QuiDisent(mots).Select(De)], $"Ces fiches parlent {deQuoi}.", "Écrivez-le dans une fiche petite enfance, ou confirmez où cela est écrit.", Plan);

    private static LigneExigence AConfirmer(ExigenceSchema exigence, List<Preuve> preuves, string indice, string aFaire, LieuPreuve ou) => preuves.Count == 0
        ? new(exigence, EtatExigence.AConfirmer, NeSaitPas, [], aFaire, ou, null)
        : new(exigence, EtatExigence.AConfirmer, $"{indice} {NeSaitPas}", preuves, "Relisez, puis confirmez.", null, null);

    private static Preuve De(ListerEquipements.Ligne e) => new(
        string.Join(", ", new[] { e.Description.Nom, MotsEquipement.Type(e.Description), e.Description.Capacite is { } c ? MotsEquipement.De(c) : null }.OfType<string>()),
        new(NatureLieu.Equipement, e.Id.Value));

    private static Preuve De(Indicateur i) => new($"Chiffre : {i.Intitule}", new(NatureLieu.Indicateur, i.Id.Value));

    private static Preuve De(FicheAction f) => new($"Fiche : {f.Intitule}", Lieu(f));

    private static LieuPreuve Lieu(FicheAction f) => new(NatureLieu.Fiche, f.Id.Value);

    private static string Extrait(string texte) => texte.Length <= 160 ? texte : $"{texte[..160].TrimEnd()}…";
}
