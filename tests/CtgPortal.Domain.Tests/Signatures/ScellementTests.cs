using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Signatures;

public sealed class ScellementTests
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;

    private static readonly Piece Scelle =
        Piece.Deposer(ConventionId.New(), NaturePiece.TexteScelle, "scellee.pdf", "application/pdf", "%PDF-1.7 scellé"u8.ToArray(), Maintenant);

    public static TheoryData<EtatScellement> Attentes => [EtatScellement.EnAttenteCertificat, EtatScellement.EnAttenteHorodatage, EtatScellement.Interrompu];

    public static TheoryData<EtatScellement> PasDesAttentes => [.. Enum.GetValues<EtatScellement>().Except(Attentes.Select(a => a.Data))];

    [Fact]
    public void Se_demande_une_fois_toutes_les_signatures_recueillies()
    {
        var circuit = UnCircuit.Ouvert();
        circuit.SignerPour(UnCircuit.Presidente);
        Assert.Throws<InvalidOperationException>(() => Scellement.Demander(circuit, Maintenant));
        circuit.SignerPour(UnCircuit.Directeur);

        var scellement = Scellement.Demander(circuit, Maintenant);

        Assert.Equal((circuit.Id, EtatScellement.AFaire, 0, Maintenant), (scellement.SignatureId, scellement.Etat, scellement.Tentatives, scellement.ProchainEssaiLe));
    }

    [Theory, MemberData(nameof(Attentes))]
    public void Ce_qui_manque_est_dit_et_redemande_de_moins_en_moins_souvent(EtatScellement attente)
    {
        var scellement = Demande();
        List<TimeSpan> delais = [];
        for (var i = 0; i < 12; i++)
        {
            scellement.Reporter(attente, "L’autorité ne répond pas.", Maintenant);
            delais.Add(scellement.ProchainEssaiLe!.Value - Maintenant);
        }

        Assert.Equal((attente, 12, Maintenant, "L’autorité ne répond pas."), (scellement.Etat, scellement.Tentatives, scellement.DernierEssaiLe, scellement.DerniereErreur));
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360], delais.Select(d => (int)d.TotalMinutes));
    }

    [Theory, MemberData(nameof(PasDesAttentes))]
    public void Les_autres_etats_ne_sont_pas_des_attentes(EtatScellement etat) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Demande().Reporter(etat, "Rien.", Maintenant));

    [Fact]
    public void Un_fichier_qui_ne_peut_pas_etre_scelle_n_est_pas_retente_seul_mais_sur_demande()
    {
        var scellement = Demande();

        scellement.Renoncer("Ce fichier est chiffré.", Maintenant);
        Assert.Equal((EtatScellement.Impossible, null), (scellement.Etat, scellement.ProchainEssaiLe));

        scellement.Reprendre(Maintenant.AddHours(1));
        Assert.Equal((EtatScellement.AFaire, Maintenant.AddHours(1)), (scellement.Etat, scellement.ProchainEssaiLe));
    }

    [Fact]
    public void Une_fois_fait_il_est_prouve_et_ne_se_refait_pas()
    {
        var scellement = Demande();

        scellement.Achever(Scelle, "Portail", Maintenant.AddSeconds(2), "Autorité", Maintenant.AddSeconds(3));

        Assert.Equal((EtatScellement.Fait, Scelle.Id, null, null), (scellement.Etat, scellement.PieceId, scellement.ProchainEssaiLe, scellement.DerniereErreur));
        var fait = Assert.IsType<DocumentScelle>(Assert.Single(scellement.Events));
        Assert.Equal((Scelle.Empreinte, "Portail", "Autorité", Maintenant.AddSeconds(2)), (fait.Empreinte, fait.Certificat, fait.Horodateur, fait.HorodateLe));
        Assert.Equal("deja-scelle", Assert.Single(Assert.Throws<BusinessRuleException>(() => scellement.Reprendre(Maintenant)).Obstacles).Code);
        Assert.Throws<InvalidOperationException>(() => scellement.Achever(Scelle, "Portail", Maintenant, "Autorité", Maintenant));
        Assert.Throws<InvalidOperationException>(() => scellement.Reporter(EtatScellement.Interrompu, "Rien.", Maintenant));
        Assert.Throws<InvalidOperationException>(() => scellement.Renoncer("Rien.", Maintenant));
    }

    [Fact]
    public void Une_raison_trop_longue_est_coupee()
    {
        var scellement = Demande();

        scellement.Reporter(EtatScellement.EnAttenteHorodatage, new('x', Scellement.ErreurLongueurMax + 1), Maintenant);

        Assert.Equal(Scellement.ErreurLongueurMax, scellement.DerniereErreur!.Length);
    }

    private static Scellement Demande()
    {
        var circuit = UnCircuit.Ouvert();
        circuit.SignerPour(UnCircuit.Presidente);
        circuit.SignerPour(UnCircuit.Directeur);
        return Scellement.Demander(circuit, Maintenant);
    }
}
