using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures;

/// <summary>What the sheet to sign by hand prints: which text it belongs to, and a place for each person whose signature is awaited.</summary>
/// <param name="Reference">Printed on each page of the text.</param>
/// <param name="Adresse">Where anybody verifies the text.</param>
public sealed record FeuilleSignature(
    string Intitule, string Territoire, int Version, DateOnly FigeLe, string Reference, string Adresse, string Empreinte, DateOnly? Date, string? Heure, string? Lieu,
    IReadOnlyList<PlaceDeSignature> Lignes, DateOnly DateProduction);

/// <param name="Delegation">As printed.</param>
/// <param name="Deliberation">By which the party authorises the signature.</param>
public sealed record PlaceDeSignature(int Numero, string Nom, string Qualite, string? Delegation, string Partie, string? Deliberation);

/// <summary>Sets the sheet to sign by hand.</summary>
public interface IFeuilleSignaturePdf
{
    /// <exception cref="ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    Task<byte[]> ComposerAsync(FeuilleSignature feuille, CancellationToken cancellationToken);
}

/// <summary>The sheet to print for a ceremony, or for who prefers paper.</summary>
public static class ExporterFeuilleSignature
{
    /// <param name="Ligne">One person alone; null for everybody whose signature is awaited.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, LigneSignatureId? Ligne = null) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IFeuilleSignaturePdf pdf, ILiensPortail liens, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        /// <returns>Null when nobody's signature is awaited.</returns>
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var signature = await db.Signatures.SingleOrDefaultAsync(
                s => s.ConventionId == query.Convention && s.Statut == StatutSignature.Ouverte, cancellationToken);
            var lignes = signature?.Lignes.Where(l => l is { Role: RoleLigne.Signataire, EstDue: true, ScanId: null } && (query.Ligne is null || l.Id == query.Ligne)).ToList();
            if (signature is null || lignes is null or [])
            {
                return null;
            }

            var convention = await db.Conventions.Where(c => c.Id == query.Convention)
                .Select(c => new { c.Intitule, Titulaires = c.Titulaires.Select(t => t.Nom).ToList() }).SingleAsync(cancellationToken);
            var contenu = await pdf.ComposerAsync(
                new(
                    signature.AvenantNumero is { } avenant ? $"Avenant n° {avenant} – {convention.Intitule}" : convention.Intitule, string.Join(" et ", convention.Titulaires.Select(Mots.NomEnToutesLettres)), signature.NumeroVersion, signature.OuverteLe.JourEnFrance(),
                    ReferenceDocument.Presenter(signature.Reference), liens.Vers($"/verifier/{signature.Reference}"), signature.Empreinte,
                    signature.Ceremonie?.Jour, signature.Ceremonie is { } c ? Mots.Heure(c.Heure) : null, signature.Ceremonie?.Lieu,
                    [
                        .. lignes.Select(l => new PlaceDeSignature(
                            l.Numero, l.NomComplet, l.Qualite, l.Delegation?.Mention, l.Partie,
                            l is { DeliberationNumero: { } numero, DeliberationDate: { } date } ? $"délibération n° {numero} du {Mots.Jour(date)}" : null)),
                    ],
                    clock.GetUtcNow().JourEnFrance()),
                cancellationToken);
            return new($"feuille-de-signature-version-{signature.NumeroVersion}.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
