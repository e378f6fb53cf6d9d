using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>What a form sends about the file of an interview or of a document.</summary>
/// <param name="Nom">As the person called it; only its words are kept, never its extension.</param>
/// <param name="Contenu">Empty: the file already there stays.</param>
/// <param name="Retirer">Takes the file off, unless another one is sent.</param>
public sealed record FichierSaisi(string Nom, byte[] Contenu, bool Retirer = false)
{
    public static readonly FichierSaisi Aucun = new("", []);

    internal sealed class Validator : AbstractValidator<FichierSaisi>
    {
        public Validator() => RuleFor(f => f.Contenu)
            .Must(c => c.Length <= Piece.TailleMax).WithMessage($"Le fichier dépasse {Piece.TailleMax / 1024 / 1024} Mo.")
            .Must(c => c.Length == 0 || TypeDocument.Reconnaitre(c) is not null)
            .WithMessage("Le fichier doit être un PDF, un texte ou un tableur (DOCX, ODT, XLSX, ODS, sans macros), ou une image PNG ou JPEG.")
            .OverridePropertyName("Fichier");
    }
}

/// <summary>A file as a page offers it.</summary>
public sealed record FichierJoint(PieceId Id, string Nom, string TypeMime, int Taille);

internal static class FichiersJoints
{
    /// <summary>Stores the file that was sent and deletes the one it replaces, or the one to take off.</summary>
    /// <returns>What stands from now on.</returns>
    public static async Task<PieceId?> RemplacerAsync(
        this ICtgDbContext db, ConventionId convention, PieceId? actuelle, FichierSaisi saisi, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (saisi.Contenu.Length == 0 && !saisi.Retirer)
        {
            return actuelle;
        }

        await db.EffacerAsync(actuelle, cancellationToken);
        if (saisi.Contenu.Length == 0)
        {
            return null;
        }

        var typeMime = TypeDocument.Reconnaitre(saisi.Contenu)!;
        var piece = Piece.Deposer(convention, NaturePiece.SourceDiagnostic, NomSur(saisi.Nom, TypeDocument.Extension(typeMime)), typeMime, saisi.Contenu, now);
        db.Pieces.Add(piece);
        return piece.Id;
    }

    public static async Task EffacerAsync(this ICtgDbContext db, PieceId? piece, CancellationToken cancellationToken)
    {
        if (piece is { } id)
        {
            db.Pieces.Remove(await db.Pieces.SingleAsync(p => p.Id == id, cancellationToken));
        }
    }

    public static async Task<FichierJoint?> LireFichierAsync(this ICtgReadContext db, PieceId? piece, CancellationToken cancellationToken) =>
        piece is null ? null : await db.Pieces.Where(p => p.Id == piece).Select(p => new FichierJoint(p.Id, p.Nom, p.TypeMime, p.Taille)).SingleAsync(cancellationToken);

    /// <summary>The words of a name, without path, without signs that a disk refuses, with the extension of what the file really is.</summary>
    private static string NomSur(string nom, string extension)
    {
        var base_ = Path.GetFileNameWithoutExtension(nom.Replace('\\', '/'));
        var net = string.Concat(base_.Where(c => !char.IsControl(c) && "<>:\"/|?*".IndexOf(c, StringComparison.Ordinal) < 0)).Trim(' ', '.');
        return (net.Length == 0 ? "document" : net[..Math.Min(net.Length, Piece.NomLongueurMax - 10)].TrimEnd()) + extension;
    }
}
