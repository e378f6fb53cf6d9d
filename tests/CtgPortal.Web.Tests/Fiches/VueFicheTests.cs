using CtgPortal.Domain.Plans;
using CtgPortal.Web.Pages.Fiches;

namespace CtgPortal.Web.Tests.Fiches;

/// <summary>What the journal keeps is told in words, not as it is written.</summary>
public sealed class VueFicheTests
{
    [Theory]
    [InlineData("financements", "Caf 2022 Fonctionnement : 1500 / -", "prévu 1\u202F500\u00A0€")]
    [InlineData("financements", "Caf : aide 2022 Fonctionnement : 1500 / 1420.5", "prévu 1\u202F500\u00A0€, réalisé 1\u202F420,50\u00A0€")]
    [InlineData("indicateurs", "Visites | Quantitatif | Realisation | visites | 0 | 500", "Quantitatif, réalisation, visites, 0, 500")]
    [InlineData("operations", "Recenser", "Recenser")]
    public void Une_ligne_entiere_se_lit_en_mots(string champ, string ligne, string mots) =>
        Assert.Equal(mots, VueFiche.Mots(new DifferenceFiche(champ, "Titre", null, null, ligne), null!).Apres);

    [Theory]
    [InlineData("Décider **ensemble**", "Décider *toujours* ensemble", "Décider toujours ensemble")]
    [InlineData("Décider ensemble", "Décider **ensemble**", "Décider **ensemble**")]
    public void Les_marques_ne_se_montrent_que_si_rien_d_autre_ne_change(string avant, string apres, string mots) =>
        Assert.Equal(mots, VueFiche.Mots(new DifferenceFiche("descriptif", null, null, avant, apres), null!).Apres);
}
