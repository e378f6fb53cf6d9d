using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Versions;

public readonly record struct VersionId(Guid Value) : IStronglyTypedId<VersionId>
{
    public static VersionId From(Guid value) => new(value);

    public static VersionId New() => new(Guid.CreateVersion7());
}

/// <summary>
/// The whole convention as it stood one day, under a name: text, plan and diagnostic. Its content never changes and it is never deleted;
/// one that is worth nothing any more is declared void, with the reason.
/// </summary>
public sealed class VersionNommee : AggregateRoot
{
    public const int NomLongueurMax = 120;
    public const int NoteLongueurMax = 2_000;
    public const int MotifLongueurMax = 1_000;
    public const int ParLongueurMax = 200;

    private VersionNommee()
    {
    }

    private VersionNommee(int numero, string nom, Piece contenu, UtilisateurId? par, string parNom, DateTimeOffset now)
    {
        (Id, ConventionId, Numero, Nom) = (VersionId.New(), contenu.ConventionId, numero, nom);
        (ContenuId, Empreinte) = (contenu.Id, contenu.Empreinte);
        (Le, Par, ParNom) = (now, par, Couper(parNom));
    }

    public VersionId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>1 for the first version of the convention, whoever made it.</summary>
    public int Numero { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Note { get; private init; }

    /// <summary>Number of the text submitted to signature, when the version was kept by the freezing; null for one kept by hand.</summary>
    public int? NumeroFige { get; private init; }

    /// <summary>What is typed here is what was signed elsewhere: avenants are told from it.</summary>
    public bool EstEtatSigne { get; private init; }

    /// <summary>The data of the convention; of a frozen text, the very file that was frozen with it.</summary>
    public PieceId ContenuId { get; private init; }

    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public string Empreinte { get; private init; } = "";

    public DateTimeOffset Le { get; private init; }

    /// <summary>Null for a job.</summary>
    public UtilisateurId? Par { get; private init; }

    public string ParNom { get; private init; } = "";

    public DateTimeOffset? SansObjetLe { get; private set; }

    public string? SansObjetMotif { get; private set; }

    public string? SansObjetParNom { get; private set; }

    /// <summary>Keeps a version by hand.</summary>
    /// <exception cref="BusinessRuleException">No name, or one too long.</exception>
    public static VersionNommee Garder(int numero, string nom, string? note, Piece contenu, UtilisateurId? par, string parNom, DateTimeOffset now)
    {
        var version = new VersionNommee(numero, Texte.Obligatoire(nom, "nom-version", NomLongueurMax), contenu, par, parNom, now)
        {
            Note = Texte.Facultatif(note, "note-version", NoteLongueurMax),
        };
        version.Record(new VersionGardee(version.ConventionId, numero, version.Nom, now));
        return version;
    }

    /// <summary>The state of a convention signed outside the portal, as somebody vouches that it was signed.</summary>
    /// <exception cref="BusinessRuleException">Signed in the portal, which keeps what was signed itself; or not followed.</exception>
    public static VersionNommee FixerEtatSigne(int numero, Convention convention, Piece contenu, UtilisateurId? par, string parNom, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(!convention.SigneeHorsPortail, "signee-ici", "Cette convention a été signée dans le portail : son texte signé y est déjà."),
            .. When(convention.Statut != StatutConvention.EnSuivi, Obstacles.HorsSuivi),
        ]);
        var version = new VersionNommee(numero, "État signé hors du portail", contenu, par, parNom, now) { EstEtatSigne = true };
        version.Record(new VersionGardee(version.ConventionId, numero, version.Nom, now));
        return version;
    }

    /// <summary>Kept with the text that is submitted to signature; the history tells it already.</summary>
    public static VersionNommee Figer(
        int numero, int numeroFige, Piece donnees, UtilisateurId? par, string parNom, DateTimeOffset now, int? avenant = null)
    {
        var nom = avenant is null ? $"Texte n° {numeroFige} soumis à la signature" : $"Avenant n° {avenant} soumis à la signature";
        var version = new VersionNommee(numero, nom, donnees, par, parNom, now) { NumeroFige = numeroFige };
        version.RecordQuietly();
        return version;
    }

    /// <summary>Says that the version is worth nothing any more. What it holds stays.</summary>
    /// <exception cref="BusinessRuleException">Without a reason, already void, or a text submitted to signature, whose circuit says what it is worth.</exception>
    public void DeclarerSansObjet(string motif, string parNom, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(NumeroFige is not null, "version-figee", "Ce texte a été soumis à la signature : c’est son circuit de signature qui dit ce qu’il vaut."),
            .. When(EstEtatSigne, "version-etat-signe", "Les avenants partent de cette version : elle ne peut pas être notée sans objet."),
            .. When(SansObjetLe is not null, "version-deja-sans-objet", "Cette version est déjà notée sans objet."),
        ]);
        SansObjetMotif = Texte.Obligatoire(motif, "motif", MotifLongueurMax);
        (SansObjetLe, SansObjetParNom) = (now, Couper(parNom));
        Record(new VersionDeclareeSansObjet(ConventionId, Numero, Nom, SansObjetMotif, now));
    }

    private static string Couper(string nom) => nom.Length <= ParLongueurMax ? nom : nom[..ParLongueurMax];
}
