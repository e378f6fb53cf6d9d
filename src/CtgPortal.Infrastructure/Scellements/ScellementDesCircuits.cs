using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Signatures.Scellements;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CtgPortal.Infrastructure.Scellements;

/// <summary>
/// Makes the seals that are due. Each is reserved, made in memory and kept in one transaction: two instances never hold the same one,
/// and whoever is killed leaves nothing behind, so that the next one begins again from the stored bytes.
/// </summary>
internal sealed class ScellementDesCircuits(CtgDbContext db, IScelleur scelleur, MessagesScellement messages, TimeProvider clock, ILogger<ScellementDesCircuits> logger)
{
    private const string Imprevu = "Le scellement s’est arrêté sur une erreur imprévue. Le journal technique du portail la décrit.";

    /// <returns>How many documents were sealed.</returns>
    public async Task<int> ScellerAsync(CancellationToken cancellationToken)
    {
        var faits = 0;
        while (await TraiterLeSuivantAsync(cancellationToken) is { } fait)
        {
            faits += fait ? 1 : 0;
        }

        return faits;
    }

    /// <returns>Null when nothing is due; else whether it was sealed.</returns>
    private async Task<bool?> TraiterLeSuivantAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ReserverAsync(cancellationToken) is not { } scellement)
        {
            return null;
        }

        try
        {
            await ScellerAsync(scellement, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return scellement.Etat == EtatScellement.Fait;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            logger.LogError(cause, "Sealing {SignatureId} failed", scellement.SignatureId.Value);
            await transaction.DisposeAsync();
            await InterrompreAsync(scellement.SignatureId, cancellationToken);
            return false;
        }
    }

    private async Task<Scellement?> ReserverAsync(CancellationToken cancellationToken) =>
        (await db.Scellements.FromSql(
            $"""
            SELECT * FROM scellements WHERE prochain_essai_le <= {clock.GetUtcNow()}
            ORDER BY prochain_essai_le, signature_id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken)).SingleOrDefault();

    private async Task ScellerAsync(Scellement scellement, CancellationToken cancellationToken)
    {
        var etat = await scelleur.ConsulterEtatAsync(cancellationToken);
        if (!etat.Pret)
        {
            await ReporterAsync(scellement, EtatScellement.EnAttenteCertificat, etat.Phrase, cancellationToken);
            return;
        }

        var circuit = await db.Signatures.AsNoTracking().SingleAsync(s => s.Id == scellement.SignatureId, cancellationToken);
        var remis = circuit.Remis;
        var pdf = await db.Pieces.Where(p => p.Id == remis).Select(p => p.Contenu).SingleAsync(cancellationToken);
        try
        {
            var scelle = await scelleur.ScellerAsync(DocumentDuCircuit.Decrire(circuit, pdf, scellement.DemandeLe), cancellationToken);
            await GarderAsync(scellement, circuit, scelle, cancellationToken);
        }
        catch (ServiceIndisponibleException cause)
        {
            await ReporterAsync(scellement, EtatScellement.EnAttenteHorodatage, cause.Message, cancellationToken);
        }
        catch (PdfRefuseException cause)
        {
            scellement.Renoncer(cause.Message, clock.GetUtcNow());
            logger.LogWarning("The file of {SignatureId} cannot be sealed", scellement.SignatureId.Value);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task GarderAsync(Scellement scellement, Signature circuit, PdfScelle scelle, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var intitule = await db.Conventions.Where(c => c.Id == circuit.ConventionId).Select(c => c.Intitule).SingleAsync(cancellationToken);
        var piece = Piece.Deposer(
            circuit.ConventionId, NaturePiece.TexteScelle, $"{circuit.NomDeFichier()}-{(circuit.AvenantId is null ? "scellee" : "scelle")}.pdf", "application/pdf", scelle.Contenu, now);
        scellement.Achever(piece, scelle.Signataire, scelle.HorodateLe, scelle.Horodateur, now);
        db.Pieces.Add(piece);
        db.Courriels.AddRange(messages.Pret(circuit, intitule, now));
        await db.SaveChangesAsync(cancellationToken);
        logger.LogInformation("{SignatureId} is sealed, try {Tentatives}", circuit.Id.Value, scellement.Tentatives);
    }

    private async Task ReporterAsync(Scellement scellement, EtatScellement attente, string raison, CancellationToken cancellationToken)
    {
        scellement.Reporter(attente, raison, clock.GetUtcNow());
        logger.LogWarning("Sealing {SignatureId} waits ({Etat}), try {Tentatives}", scellement.SignatureId.Value, attente, scellement.Tentatives);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>In a transaction of its own: the other one is lost, and one circuit that breaks must not keep the others from their seal.</summary>
    private async Task InterrompreAsync(SignatureId circuit, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var scellement = await db.Scellements.SingleAsync(s => s.SignatureId == circuit, cancellationToken);
        if (scellement.Etat != EtatScellement.Fait)
        {
            scellement.Reporter(EtatScellement.Interrompu, Imprevu, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
