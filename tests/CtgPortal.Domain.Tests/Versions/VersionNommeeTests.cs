using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Versions;

namespace CtgPortal.Domain.Tests.Versions;

public sealed class VersionNommeeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly UtilisateurId Lea = UtilisateurId.New();
    private static readonly Piece Contenu = Piece.Deposer(ConventionId.New(), NaturePiece.VersionGardee, "v.json", "application/json", "{}"u8.ToArray(), Now);

    [Fact]
    public void Garder_une_version_dit_qui_quand_et_ce_qu_elle_contient()
    {
        var version = VersionNommee.Garder(3, "  Après le comité  ", " ", Contenu, Lea, "Léa Martin", Now);

        Assert.Equal((3, "Après le comité", null, Contenu.Id, Contenu.Empreinte, Lea, "Léa Martin", Now),
            (version.Numero, version.Nom, version.Note, version.ContenuId, version.Empreinte, version.Par!.Value, version.ParNom, version.Le));
        Assert.Equal([new VersionGardee(Contenu.ConventionId, 3, "Après le comité", Now)], version.Events);
        Assert.Equal(1, version.Revision);
    }

    [Theory]
    [InlineData(null, "nom-version-absent")]
    [InlineData("   ", "nom-version-absent")]
    public void Une_version_a_un_nom(string? nom, string code) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<BusinessRuleException>(() => VersionNommee.Garder(1, nom!, null, Contenu, Lea, "Léa", Now)).Obstacles).Code);

    [Fact]
    public void Un_nom_et_une_note_ont_une_longueur()
    {
        var nom = new string('x', VersionNommee.NomLongueurMax + 1);
        var note = new string('x', VersionNommee.NoteLongueurMax + 1);

        Assert.Throws<BusinessRuleException>(() => VersionNommee.Garder(1, nom, null, Contenu, Lea, "Léa", Now));
        Assert.Throws<BusinessRuleException>(() => VersionNommee.Garder(1, "n", note, Contenu, Lea, "Léa", Now));
        Assert.Equal(VersionNommee.ParLongueurMax, VersionNommee.Garder(1, "n", null, Contenu, null, new string('y', 400), Now).ParNom.Length);
    }

    [Fact]
    public void Le_texte_fige_est_une_version_dont_l_historique_parle_deja()
    {
        var version = VersionNommee.Figer(4, 2, Contenu, Lea, "Léa Martin", Now);

        Assert.Equal(("Texte n° 2 soumis à la signature", 2), (version.Nom, version.NumeroFige));
        Assert.Empty(version.Events);
        Assert.Equal(1, version.Revision);
        var refus = Assert.Throws<BusinessRuleException>(() => version.DeclarerSansObjet("Erreur", "Léa", Now));
        Assert.Equal("version-figee", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Une_version_ne_s_efface_pas_elle_se_dit_sans_objet_une_fois_avec_un_motif()
    {
        var version = VersionNommee.Garder(1, "Essai", null, Contenu, Lea, "Léa", Now);

        Assert.Throws<BusinessRuleException>(() => version.DeclarerSansObjet(" ", "Léa", Now));
        Assert.Null(version.SansObjetLe);
        version.DeclarerSansObjet(" Gardée par erreur ", "Camille", Now.AddDays(1));

        Assert.Equal((Now.AddDays(1), "Gardée par erreur", "Camille"), (version.SansObjetLe, version.SansObjetMotif, version.SansObjetParNom));
        Assert.Equal(new VersionDeclareeSansObjet(Contenu.ConventionId, 1, "Essai", "Gardée par erreur", Now.AddDays(1)), version.Events[^1]);
        Assert.Equal(Contenu.Empreinte, version.Empreinte);
        Assert.Equal("version-deja-sans-objet", Assert.Single(Assert.Throws<BusinessRuleException>(() => version.DeclarerSansObjet("Encore", "Léa", Now)).Obstacles).Code);
    }
}
