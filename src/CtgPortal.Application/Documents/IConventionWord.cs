using System.Security.Cryptography;

namespace CtgPortal.Application.Documents;

/// <summary>Writes the whole convention for those who circulate it in a word processor, from what the PDF is set from.</summary>
public interface IConventionWord
{
    /// <returns>A .docx file: cover, contents, real headings, tables whose first row is repeated, native charts, French.</returns>
    byte[] Composer(DossierConvention dossier);
}

public static class FichiersWord
{
    /// <param name="nom">Without extension.</param>
    public static Fichier EnFichier(this IConventionWord word, DossierConvention dossier, string nom)
    {
        ArgumentNullException.ThrowIfNull(word);
        var contenu = word.Composer(dossier);
        return new(nom + ".docx", IDocumentsWord.TypeMime, contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
    }
}
