using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Reprises;

namespace CtgPortal.TestSupport.Builders;

/// <summary>A convention signed on paper before the portal, by the Caf, the holder and the MSA.</summary>
public static class UneReprise
{
    public static readonly DateOnly SigneeLe = new(2026, 1, 20);

    public static readonly IReadOnlyList<SignataireOriginal> Signataires =
    [
        new(TypePartie.Caf, "Caf de l’Aisne", "Paul", "Rivet", "Directeur", new(2026, 1, 15)),
        new(TypePartie.Epci, "CC des Trois Rivières", "Claire", "Morel", "Présidente", SigneeLe),
        new(TypePartie.Msa, "MSA de Picardie", "Jean", "Blé", "Président", new(2026, 1, 18)),
    ];

    public static readonly ExamenOriginal Sain = new(EstPdf: true, EstChiffre: false, Defaut: null, [], []);

    public static Convention Convention(OuvertureConvention? ouverture = null) =>
        Domain.Conventions.Convention.ReprendreSignee(ouverture ?? UneConvention.Ouverture(), Signataires, UneConvention.Maintenant);

    public static FichierOriginal Fichier(ConventionId convention, string nom = "convention-signee.pdf", byte octet = 1) => FichierOriginal.Recevoir(
        Sain, Piece.Deposer(convention, NaturePiece.OriginalSigne, nom, "application/pdf", [octet], UneConvention.Maintenant));

    public static AncienAvenant Avenant(int numero, DateOnly? signeLe = null) => new(numero, signeLe ?? new(2026, 2, 10), "Ajoute une commune", null);

    public static OriginalSigne Original(Convention convention, params AncienAvenant[] avenants) =>
        OriginalSigne.Deposer(convention, Fichier(convention.Id), Signataires, avenants, UneConvention.Maintenant);
}
