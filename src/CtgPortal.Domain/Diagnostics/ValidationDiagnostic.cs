using System.Security.Cryptography;
using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct ValidationId(Guid Value) : Common.IStronglyTypedId<ValidationId>
{
    public static ValidationId From(Guid value) => new(value);

    public static ValidationId New() => new(Guid.CreateVersion7());
}

/// <summary>The whole diagnostic as it was validated: figures, findings and their sources. Its content never changes.</summary>
public sealed class ValidationDiagnostic
{
    public const int ParLongueurMax = 200;

    private ValidationDiagnostic()
    {
    }

    public ValidationId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    /// <summary>1 for the first validation of this diagnostic.</summary>
    public int Numero { get; private init; }

    public DateTimeOffset Le { get; private init; }

    /// <summary>Null for a job.</summary>
    public UtilisateurId? Par { get; private init; }

    public string ParNom { get; private init; } = "";

    /// <summary>Canonical JSON: the same diagnostic always gives the same bytes.</summary>
    public string Contenu { get; private init; } = "";

    /// <summary>SHA-256 of the content in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public string Empreinte { get; private init; } = "";

    public static ValidationDiagnostic Figer(
        ConventionId convention, int numero, string contenu, UtilisateurId? par, string parNom, DateTimeOffset now) => new()
        {
            Id = ValidationId.New(),
            ConventionId = convention,
            Numero = numero,
            Le = now,
            Par = par,
            ParNom = parNom.Length <= ParLongueurMax ? parNom : parNom[..ParLongueurMax],
            Contenu = contenu,
            Empreinte = EmpreinteDe(contenu),
        };

    /// <summary>False when the content was altered in the database.</summary>
    public bool EstIntacte => EmpreinteDe(Contenu) == Empreinte;

    private static string EmpreinteDe(string contenu) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contenu)));
}
