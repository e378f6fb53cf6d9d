using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What is read for anybody: the frozen texts, found by what is printed on them or by their own bytes, and by a personal link.</summary>
internal sealed partial class CtgReadContext
{
    private IQueryable<Piece> TextesFiges => db.Pieces.AsNoTracking().Where(p => p.Nature == NaturePiece.TexteFige);

    public async Task<IReadOnlyList<TexteFige>> LireTextesFigesAsync(RechercheTexteFige recherche, CancellationToken cancellationToken)
    {
        var circuits = db.Signatures.AsNoTracking();
        circuits = recherche switch
        {
            { References: { } references } => circuits.Where(s => references.Contains(s.Reference)),
            { Empreintes: { } empreintes } => circuits.Where(s => empreintes.Contains(s.Empreinte)),
            { Debut: { } debut } => circuits.Where(s => ParDebut(debut).Contains(s.TexteId)),
            _ => throw new ArgumentException("Nothing to look for.", nameof(recherche)),
        };
        var trouves = await circuits.OrderBy(s => s.Id).Take(50).ToListAsync(cancellationToken);
        if (trouves.Count == 0)
        {
            return [];
        }

        PieceId[] textes = [.. trouves.Select(s => s.TexteId)];
        var conventions = trouves.Select(s => s.ConventionId).Distinct().ToList();
        var tailles = await TextesFiges.Where(p => textes.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Taille, cancellationToken);
        var intitules = await db.Conventions.AsNoTracking().Where(c => conventions.Contains(c.Id))
            .Select(c => new { c.Id, c.Intitule }).ToDictionaryAsync(c => c.Id, c => c.Intitule, cancellationToken);
        var vivants = await db.Signatures.AsNoTracking()
            .Where(s => conventions.Contains(s.ConventionId) && s.Statut != StatutSignature.Annulee).ToListAsync(cancellationToken);
        var avenants = await db.Avenants.AsNoTracking()
            .Where(a => conventions.Contains(a.ConventionId) && a.Statut == StatutAvenant.Signe).OrderBy(a => a.Numero).ToListAsync(cancellationToken);
        return
        [
            .. trouves.Select(s => new TexteFige(
                s, intitules[s.ConventionId], tailles[s.TexteId],
                s.Statut == StatutSignature.Annulee ? vivants.Find(v => v.ConventionId == s.ConventionId && v.AvenantId == s.AvenantId && v.NumeroVersion > s.NumeroVersion) : null,
                !s.EstComplete
                    ? []
                    : [
                        .. avenants.Where(a => a.ConventionId == s.ConventionId && a.Numero > (s.AvenantNumero ?? 0))
                            .Select(a => new AvenantFige(a, vivants.Single(v => v.AvenantId == a.Id))),
                    ])),
        ];
    }

    public async Task<IReadOnlyList<int>> LireTaillesFigeesAsync(int max, CancellationToken cancellationToken) =>
        await TextesFiges.Where(p => p.Taille <= max).Select(p => p.Taille).Distinct().Order().ToListAsync(cancellationToken);

    public Task<byte[]> LireOctetsFigesAsync(PieceId texte, CancellationToken cancellationToken) =>
        TextesFiges.Where(p => p.Id == texte).Select(p => p.Contenu).SingleAsync(cancellationToken);

    public async Task<OriginalPublic?> LireOriginalAsync(string empreinte, CancellationToken cancellationToken)
    {
        // taken in by two conventions, or replaced since: what counts is what an original names today
        var conventions = db.Pieces.AsNoTracking().Where(p => p.Nature == NaturePiece.OriginalSigne && p.Empreinte == empreinte).Select(p => p.ConventionId);
        var originaux = await db.Originaux.AsNoTracking().Where(o => conventions.Contains(o.ConventionId)).OrderByDescending(o => o.Id).Take(10).ToListAsync(cancellationToken);
        foreach (var original in originaux)
        {
            var avenant = original.Avenants.FirstOrDefault(a => a.Fichier?.Empreinte == empreinte);
            if (avenant is not null || original.Fichier.Empreinte == empreinte)
            {
                var intitule = await db.Conventions.AsNoTracking().Where(c => c.Id == original.ConventionId).Select(c => c.Intitule).SingleAsync(cancellationToken);
                return new(
                    intitule, [.. original.Signataires.Select(s => s.Partie).Distinct()], avenant?.Numero, avenant?.SigneLe ?? original.Signataires.Max(s => s.SigneLe),
                    original.DeposeLe, (avenant?.Fichier ?? original.Fichier).Signatures.Count, avenant is null && original.Avenants.Count > 0 ? original.DernierAvenant : null);
            }
        }

        return null;
    }

    public Task<byte[]> LireDonneesFigeesAsync(PieceId donnees, CancellationToken cancellationToken) =>
        db.Pieces.AsNoTracking().Where(p => p.Id == donnees && p.Nature == NaturePiece.DonneesFigees).Select(p => p.Contenu).SingleAsync(cancellationToken);

    public async Task<LienPersonnel?> LireLienAsync(string jeton, CancellationToken cancellationToken)
    {
        var empreinte = LienSignature.EmpreinteDe(jeton);
        if (await db.LiensSignature.AsNoTracking().SingleOrDefaultAsync(l => l.Empreinte == empreinte, cancellationToken) is not { } lien)
        {
            return null;
        }

        // the circuit of the link, and the one that took its place
        var circuits = await db.Signatures.AsNoTracking()
            .Where(s => db.Signatures.Any(x => x.Id == lien.SignatureId && x.ConventionId == s.ConventionId)
                && (s.Id == lien.SignatureId || s.Statut != StatutSignature.Annulee))
            .ToListAsync(cancellationToken);
        var circuit = circuits.Single(s => s.Id == lien.SignatureId);
        var convention = await db.Conventions.AsNoTracking().Where(c => c.Id == circuit.ConventionId)
            .Select(c => new { c.Intitule, Titulaires = c.Titulaires.Select(t => t.Nom).ToList() }).SingleAsync(cancellationToken);
        var depuis = clock.GetUtcNow().AddHours(-1);
        var codes = await db.CodesSignature.AsNoTracking().Where(c => c.LigneId == lien.LigneId && c.DemandeLe > depuis).ToListAsync(cancellationToken);
        return new(lien, circuit, convention.Intitule, convention.Titulaires, circuits.Find(s => s.AvenantId == circuit.AvenantId && s.NumeroVersion > circuit.NumeroVersion), codes);
    }

    private IQueryable<PieceId> ParDebut(byte[] debut) => db.Pieces
        .FromSql($"SELECT * FROM pieces WHERE nature = 'TexteFige' AND substring(contenu FROM 1 FOR {debut.Length}) = {debut}")
        .AsNoTracking().Select(p => p.Id);
}
