using System.Globalization;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Archives;

/// <summary>Lists what goes into the archive of a signed convention; bytes are read only when they are written.</summary>
internal sealed class LectureArchive(ICtgReadContext db)
{
    /// <summary>A stored file and where it goes.</summary>
    internal sealed record Contenu(PieceId Id, string Chemin, string Description, string Empreinte, int Taille, DateTimeOffset Le);

    /// <summary>An avenant that everybody signed, and its sealed file when it is made.</summary>
    internal sealed record AvenantSigne(Signature Circuit, PieceId? Scelle)
    {
        public string Dossier => $"avenants/avenant-{Circuit.AvenantNumero}";
    }

    /// <summary>The circuit that everybody signed; null as long as none is complete.</summary>
    public Task<Signature?> CircuitAsync(ConventionId convention, CancellationToken cancellationToken) =>
        db.Signatures.SingleOrDefaultAsync(s => s.ConventionId == convention && s.AvenantId == null && s.Statut == StatutSignature.Complete, cancellationToken);

    /// <summary>The sealed file; null as long as it is not made.</summary>
    public async Task<PieceId?> ScelleAsync(Signature? circuit, CancellationToken cancellationToken)
    {
        if (circuit is null)
        {
            return null;
        }

        var id = circuit.Id;
        return await db.Scellements.Where(s => s.SignatureId == id).Select(s => s.PieceId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The first one first.</summary>
    public async Task<IReadOnlyList<AvenantSigne>> AvenantsAsync(ConventionId convention, CancellationToken cancellationToken)
    {
        var circuits = await db.Signatures.Where(s => s.ConventionId == convention && s.AvenantId != null && s.Statut == StatutSignature.Complete)
            .OrderBy(s => s.AvenantNumero).ToListAsync(cancellationToken);
        var sceaux = await db.Scellements.Where(s => s.ConventionId == convention).ToDictionaryAsync(s => s.SignatureId, s => s.PieceId, cancellationToken);
        return [.. circuits.Select(s => new AvenantSigne(s, sceaux.GetValueOrDefault(s.Id)))];
    }

    /// <param name="scelle">The sealed file, when it is made.</param>
    public async Task<IReadOnlyList<Contenu>> ListerAsync(
        Convention convention, Signature circuit, PieceId? scelle, IReadOnlyList<AvenantSigne> avenants, CancellationToken cancellationToken)
    {
        var annules = await db.Signatures.Where(s => s.ConventionId == convention.Id && s.Statut == StatutSignature.Annulee)
            .ToDictionaryAsync(s => s.TexteId, s => s.NumeroVersion, cancellationToken);
        NaturePiece[] natures = [NaturePiece.TexteFige, NaturePiece.DonneesFigees, NaturePiece.TexteScelle, NaturePiece.ScanSignature, NaturePiece.PieceJointe];
        var enSignature = db.Signatures.Where(s => s.ConventionId == convention.Id && s.AvenantId != null && s.Statut == StatutSignature.Ouverte);

        // an avenant that is being signed is not signed yet
        var pieces = await db.Pieces.Where(p => p.ConventionId == convention.Id && natures.Contains(p.Nature)
                && !enSignature.Any(s => s.TexteId == p.Id || s.DonneesId == p.Id || s.Lignes.Any(l => l.ScanId == p.Id)))
            .OrderBy(p => p.DeposeeLe).ThenBy(p => p.Nom).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Nature, p.Nom, p.Empreinte, p.Taille, p.DeposeeLe, p.PieceJointeId })
            .ToListAsync(cancellationToken);
        // the text is without the confidential fiches: so is the archive
        var jointes = await db.PiecesJointes
            .Where(j => j.ConventionId == convention.Id && !db.FichesAction.Any(f => f.Id == j.FicheActionId && f.Identite.Confidentielle))
            .ToDictionaryAsync(j => j.Id, cancellationToken);
        var deliberations = await db.Deliberations.Where(d => d.ConventionId == convention.Id).ToDictionaryAsync(d => d.Id, d => (d.PartieId, d.AvenantNumero), cancellationToken);
        var parties = convention.Parties.Select((p, i) => (p, i)).ToDictionary(x => x.p.Id, x => (x.p.Nom, Dossier: $"{x.i + 1:00}-{EnNomDeDossier(x.p.Nom)}"));
        var signataires = avenants.Select(a => a.Circuit).Prepend(circuit).SelectMany(s => s.Lignes).Where(l => l.ScanId is not null).ToLookup(l => l.ScanId!.Value, l => l.NomComplet);
        var desAvenants = avenants.SelectMany(Lieux).ToDictionary(x => x.Piece, x => (x.Chemin, x.Description));
        var numeros = new Dictionary<string, int>();
        List<Contenu> contenus = [];
        foreach (var piece in pieces)
        {
            var lieu = desAvenants.TryGetValue(piece.Id, out var deLAvenant) ? deLAvenant : piece.Nature switch
            {
                NaturePiece.TexteScelle when piece.Id == scelle => ("convention/convention-scellee.pdf", "Texte signé par toutes les parties, scellé par le portail"),
                NaturePiece.TexteFige when piece.Id == circuit.TexteId => ("convention/convention-figee.pdf", "Texte figé, celui que chacun a lu et signé"),
                NaturePiece.DonneesFigees when piece.Id == circuit.DonneesId => ("convention/convention.json", "Données du texte figé, selon le schéma joint"),
                NaturePiece.TexteFige when annules.TryGetValue(piece.Id, out var version) => ($"versions-annulees/version-{version}.pdf", $"Version {version}, annulée par un retour en rédaction"),
                NaturePiece.ScanSignature => Numeroter(
                    avenants.FirstOrDefault(a => a.Circuit.Lignes.Any(l => l.ScanId == piece.Id)) is { } avenant ? $"{avenant.Dossier}/signatures" : "signatures", piece.Nom,
                     signataires[piece.Id].Any() ? $"Page signée à la main : {string.Join(", ", signataires[piece.Id])}" : "Page signée à la main, non retenue ou d’une version annulée"),
                NaturePiece.PieceJointe when jointes.GetValueOrDefault(piece.PieceJointeId!.Value) is { } jointe => Jointe(jointe, piece.Nom),
                _ => ((string, string)?)null,
            };
            if (lieu is var (chemin, description))
            {
                contenus.Add(new(piece.Id, chemin, description, piece.Empreinte, piece.Taille, piece.DeposeeLe));
            }
        }

        return contenus;

        (string, string) Jointe(PieceJointe jointe, string nom)
        {
            if (jointe.DeliberationId is { } deliberation && deliberations[deliberation] is var (id, avenant) && parties.TryGetValue(id, out var partie))
            {
                var quoi = jointe.Usage switch { UsagePiece.Acte => "Délibération", UsagePiece.CopieTamponnee => "Copie tamponnée par la préfecture", _ => jointe.Description ?? "Pièce jointe à la délibération" };
                return avenant is { } numero
                    ? Numeroter($"avenants/avenant-{numero}/deliberations/{partie.Dossier}", nom, $"{quoi}, pour l’avenant n° {numero} : {partie.Nom}")
                    : Numeroter($"deliberations/{partie.Dossier}", nom, $"{quoi} : {partie.Nom}");
            }

            var dossier = jointe.Porteur.Nature switch { NaturePorteur.Fiche => "fiches", NaturePorteur.Entretien => "entretiens", _ => "documents" };
            return Numeroter($"pieces-jointes/{dossier}", nom, jointe.Description ?? $"Pièce jointe : {jointe.Nom}");
        }

        (string, string) Numeroter(string dossier, string nom, string description)
        {
            numeros[dossier] = numeros.GetValueOrDefault(dossier) + 1;
            return ($"{dossier}/{numeros[dossier]:000}-{nom}", description);
        }
    }

    private static IEnumerable<(PieceId Piece, string Chemin, string Description)> Lieux(AvenantSigne avenant)
    {
        var (circuit, nom) = (avenant.Circuit, $"avenant-{avenant.Circuit.AvenantNumero}");
        var sujet = $"Avenant n° {circuit.AvenantNumero}";
        if (avenant.Scelle is { } scelle)
        {
            yield return (scelle, $"{avenant.Dossier}/{nom}-scelle.pdf", $"{sujet} signé par toutes les parties, scellé par le portail");
        }

        yield return (circuit.TexteId, $"{avenant.Dossier}/{nom}-fige.pdf", $"{sujet} figé, celui que chacun a lu et signé");
        yield return (circuit.DonneesId, $"{avenant.Dossier}/{nom}.json", $"{sujet}, données du texte figé : la convention telle qu’il la rend");
    }

    public Task<byte[]> OctetsAsync(PieceId piece, CancellationToken cancellationToken) =>
        db.Pieces.Where(p => p.Id == piece).Select(p => p.Contenu).SingleAsync(cancellationToken);

    /// <summary>« cc-des-trois-rivieres »: a folder that any system takes.</summary>
    internal static string EnNomDeDossier(string nom)
    {
        var lettres = nom.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var net = string.Join('-', string.Concat(lettres).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return net.Length == 0 ? "sans-nom" : net[..Math.Min(net.Length, 60)].TrimEnd('-');
    }
}
