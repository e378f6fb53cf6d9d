using CtgPortal.Domain.Documents;
using FluentValidation;

namespace CtgPortal.Application.Documents;

/// <summary>A file as a form sends it.</summary>
/// <param name="Nom">As the person called it; only its words are kept, never its extension.</param>
/// <param name="Description">What people will read instead of its name; null for none.</param>
public sealed record FichierSaisi(string Nom, byte[] Contenu, string? Description = null)
{
    /// <summary>The file names that a form offers; what a file holds is what counts.</summary>
    public const string Extensions = ".pdf,.docx,.odt,.xlsx,.ods,.png,.jpg,.jpeg";

    /// <summary>To be called once validated.</summary>
    internal FichierRecu Recevoir()
    {
        var typeMime = TypeDocument.Reconnaitre(Contenu)!;
        return new(NomSur(Nom, TypeDocument.Extension(typeMime)), typeMime, Contenu, Description);
    }

    /// <summary>The words of a name, without path, without signs that a disk refuses, with the extension of what the file really is.</summary>
    private static string NomSur(string nom, string extension)
    {
        var base_ = Path.GetFileNameWithoutExtension(nom.Replace('\\', '/'));
        var net = string.Concat(base_.Where(c => !char.IsControl(c) && "<>:\"/|?*".IndexOf(c, StringComparison.Ordinal) < 0)).Trim(' ', '.');
        return (net.Length == 0 ? "document" : net[..Math.Min(net.Length, Piece.NomLongueurMax - 10)].TrimEnd()) + extension;
    }

    /// <summary>Each message names its file: several come at once.</summary>
    internal sealed class Validator : AbstractValidator<FichierSaisi>
    {
        public Validator() => RuleFor(f => f.Contenu).Cascade(CascadeMode.Stop)
            .Must(c => c.Length > 0).WithMessage(f => $"« {f.Nom} » est vide.")
            .Must(c => c.Length <= Piece.TailleMax).WithMessage(f => $"« {f.Nom} » dépasse {Piece.TailleMax / 1024 / 1024} Mo.")
            .Must(c => TypeDocument.Reconnaitre(c) is not null)
            .WithMessage(f => $"« {f.Nom} » n’est ni un PDF, ni un texte ou un tableur sans macros (DOCX, ODT, XLSX, ODS), ni une image PNG ou JPEG.")
            .OverridePropertyName("");
    }
}
