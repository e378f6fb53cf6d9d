using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Imports;

public readonly record struct ImportTableurId(Guid Value) : IStronglyTypedId<ImportTableurId>
{
    public static ImportTableurId From(Guid value) => new(value);

    public static ImportTableurId New() => new(Guid.CreateVersion7());
}

/// <summary>What a sheet becomes in the portal.</summary>
public enum NatureImport
{
    Equipements,
    Plan,
}

/// <summary>Where the names of the columns are, and what each column holds.</summary>
/// <param name="Feuille">From 0.</param>
/// <param name="LigneEnTete">As a spreadsheet numbers it.</param>
/// <param name="Champs">Code of the field of each column; empty for one that is left out.</param>
public sealed record LectureTableur(int Feuille, int LigneEnTete, IReadOnlyList<string> Champs);

/// <summary>A file as it was sent.</summary>
/// <param name="Fichier">Its name.</param>
/// <param name="Lecture">Proposed.</param>
/// <param name="EnAttente">Files of the same kind that wait for the same convention.</param>
public sealed record TableurDepose(ConventionId Convention, string Fichier, byte[] Contenu, LectureTableur Lecture, string ParNom, int EnAttente, DateTimeOffset Le);

/// <summary>
/// A small workbook or CSV on its way into the portal: what its columns are is confirmed by a person, its report is shown, then all of
/// it is written or nothing. The report is made again from the file each time it is shown: it is never out of date. Working material,
/// it leaves after a few days.
/// </summary>
public abstract class ImportTableur : AggregateRoot
{
    public const int OctetsMax = 5 * 1024 * 1024;
    public const int FichierLongueurMax = 150;
    public const int JoursGardes = 7;
    public const int EnAttenteMax = 20;

    protected ImportTableur(NatureImport nature) => Nature = nature;

    public ImportTableurId Id { get; private set; }

    public ConventionId ConventionId { get; private set; }

    public NatureImport Nature { get; private init; }

    /// <summary>Its name, as the person knows it.</summary>
    public string Fichier { get; private set; } = "";

    /// <summary>Empty once it is written.</summary>
    public byte[] Contenu { get; private set; } = [];

    public string ParNom { get; private set; } = "";

    public DateTimeOffset DeposeLe { get; private set; }

    public LectureTableur Lecture { get; private set; } = null!;

    /// <summary>A person looked at the columns.</summary>
    public bool EstPrecise { get; private set; }

    /// <summary>How many lines the person expects; null when they do not say.</summary>
    public int? Attendu { get; private set; }

    public DateTimeOffset? EcritLe { get; private set; }

    public int Ajoutes { get; private set; }

    public int Modifies { get; private set; }

    /// <summary>A line that cannot be written is left out knowingly, never in silence.</summary>
    /// <param name="laissees">Lines that would not be written.</param>
    /// <param name="sansLesAutres">The person agrees.</param>
    public static IReadOnlyList<Obstacle> ObstaclesALEcriture(int laissees, bool sansLesAutres) =>
    [
        .. When(
            laissees > 0 && !sansLesAutres, "lignes-laissees",
            $"{(laissees == 1 ? "Une ligne ne peut pas être écrite" : $"{laissees} lignes ne peuvent pas être écrites")} : corrigez le fichier, ou cochez la case pour les laisser de côté."),
    ];

    /// <summary>What forbids to send a sheet at this stage of the convention.</summary>
    public abstract IReadOnlyList<Obstacle> ObstaclesAuDepot(StatutConvention etape);

    /// <summary>Another sheet, or another line of names: its columns are proposed again.</summary>
    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void Redecouper(LectureTableur lecture)
    {
        ExigerNonEcrit();
        (Lecture, EstPrecise) = (lecture, false);
        RecordQuietly();
    }

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void Preciser(IReadOnlyList<string> champs, int? attendu)
    {
        ExigerNonEcrit();
        (Lecture, Attendu, EstPrecise) = (Lecture with { Champs = champs }, attendu, true);
        RecordQuietly();
    }

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void ExigerNonEcrit() =>
        BusinessRuleException.ThrowIfAny(When(EcritLe is not null, "import-deja-ecrit", "Ce fichier est déjà écrit dans la convention."));

    /// <exception cref="BusinessRuleException">What it goes into is frozen, the file is empty or too big, or too many wait.</exception>
    protected static T Deposer<T>(T nouveau, TableurDepose depose, StatutConvention etape)
        where T : ImportTableur
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. nouveau.ObstaclesAuDepot(etape),
            .. When(depose.Contenu.Length == 0, "fichier-vide", "Ce fichier est vide."),
            .. When(depose.Contenu.Length > OctetsMax, "fichier-trop-gros", $"Ce fichier dépasse {OctetsMax / 1024 / 1024} Mo. Gardez la feuille utile."),
            .. When(depose.EnAttente >= EnAttenteMax, "trop-d-imports", $"{depose.EnAttente} fichiers attendent déjà pour cette convention. Terminez-en un, ou abandonnez-le."),
        ]);
        var nom = Path.GetFileName(depose.Fichier.Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal)).Trim();
        (nouveau.Id, nouveau.ConventionId) = (ImportTableurId.New(), depose.Convention);
        nouveau.Fichier = nom.Length == 0 ? "sans nom" : nom.Length > FichierLongueurMax ? nom[^FichierLongueurMax..] : nom;
        (nouveau.Contenu, nouveau.Lecture) = (depose.Contenu, depose.Lecture);
        (nouveau.ParNom, nouveau.DeposeLe) = (depose.ParNom, depose.Le);
        nouveau.RecordQuietly();
        return nouveau;
    }

    /// <param name="fait">What the history tells of it.</param>
    /// <exception cref="BusinessRuleException">Already written.</exception>
    protected void NoterEcriture(int ajoutes, int modifies, DomainEvent fait, DateTimeOffset now)
    {
        ExigerNonEcrit();
        (Ajoutes, Modifies, EcritLe, Contenu) = (ajoutes, modifies, now, []);
        Record(fait);
    }
}
