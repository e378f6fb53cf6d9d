using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Délibérations, all invented: both parties of Trois-Rivières went through it; of the unnamed territory one did, and the Caf is awaited.</summary>
internal sealed class ActesDeDemonstration(CtgDbContext db)
{
    private const string Objet = "Exemple : autorisation de signer la convention territoriale globale";
    private const string Copie = "exemple-deliberation-tamponnee.pdf";

    private static readonly ReferenceActe DeLaCaf = new("EXEMPLE-2021-CA-01", new(2021, 11, 16));
    private static readonly ReferenceActe DeLaCommunaute = new("EXEMPLE-2021-CC-01", new(2021, 11, 23));

    /// <summary>Before the text is frozen: it quotes them.</summary>
    public async Task DelibererAsync(DossierDemo dossier, Utilisateur coordination, CancellationToken cancellationToken)
    {
        var convention = dossier.Convention;
        var communaute = convention.Parties.Single(p => p.Type == TypePartie.Epci);
        var siren = convention.Titulaires.Single().Code;
        var caf = Enregistrer(dossier, convention.Parties.Single(p => p.Type == TypePartie.Caf), new(
            DeLaCaf, "conseil d’administration", Objet, new(true, null, null, null), ControleLegalite.Rien));
        var cc = Enregistrer(dossier, communaute, new(
            DeLaCommunaute, "conseil communautaire", Objet, new(false, 41, 2, 3),
            new(new(2021, 11, 25), new(2021, 11, 25), new(2021, 11, 29), $"002-{siren}-20211123-EXEMPLE2021CC01-DE")));
        db.AddRange(caf, cc);

        await using var specimen = FaitsTerritoires.Ressource(Copie);
        using var contenu = new MemoryStream();
        await specimen.CopyToAsync(contenu, cancellationToken);
        foreach (var (jointe, piece) in PieceJointe.Joindre(
            convention.Id, new(PorteurPieces.De(cc.Id), communaute.Nom, []),
            [new(Copie, "application/pdf", contenu.ToArray(), null, UsagePiece.CopieTamponnee)],
            default, new(new(coordination.Id), $"{coordination.Prenom} {coordination.Nom}"), dossier.Maintenant))
        {
            db.AddRange(jointe, piece);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The holder has decided and sent its act; nothing came back yet.</summary>
    public void CommencerADeliberer(DossierDemo dossier)
    {
        var jour = DateOnly.FromDateTime(dossier.Maintenant.UtcDateTime).AddDays(-20);
        db.Deliberations.Add(Enregistrer(dossier, dossier.Convention.Parties.Single(p => p.Type != TypePartie.Caf), new(
            new("EXEMPLE-07", jour), "assemblée du territoire", Objet, null, new(jour.AddDays(6), jour.AddDays(6), null, $"002-200000008-{jour:yyyyMMdd}-EXEMPLE07-DE"))));
    }

    private static Deliberation Enregistrer(DossierDemo dossier, Partie partie, DescriptionActe acte) =>
        Deliberation.Enregistrer(dossier.Convention.Id, dossier.Convention.Statut, partie.Id, partie.Nom, acte, dossier.Maintenant);
}
