using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics.Imports;

public readonly record struct ImportChiffresId(Guid Value) : IStronglyTypedId<ImportChiffresId>
{
    public static ImportChiffresId From(Guid value) => new(value);

    public static ImportChiffresId New() => new(Guid.CreateVersion7());
}

/// <summary>Where a file stands between the computer of a person and the diagnostic.</summary>
public enum EtatImport
{
    /// <summary>Its bytes are arriving.</summary>
    EnDepot,

    /// <summary>A person says what its columns are.</summary>
    APreciser,

    /// <summary>A job reads it whole.</summary>
    ALire,

    /// <summary>Its report can be read; nothing is written.</summary>
    Lu,

    Ecrit,

    /// <summary>It could not be read: <see cref="ImportChiffres.Motif"/> says why.</summary>
    Echoue,
}

/// <param name="Serie">Index in <see cref="ResultatLecture.Series"/>.</param>
/// <param name="Cible">What the figures become.</param>
public sealed record LiaisonSerie(int Serie, CibleSerie Cible);

/// <summary>An indicator of the diagnostic, one of the catalogue, a new one, or nothing.</summary>
/// <param name="Intitule">Of a new indicator.</param>
public sealed record CibleSerie(Guid? Indicateur = null, string? Code = null, string? Intitule = null)
{
    public static readonly CibleSerie Aucune = new();

    public bool EstAucune => this == Aucune;
}

/// <summary>
/// A file of figures on its way to a diagnostic. Working material: it leaves after a few days, and the journal keeps what was written.
/// </summary>
public sealed class ImportChiffres
{
    public const long OctetsMaxCsv = 200 * 1024 * 1024;
    public const long OctetsMaxXlsx = 20 * 1024 * 1024;
    public const int OctetsBloc = 1024 * 1024;
    public const int FichierLongueurMax = 150;
    public const int MotifLongueurMax = 1_000;
    public const int JoursGardes = 7;
    public const int TentativesMax = 3;
    public const int EnAttenteMax = 10;

    private ImportChiffres()
    {
    }

    public ImportChiffresId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>Its name, as the person knows it.</summary>
    public string Fichier { get; private init; } = "";

    public string ParNom { get; private init; } = "";

    public DateTimeOffset DeposeLe { get; private init; }

    public EtatImport Etat { get; private set; }

    /// <summary>Two gestures on one import at once: the second is refused.</summary>
    public int Revision { get; private set; }

    public FormatFichier Format { get; private set; }

    public int Blocs { get; private set; }

    public long Octets { get; private set; }

    public Decoupage? Decoupage { get; private set; }

    public ApercuTableau? Apercu { get; private set; }

    public PlanDeLecture? Plan { get; private set; }

    /// <summary>Where the reading is, written as it goes.</summary>
    public long LignesLues { get; private set; }

    public long OctetsLus { get; private set; }

    public int Tentatives { get; private set; }

    public IReadOnlyList<LiaisonSerie> Liaisons { get; private set; } = [];

    /// <summary>Champ of the indicators that the import creates.</summary>
    public string? Champ { get; private set; }

    public string? Motif { get; private set; }

    public DateTimeOffset? EcritLe { get; private set; }

    public BilanImport? Bilan { get; private set; }

    /// <summary>What a person must still say.</summary>
    public IReadOnlyList<Obstacle> ObstaclesALEcriture =>
        [.. When(Champ is null && Liaisons.Any(l => l.Cible.Intitule is not null), "champ-absent", "Choisissez le champ des nouveaux indicateurs.")];

    /// <exception cref="BusinessRuleException">Too many files of this convention are waiting.</exception>
    public static ImportChiffres Commencer(ConventionId convention, string fichier, string parNom, int enAttente, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(
            enAttente >= EnAttenteMax, "trop-d-imports",
            $"{enAttente} fichiers attendent déjà pour cette convention. Terminez-en un, ou abandonnez-le."));
        var nom = Path.GetFileName(fichier.Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal)).Trim();
        return new()
        {
            Id = ImportChiffresId.New(),
            ConventionId = convention,
            Fichier = nom.Length == 0 ? "sans nom" : nom.Length > FichierLongueurMax ? nom[^FichierLongueurMax..] : nom,
            ParNom = parNom,
            DeposeLe = now,
            Etat = EtatImport.EnDepot,
            Revision = 1,
        };
    }

    /// <exception cref="BusinessRuleException">Not what it should be, by its content, or too big.</exception>
    public void Recevoir(int rang, ReadOnlySpan<byte> bloc)
    {
        Exiger(EtatImport.EnDepot);
        BusinessRuleException.ThrowIfAny(When(rang != Blocs || bloc.Length > OctetsBloc, "bloc-inattendu", "Le dépôt s’est interrompu. Recommencez."));
        if (rang == 0)
        {
            Format = ContenuFichier.Reconnaitre(bloc);
        }

        (Blocs, Octets) = (Blocs + 1, Octets + bloc.Length);
        var max = Format == FormatFichier.Xlsx ? OctetsMaxXlsx : OctetsMaxCsv;
        BusinessRuleException.ThrowIfAny(When(
            Octets > max, "fichier-trop-gros",
            $"Ce fichier dépasse {max / 1024 / 1024} Mo."
            + (Format == FormatFichier.Xlsx ? " Enregistrez la feuille utile au format CSV, puis importez ce CSV." : " Gardez les lignes et les colonnes utiles.")));
        Revision++;
    }

    /// <exception cref="BusinessRuleException">Nothing came.</exception>
    public void ExigerContenu() => BusinessRuleException.ThrowIfAny(When(Blocs == 0, "fichier-vide", "Ce fichier est vide."));

    /// <summary>The file is whole, or is cut again another way.</summary>
    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void Decouper(Decoupage decoupage, ApercuTableau apercu, PlanDeLecture plan)
    {
        Exiger(EtatImport.EnDepot, EtatImport.APreciser, EtatImport.Lu, EtatImport.Echoue);
        (Decoupage, Apercu, Plan, Etat, Motif) = (decoupage, apercu, plan, EtatImport.APreciser, null);
        Revision++;
    }

    /// <summary>The columns are said: the reading can begin.</summary>
    /// <exception cref="BusinessRuleException">With everything that is missing.</exception>
    public void Preciser(PlanDeLecture plan, int anneeMax)
    {
        Exiger(EtatImport.APreciser, EtatImport.Lu, EtatImport.Echoue);
        BusinessRuleException.ThrowIfAny(plan.Obstacles(anneeMax));
        (Plan, Etat, Motif, Tentatives, LignesLues, OctetsLus, Liaisons) = (plan, EtatImport.ALire, null, 0, 0, 0, []);
        Revision++;
    }

    /// <summary>A job takes it up; a reading that died three times is given up, and says so.</summary>
    /// <returns>False when it is given up.</returns>
    public bool EntamerLecture()
    {
        Exiger(EtatImport.ALire);
        if (Tentatives >= TentativesMax)
        {
            Echouer("La lecture s’est interrompue plusieurs fois. Réessayez ; si cela recommence, prévenez l’équipe du portail.");
            return false;
        }

        (Tentatives, LignesLues, OctetsLus) = (Tentatives + 1, 0, 0);
        Revision++;
        return true;
    }

    public void Conclure(ResultatLecture resultat, IReadOnlyList<LiaisonSerie> liaisons)
    {
        Exiger(EtatImport.ALire);
        (Etat, LignesLues, OctetsLus, Liaisons) = (EtatImport.Lu, resultat.Comptes.Lignes, Octets, liaisons);
        Revision++;
    }

    public void Echouer(string motif)
    {
        (Etat, Motif) = (EtatImport.Echoue, motif.Length > MotifLongueurMax ? motif[..MotifLongueurMax] : motif);
        Revision++;
    }

    /// <summary>What each thing counted becomes in the diagnostic.</summary>
    public void Relier(IReadOnlyList<LiaisonSerie> liaisons, string? champ)
    {
        Exiger(EtatImport.Lu);
        (Liaisons, Champ) = (liaisons, Texte.Facultatif(champ, "champ", Indicateur.ChampLongueurMax));
        BusinessRuleException.ThrowIfAny(ObstaclesALEcriture);
        Revision++;
    }

    public void NoterEcriture(BilanImport bilan, DateTimeOffset now)
    {
        Exiger(EtatImport.Lu);
        BusinessRuleException.ThrowIfAny(ObstaclesALEcriture);
        (Etat, Bilan, EcritLe, Apercu) = (EtatImport.Ecrit, bilan, now, null);
        Revision++;
    }

    private void Exiger(params ReadOnlySpan<EtatImport> etats) =>
        BusinessRuleException.ThrowIfAny(When(!etats.Contains(Etat), "etape-depassee", "Cet import en est à une autre étape. Rechargez la page."));
}
