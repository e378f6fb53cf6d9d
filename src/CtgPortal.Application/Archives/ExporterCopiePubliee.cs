using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Archives;

public enum FormatCopie
{
    Pdf,
    Donnees,
}

/// <summary>The signed text without contact data, for a web site: another document, which says so on its cover and on each page.</summary>
public static class ExporterCopiePubliee
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, FormatCopie Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, LectureArchive lecture, IConventionPdf pdf) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await lecture.CircuitAsync(query.Convention, cancellationToken) is not { } circuit)
            {
                return null;
            }

            var figees = await db.Pieces.Where(p => p.Id == circuit.DonneesId).Select(p => p.Contenu).SingleAsync(cancellationToken);
            var copie = De(DossierJson.Lire(figees), circuit);
            var (nom, type, contenu) = query.Format == FormatCopie.Pdf
                ? ("convention-copie-publiee.pdf", "application/pdf", await pdf.ComposerAsync(copie, cancellationToken))
                : ("convention-copie-publiee.json", "application/json", DossierJson.Serialiser(copie));
            return new(nom, type, contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }

    /// <summary>The frozen data, with the days on which people signed. Its pages lead nowhere to be checked: they are not what was signed.</summary>
    internal static DossierConvention De(DossierConvention figee, Signature circuit)
    {
        var net = SansCoordonnees.Retirer(JsonNode.Parse(DossierJson.Serialiser(figee)))!;
        var copie = JsonSerializer.Deserialize<DossierConvention>(net, DossierJson.Options)!;
        return copie with
        {
            CopiePubliee = true,
            ReferenceDocument = null,
            AdresseVerification = null,
            DateSignature = circuit.DerniereSignatureLe,
            Signataires =
            [
                .. circuit.Lignes.Where(l => l.EstVivante && l.Role == RoleLigne.Signataire).Select(l => new SignataireDossier
                {
                    Partie = Mots.NomEnToutesLettres(l.Partie),
                    Nom = l.NomComplet,
                    Qualite = l.Qualite,
                    Mode = l.Mode == ModeSignature.Papier ? "sur papier" : "par voie électronique",
                    SigneLe = l.SigneeLe,
                }),
            ],
        };
    }
}
