using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;

namespace CtgPortal.Domain.Tests.Comptes;

public class ReglesCompteTests
{
    [Theory]
    [InlineData("douze-signes")]
    [InlineData("une phrase que je retiens")]
    [InlineData("Demo-2026-Ctg!")]
    public void Un_mot_de_passe_assez_long_est_admis_sans_signe_impose(string motDePasse) =>
        Assert.Empty(ReglesMotDePasse.Obstacles(motDePasse, "claire.morel@exemple.fr"));

    [Theory]
    [InlineData("onze-signes", "mot-de-passe-longueur")]
    [InlineData("CLAIRE.MOREL@exemple.fr", "mot-de-passe-courriel")]
    [InlineData("claire.morel", "mot-de-passe-courriel")]
    [InlineData("aaaaaaaaaaaa", "mot-de-passe-trivial")]
    [InlineData("123456789012", "mot-de-passe-trivial")]
    [InlineData("azertyuiopqs", "mot-de-passe-trivial")]
    [InlineData("Mot de passe 1234", "mot-de-passe-trivial")]
    public void Un_mot_de_passe_trop_court_ou_trop_simple_est_refuse(string motDePasse, string code) =>
        Assert.Equal(code, Assert.Single(ReglesMotDePasse.Obstacles(motDePasse, "claire.morel@exemple.fr")).Code);

    [Theory]
    [InlineData(ReglesMotDePasse.LongueurMax, 0)]
    [InlineData(ReglesMotDePasse.LongueurMax + 1, 1)]
    public void Un_mot_de_passe_a_une_longueur_maximale(int longueur, int refus) =>
        Assert.Equal(refus, ReglesMotDePasse.Obstacles(string.Concat(Enumerable.Repeat("mesures ", 20))[..longueur], "a@exemple.fr").Count);

    [Theory]
    [InlineData(true, false, false, "")]
    [InlineData(false, false, false, "deja-desactive")]
    [InlineData(true, true, false, "soi-meme")]
    [InlineData(true, false, true, "dernier-administrateur")]
    [InlineData(true, true, true, "soi-meme dernier-administrateur")]
    public void Un_compte_se_desactive_sous_conditions(bool estActif, bool soiMeme, bool dernier, string codes) =>
        Assert.Equal(codes, Codes(ReglesCompte.ObstaclesADesactiver(estActif, soiMeme, dernier)));

    [Theory]
    [InlineData(Role.Administrateur, true, "")]
    [InlineData(Role.Lecteur, false, "")]
    [InlineData(Role.Lecteur, true, "dernier-administrateur")]
    public void Le_dernier_administrateur_garde_son_role(Role role, bool dernier, string codes) =>
        Assert.Equal(codes, Codes(ReglesCompte.ObstaclesAHabiliter([new(role, Habilitation.PorteesDe(role)[0], "021")], dernier)));

    [Fact]
    public void Une_habilitation_s_exerce_a_son_echelle() =>
        Assert.Equal("portee-incoherente", Codes(ReglesCompte.ObstaclesAHabiliter([new(Role.Administrateur, Portee.Caf, "021")], false)));

    private static string Codes(IEnumerable<Obstacle> obstacles) => string.Join(' ', obstacles.Select(o => o.Code));
}
