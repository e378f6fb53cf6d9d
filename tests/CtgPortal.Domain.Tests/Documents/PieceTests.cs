using System.Security.Cryptography;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;

namespace CtgPortal.Domain.Tests.Documents;

public sealed class PieceTests
{
    private static readonly DateTimeOffset Maintenant = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Une_piece_porte_la_taille_et_l_empreinte_de_ses_octets()
    {
        var convention = ConventionId.New();
        var octets = "%PDF-1.7 essai"u8.ToArray();

        var piece = Piece.Deposer(convention, NaturePiece.ScanSignature, " page signée.pdf ", "application/pdf", octets, Maintenant);

        Assert.Equal((convention, NaturePiece.ScanSignature, "page signée.pdf", "application/pdf"), (piece.ConventionId, piece.Nature, piece.Nom, piece.TypeMime));
        Assert.Equal((octets.Length, Maintenant), (piece.Taille, piece.DeposeeLe));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(octets)), piece.Empreinte);
        Assert.Same(octets, piece.Contenu);
    }

    [Theory]
    [InlineData(0, "fichier-vide")]
    [InlineData(Piece.TailleMax + 1, "fichier-trop-gros")]
    public void Un_fichier_vide_ou_trop_gros_est_refuse(int taille, string code)
    {
        var refus = Assert.Throws<BusinessRuleException>(() => Deposer("scan.pdf", new byte[taille]));

        Assert.Equal(code, Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void La_taille_maximale_est_admise() => Assert.Equal(Piece.TailleMax, Deposer("scan.pdf", new byte[Piece.TailleMax]).Taille);

    [Theory]
    [InlineData("", "nom-fichier-absent")]
    [InlineData("  ", "nom-fichier-absent")]
    public void Un_fichier_sans_nom_est_refuse(string nom, string code) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<BusinessRuleException>(() => Deposer(nom, [1])).Obstacles).Code);

    [Fact]
    public void Un_nom_demesure_est_refuse() =>
        Assert.Equal(
            "nom-fichier-trop-long",
            Assert.Single(Assert.Throws<BusinessRuleException>(() => Deposer(new string('n', Piece.NomLongueurMax + 1), [1])).Obstacles).Code);

    private static Piece Deposer(string nom, byte[] octets) =>
        Piece.Deposer(ConventionId.New(), NaturePiece.ScanSignature, nom, "application/pdf", octets, Maintenant);
}
