using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Parapheurs;

/// <summary>What an outside parapheur needs: the document to sign, who signs it, its fingerprint, and what to do, in one archive.</summary>
public static class ExporterPaquet
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention) : IRequest<Fichier?>, IRequeteSurConvention;

    private sealed record Signataire(int Ordre, string Nom, string Qualite, string? Delegation, string Partie, string? Courriel, string Champ);

    private sealed record Paquet(string Acte, string Document, string Sha256, int Version, string Reference, IReadOnlyList<Signataire> Signataires);

    internal sealed class Handler(ICtgReadContext db, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireOuverteAsync(query.Convention, cancellationToken) is not { } circuit)
            {
                return null;
            }

            var remis = await db.Pieces.Where(p => p.Id == circuit.Remis).Select(p => new { p.Contenu, p.Empreinte }).SingleAsync(cancellationToken);
            var paquet = new Paquet(
                ActeSigne.Nommer(circuit.AvenantNumero),
                $"{circuit.NomDeFichier()}-a-signer.pdf", remis.Empreinte, circuit.NumeroVersion, ReferenceDocument.Presenter(circuit.Reference),
                [
                    .. circuit.Lignes.Where(l => l is { EstDue: true, Role: RoleLigne.Signataire }).Select(l => new Signataire(
                        circuit.Ordre == OrdreCircuit.ParRang ? l.Rang : 1, l.NomComplet, l.Qualite, l.Delegation?.Mention, l.Partie, l.Courriel,
                        NomsDeChamps.DuSignataire(l.SignataireId?.Value.ToString(), l.Numero))),
                ]);
            var contenu = Ecrire(paquet, remis.Contenu, clock.GetUtcNow());
            return new($"parapheur-version-{circuit.NumeroVersion}.zip", "application/zip", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }

        private static byte[] Ecrire(Paquet paquet, byte[] pdf, DateTimeOffset now)
        {
            using var sortie = new MemoryStream();
            using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
            {
                Ajouter(archive, "LISEZ-MOI.txt", Encoding.UTF8.GetBytes(Consignes(paquet)), now);
                Ajouter(archive, paquet.Document, pdf, now);
                Ajouter(archive, "signataires.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(paquet))], now);
                Ajouter(archive, "signataires.json", JsonSerializer.SerializeToUtf8Bytes(paquet, DossierJson.Options), now);
                Ajouter(archive, "empreinte.sha256", Encoding.ASCII.GetBytes($"{paquet.Sha256}  {paquet.Document}\n"), now);
            }

            return sortie.ToArray();
        }

        private static void Ajouter(ZipArchive archive, string nom, byte[] contenu, DateTimeOffset now)
        {
            var entree = archive.CreateEntry(nom);
            entree.LastWriteTime = now;
            using var flux = entree.Open();
            flux.Write(contenu);
        }

        private static string Csv(Paquet paquet) => string.Concat(
            paquet.Signataires
                .Select(s => new[] { $"{s.Ordre}", s.Nom, s.Qualite, s.Delegation, s.Partie, s.Courriel, s.Champ })
                .Prepend(["Ordre", "Nom", "Qualité", "Délégation", "Partie", "Courriel", "Champ de signature"])
                .Select(ligne => string.Join(';', ligne.Select(CelluleCsv.Ecrire)) + "\r\n"));

        private static string Consignes(Paquet paquet) =>
            $"""
             SIGNER {paquet.Acte.ToUpperInvariant()} DANS VOTRE PARAPHEUR

             1. Déposez « {paquet.Document} » dans le parapheur, tel quel : ne l’imprimez pas en PDF, ne le réenregistrez pas, ne le fusionnez avec rien.
             2. Désignez les signataires de « signataires.csv » ({paquet.Signataires.Count}), dans cet ordre. Le document a déjà un champ de signature pour chacun : son nom est dans la dernière colonne.
             3. Choisissez une signature électronique du PDF lui-même (PAdES). Un bordereau séparé ou une image de signature ne suffit pas.
             4. Une fois le circuit terminé, rapportez dans le portail le PDF signé que le parapheur rend, page « Signature », « Parapheur extérieur ».

             Le portail vérifie alors que le fichier commence par ce document, que chaque signature tient, et vous demande de qui elle est.

             Référence : {paquet.Reference}
             Empreinte SHA-256 du document : {paquet.Sha256}

             """.ReplaceLineEndings("\r\n");
    }
}
