using System.Text.RegularExpressions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Domain.Diagnostics.Imports;

/// <summary>Proposes what each column of a file is, from its name first and from what its first cells hold.</summary>
public static partial class ReconnaissanceColonnes
{
    private const int LignesDEnTeteMax = 30;
    private const string Insee = "Insee";
    private const string Caf = "Cnaf";
    private const string LicenceOuverte = "Licence ouverte 2.0";

    /// <summary>Its open data on households and people are rounded to 5.</summary>
    private const decimal ArrondiDeLaCaf = 5;

    private static readonly Dictionary<RoleColonne, HashSet<string>> Noms = new()
    {
        [RoleColonne.CodeCommune] =
        [
            "codgeo", "com", "depcom", "code commune", "code insee", "codes insee", "insee", "insee com", "code insee commune", "code insee de la commune",
            "code commune insee", "code geographique", "codecommune", "codeinsee", "numcom", "num com", "numcomdo", "numero commune", "numero de commune", "inseecom",
            "code geo", "code officiel commune", "commune code", "id commune", "codcom", "code de la commune",
        ],
        [RoleColonne.CodeEpci] =
        [
            "code epci", "siren epci", "epci", "numepci", "num epci", "numero epci", "siren", "code siren", "siren de l epci", "numero siren", "n siren",
            "codeepci", "epci code", "id epci", "code siren epci",
        ],
        [RoleColonne.CodeDepartement] =
            ["dep", "dept", "code departement", "code dep", "codedep", "codedepartement", "numdep", "num dep", "numero departement", "departement code", "coddep"],
        [RoleColonne.CodeRegion] = ["reg", "code region", "code reg", "codereg", "region code", "codreg", "numreg"],
        [RoleColonne.CodeTerritoire] = ["geo", "geocode", "code territoire", "codeterritoire", "territoire code", "code du territoire", "code"],
        [RoleColonne.Niveau] = ["geo object", "nivgeo", "niveau", "niveau geographique", "type territoire", "type de territoire", "maillage", "echelle"],
        [RoleColonne.NomTerritoire] =
        [
            "libgeo", "commune", "communes", "nom commune", "nom de la commune", "libelle commune", "libelle geographique", "nom epci", "nomepci", "libepci",
            "epci", "territoire", "nom territoire", "nom du territoire", "nomcom", "nom com", "nomdep", "nomreg", "libcom", "departement", "nom departement", "libdep", "region",
            "nom region", "libreg", "libelle epci", "nom", "libelle", "libelle territoire", "libelle du territoire", "geographie", "ville",
        ],
        [RoleColonne.Annee] =
        [
            "annee", "an", "time period", "date", "date reference", "date de reference", "datereference", "dtref", "dt ref", "dtreffre", "millesime", "periode", "exercice",
            "annee de reference", "annee reference", "year", "mois", "annee mois",
        ],
        [RoleColonne.Indicateur] =
        [
            "indicateur", "indicateurs", "nom indicateur", "nom de l indicateur", "libelle indicateur", "libelle de l indicateur", "variable", "var cod", "var lib",
            "serie", "mesure",
        ],
        [RoleColonne.Valeur] = ["valeur", "valeurs", "obs value", "value", "nombre", "effectif", "effectifs", "taux", "part", "pourcentage", "total"],
        [RoleColonne.Confidentialite] = ["conf status"],
        [RoleColonne.Disponibilite] = ["obs status"],
        [RoleColonne.Multiplicateur] = ["unit mult"],
        [RoleColonne.Ignorer] =
        [
            "obs status fr", "unit measure", "decimals", "freq", "geo point", "geo point 2d", "geo shape", "geom",
            "code postal", "codes postaux", "latitude", "longitude", "iris", "code iris", "libiris", "unite", "source", "commentaire", "notes", "objectid", "id",
        ],
    };

    /// <summary>Columns whose name does not say what is counted.</summary>
    public static bool EstAnonyme(string nom) => Noms[RoleColonne.Valeur].Contains(EnTete.Normaliser(nom));

    /// <summary>How much a table looks like one of figures by territory: the names it knows in its best line.</summary>
    public static int Ressemblance(ApercuTableau apercu)
    {
        ArgumentNullException.ThrowIfNull(apercu);
        return apercu.Lignes.Take(LignesDEnTeteMax).Select(Connus).DefaultIfEmpty().Max();
    }

    /// <param name="fichier">Its name, which often says the year and what is counted.</param>
    public static PlanDeLecture Proposer(ApercuTableau apercu, string fichier, int anneeMax)
    {
        ArgumentNullException.ThrowIfNull(apercu);
        var entete = TrouverEnTete(apercu);
        var donnees = apercu.Lignes.Where(l => entete is null || l.Numero > entete.Numero).ToList();
        var largeur = apercu.Lignes.Count == 0 ? 0 : apercu.Lignes.Max(l => l.Cellules.Count);
        var colonnes = Enumerable.Range(0, largeur)
            .Select(i => new Examen(i, NomDe(entete, i), [.. donnees.Select(l => i < l.Cellules.Count ? l.Cellules[i] : "").Where(c => c.Length > 0)]))
            .ToList();

        var roles = colonnes.ToDictionary(c => c.Index, Reconnaitre);
        GarderLePlusFin(colonnes, roles);
        if (!roles.Values.Any(EstUnCode))
        {
            TrouverLesCodes(colonnes, roles);
        }

        NommerLesPrecisions(colonnes, roles, donnees);
        var source = Source(fichier, colonnes);
        var (annee, mesure) = EnTete.Separer(Path.GetFileNameWithoutExtension(fichier), anneeMax);
        var sansAnnee = !roles.ContainsValue(RoleColonne.Annee);
        return new(
            [
                .. colonnes.Select(c => new ColonneDuPlan(
                    c.Index, c.Nom, roles[c.Index], roles[c.Index] == RoleColonne.Valeur && sansAnnee ? EnTete.Separer(c.Nom, anneeMax).Annee : null)),
            ],
            donnees.Count == 0 ? 1 : donnees[0].Numero,
            sansAnnee && colonnes.Exists(c => roles[c.Index] == RoleColonne.Valeur && EnTete.Separer(c.Nom, anneeMax).Annee is null) ? annee : null,
            Mesure(mesure),
            source,
            source is null ? null : LicenceOuverte,
            source == Caf && !colonnes.Exists(c => CodesLus.EstUneOffreDAccueil(c.Nom)) ? ArrondiDeLaCaf : null);
    }

    private static string? Mesure(string nom)
    {
        var propre = Blancs().Replace(nom, " ").Trim();
        propre = propre.EndsWith(" data", StringComparison.OrdinalIgnoreCase) ? propre[..^5] : propre;
        return propre.Length == 0 ? null : propre.Length > PlanDeLecture.MesureLongueurMax ? propre[..PlanDeLecture.MesureLongueurMax] : propre;
    }

    // the shapes of Insee and of the Caf are known; a person corrects
    private static string? Source(string fichier, List<Examen> colonnes)
    {
        var noms = colonnes.Select(c => EnTete.Normaliser(c.Nom)).ToHashSet();
        if (noms.Contains("obs value") || noms.Contains("codgeo") || colonnes.Exists(c => NomInsee().IsMatch(c.Nom)))
        {
            return Insee;
        }

        var tout = $"{EnTete.Normaliser(fichier)} {string.Join(' ', noms)}";
        return tout.Contains("allocataire", StringComparison.Ordinal) || tout.Contains("caf", StringComparison.Ordinal) || noms.Contains("dtref") || noms.Contains("dtreffre") || colonnes.Exists(c => CodesLus.EstDeLaCaf(c.Nom)) ? Caf : null;
    }

    /// <summary>The last line of names before the figures: titles come above it, and Insee writes labels then codes.</summary>
    private static LigneApercu? TrouverEnTete(ApercuTableau apercu)
    {
        LigneApercu? meilleure = null;
        var score = 0;
        foreach (var ligne in apercu.Lignes.Take(LignesDEnTeteMax))
        {
            var connus = Connus(ligne);
            if (connus > 0 && connus >= score)
            {
                (meilleure, score) = (ligne, connus);
            }
        }

        // no name is known: the first full line, unless it holds figures
        var largeur = apercu.Lignes.Count == 0 ? 0 : apercu.Lignes.Max(l => l.Cellules.Count(c => c.Length > 0));
        var premiere = apercu.Lignes.FirstOrDefault(l => l.Cellules.Count(c => c.Length > 0) == largeur);
        return meilleure ?? (premiere is not null && !premiere.Cellules.Any(c => c.Length > 0 && NombreLu.Essayer(c, out var n) && n.Valeur is not null) ? premiere : null);
    }

    private static int Connus(LigneApercu ligne) => ligne.Cellules.Count(c => Noms.Any(n => n.Value.Contains(EnTete.Normaliser(c))));

    private static string NomDe(LigneApercu? entete, int index) =>
        entete is not null && index < entete.Cellules.Count && entete.Cellules[index].Trim() is { Length: > 0 } nom ? nom : $"Colonne {index + 1}";

    private static RoleColonne Reconnaitre(Examen colonne)
    {
        var nom = EnTete.Normaliser(colonne.Nom);
        if (Millesime().Match(nom) is { Success: true } date)
        {
            nom = nom[..date.Index];
        }

        foreach (var (role, noms) in Noms)
        {
            if (noms.Contains(nom) && colonne.Convient(role))
            {
                return role;
            }
        }

        // every dimension of the files of Insee is a measure, an age, a sex…
        return nom.EndsWith(" measure", StringComparison.Ordinal) ? RoleColonne.Precision
            : colonne.EstNumerique ? RoleColonne.Valeur
            : RoleColonne.Ignorer;
    }

    /// <summary>A line is about one place: beside the code of a commune, those of its département and region describe it.</summary>
    private static void GarderLePlusFin(List<Examen> colonnes, Dictionary<int, RoleColonne> roles)
    {
        RoleColonne[] ordre = [RoleColonne.CodeTerritoire, RoleColonne.CodeCommune, RoleColonne.CodeEpci, RoleColonne.CodeDepartement, RoleColonne.CodeRegion];
        if (ordre.FirstOrDefault(roles.ContainsValue) is var fin && fin == RoleColonne.Ignorer)
        {
            return;
        }

        var gardee = colonnes.First(c => roles[c.Index] == fin);
        var courte = fin == RoleColonne.CodeCommune && gardee.Cellules.All(c => c.Length <= 3);
        foreach (var colonne in colonnes.Where(c => c.Index != gardee.Index && EstUnCode(roles[c.Index])))
        {
            roles[colonne.Index] = courte && roles[colonne.Index] == RoleColonne.CodeDepartement ? RoleColonne.CodeDepartement : RoleColonne.Ignorer;
        }

        var noms = colonnes.Where(c => roles[c.Index] == RoleColonne.NomTerritoire).OrderBy(c => Math.Abs(c.Index - gardee.Index)).Skip(1).ToList();
        noms.ForEach(c => roles[c.Index] = RoleColonne.Ignorer);
    }

    private static void TrouverLesCodes(List<Examen> colonnes, Dictionary<int, RoleColonne> roles)
    {
        var trouvee = colonnes.Find(c => roles[c.Index] is RoleColonne.Ignorer or RoleColonne.Valeur && c.Ressemble(CommuneEntiere()))
            ?? colonnes.Find(c => roles[c.Index] is RoleColonne.Ignorer or RoleColonne.Valeur && c.Ressemble(Siren()));
        if (trouvee is not null)
        {
            roles[trouvee.Index] = RoleColonne.CodeTerritoire;
        }
        else if (!roles.ContainsValue(RoleColonne.NomTerritoire) && colonnes.Find(c => roles[c.Index] == RoleColonne.Ignorer && c.EstTexte) is { } noms)
        {
            roles[noms.Index] = RoleColonne.NomTerritoire;
        }
    }

    /// <summary>The same place comes back for one year: the columns of words say what tells its lines apart.</summary>
    private static void NommerLesPrecisions(List<Examen> colonnes, Dictionary<int, RoleColonne> roles, List<LigneApercu> donnees)
    {
        if (roles.ContainsValue(RoleColonne.Valeur) && roles.Where(r => EstUnCode(r.Value) || r.Value == RoleColonne.NomTerritoire).Select(r => r.Key).ToList() is { Count: > 0 } lieux)
        {
            var cles = lieux.Concat(roles.Where(r => r.Value is RoleColonne.Annee or RoleColonne.Niveau or RoleColonne.Indicateur).Select(r => r.Key)).ToList();
            var distinctes = donnees.Select(l => string.Join('\t', cles.Select(i => i < l.Cellules.Count ? l.Cellules[i] : ""))).Distinct().Count();
            var sdmx = colonnes.Exists(c => EnTete.Normaliser(c.Nom) == "obs value");
            if (sdmx || distinctes < donnees.Count * 0.9)
            {
                foreach (var colonne in colonnes.Where(c => roles[c.Index] == RoleColonne.Ignorer && !Noms[RoleColonne.Ignorer].Contains(EnTete.Normaliser(c.Nom))))
                {
                    roles[colonne.Index] = colonne.EstTexte && (sdmx || !EstUnNomDeLieu(colonne.Nom)) ? RoleColonne.Precision : RoleColonne.Ignorer;
                }

                foreach (var colonne in colonnes.Where(c => sdmx && roles[c.Index] == RoleColonne.Valeur && !EstAnonyme(c.Nom)))
                {
                    roles[colonne.Index] = RoleColonne.Precision;
                }
            }
        }
    }

    private static bool EstUnNomDeLieu(string nom) => Noms[RoleColonne.NomTerritoire].Contains(EnTete.Normaliser(nom));

    private static bool EstUnCode(RoleColonne role) =>
        role is RoleColonne.CodeCommune or RoleColonne.CodeEpci or RoleColonne.CodeDepartement or RoleColonne.CodeRegion or RoleColonne.CodeTerritoire;

    [GeneratedRegex("^([0-9][0-9AB][0-9]{3}|[1-9][0-9]{3})$", RegexOptions.ExplicitCapture)]
    private static partial Regex CommuneEntiere();

    [GeneratedRegex("^2[0-9]{8}$")]
    private static partial Regex Siren();

    [GeneratedRegex(@" (19|20)\d\d$", RegexOptions.ExplicitCapture)]
    private static partial Regex Millesime();

    [GeneratedRegex(@"^[PC]\d\d_[A-Z0-9_]+$")]
    private static partial Regex NomInsee();

    [GeneratedRegex(@"[\s_]+")]
    private static partial Regex Blancs();

    /// <summary>A column and its first cells that are not empty.</summary>
    private sealed record Examen(int Index, string Nom, IReadOnlyList<string> Cellules)
    {
        public bool EstNumerique { get; } = Cellules.Count > 0 && Cellules.Count(c => NombreLu.Essayer(c, out _)) > Cellules.Count / 2;

        public bool EstTexte => !EstNumerique && Cellules.Count > 0;

        /// <summary>« EPCI » or « Département » may be the name of a code or of a name: the cells tell.</summary>
        public bool Convient(RoleColonne role) => Cellules.Count == 0 || role switch
        {
            RoleColonne.CodeCommune or RoleColonne.CodeDepartement or RoleColonne.CodeRegion or RoleColonne.CodeTerritoire => Cellules.Count(c => c.Length <= 14 && c.Any(char.IsAsciiDigit)) > Cellules.Count / 2,
            RoleColonne.CodeEpci => Ressemble(Siren()),
            RoleColonne.NomTerritoire => EstTexte,
            RoleColonne.Annee => Cellules.Count(c => DateLue.Essayer(c, out _)) > Cellules.Count / 2,
            RoleColonne.Indicateur => EstTexte,
            RoleColonne.Valeur => EstNumerique,
            _ => true,
        };

        public bool Ressemble(Regex forme) => Cellules.Count > 0 && Cellules.Count(c => forme.IsMatch(c)) > Cellules.Count * 0.8;
    }
}
