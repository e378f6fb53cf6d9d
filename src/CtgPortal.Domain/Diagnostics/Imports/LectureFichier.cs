using CtgPortal.Domain.Common;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>
/// Sifts a file line after line: what concerns the convention is kept, the rest only counted, so that memory depends on the
/// territory and not on the file.
/// </summary>
public sealed class LectureFichier
{
    public const int ValeursMax = 20_000;
    public const int SeriesMax = 500;
    public const int AnomaliesMax = 1_000;

    private const int ContenuLongueurMax = 80;

    private readonly PlanDeLecture _plan;
    private readonly Situeur _situeur;
    private readonly int _anneeMax;
    private readonly ColonneDuPlan _territoire;
    private readonly int? _niveau;
    private readonly int? _departement;
    private readonly int? _annee;
    private readonly int? _confidentialite;
    private readonly int? _disponibilite;
    private readonly int? _multiplicateur;
    private readonly List<ColonneDuPlan> _noms;
    private readonly List<(ColonneDuPlan Colonne, string Nom)> _valeurs;
    private readonly int _largeur;

    private readonly Dictionary<string, int> _series = [];
    private readonly List<(string[] Parties, string EnTete)> _parties = [];
    private readonly Dictionary<TerritoireRef, int> _territoires = [];
    private readonly Dictionary<(int Serie, int Territoire, int Annee), Case> _cases = [];
    private readonly List<Anomalie> _anomalies = [];
    private readonly Dictionary<NatureAnomalie, long> _nombres = [];
    private long _lignes;
    private long _retenues;
    private long _ailleurs;
    private long _autreMaillage;
    private long _identiques;
    private long _anterieures;

    /// <exception cref="BusinessRuleException">The plan is not complete.</exception>
    public LectureFichier(PlanDeLecture plan, TerritoiresConnus connus, int anneeMax)
    {
        ArgumentNullException.ThrowIfNull(plan);
        BusinessRuleException.ThrowIfAny(plan.Obstacles(anneeMax));
        (_plan, _situeur, _anneeMax, _territoire) = (plan, new(connus), anneeMax, plan.Territoire!);
        _niveau = plan.Premiere(RoleColonne.Niveau)?.Index;
        _departement = _territoire.Role == RoleColonne.CodeCommune ? plan.Premiere(RoleColonne.CodeDepartement)?.Index : null;
        _annee = plan.Premiere(RoleColonne.Annee)?.Index;
        _confidentialite = plan.Premiere(RoleColonne.Confidentialite)?.Index;
        _disponibilite = plan.Premiere(RoleColonne.Disponibilite)?.Index;
        _multiplicateur = plan.Premiere(RoleColonne.Multiplicateur)?.Index;
        _noms = [.. plan.Colonnes.Where(c => c.Role is RoleColonne.Indicateur or RoleColonne.Precision).OrderBy(c => c.Role)];
        _valeurs = [.. plan.Valeurs.Select(v => (v, NomDeSerie(v)))];
        _largeur = plan.Valeurs.Append(_territoire).Max(c => c.Index) + 1;
    }

    /// <exception cref="BusinessRuleException">More figures than a diagnostic can use: fewer columns should be kept.</exception>
    public void Lire(ILigneTableau ligne)
    {
        ArgumentNullException.ThrowIfNull(ligne);
        if (ligne.Numero < _plan.PremiereLigne || EstVide(ligne))
        {
            return;
        }

        _lignes++;
        if (ligne.Nombre <= _territoire.Index)
        {
            Signaler(NatureAnomalie.LigneIncomplete, ligne.Numero, "", string.Join(" ", Enumerable.Range(0, ligne.Nombre).Select(ligne.Cellule)));
            return;
        }

        var lieu = ligne.Cellule(_territoire.Index);
        switch (_situeur.Situer(_territoire.Role, lieu, Optionnelle(ligne, _niveau), Optionnelle(ligne, _departement), out var territoire))
        {
            case Situation.Ailleurs:
                _ailleurs++;
                break;
            case Situation.AutreMaillage:
                _autreMaillage++;
                break;
            case Situation.Inconnue:
                Signaler(NatureAnomalie.CodeInconnu, ligne.Numero, _territoire.Nom, lieu);
                break;
            case Situation.Absente:
                Signaler(NatureAnomalie.TerritoireAbsent, ligne.Numero, _territoire.Nom, "");
                break;
            default:
                Retenir(ligne, territoire!);
                break;
        }
    }

    public ResultatLecture Terminer()
    {
        var contradictoires = _cases.Values.Where(c => c.Contradiction).OrderBy(c => c.Ligne);
        foreach (var perdue in contradictoires)
        {
            Signaler(
                NatureAnomalie.DoublonContradictoire, perdue.Ligne, NomComplet(perdue.Serie, []),
                $"{_territoires.First(t => t.Value == perdue.Territoire).Key.Nom}, {perdue.Annee}");
        }

        var gardees = _cases.Values.Where(c => !c.Contradiction).ToList();
        var parSerie = gardees.CountBy(c => c.Serie).ToDictionary();
        var constantes = PrecisionsConstantes([.. parSerie.Keys]);
        var series = parSerie.Keys.Order().ToList();
        return new(
            new(_lignes, _retenues, _ailleurs, _autreMaillage, _identiques, _anterieures),
            [.. _territoires.OrderBy(t => t.Value).Select(t => t.Key)],
            [.. series.Select(s => new SerieLue(NomComplet(s, constantes), _parties[s].EnTete, parSerie[s]))],
            [
                .. gardees.Select(c => new ValeurLue(series.IndexOf(c.Serie), c.Territoire, c.Annee, c.Nombre.Etat, c.Nombre.Valeur, c.Ligne))
                    .OrderBy(v => v.Serie).ThenBy(v => v.Territoire).ThenBy(v => v.Annee),
            ],
            _anomalies,
            _nombres);
    }

    private void Retenir(ILigneTableau ligne, TerritoireRef territoire)
    {
        _retenues++;
        DateLue? date = null;
        if (_annee is { } colonne)
        {
            var cellule = colonne < ligne.Nombre ? ligne.Cellule(colonne) : "";
            if (!DateLue.Essayer(cellule, out var lue) || lue.Annee < ValeurIndicateur.AnneeMin || lue.Annee > _anneeMax)
            {
                Signaler(NatureAnomalie.AnneeInvalide, ligne.Numero, _plan.Premiere(RoleColonne.Annee)!.Nom, cellule);
                return;
            }

            date = lue;
        }

        foreach (var (valeur, nom) in _valeurs)
        {
            if (valeur.Index >= ligne.Nombre)
            {
                Signaler(NatureAnomalie.LigneIncomplete, ligne.Numero, valeur.Nom, "");
            }
            else if (!NombreLu.Essayer(ligne.Cellule(valeur.Index), out var nombre) || Math.Abs(nombre.Valeur ?? 0) > ValeurIndicateur.Plafond)
            {
                Signaler(NatureAnomalie.NombreIllisible, ligne.Numero, valeur.Nom, ligne.Cellule(valeur.Index));
            }
            else if (!Qualifier(ligne, ref nombre))
            {
                Signaler(NatureAnomalie.NombreIllisible, ligne.Numero, _plan.Premiere(RoleColonne.Multiplicateur)!.Nom, Optionnelle(ligne, _multiplicateur) ?? "");
            }
            else
            {
                Poser(ligne, territoire, Serie(ligne, valeur, nom), date ?? new(valeur.Annee ?? _plan.AnneeFixe!.Value, 0), nombre);
            }
        }
    }

    /// <summary>What the columns beside the figure say of it.</summary>
    private bool Qualifier(ILigneTableau ligne, ref NombreLu nombre)
    {
        nombre = StatutLu.SelonConfidentialite(nombre, Optionnelle(ligne, _confidentialite) ?? "");
        nombre = StatutLu.SelonDisponibilite(nombre, Optionnelle(ligne, _disponibilite) ?? "");
        return StatutLu.Multiplier(ref nombre, Optionnelle(ligne, _multiplicateur) ?? "") && Math.Abs(nombre.Valeur ?? 0) <= ValeurIndicateur.Plafond;
    }

    private void Poser(ILigneTableau ligne, TerritoireRef territoire, int serie, DateLue date, NombreLu nombre)
    {
        if (!_territoires.TryGetValue(territoire, out var lieu))
        {
            _territoires[territoire] = lieu = _territoires.Count;
        }

        var cle = (serie, lieu, date.Annee);
        var nouvelle = new Case(serie, lieu, date.Annee, date.Mois, nombre, ligne.Numero, Contradiction: false);
        if (!_cases.TryGetValue(cle, out var avant))
        {
            BusinessRuleException.ThrowIfAny(Conditions.When(
                _cases.Count >= ValeursMax, "trop-de-valeurs",
                $"Ce fichier donne plus de {ValeursMax:N0} chiffres pour votre territoire. Gardez moins de colonnes, ou un fichier plus court."));
            _cases[cle] = nouvelle;
        }
        else if (date.Mois > avant.Mois)
        {
            // a monthly file: the latest month speaks for its year
            _anterieures++;
            _cases[cle] = nouvelle;
        }
        else if (date.Mois < avant.Mois)
        {
            _anterieures++;
        }
        else if (nombre == avant.Nombre)
        {
            _identiques++;
        }
        else
        {
            _cases[cle] = avant with { Contradiction = true, Ligne = ligne.Numero };
        }
    }

    private int Serie(ILigneTableau ligne, ColonneDuPlan valeur, string nom)
    {
        string[] parties = [nom, .. _noms.Select(c => c.Index < ligne.Nombre ? ligne.Cellule(c.Index).Trim() : "")];
        var cle = string.Join('\u001f', parties);
        if (!_series.TryGetValue(cle, out var serie))
        {
            BusinessRuleException.ThrowIfAny(Conditions.When(
                _series.Count >= SeriesMax, "trop-de-series",
                $"Ce fichier compte plus de {SeriesMax} choses différentes. Ignorez des colonnes de précision, ou prenez un fichier plus court."));
            _series[cle] = serie = _series.Count;
            _parties.Add((parties, valeur.Nom));
        }

        return serie;
    }

    /// <summary>What the name of the column says, or what the file counts when it says nothing, such as « 2019 » or « valeur ».</summary>
    private string NomDeSerie(ColonneDuPlan valeur)
    {
        var nom = valeur.Annee is null ? valeur.Nom : EnTete.Separer(valeur.Nom, _anneeMax).Reste;
        var muet = nom.Length == 0 || ReconnaissanceColonnes.EstAnonyme(nom);
        return !muet ? CodesLus.Mesure(nom) : _plan.Premiere(RoleColonne.Indicateur) is null ? _plan.Mesure ?? nom : "";
    }

    /// <summary>« RP_MEASURE », « FILOSOFI_MEASURE »: the dimension that says what is counted.</summary>
    private static bool EstUneMesure(string nom) => EnTete.Normaliser(nom).EndsWith(" measure", StringComparison.Ordinal);

    private HashSet<int> PrecisionsConstantes(IReadOnlyCollection<int> series) =>
    [
        .. Enumerable.Range(1, _noms.Count)
            .Where(i => _noms[i - 1].Role == RoleColonne.Precision && series.Select(s => _parties[s].Parties[i]).Distinct().Count() == 1),
    ];

    private string NomComplet(int serie, HashSet<int> sans)
    {
        var mots = _parties[serie].Parties.Select((p, i) => i == 0 ? p : CodesLus.Precision(_noms[i - 1].Nom, p)).ToList();
        var mesure = _noms.FindIndex(c => EstUneMesure(c.Nom)) + 1;
        if (mesure > 0 && mots[mesure].Length > 0 && mots[mesure] != _parties[serie].Parties[mesure])
        {
            // what is counted is said in words: neither the name of the file nor « ensemble » tells more
            (mots[0], mots[mesure]) = ($"{char.ToUpperInvariant(mots[mesure][0])}{mots[mesure][1..]}", "");
            mots = [.. mots.Select(m => m == CodesLus.Ensemble ? "" : m)];
        }

        var nom = string.Join(", ", mots.Where((p, i) => p.Length > 0 && !sans.Contains(i)));
        nom = nom.Length == 0 ? _plan.Mesure ?? _parties[serie].EnTete : nom;
        return nom.Length > Indicateur.IntituleLongueurMax ? nom[..Indicateur.IntituleLongueurMax] : nom;
    }

    private void Signaler(NatureAnomalie nature, long ligne, string colonne, string contenu)
    {
        var nombre = _nombres[nature] = _nombres.GetValueOrDefault(nature) + 1;
        if (nombre <= AnomaliesMax)
        {
            _anomalies.Add(new(nature, ligne, colonne, contenu.Length > ContenuLongueurMax ? $"{contenu[..ContenuLongueurMax]}…" : contenu));
        }
    }

    private bool EstVide(ILigneTableau ligne)
    {
        for (var i = 0; i < ligne.Nombre && i < _largeur; i++)
        {
            if (!string.IsNullOrWhiteSpace(ligne.Cellule(i)))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Optionnelle(ILigneTableau ligne, int? index) => index < ligne.Nombre ? ligne.Cellule(index.Value) : null;

    private sealed record Case(int Serie, int Territoire, int Annee, int Mois, NombreLu Nombre, long Ligne, bool Contradiction);
}
