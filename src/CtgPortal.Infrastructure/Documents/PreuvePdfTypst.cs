using System.Text.Json;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Common;

namespace CtgPortal.Infrastructure.Documents;

internal sealed class PreuvePdfTypst(TypstWorkerPool pool, Typographie typographie) : IPreuvePdf
{
    public Task<byte[]> ComposerAsync(DossierDePreuve dossier, CancellationToken cancellationToken) => pool.ComposerAsync(
        new RequeteTypst(typographie.Preparer(Donnees(dossier)), PreuveJson.Serialiser(dossier)) { Modele = "preuve" }, cancellationToken);

    /// <summary>What is printed: the dossier, with instants in the legal time of France and without what only a machine reads.</summary>
    internal static byte[] Donnees(DossierDePreuve d) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Produit = d.ProduitLe.JourEnFrance(),
        ProduitLe = Instant(d.ProduitLe),
        Document = JsonSerializer.SerializeToNode(d.Document, DossierJson.Options),
        FigeLe = Instant(d.Document.FigeLe),
        Signataires = d.Signataires.Select(s => new
        {
            s.Nom,
            s.Qualite,
            s.Partie,
            s.Delegation,
            s.Courriel,
            s.Role,
            s.Depart,
            s.Mode,
            s.Attente,
            SigneLe = s.SigneLe is { } jour ? Mots.Jour(jour) : null,
            EnregistreeLe = s.EnregistreeLe is { } instant ? Instant(instant) : null,
        }),
        Chaine = JsonSerializer.SerializeToNode(d.Chaine, DossierJson.Options),
        Evenements = d.Evenements.Select(e => new { e.Numero, Le = Instant(e.Le), e.Phrase, e.Acteur, e.Agent, e.AdresseIp, e.Empreinte }),
        Horodatages = d.Horodatages.Select(h => new
        {
            h.Numero,
            Jour = Mots.Jour(h.Jour),
            h.Maillon,
            h.Racine,
            HorodateLe = h.HorodateLe is { } instant ? Instant(instant) : null,
            h.Autorite,
        }),
        d.CommentVerifier,
    }, DossierJson.Options);

    /// <summary>« 12 mars 2026, 14 h 32 min 05 s »</summary>
    private static string Instant(DateTimeOffset instant)
    {
        var heure = instant.HeureEnFrance();
        return $"{Mots.Jour(instant.JourEnFrance())}, {heure:%H}\u00A0h\u00A0{heure:mm}\u00A0min\u00A0{heure:ss}\u00A0s";
    }
}
