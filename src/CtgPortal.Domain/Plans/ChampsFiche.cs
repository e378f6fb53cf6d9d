using System.Collections.Frozen;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Plans.NatureChamp;

namespace CtgPortal.Domain.Plans;

/// <summary>
/// The one declaration of the fields of a fiche, in the order of its pages. Journal, merge, history, restore, exports and imports
/// all go through it: a field added here is known everywhere.
/// </summary>
public static class ChampsFiche
{
    private static readonly Rubrique<IdentiteFiche> Identite = new(SectionDeFiche.Identite, c => c.Identite, (c, s) => c with { Identite = s });
    private static readonly Rubrique<PourquoiFiche> Pourquoi = new(SectionDeFiche.Pourquoi, c => c.Pourquoi, (c, s) => c with { Pourquoi = s });
    private static readonly Rubrique<QuoiFiche> Quoi = new(SectionDeFiche.Quoi, c => c.Quoi, (c, s) => c with { Quoi = s });
    private static readonly Rubrique<PourQuiFiche> PourQui = new(SectionDeFiche.PourQui, c => c.PourQui, (c, s) => c with { PourQui = s });
    private static readonly Rubrique<QuiFiche> Qui = new(SectionDeFiche.Qui, c => c.Qui, (c, s) => c with { Qui = s });
    private static readonly Rubrique<QuandFiche> Quand = new(SectionDeFiche.Quand, c => c.Quand, (c, s) => c with { Quand = s });
    private static readonly Rubrique<MoyensFiche> Moyens = new(SectionDeFiche.Moyens, c => c.Moyens, (c, s) => c with { Moyens = s });
    private static readonly Rubrique<ResultatsFiche> Resultats = new(SectionDeFiche.Resultats, c => c.Resultats, (c, s) => c with { Resultats = s });

    public static ChampLignes<LigneObjectif> Objectifs { get; } = new(
        "objectifs-operationnels", SectionDeFiche.Objectifs, Objectif.Genre, c => c.Objectifs, (c, l) => c with { Objectifs = l });

    public static ChampLignes<LigneOperation> Operations { get; } = new(
        "operations", SectionDeFiche.Operations, Operation.Genre, c => c.Operations, (c, l) => c with { Operations = l });

    public static ChampLignes<Financement> Financements { get; } = new(
        "financements", SectionDeFiche.Financements, Financement.Genre, c => c.Financements, (c, l) => c with { Financements = l });

    public static ChampLignes<LigneIndicateur> Indicateurs { get; } = new(
        "indicateurs", SectionDeFiche.Indicateurs, IndicateurFiche.Genre, c => c.Indicateurs, (c, l) => c with { Indicateurs = l });

    public static IReadOnlyList<ChampFiche> Tous { get; } =
    [
        Identite.Champ("intitule", TexteCourt, s => s.Intitule, (s, v) => s with { Intitule = v }),
        Identite.Liste("champs", s => s.Champs, (s, v) => s with { Champs = v }),
        Identite.Champ("priorite", Choix, s => s.Priorite, (s, v) => s with { Priorite = v }),
        Identite.Champ("imposee-par-la-caf", OuiNon, s => s.ImposeeParLaCaf, (s, v) => s with { ImposeeParLaCaf = v }),
        Identite.Champ("confidentielle", OuiNon, s => s.Confidentielle, (s, v) => s with { Confidentielle = v }),
        Pourquoi.Champ("constat", TexteLong, s => s.Constat, (s, v) => s with { Constat = v }),
        Pourquoi.Champ("enjeu", TexteLong, s => s.Enjeu, (s, v) => s with { Enjeu = v }),
        Pourquoi.Champ("lien-schemas", TexteLong, s => s.LienSchemas, (s, v) => s with { LienSchemas = v }),
        Pourquoi.Liste("schemas", s => s.Schemas, (s, v) => s with { Schemas = v }),
        Quoi.Champ("objectif-general", TexteLong, s => s.ObjectifGeneral, (s, v) => s with { ObjectifGeneral = v }),
        Objectifs,
        Quoi.Champ("descriptif", TexteLong, s => s.Descriptif, (s, v) => s with { Descriptif = v }),
        Quoi.Champ("nature", Choix, s => s.Nature, (s, v) => s with { Nature = v }),
        Quoi.Champ("livrables", TexteLong, s => s.Livrables, (s, v) => s with { Livrables = v }),
        PourQui.Champ("publics", TexteLong, s => s.Publics, (s, v) => s with { Publics = v }),
        PourQui.Champ("nombre-vise", Nombre, s => s.NombreVise, (s, v) => s with { NombreVise = v }),
        PourQui.Champ("secteur", TexteCourt, s => s.Secteur, (s, v) => s with { Secteur = v }),
        PourQui.Liste("communes", s => s.Communes, (s, v) => s with { Communes = v }),
        Qui.Champ("pilote-structure", TexteCourt, s => s.PiloteStructure, (s, v) => s with { PiloteStructure = v }),
        Qui.Champ("pilote-personne", TexteCourt, s => s.PilotePersonne, (s, v) => s with { PilotePersonne = v }),
        Qui.Champ("copilote-caf", TexteCourt, s => s.CopiloteCaf, (s, v) => s with { CopiloteCaf = v }),
        Qui.Champ("elu-referent", TexteCourt, s => s.EluReferent, (s, v) => s with { EluReferent = v }),
        Qui.Champ("service", TexteCourt, s => s.Service, (s, v) => s with { Service = v }),
        Qui.Champ("partenaires", TexteLong, s => s.Partenaires, (s, v) => s with { Partenaires = v }),
        Qui.Champ("instance", TexteCourt, s => s.Instance, (s, v) => s with { Instance = v }),
        Quand.Champ("calendrier", TexteLong, s => s.Calendrier, (s, v) => s with { Calendrier = v }),
        Quand.Champ("debut", Date, s => s.Debut, (s, v) => s with { Debut = v }),
        Quand.Champ("fin", Date, s => s.Fin, (s, v) => s with { Fin = v }),
        Quand.Champ("amelioration-continue", OuiNon, s => s.AmeliorationContinue, (s, v) => s with { AmeliorationContinue = v }),
        Operations,
        Moyens.Champ("moyens-humains", TexteLong, s => s.MoyensHumains, (s, v) => s with { MoyensHumains = v }),
        Moyens.Champ("etp", Nombre, s => s.Etp, (s, v) => s with { Etp = v }),
        Moyens.Champ("moyens-techniques", TexteLong, s => s.MoyensTechniques, (s, v) => s with { MoyensTechniques = v }),
        Moyens.Champ("cout-previsionnel", Montant, s => s.CoutPrevisionnel, (s, v) => s with { CoutPrevisionnel = v }),
        Moyens.Champ("financement-a-definir", OuiNon, s => s.FinancementADefinir, (s, v) => s with { FinancementADefinir = v }),
        Financements,
        Resultats.Champ("resultats-attendus", TexteLong, s => s.ResultatsAttendus, (s, v) => s with { ResultatsAttendus = v }),
        Resultats.Champ("modalites-evaluation", TexteLong, s => s.ModalitesEvaluation, (s, v) => s with { ModalitesEvaluation = v }),
        Resultats.Champ("participation", Choix, s => s.Participation, (s, v) => s with { Participation = v }),
        Indicateurs,
    ];

    private static readonly FrozenDictionary<string, ChampFiche> ParCode = Tous.ToFrozenDictionary(c => c.Code);

    /// <exception cref="KeyNotFoundException">No field has this code.</exception>
    public static ChampFiche De(string code) => ParCode[code];

    /// <summary>The fields that are not the same in the two contents, in the order of the pages.</summary>
    public static IEnumerable<ChampFiche> Differents(ContenuFiche a, ContenuFiche b) => Tous.Where(c => !c.Egal(a, b));

    /// <summary>Every place where the two contents differ, in the order of the pages.</summary>
    public static IEnumerable<DifferenceFiche> Comparer(ContenuFiche avant, ContenuFiche apres) => Tous.SelectMany(c => c.Comparer(avant, apres));

    internal static string? Texte(object? valeur) => Comparaison.EnTexte(valeur is decimal nombre ? Montants.Texte(nombre) : valeur);

    private sealed record Rubrique<TSection>(
        SectionDeFiche Section, Func<ContenuFiche, TSection> Lire, Func<ContenuFiche, TSection, ContenuFiche> Ecrire)
    {
        public ChampSimple<T> Champ<T>(string code, NatureChamp nature, Func<TSection, T> lire, Func<TSection, T, TSection> ecrire) =>
            new(code, Section, nature, c => lire(Lire(c)), (c, v) => Ecrire(c, ecrire(Lire(c), v)));

        public ChampListe Liste(
            string code, Func<TSection, IReadOnlyList<string>> lire, Func<TSection, IReadOnlyList<string>, TSection> ecrire) =>
            new(code, Section, c => lire(Lire(c)), (c, v) => Ecrire(c, ecrire(Lire(c), v)));
    }
}
