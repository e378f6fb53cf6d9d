using System.Globalization;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Application.Documents;

/// <summary>Lays the tree of a plan out as the document prints it.</summary>
/// <param name="liens">Those that the reader of the document may know of.</param>
/// <param name="suivis">Null for a text to be signed: what was lived, money spent included, is no part of it.</param>
/// <param name="pieces">What people read of the attachments, by what bears them.</param>
/// <param name="champs">The fields to print, codes of <see cref="ChampsFiche"/>; null: all.</param>
internal sealed class PlanDossier(
    Plan plan, IReadOnlyList<FicheAction> fiches, IReadOnlyList<SuiviFiche>? suivis, IReadOnlyList<CommunePerimetre> perimetre, ILookup<PorteurPieces, string> pieces,
    ILookup<FicheActionId, FicheNommee> liens, IReadOnlyCollection<string>? champs = null)
{
    private readonly Dictionary<FicheActionId, FicheAction> _fiches = fiches.ToDictionary(f => f.Id);
    private readonly Dictionary<FicheActionId, SuiviFiche> _suivis = (suivis ?? []).ToDictionary(s => s.FicheActionId);
    private readonly Dictionary<string, string> _communes = perimetre.ToDictionary(c => c.Code, c => c.Nom);
    private readonly ILookup<(AxeId, OrientationId?), FicheNumerotee> _places = plan.Numeroter().ToLookup(n => (n.Axe, n.Orientation));

    private readonly IReadOnlyDictionary<OrientationId, string> _numeros = plan.NumeroterOrientations();

    public IReadOnlyList<AxeDossier> Axes() =>
    [
        .. plan.Axes.Select(axe => new AxeDossier
        {
            Id = axe.Id.Value.ToString(),
            Numero = axe.Rang.ToString(CultureInfo.InvariantCulture),
            Titre = axe.Intitule,
            Couleur = Couleurs.Hex(axe.Couleur),
            Icone = axe.Icone,
            Fiches = Fiches(axe.Id, null),
            Orientations = Orientations(axe.Id, null),
        }),
    ];

    private IReadOnlyList<OrientationDossier> Orientations(AxeId axe, OrientationId? parent) =>
    [
        .. plan.Orientations.Where(o => o.AxeId == axe && o.ParentId == parent).Select(o => new OrientationDossier
        {
            Id = o.Id.Value.ToString(),
            Numero = _numeros[o.Id],
            Titre = o.Intitule,
            Fiches = Fiches(axe, o.Id),
            Orientations = Orientations(axe, o.Id),
        }),
    ];

    // a confidential fiche keeps its number and is not printed
    private IReadOnlyList<FicheDossier> Fiches(AxeId axe, OrientationId? orientation) =>
        [.. _places[(axe, orientation)].Where(p => _fiches.ContainsKey(p.Fiche)).Select(p => Fiche(_fiches[p.Fiche], p.Numero))];

    private FicheDossier Fiche(FicheAction fiche, string numero) =>
        Fiche(fiche.Id, champs is null ? fiche.Contenu : fiche.Contenu.Seulement(champs), numero, _suivis.GetValueOrDefault(fiche.Id));

    private FicheDossier Fiche(FicheActionId id, ContenuFiche f, string numero, SuiviFiche? suivi) => new()
    {
        Id = id.Value.ToString(),
        Numero = numero,
        Titre = f.Identite.Intitule,
        Themes = f.Identite.Champs,
        ImposeeParCaf = f.Identite.ImposeeParLaCaf,
        Constat = f.Pourquoi.Constat,
        Enjeu = f.Pourquoi.Enjeu,
        LienSchemas = f.Pourquoi.LienSchemas,
        Schemas = f.Pourquoi.Schemas,
        ObjectifGeneral = f.Quoi.ObjectifGeneral,
        ObjectifsOperationnels = [.. f.Objectifs.Select(o => o.Description.Texte)],
        Descriptif = f.Quoi.Descriptif,
        Nature = f.Quoi.Nature is { } nature ? Mots.De(nature) : null,
        Livrables = f.Quoi.Livrables,
        Operations =
        [
            .. f.Operations.Select(o => o.Description).Select(o => new OperationDossier
            {
                Titre = o.Intitule,
                Pilote = o.Pilote,
                Publics = o.Public,
                Calendrier = Joindre(o.Calendrier, o.Echeance is { } echeance ? $"échéance : {Mots.Jour(echeance)}" : null),
                Budget = o.Budget,
                Indicateurs = o.Indicateurs,
            }),
        ],
        Publics = f.PourQui.Publics,
        NombreVise = f.PourQui.NombreVise?.ToString("N0", CultureInfo.GetCultureInfo("fr-FR")),
        Secteur = f.PourQui.Secteur,
        Communes = [.. f.PourQui.Communes.Select(code => _communes.GetValueOrDefault(code, code))],
        Pilote = f.Qui.PiloteStructure,
        PilotePersonne = f.Qui.PilotePersonne,
        CopiloteCaf = f.Qui.CopiloteCaf,
        EluReferent = f.Qui.EluReferent,
        ServicePilote = f.Qui.Service,
        Partenaires = Lignes(f.Qui.Partenaires),
        Instance = f.Qui.Instance,
        Calendrier = f.Quand.Calendrier,
        Debut = f.Quand.Debut,
        Fin = f.Quand.Fin,
        AmeliorationContinue = f.Quand.AmeliorationContinue,
        MoyensHumains = MoyensHumains(f.Moyens),
        MoyensMateriels = f.Moyens.MoyensTechniques,
        CoutPrevisionnel = f.Moyens.CoutPrevisionnel,
        SourcesFinancement = f.Moyens.FinancementADefinir ? "À définir" : null,
        Budget =
        [
            .. f.Financements.OrderBy(x => x.Annee).ThenBy(x => x.Financeur, Alphabet.Francais).Select(x => new LigneBudgetDossier
            {
                Financeur = x.Financeur,
                Annee = x.Annee,
                Nature = Mots.De(x.Nature),
                Prevu = x.Prevu,
                Realise = suivis is null ? null : x.Realise,
            }),
        ],
        ResultatsAttendus = f.Resultats.ResultatsAttendus,
        ModalitesEvaluation = f.Resultats.ModalitesEvaluation,
        ParticipationCitoyenne = f.Resultats.Participation is { } participation ? Mots.De(participation) : null,
        Indicateurs = [.. f.Indicateurs.Select(i => Indicateur(i.Id, i.Description, f.Objectifs, suivi))],
        PiecesJointes = champs is null ? [.. pieces[PorteurPieces.De(id)]] : [],
        FichesLiees = [.. Liees(id)],
        Suivi = suivi is { AJourLe: not null } ? Suivi(suivi) : null,
    };

    // in the order of the plan
    private IEnumerable<string> Liees(FicheActionId id) =>
        from numerotee in plan.Numeroter()
        join autre in liens[id] on numerotee.Fiche equals autre.Id
        select $"{numerotee.Numero} « {autre.Intitule} »";

    private static IndicateurFicheDossier Indicateur(IndicateurFicheId id, DescriptionIndicateur i, IReadOnlyList<LigneObjectif> objectifs, SuiviFiche? suivi) => new()
    {
        Id = id.Value.ToString(),
        Libelle = i.Intitule,
        Nature = i.Categorie is { } categorie ? $"{Mots.De(i.Type)}, {Mots.De(categorie).ToLower(CultureInfo.CurrentCulture)}" : Mots.De(i.Type),
        Unite = i is { ValeurInitiale: null, Cible: null } && (i.SituationInitiale ?? i.SituationVisee) is not null ? null : i.Unite,
        ValeurInitiale = Nombre(i.ValeurInitiale) ?? i.SituationInitiale,
        Cible = Nombre(i.Cible) ?? i.SituationVisee,
        Source = i.Source,
        Responsable = i.Responsable,
        Objectifs = [.. objectifs.Where(o => o.Description.Indicateur == id).Select(o => o.Description.Texte)],
        Releves =
        [
            .. (suivi?.Releves ?? []).Where(r => r.IndicateurFicheId == id)
                .Select(r => new ReleveDossier { Annee = r.Le.Year, Valeur = Nombre(r.Valeur) ?? r.Commentaire! }),
        ],
    };

    private static SuiviFicheDossier Suivi(SuiviFiche suivi) => new()
    {
        Avancement = suivi.Motif is null ? Mots.De(suivi.Avancement) : $"{Mots.De(suivi.Avancement)} : {suivi.Motif}",
        Freins = Notes(suivi, TypeNote.Frein),
        Leviers = Notes(suivi, TypeNote.Levier),
        SuiteADonner = Notes(suivi, TypeNote.SuiteADonner),
        Notes =
        [
            .. suivi.Notes.Where(n => n.Type is TypeNote.Note or TypeNote.Reussite).Select(n => new NoteDossier { Date = n.Le, Texte = n.Texte }),
        ],
    };

    private static string? Joindre(params string?[] parties) => parties.OfType<string>().ToList() is { Count: > 0 } dites ? string.Join("\n", dites) : null;

    private static string? Notes(SuiviFiche suivi, TypeNote type) =>
        suivi.Notes.Where(n => n.Type == type).Select(n => n.Texte).ToList() is { Count: > 0 } textes ? string.Join("\n", textes) : null;

    private static string? MoyensHumains(MoyensFiche moyens)
    {
        var etp = moyens.Etp is { } nombre ? $"{Nombre(nombre)} ETP" : null;
        return etp is null || moyens.MoyensHumains is null ? etp ?? moyens.MoyensHumains : $"{etp}\n{moyens.MoyensHumains}";
    }

    private static string? Nombre(decimal? valeur) => valeur?.ToString("#,0.####", CultureInfo.GetCultureInfo("fr-FR"));

    private static IReadOnlyList<string> Lignes(string? texte) =>
        [.. BlocTexte.DepuisTexte(texte).SelectMany(b => b.Type == TypeBloc.Paragraphe ? [b.Texte!] : b.Elements)];
}

/// <summary>French alphabetical order: accents and case come last.</summary>
internal static class Alphabet
{
    public static readonly StringComparer Francais = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);
}
