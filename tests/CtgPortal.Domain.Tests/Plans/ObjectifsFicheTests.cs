using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class ObjectifsFicheTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("  \n \r\n", new string[0])]
    [InlineData("Ouvrir", "Ouvrir")]
    [InlineData("- Ouvrir\r\n-  Former\n\n• Accueillir", "Ouvrir", "Former", "Accueillir")]
    [InlineData("1. Ouvrir\n2) Former **vite**\n2026. Fermer", "Ouvrir", "Former **vite**", "2026. Fermer")]
    public void Un_texte_est_un_objectif_par_ligne_sans_puce_ni_numero(string? texte, params string[] attendu) =>
        Assert.Equal(attendu, Objectif.Lignes(texte));

    [Fact]
    public void Une_liste_collee_dans_une_ligne_fait_plusieurs_objectifs_et_le_premier_garde_son_identite()
    {
        var contenu = UneFiche.Complete().Contenu;
        var premier = contenu.Objectifs[0];

        var apres = contenu.AvecObjectifs([(premier.Id, new("- Ouvrir\n- Former")), (contenu.Objectifs[1].Id, new("Accueillir"))]).Normaliser();

        Assert.Equal(["Ouvrir", "Former", "Accueillir"], apres.Objectifs.Select(o => o.Description.Texte));
        Assert.Equal((premier.Id, contenu.Objectifs[1].Id), (apres.Objectifs[0].Id, apres.Objectifs[2].Id));
    }

    [Fact]
    public void Une_liste_dite_en_entier_garde_ce_qui_est_redit_et_reconnait_ce_qui_est_reformule()
    {
        var contenu = UneFiche.Complete().Contenu;
        var (places, horaires) = (contenu.Objectifs[0].Id, contenu.Objectifs[1].Id);

        Assert.Equal([horaires, places], Ids("Des horaires élargis.", "Dix places par an."));
        Assert.Equal([places, horaires], Ids("Vingt places par an.", "Des horaires élargis."));
        Assert.Equal([horaires], Ids("Des horaires élargis."));

        IEnumerable<ObjectifId> Ids(params string[] textes) => contenu.AvecObjectifs(textes).Objectifs.Select(o => o.Id);
    }

    [Fact]
    public void Un_objectif_n_est_dit_qu_une_fois_et_garde_l_indicateur_qui_le_mesure()
    {
        var contenu = UneFiche.Complete().Contenu;
        var lien = contenu.Indicateurs[1].Id;

        var apres = contenu.AvecObjectifs([(null, new("Ouvrir")), (null, new("  Ouvrir ", lien)), (null, new("Former", IndicateurFicheId.New()))]).Normaliser();

        Assert.Equal([("Ouvrir", (IndicateurFicheId?)lien), ("Former", null)], apres.Objectifs.Select(o => (o.Description.Texte, o.Description.Indicateur)));
    }

    [Fact]
    public void L_indicateur_retire_laisse_l_objectif_et_un_indicateur_renomme_ne_change_pas_les_objectifs()
    {
        var fiche = UneFiche.Complete();
        var (premier, second) = (fiche.Indicateurs[0], fiche.Indicateurs[1]);
        fiche.Reecrire(fiche.Contenu.AvecObjectifs([(null, new("Ouvrir", premier.Id)), (null, new("Former", second.Id))]), Etape, Maintenant);

        fiche.DefinirIndicateurs([(second.Id, second.Decrit() with { Intitule = "Agents formés" })], Etape, Maintenant);

        Assert.Equal([null, (IndicateurFicheId?)second.Id], fiche.Objectifs.Select(o => o.IndicateurFicheId));
        Assert.Equal(["Ouvrir", "Former | Agents formés"], ChampsFiche.Objectifs.Texte(fiche.Contenu)!.Split(" ; "));
        var changes = Assert.IsType<FicheRedigee>(fiche.Events[^1]).Changements;
        Assert.Equal(["objectifs-operationnels", "indicateurs"], changes.Select(c => c.Champ));
        fiche.DefinirIndicateurs([(second.Id, second.Decrit() with { Intitule = "Agents de crèche formés" })], Etape, Maintenant);
        Assert.Equal(["indicateurs"], Assert.IsType<FicheRedigee>(fiche.Events[^1]).Changements.Select(c => c.Champ));
    }

    [Fact]
    public void Le_texte_d_avant_donne_toujours_la_meme_identite() =>
        Assert.Equal(Guid.Parse("d4735e3a-265e-16ee-e03f-59718b9b5d03"), ObjectifId.DeTexte("2").Value);
}
