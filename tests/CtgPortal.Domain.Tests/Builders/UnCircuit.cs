using System.Text;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Circuits that lived their life through their own methods.</summary>
public static class UnCircuit
{
    public const string Presidente = "president@demo.test";
    public const string Directeur = "direction@demo.test";
    public const string Juriste = "juriste@demo.test";
    public const string Observatrice = "observatrice@demo.test";

    public static readonly Agent Conseiller = new(UtilisateurId.New(), "Charlie Conseil");
    public static readonly Agent Coordinatrice = new(UtilisateurId.New(), "Camille Coordination");
    public static readonly UtilisateurId Compte = UtilisateurId.New();

    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;

    public static PersonneAssociee Visa(string courriel = Juriste, int rang = 1) =>
        new(RoleLigne.Visa, new(null, "Jo", $"Juriste {rang}", "Responsable juridique", null, courriel), "Caf de l’Aisne", rang);

    public static PersonneAssociee Observe() =>
        new(RoleLigne.Observateur, new(null, "Ola", "Observe", "Cheffe de cabinet", null, Observatrice), "Préfecture");

    public static (Piece Texte, Piece Donnees) Pieces(Convention convention, string contenu = "%PDF-1.7") =>
    (
        Piece.Deposer(convention.Id, NaturePiece.TexteFige, "convention.pdf", "application/pdf", Encoding.UTF8.GetBytes(contenu), Maintenant),
        Piece.Deposer(convention.Id, NaturePiece.DonneesFigees, "convention.json", "application/json", "{}"u8.ToArray(), Maintenant));

    /// <summary>One signer per party unless the convention designates more.</summary>
    public static Signature Ouvert(OuvertureCircuit? ouverture = null, Convention? convention = null, DateTimeOffset? le = null)
    {
        convention ??= UneConvention.Preparee();
        var (texte, donnees) = Pieces(convention);
        return Signature.Ouvrir(convention, 1, texte, donnees, ouverture ?? OuvertureCircuit.ParDefaut, le ?? Maintenant);
    }

    public static ActeSignature Acte(this Signature signature, string? courriel) =>
        new(ModeSignature.Compte, MoyenIdentite.MotDePasse, signature.Empreinte, Compte, courriel);

    /// <summary>Signs the line that this address signs next.</summary>
    public static void SignerPour(this Signature signature, string courriel, DateTimeOffset? le = null) =>
        signature.Signer(signature.LigneDe(courriel)!.Id, signature.Acte(courriel), le ?? Maintenant);

    /// <summary>Deposited by one person, taken by another.</summary>
    public static PieceId SignerSurPapier(this Signature signature, DateOnly jour, params LigneSignatureId[] lignes)
    {
        var scan = PieceId.New();
        signature.DeposerScan(lignes, jour, scan, Conseiller, Maintenant);
        signature.ControlerScan(scan, lignes, null, Coordinatrice, Maintenant);
        return scan;
    }
}
