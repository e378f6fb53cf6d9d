using System.Security.Cryptography;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Documents;

public readonly record struct PieceId(Guid Value) : IStronglyTypedId<PieceId>
{
    public static PieceId From(Guid value) => new(value);

    public static PieceId New() => new(Guid.CreateVersion7());
}

public enum NaturePiece
{
    /// <summary>The frozen text that people sign, as PDF.</summary>
    TexteFige,

    /// <summary>The same data as JSON.</summary>
    DonneesFigees,

    /// <summary>Scan of a page signed by hand.</summary>
    ScanSignature,

    /// <summary>Attached to an interview, to an existing document or to a fiche.</summary>
    PieceJointe,

    /// <summary>Minutes of a workshop, as PDF and to be edited.</summary>
    CompteRendu,

    /// <summary>The data of a convention, kept under a name.</summary>
    VersionGardee,

    /// <summary>The text as it was when partners were asked for their opinion, as PDF.</summary>
    TexteSoumis,

    /// <summary>The frozen text with every signature and the seal of the portal.</summary>
    TexteScelle,

    /// <summary>The frozen text as an outside parapheur gave it back, signed.</summary>
    FichierParapheur,

    /// <summary>A convention or an avenant signed outside the portal, as it was received.</summary>
    OriginalSigne,

    /// <summary>The letter or the agreement that ends a convention.</summary>
    ActeDeFin,
}

/// <summary>A stored file. Its bytes never change: a correction is another file.</summary>
public sealed class Piece
{
    public const int NomLongueurMax = 200;

    /// <summary>20 MiB: a scan of forty-six signatures at 300 dpi fits.</summary>
    public const int TailleMax = 20 * 1024 * 1024;

    /// <summary>A signed text is a frozen one and what each signature adds.</summary>
    public const int TailleMaxSignee = 2 * TailleMax;

    private Piece()
    {
    }

    public PieceId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public NaturePiece Nature { get; private init; }

    /// <summary>The workshop it is about; null for the others.</summary>
    public AtelierId? AtelierId { get; private init; }

    /// <summary>The attachment whose bytes these are; null for the others.</summary>
    public PieceJointeId? PieceJointeId { get; private init; }

    public string Nom { get; private init; } = "";

    public string TypeMime { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public int Taille { get; private init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Empreinte { get; private init; } = "";

    public DateTimeOffset DeposeeLe { get; private init; }

    public byte[] Contenu { get; private init; } = [];

    /// <param name="typeMime">As recognised from the bytes, never as announced by the browser.</param>
    /// <exception cref="BusinessRuleException">Empty or larger than what is allowed for such a file.</exception>
    public static Piece Deposer(
        ConventionId convention, NaturePiece nature, string nom, string typeMime, byte[] contenu, DateTimeOffset now, AtelierId? atelier = null,
        PieceJointeId? jointe = null)
    {
        var tailleMax = nature is NaturePiece.TexteScelle or NaturePiece.FichierParapheur or NaturePiece.OriginalSigne ? TailleMaxSignee : TailleMax;
        BusinessRuleException.ThrowIfAny(
        [
            .. When(contenu.Length == 0, "fichier-vide", "Le fichier est vide."),
            .. When(contenu.Length > tailleMax, "fichier-trop-gros", $"Le fichier dépasse {tailleMax / 1024 / 1024} Mo."),
        ]);
        return new Piece
        {
            Id = PieceId.New(),
            ConventionId = convention,
            Nature = nature,
            AtelierId = atelier,
            PieceJointeId = jointe,
            Nom = Texte.Obligatoire(nom, "nom-fichier", NomLongueurMax),
            TypeMime = typeMime,
            Taille = contenu.Length,
            Empreinte = Convert.ToHexStringLower(SHA256.HashData(contenu)),
            DeposeeLe = now,
            Contenu = contenu,
        };
    }
}
