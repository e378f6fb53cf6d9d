using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Parapheurs;

/// <summary>The signed file of an outside parapheur comes back: kept when it holds, refused with its reasons otherwise. Nobody has signed yet.</summary>
public static class RecevoirRetour
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, byte[] Fichier) : IRequest<PieceId>, IActeProuve
    {
        // of what was brought, so that the refusal says which file
        string? IActeProuve.EmpreinteLue => Convert.ToHexStringLower(SHA256.HashData(Fichier));
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Fichier)
            .Must(f => f.Length > 0).WithMessage("Joignez le fichier signé que le parapheur a rendu.")
            .Must(f => f.Length <= Piece.TailleMaxSignee).WithMessage($"Le fichier dépasse {Piece.TailleMaxSignee / 1024 / 1024} Mo.");
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, IVerificationPdf verification, TimeProvider clock) : IRequestHandler<Command, PieceId>
    {
        public async Task<PieceId> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var signature = await db.LoadSignatureOuverteAsync(command.Convention, cancellationToken);
            var remis = await db.Pieces.Where(p => p.Id == signature.Remis).Select(p => p.Contenu).SingleAsync(cancellationToken);
            var fichier = verification.Lire(command.Fichier, remis);
            var piece = Piece.Deposer(
                command.Convention, NaturePiece.FichierParapheur, $"parapheur-v{signature.NumeroVersion}-{now.HeureDeNom()}.pdf", "application/pdf", command.Fichier, now);

            signature.RecevoirDuParapheur(fichier, piece, utilisateur.EnAgent(), now);
            db.Pieces.Add(piece);
            await db.SaveChangesAsync(cancellationToken);
            return piece.Id;
        }
    }
}
