using CtgPortal.Application.Plans;
using CtgPortal.Application.Tableurs;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>Writes a plan as sheets: one line a fiche, then its operations, its money and its indicators, and a notice.</summary>
/// <param name="fiches">Those to write; the others of the plan are left out.</param>
/// <param name="champs">Codes of the fields to write; the title always is.</param>
internal sealed class FeuillesPlan(Plan plan, IReadOnlyList<FicheAction> fiches, IReadOnlyList<CommunePerimetre> perimetre, IReadOnlyList<string> champs)
{
    private const int LignesDuModele = 300;

    private readonly Dictionary<FicheActionId, FicheAction> _fiches = fiches.ToDictionary(f => f.Id);
    private readonly Dictionary<FicheActionId, string> _codes = plan.Emplacements.ToDictionary(e => e.FicheActionId, e => e.Code);
    private readonly Dictionary<FicheActionId, string> _numeros = plan.Numeroter().ToDictionary(n => n.Fiche, n => n.Numero);
    private readonly Dictionary<string, string> _communes = perimetre.ToDictionary(c => c.Code, c => c.Nom);
    private readonly List<ChampFiche> _simples = [.. ColonnesEchange.Simples.Where(c => c.Code == ColonnesEchange.Intitule || champs.Contains(c.Code))];

    private int Niveaux => plan.Niveaux.Count - 1;

    /// <param name="branchesVides">Whether a branch without fiche has a line too: nothing of the tree is lost.</param>
    public FeuilleAEcrire Plan(bool branchesVides, bool modele = false) => new(
        ColonnesEchange.FeuillePlan,
        [
            new(ColonnesEchange.TitreCode, Largeur: 13, Aide: "Donné par le portail. Laissez la case vide pour une nouvelle fiche."),
            new(ColonnesEchange.TitreNumero, Largeur: 9, Aide: "Calculé par le portail : il n’est pas lu à l’import."),
            .. Enumerable.Range(1, Niveaux).Select(n => new ColonneAEcrire(ColonnesEchange.TitreNiveau(n, plan.Niveaux[n - 1]), Largeur: 34)),
            .. _simples.Select(ColonnesEchange.Colonne),
        ],
        modele ? [] : [.. plan.Axes.SelectMany(a => Branche(a.Id, null, [a.Intitule], branchesVides))], modele ? LignesDuModele : 0);

    /// <summary>The sheets of the lines of the fiches, those asked for.</summary>
    public IEnumerable<FeuilleAEcrire> Details(bool modele = false)
    {
        if (champs.Contains(ChampsFiche.Operations.Code))
        {
            yield return Feuille(
                ColonnesEchange.FeuilleOperations, modele, [.. Operation.Genre.Colonnes.Select(c => ColonnesEchange.Colonne(ChampsFiche.Operations.Code, c))],
                f => f.Contenu.Operations.Select(o => Operation.Genre.Colonnes.Select(c => c.Lire(o))));
        }

        if (champs.Contains(ChampsFiche.Financements.Code))
        {
            yield return Feuille(
                ColonnesEchange.FeuilleFinancements, modele,
                [
                    new("Financeur", Largeur: 28), new("Année", NatureColonne.Nombre, 9), new("Nature", Largeur: 18, Choix: MotsEchange.Choix(typeof(NatureDepense))),
                    .. Financement.Genre.Colonnes.Select(c => ColonnesEchange.Colonne(ChampsFiche.Financements.Code, c)),
                ],
                f => f.Financements.Select(l => Financement.Genre.Colonnes.Select(c => c.Lire(l)).Prepend(MotsEchange.De(l.Nature)).Prepend(l.Annee).Prepend(l.Financeur)));
        }

        if (champs.Contains(ChampsFiche.Indicateurs.Code))
        {
            yield return Feuille(
                ColonnesEchange.FeuilleIndicateurs, modele,
                [
                    .. IndicateurFiche.Genre.Colonnes.Select(c => ColonnesEchange.Colonne(
                        ChampsFiche.Indicateurs.Code, c, c.Code switch { "type" => typeof(TypeIndicateur), "categorie" => typeof(CategorieIndicateur), _ => null })),
                    new(ColonnesEchange.TitreObjectifsMesures, NatureColonne.TexteLong, 45, Aide: "Un par ligne, dans les mots de la feuille Plan."),
                ],
                f => f.Contenu.Indicateurs.Select(i => IndicateurFiche.Genre.Colonnes.Select(c => c.Lire(i) is Enum code ? MotsEchange.De(code) : c.Lire(i)).Append(Mesures(f, i.Id))));
        }
    }

    /// <summary>What each column expects, and how many fiches the file announces.</summary>
    public FeuilleAEcrire Notice(bool modele = false) => new(
        ColonnesEchange.FeuilleNotice,
        [new("Colonne", Largeur: 34), new("Ce qu’on y écrit", NatureColonne.TexteLong, 60), new("Valeurs possibles", NatureColonne.TexteLong, 60)],
        [
            .. modele ? Array.Empty<object?[]>() : [[ColonnesEchange.FichesAnnoncees, $"{fiches.Count}", null]],
            [ColonnesEchange.TitreCode, "Retrouve la fiche quand le fichier revient. Une fiche nouvelle n’en a pas : le portail lui en donne un.", null],
            .. Enumerable.Range(1, Niveaux).Select(n => new object?[]
            {
                ColonnesEchange.TitreNiveau(n, plan.Niveaux[n - 1]), n == 1 ? "Le titre, sans numéro. Un titre inconnu est créé à l’import, après votre accord." : "Le titre, sans numéro ; vide pour une fiche rangée au niveau du dessus.",
                string.Join(" ; ", n == 1 ? plan.Axes.Select(a => a.Intitule) : []),
            }),
            .. _simples.Select(c => new object?[] { ColonnesEchange.Titre(c), LibellesFiche.De(c.Code).Aide, ColonnesEchange.Possibles(c) }),
            ["À savoir", "Une case vide ne change rien à la fiche. Une fiche absente du fichier reste dans le plan.", null],
        ]);

    private FeuilleAEcrire Feuille(string nom, bool modele, IReadOnlyList<ColonneAEcrire> colonnes, Func<FicheAction, IEnumerable<IEnumerable<object?>>> lignes) => new(
        nom,
        [new(ColonnesEchange.TitreCode, Largeur: 13, Aide: "Le code de la fiche, comme dans la feuille Plan."), new(ColonnesEchange.TitreFiche, Largeur: 40, Aide: "Son intitulé : il sert quand la fiche n’a pas encore de code."), .. colonnes],
        modele ? [] : [.. plan.Numeroter().Where(n => _fiches.ContainsKey(n.Fiche)).SelectMany(n => lignes(_fiches[n.Fiche]).Select(l => (IReadOnlyList<object?>)[_codes[n.Fiche], _fiches[n.Fiche].Intitule, .. l]))],
        modele ? LignesDuModele : 0);

    private IEnumerable<IReadOnlyList<object?>> Branche(AxeId axe, OrientationId? orientation, IReadOnlyList<string> chemin, bool branchesVides)
    {
        var siennes = plan.Emplacements.Where(e => e.AxeId == axe && e.OrientationId == orientation).ToList();
        var filles = plan.Orientations.Where(o => o.AxeId == axe && o.ParentId == orientation).ToList();
        if (branchesVides && siennes.Count == 0 && filles.Count == 0)
        {
            yield return [null, null, .. Chemin(chemin), .. _simples.Select(_ => (object?)null)];
        }

        foreach (var fiche in siennes.Select(e => _fiches.GetValueOrDefault(e.FicheActionId)).OfType<FicheAction>())
        {
            yield return [_codes[fiche.Id], _numeros[fiche.Id], .. Chemin(chemin), .. _simples.Select(c => Cellule(c, fiche.Contenu))];
        }

        foreach (var ligne in filles.SelectMany(o => Branche(axe, o.Id, [.. chemin, o.Intitule], branchesVides)))
        {
            yield return ligne;
        }
    }

    private static string? Mesures(FicheAction fiche, IndicateurFicheId indicateur) =>
        Ecrire(fiche.Objectifs.Where(o => o.IndicateurFicheId == indicateur).Select(o => o.Texte));

    private static string? Ecrire(IEnumerable<string> lignes) => string.Join('\n', lignes) is { Length: > 0 } texte ? texte : null;

    private IEnumerable<object?> Chemin(IReadOnlyList<string> chemin) => Enumerable.Range(0, Niveaux).Select(n => n < chemin.Count ? chemin[n] : null);

    private object? Cellule(ChampFiche champ, ContenuFiche contenu) => champ.Lire(contenu) switch
    {
        IReadOnlyList<LigneObjectif> objectifs => Ecrire(objectifs.Select(o => o.Description.Texte)),
        IReadOnlyList<string> liste => ListesEchange.Ecrire(champ.Code == "communes" ? liste.Select(c => ListesEchange.Commune(c, _communes)) : liste),
        Enum code => MotsEchange.De(code),
        var valeur => valeur,
    };
}
