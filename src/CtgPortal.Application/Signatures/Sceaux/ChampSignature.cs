namespace CtgPortal.Application.Signatures.Sceaux;

/// <summary>An empty signature field of a file, in points of 1/72 inch.</summary>
/// <param name="Nom">Name of the field in the file, as <see cref="NomsDeChamps"/> gives it; unique in the file.</param>
/// <param name="Libelle">What a screen reader says, such as « Signature de Claire Morel, maire ».</param>
/// <param name="Rang">Row of the signature table that holds it, from 1; null for what stands after the table.</param>
/// <param name="Page">From 1.</param>
/// <param name="X">From the left of the page.</param>
/// <param name="Y">From the top of the page.</param>
public sealed record ChampSignature(string Nom, string Libelle, int? Rang, int Page, double X, double Y, double Largeur, double Hauteur);

/// <summary>Names of the fields of a frozen version: who seals finds the place of each signer by them.</summary>
public static class NomsDeChamps
{
    /// <summary>Where the portal puts its seal, after everybody has signed.</summary>
    public const string Sceau = "sceau";

    /// <param name="id">Id of the signer, as the dossier carries it; null in a dossier frozen before it did.</param>
    /// <param name="rang">Rank in the signature table, from 1; used without id.</param>
    public static string DuSignataire(string? id, int rang) => id is { Length: > 0 } ? $"signataire-{id}" : $"signataire-rang-{rang:00}";
}

/// <summary>Puts empty signature fields into a file before anybody signs it: a field added after a signature would look like a change.</summary>
public interface IPreparationSignatures
{
    /// <returns>The same bytes, followed by one incremental update with the fields, tagged. The same input gives the same bytes.</returns>
    /// <exception cref="PdfRefuseException">The file cannot be read, is encrypted or already has a field of that name.</exception>
    byte[] Preparer(byte[] pdf, IReadOnlyList<ChampSignature> champs);
}

/// <summary>A file that cannot be prepared or sealed as it is. The message is a French sentence for people; trying again changes nothing.</summary>
public sealed class PdfRefuseException(string message, Exception? cause = null) : Exception(message, cause);
