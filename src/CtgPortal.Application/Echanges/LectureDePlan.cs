using System.Globalization;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Application.Echanges;

/// <summary>The plan that a file is compared with, as it is now.</summary>
/// <param name="Comptes">Names of the accounts that may pilot; null when nobody will read the remarks.</param>
internal sealed record PlanCompare(
    Plan Plan, IReadOnlyList<FicheAction> Fiches, IReadOnlyList<CommunePerimetre> Perimetre, StatutConvention Etape, IReadOnlyCollection<string>? Comptes);

/// <summary>Compares the lines of a file with a plan: the same file read twice changes nothing the second time.</summary>
internal sealed class LectureDePlan
{
    private readonly ClasseurLu _classeur;
    private readonly LectureTableur _lecture;
    private readonly PlanCompare _compare;
    private readonly FeuilleLue _feuille;
    private readonly string[] _titres;
    private readonly bool _estDuPortail;
    private readonly DetailsLus _details;
    private readonly Dictionary<string, FicheAction> _parCode;
    private readonly ILookup<string, FicheAction> _parTitre;
    private readonly Dictionary<FicheActionId, Emplacement> _places;
    private readonly Dictionary<string, int> _codesLus = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _titresLus = [];
    private readonly Dictionary<FicheActionId, int> _nommees = [];
    private string[] _dernier = [];

    public LectureDePlan(ClasseurLu classeur, LectureTableur lecture, PlanCompare compare)
    {
        (_classeur, _lecture, _compare) = (classeur, lecture, compare);
        _feuille = lecture.Feuille < classeur.Feuilles.Count ? classeur.Feuilles[lecture.Feuille] : new("", false, [], false, 0, []);
        var entete = _feuille.Lignes.FirstOrDefault(l => l.Numero == lecture.LigneEnTete);
        _titres = [.. lecture.Champs.Select((_, i) => entete?.Cellule(i) is { Length: > 0 } titre ? titre : $"Colonne {i + 1}")];
        _estDuPortail = _titres.Any(ReconnaissancePlan.EstDuPortail);
        _details = new(classeur, lecture.Feuille);
        Branches = new(compare.Plan);
        _places = compare.Plan.Emplacements.ToDictionary(e => e.FicheActionId);
        _parCode = compare.Fiches.ToDictionary(f => _places[f.Id].Code, StringComparer.OrdinalIgnoreCase);
        _parTitre = compare.Fiches.ToLookup(f => EnTete.Normaliser(f.Intitule));
    }

    public BranchesLues Branches { get; }

    public RapportPlan Comparer(int? attendu)
    {
        var (plan, fiches, _, etape, _) = _compare;
        var lignes = new List<LigneDePlan>();
        var ignorees = new List<int>();
        foreach (var ligne in _feuille.Lignes.Where(l => l.Numero > _lecture.LigneEnTete))
        {
            if (EstSansContenu(ligne))
            {
                ignorees.Add(ligne.Numero);
            }
            else
            {
                lignes.Add(Lire(ligne));
            }
        }

        var trouvees = lignes.Count(l => l.Contenu is not null);
        var rapport = new RapportPlan(
            lignes, [.. _details.Perdus], Branches.ACreer, [.. fiches.Where(f => !_nommees.ContainsKey(f.Id)).Select(f => f.Intitule)],
            $"{plan.Revision}:{string.Join(',', fiches.Where(f => _nommees.ContainsKey(f.Id)).Select(f => f.Revision))}")
        {
            Ignorees = ignorees,
            Attendu = attendu,
            Annonce = ReconnaissancePlan.Annonce(_classeur, _lecture),
            FeuillesMasquees = [.. _classeur.Feuilles.Where(f => f.Masquee && f.Nom != "Listes").Select(f => f.Nom)],
            Feuille = _feuille,
            Obstacles =
            [
                .. When(!CycleDeVie.PlanModifiable(etape), Obstacles.PlanFige),
                .. When(!_lecture.Champs.Contains(ColonnesEchange.Intitule), "colonne-intitule", "Dites quelle colonne donne l’intitulé des fiches."),
                .. When(_feuille.EstTronquee, "trop-de-lignes", $"Cette feuille a plus de {FeuilleLue.LignesMax.ToString("#,0", CultureInfo.GetCultureInfo("fr-FR"))} lignes. Gardez celles du plan."),
                .. When(trouvees > ImportPlan.FichesMax, "trop-de-fiches", $"Ce fichier contient {trouvees} fiches. Un import en écrit {ImportPlan.FichesMax} au plus."),
            ],
        };
        return rapport.Obstacles.Count > 0 || rapport.ChangeQuelqueChose
            ? rapport
            : rapport with { Obstacles = [.. When(true, RapportTableur.RienAEcrire, trouvees == 0 ? "Aucune fiche à écrire n’a été trouvée dans cette feuille." : "Ce fichier ne change rien : le plan dit déjà tout cela.")] };
    }

    private LigneDePlan Lire(LigneLue ligne)
    {
        List<RemarqueLigne> remarques = [];
        var (code, intitule) = (Cellule(ligne, ColonnesEchange.Code) is { Length: > 0 } lu ? lu : null, Cellule(ligne, ColonnesEchange.Intitule));
        var titres = Chemin(ligne, remarques);
        if (intitule.Length == 0 && code is null && titres.Count > 0 && !Colonnes(ligne).Any())
        {
            return new(ligne.Numero, SuiteLigne.Branche, null, titres[^1], Branches.Trouver(titres, _estDuPortail), null, null, [], remarques);
        }

        var existante = Retrouver(code, intitule, remarques);
        intitule = intitule.Length == 0 && existante is not null ? existante.Intitule : intitule;
        if (intitule.Length == 0)
        {
            remarques.Add(new(NatureRemarque.Manquant, "L’intitulé de l’action manque."));
        }

        var enDouble = EstEnDouble(ligne, code, intitule, existante, remarques);
        if (existante is null && code?.Length > CodeFiche.LongueurMax)
        {
            remarques.Add(new(NatureRemarque.Erreur, $"Un code a {CodeFiche.LongueurMax} caractères au plus."));
        }

        var details = _details.Prendre(code, intitule);
        if (enDouble || remarques.Exists(r => r.Nature is NatureRemarque.Erreur or NatureRemarque.Manquant))
        {
            return new(ligne.Numero, enDouble ? SuiteLigne.Doublon : SuiteLigne.Ecartee, code, intitule, titres, existante?.Id, null, [], remarques);
        }

        var contenu = Contenu(ligne, intitule, existante, details, remarques);
        var chemin = Ranger(titres, existante, remarques);
        if (contenu is null || remarques.Exists(r => r.Nature is NatureRemarque.Erreur or NatureRemarque.Manquant))
        {
            return new(ligne.Numero, SuiteLigne.Ecartee, code, intitule, chemin, existante?.Id, null, [], remarques);
        }

        var differences = Differences(contenu, chemin, existante);
        return new(
            ligne.Numero, existante is null ? SuiteLigne.Nouvelle : differences.Count > 0 ? SuiteLigne.Modifiee : SuiteLigne.Inchangee,
            code, intitule, chemin, existante?.Id, contenu, differences, remarques);
    }

    private ContenuFiche? Contenu(LigneLue ligne, string intitule, FicheAction? existante, IReadOnlyList<DetailLu> details, List<RemarqueLigne> remarques)
    {
        var contenu = new ContenuLu(existante?.Contenu ?? ContenuLu.Nouveau(intitule), _compare.Perimetre, remarques);
        foreach (var (champ, titre, texte) in Colonnes(ligne).Prepend((ColonnesEchange.Intitule, "Intitulé", intitule)))
        {
            if (ReconnaissancePlan.LireMontant(champ) is { } montant)
            {
                contenu.Prevoir(montant.Annee, montant.Financeur, titre, texte);
            }
            else
            {
                contenu.Ecrire(ChampsFiche.De(champ), titre, texte);
            }
        }

        foreach (var detail in details)
        {
            contenu.Ajouter(detail);
        }

        var lu = contenu.Conclure();
        if (lu?.Qui.PilotePersonne is { } pilote && _compare.Comptes is { } comptes && existante?.Qui.PilotePersonne != pilote
            && !comptes.Any(c => EnTete.Normaliser(c) == EnTete.Normaliser(pilote)))
        {
            remarques.Add(new(NatureRemarque.Douteux, $"Pilote « {LectureCellule.Court(pilote)} » : aucun compte à ce nom sur le portail. Le nom est écrit tel quel."));
        }

        return lu;
    }

    private FicheAction? Retrouver(string? code, string intitule, List<RemarqueLigne> remarques)
    {
        if (code is not null && _parCode.TryGetValue(code, out var connue))
        {
            return connue;
        }

        // a code that only the file knows is the one of a new fiche, unless a fiche without code of its own bears this title
        var memeTitre = _parTitre[EnTete.Normaliser(intitule)]
            .Where(f => code is null || (_places[f.Id].CodeDonne is null && !_nommees.ContainsKey(f.Id))).ToList();
        if (code is null && memeTitre.Count > 1)
        {
            remarques.Add(new(NatureRemarque.Erreur, "Plusieurs fiches du plan portent ce titre : ajoutez leur code (colonne « Code » de l’export)."));
        }

        return intitule.Length > 0 && memeTitre is [var seule] ? seule : null;
    }

    private bool EstEnDouble(LigneLue ligne, string? code, string intitule, FicheAction? existante, List<RemarqueLigne> remarques)
    {
        var titre = EnTete.Normaliser(intitule) is { Length: > 0 } mot ? mot : intitule;
        if (code is not null && _codesLus.TryGetValue(code, out var premiere))
        {
            remarques.Add(new(NatureRemarque.Doublon, $"Le code {code} est déjà celui de la ligne {premiere}."));
            return true;
        }

        if ((code is null && intitule.Length > 0 && _titresLus.TryGetValue(titre, out premiere)) || (existante is not null && _nommees.TryGetValue(existante.Id, out premiere)))
        {
            remarques.Add(new(NatureRemarque.Doublon, $"La même fiche est à la ligne {premiere}."));
            return true;
        }

        if (code is not null)
        {
            _codesLus[code] = ligne.Numero;
        }

        _titresLus.TryAdd(titre, ligne.Numero);
        if (existante is not null)
        {
            _nommees.Add(existante.Id, ligne.Numero);
        }

        return false;
    }

    /// <summary>The titles of the branch; an axe written once holds for the lines below that say none.</summary>
    private IReadOnlyList<string> Chemin(LigneLue ligne, List<RemarqueLigne> remarques)
    {
        string[] lus = [.. Enumerable.Range(1, 3).Select(n => Cellule(ligne, $"{ColonnesEchange.Niveau}{n}"))];
        if (lus[0].Length == 0 && _dernier.Length > 0)
        {
            var depuis = Array.FindIndex(lus, l => l.Length > 0) is var premier && premier < 0 ? 3 : premier;
            lus = [.. lus.Select((l, i) => i < depuis ? _dernier[i] : l)];
        }

        if (lus[0].Length > 0)
        {
            _dernier = lus;
        }

        var nombre = Array.FindLastIndex(lus, l => l.Length > 0) + 1;
        if (lus.Take(nombre).Any(l => l.Length == 0))
        {
            remarques.Add(new(NatureRemarque.Manquant, "Un niveau du plan manque au-dessus de cette fiche."));
            return [];
        }

        if (lus.Any(l => l.Length > Axe.IntituleLongueurMax))
        {
            remarques.Add(new(NatureRemarque.Erreur, $"Un titre d’axe ou d’orientation dépasse {Axe.IntituleLongueurMax} caractères."));
            return [];
        }

        return [.. lus.Take(nombre)];
    }

    private IReadOnlyList<string> Ranger(IReadOnlyList<string> titres, FicheAction? existante, List<RemarqueLigne> remarques)
    {
        if (titres.Count == 0)
        {
            if (existante is null && _compare.Plan.Axes is [var seul])
            {
                remarques.Add(new(NatureRemarque.Douteux, $"Rangée dans « {seul.Intitule} » : le fichier ne dit pas où."));
                return [seul.Intitule];
            }

            if (existante is null)
            {
                remarques.Add(new(NatureRemarque.Manquant, $"Où ranger cette fiche ? Le fichier ne dit pas son premier niveau ({_compare.Plan.Niveaux[0]})."));
            }

            return [];
        }

        if (remarques.Exists(r => r.Nature is NatureRemarque.Erreur or NatureRemarque.Manquant))
        {
            return titres;
        }

        var chemin = Branches.Trouver(titres, _estDuPortail);
        if (Branches.EstACreer(chemin))
        {
            remarques.Add(new(NatureRemarque.Douteux, $"« {chemin[^1]} » n’existe pas dans le plan : ce niveau sera créé."));
        }

        return chemin;
    }

    private List<EcartFiche> Differences(ContenuFiche contenu, IReadOnlyList<string> chemin, FicheAction? existante)
    {
        if (existante is null)
        {
            return [.. ChampsFiche.Differents(ContenuLu.Nouveau(contenu.Identite.Intitule), contenu).Select(c => new EcartFiche(c.Code, null, c.Texte(contenu)))];
        }

        var place = _places[existante.Id];
        var ici = Branches.Chemin(place.AxeId, place.OrientationId);
        return
        [
            .. chemin.Count == 0 || chemin.SequenceEqual(ici) ? Array.Empty<EcartFiche>() : [new(EcartFiche.Place, string.Join(" › ", ici), string.Join(" › ", chemin))],
            .. ChampsFiche.Differents(existante.Contenu, contenu).Select(c => new EcartFiche(c.Code, c.Texte(existante.Contenu), c.Texte(contenu))),
        ];
    }

    /// <summary>The cells that speak of the content of the fiche, the title apart.</summary>
    private IEnumerable<(string Champ, string Titre, string Texte)> Colonnes(LigneLue ligne) => _lecture.Champs
        .Select((champ, i) => (champ, _titres[i], DetailsLus.Texte(ligne.Cellule(i))))
        .Where(c => c.champ.Length > 0 && c.Item3.Length > 0 && c.champ is not (ColonnesEchange.Code or ColonnesEchange.Numero or ColonnesEchange.Intitule)
            && !c.champ.StartsWith(ColonnesEchange.Niveau, StringComparison.Ordinal));

    private string Cellule(LigneLue ligne, string champ) =>
        Enumerable.Range(0, _lecture.Champs.Count).Where(i => _lecture.Champs[i] == champ).Select(i => DetailsLus.Texte(ligne.Cellule(i))).FirstOrDefault("");

    /// <summary>A total, a line of the columns that are left out: nothing of a fiche.</summary>
    private bool EstSansContenu(LigneLue ligne) =>
        ReconnaissanceTableur.EstUnTotal(ligne)
        || _lecture.Champs.Index().All(c => c.Item.Length == 0 || c.Item == ColonnesEchange.Numero || ligne.Cellule(c.Index).Length == 0);
}
