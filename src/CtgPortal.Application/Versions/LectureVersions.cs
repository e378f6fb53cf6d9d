using System.Security.Cryptography;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Versions;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Versions;

/// <summary>A version as lists and choices name it.</summary>
/// <param name="Figee">Number of the text submitted to signature, and where its circuit stands; null for one kept by hand.</param>
/// <param name="Taille">Of its content, in bytes.</param>
public sealed record VersionLue(
    VersionId Id, int Revision, int Numero, string Nom, string? Note, TexteFige? Figee, DateTimeOffset Le, string Par, string Empreinte, int Taille, SansObjet? SansObjet);

public sealed record TexteFige(int Numero, StatutSignature? Statut);

public sealed record SansObjet(DateTimeOffset Le, string Motif, string Par);

/// <summary>What changed from a version to another, or to now; what a page, a document or a notice to signers says of it.</summary>
/// <param name="Apres">Null for the convention as it is now.</param>
public sealed record ChangementsEntreVersions(VersionLue Avant, VersionLue? Apres, DateTimeOffset ApresLe, ComparaisonDossiers Comparaison)
{
    public IReadOnlyList<(PartieComparee Partie, string Phrase)> Resume => ResumeComparaison.De(Comparaison);
}

/// <summary>Reads versions and tells what changed between them; a fixed number of SQL commands, whatever a convention holds.</summary>
internal sealed class LectureVersions(ICtgReadContext db, AssembleurDossier assembleur, TimeProvider clock)
{
    /// <summary>The latest first.</summary>
    public Task<List<VersionLue>> ListerAsync(ConventionId convention, CancellationToken cancellationToken) => db.Versions
        .Where(v => v.ConventionId == convention)
        .OrderByDescending(v => v.Numero)
        .Select(v => new VersionLue(
            v.Id, v.Revision, v.Numero, v.Nom, v.Note,
            v.NumeroFige == null
                ? null
                : new TexteFige(v.NumeroFige.Value, db.Signatures.Where(s => s.ConventionId == convention && s.NumeroVersion == v.NumeroFige).Select(s => (StatutSignature?)s.Statut).FirstOrDefault()),
            v.Le, v.ParNom, v.Empreinte, db.Pieces.Where(p => p.Id == v.ContenuId).Select(p => p.Taille).Single(),
            v.SansObjetLe == null ? null : new SansObjet(v.SansObjetLe.Value, v.SansObjetMotif!, v.SansObjetParNom!)))
        .ToListAsync(cancellationToken);

    /// <summary>What changed since a version; null when there is no such version.</summary>
    public async Task<ChangementsEntreVersions?> DepuisAsync(ConventionId convention, int numero, CancellationToken cancellationToken) =>
        (await ListerAsync(convention, cancellationToken)).Find(v => v.Numero == numero) is { } version
            ? await ComparerAsync(convention, version, null, cancellationToken)
            : null;

    /// <param name="apres">Null for the convention as it is now.</param>
    /// <exception cref="ServiceIndisponibleException">A content no longer has its fingerprint.</exception>
    public async Task<ChangementsEntreVersions> ComparerAsync(ConventionId convention, VersionLue avant, VersionLue? apres, CancellationToken cancellationToken) => new(
        avant, apres, apres?.Le ?? clock.GetUtcNow(),
        ComparerDossiers.Entre(
            DossierJson.Lire((await LireAsync(convention, avant, cancellationToken)).Contenu),
            apres is null
                ? await assembleur.AssemblerAsync(convention, version: null, cancellationToken)
                : DossierJson.Lire((await LireAsync(convention, apres, cancellationToken)).Contenu)));

    /// <summary>The very bytes that were kept.</summary>
    /// <exception cref="ServiceIndisponibleException">They no longer have their fingerprint.</exception>
    public async Task<Fichier> LireAsync(ConventionId convention, VersionLue version, CancellationToken cancellationToken)
    {
        var contenu = await db.Pieces.Where(p => p.ConventionId == convention && db.Versions.Any(v => v.Id == version.Id && v.ContenuId == p.Id))
            .Select(p => p.Contenu).SingleAsync(cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(contenu)) == version.Empreinte
            ? new($"convention-version-gardee-{version.Numero}.json", "application/json", contenu, version.Empreinte)
            : throw new ServiceIndisponibleException($"Le contenu de la version n° {version.Numero} n’a plus son empreinte : il a été altéré et ne sera pas montré.");
    }
}
