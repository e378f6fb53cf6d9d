using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Reprises;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Mond’Arverne as a Caf takes it in: signed on 23 December 2019 by the présidence, a vice-présidence and the direction of the Caf, which is a
/// fact; their names, the former avenant and the file are invented.
/// </summary>
internal static class RepriseDeDemonstration
{
    public const string Cle = "mond-arverne";

    private static readonly DateOnly SigneeLe = new(2019, 12, 23);

    public static async Task ReprendreAsync(CtgDbContext db, DossierDemo dossier, CancellationToken cancellationToken)
    {
        var convention = dossier.Convention;
        await using var specimen = FaitsTerritoires.Ressource("page-signee.pdf");
        using var contenu = new MemoryStream();
        await specimen.CopyToAsync(contenu, cancellationToken);
        var piece = Piece.Deposer(convention.Id, NaturePiece.OriginalSigne, "convention-signee.pdf", "application/pdf", contenu.ToArray(), dossier.Maintenant);
        var (caf, communaute) = (convention.Parties.Single(p => p.Type == TypePartie.Caf).Nom, convention.Titulaires[0].Nom);
        db.Pieces.Add(piece);
        db.Originaux.Add(OriginalSigne.Deposer(
            convention,
            FichierOriginal.Recevoir(new(EstPdf: true, EstChiffre: false, Defaut: null, [], []), piece),
            [
                new(TypePartie.Caf, caf, "Exemple", "Direction", "Directrice", SigneeLe),
                new(TypePartie.Epci, communaute, "Exemple", "Présidence", "Président", SigneeLe),
                new(TypePartie.Epci, communaute, "Exemple", "Vice-présidence", "Vice-présidente", SigneeLe),
            ],
            [new(1, new(2021, 6, 15), "Exemple : précise les moyens du guichet unique", Fichier: null)],
            dossier.Maintenant));
        await db.SaveChangesAsync(cancellationToken);
    }
}
