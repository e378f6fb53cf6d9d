using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Plans;

public sealed class CompletudeFicheTests
{
    private static readonly ContenuFiche Complet = UneFiche.Complete().Contenu;

    /// <summary>One thing taken away, and the section that must then be filled in.</summary>
    public static TheoryData<string, SectionDeFiche> Manques => new()
    {
        { "champs", SectionDeFiche.Identite },
        { "constat", SectionDeFiche.Pourquoi },
        { "objectif-general", SectionDeFiche.Quoi },
        { "descriptif", SectionDeFiche.Quoi },
        { "nature", SectionDeFiche.Quoi },
        { "publics", SectionDeFiche.PourQui },
        { "pilote-structure", SectionDeFiche.Qui },
        { "calendrier", SectionDeFiche.Quand },
        { "financements", SectionDeFiche.Financements },
        { "resultats-attendus", SectionDeFiche.Resultats },
        { "indicateurs", SectionDeFiche.Indicateurs },
    };

    [Fact]
    public void Une_fiche_complete_ne_manque_de_rien_et_une_fiche_nouvelle_de_tout_dans_l_ordre_des_pages()
    {
        Assert.Empty(CompletudeFiche.Manques(Complet));

        var manques = CompletudeFiche.Manques(UneFiche.Nouvelle().Contenu);
        Assert.Equal(Manques.Select(m => m.Data.Item1), manques.SelectMany(m => m.Champs));
        Assert.Equal(manques.Select(m => m.Section).Order(), manques.Select(m => m.Section));
    }

    [Theory, MemberData(nameof(Manques))]
    public void Ce_qui_manque_se_dit_seul_et_a_sa_rubrique(string champ, SectionDeFiche section)
    {
        var (manque, champs) = Assert.Single(CompletudeFiche.Manques(Sans(champ)));

        Assert.Equal((section, champ), (manque, Assert.Single(champs)));
    }

    [Fact]
    public void Ce_qui_se_dit_autrement_ne_manque_pas()
    {
        Assert.Empty(CompletudeFiche.Manques(Complet with { Quoi = Complet.Quoi with { Descriptif = null } }));
        Assert.Empty(CompletudeFiche.Manques(Complet with { Qui = QuiFiche.Vide with { PilotePersonne = "Marie Petit" } }));
        Assert.Empty(CompletudeFiche.Manques(Complet with { Quand = QuandFiche.Vide with { AmeliorationContinue = true } }));
        Assert.Empty(CompletudeFiche.Manques(Complet with { Financements = [], Moyens = Complet.Moyens with { FinancementADefinir = true } }));
    }

    private static ContenuFiche Sans(string champ) => champ switch
    {
        "champs" => Complet with { Identite = Complet.Identite with { Champs = [] } },
        "constat" => Complet with { Pourquoi = Complet.Pourquoi with { Constat = null } },
        "objectif-general" => Complet with { Quoi = Complet.Quoi with { ObjectifGeneral = null } },
        "descriptif" => Complet with { Quoi = Complet.Quoi with { Descriptif = null }, Operations = [] },
        "nature" => Complet with { Quoi = Complet.Quoi with { Nature = null } },
        "publics" => Complet with { PourQui = Complet.PourQui with { Publics = null } },
        "pilote-structure" => Complet with { Qui = QuiFiche.Vide },
        "calendrier" => Complet with { Quand = QuandFiche.Vide },
        "financements" => Complet with { Financements = [] },
        "resultats-attendus" => Complet with { Resultats = Complet.Resultats with { ResultatsAttendus = null } },
        "indicateurs" => Complet with { Indicateurs = [] },
        _ => throw new ArgumentOutOfRangeException(nameof(champ), champ, null),
    };
}
