using CsCheck;
using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Tests.Textes;

public sealed class MotsComparesTests
{
    private static readonly string[] Pieces = ["le", "la", "famille", "Caf", "l’accueil", "12", " ", "  ", "\n", ",", ".", "é", "– ", "mots", "«", "»"];

    private static readonly Gen<string> Textes = Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(rangs => string.Concat(rangs.Select(r => Pieces[r])));

    [Fact]
    public void Les_deux_textes_se_retrouvent_dans_les_fragments() => Gen.Select(Textes, Textes).Sample((avant, apres) =>
    {
        var fragments = MotsCompares.Entre(avant, apres);
        Assert.Equal(avant, string.Concat(fragments.Where(f => f.Etat != EtatFragment.Insere).Select(f => f.Texte)));
        Assert.Equal(apres, string.Concat(fragments.Where(f => f.Etat != EtatFragment.Supprime).Select(f => f.Texte)));
        Assert.All(fragments, f => Assert.NotEmpty(f.Texte));
    });

    [Fact]
    public void Un_texte_compare_a_lui_meme_n_a_rien_de_change() => Textes.Sample(texte =>
        Assert.All(MotsCompares.Entre(texte, texte), f => Assert.Equal(EtatFragment.Commun, f.Etat)));

    [Fact]
    public void Mot_par_mot_et_les_changements_qui_se_touchent_restent_ensemble()
    {
        var fragments = MotsCompares.Entre("La Caf soutient quatre services du territoire.", "La Caf finance les services du territoire, et au-delà.");

        Assert.Equal(
            [
                new(EtatFragment.Commun, "La Caf "), new(EtatFragment.Supprime, "soutient quatre"), new(EtatFragment.Insere, "finance les"),
                new(EtatFragment.Commun, " services du territoire"), new(EtatFragment.Insere, ", et au-delà"), new Fragment(EtatFragment.Commun, "."),
            ],
            fragments);
        Assert.Equal((4, 2), (MotsCompares.Mots(fragments, EtatFragment.Insere), MotsCompares.Mots(fragments, EtatFragment.Supprime)));
    }

    [Fact]
    public void Un_nombre_dont_les_chiffres_sont_groupes_change_d_un_bloc()
    {
        var fragments = MotsCompares.Entre("Aide de 3\u202F000\u00A0€ par an, versée au gestionnaire", "Aide de 6\u202F000\u00A0€ par an, versée au gestionnaire");

        Assert.Equal("3\u202F000", Assert.Single(fragments, f => f.Etat == EtatFragment.Supprime).Texte);
        Assert.Equal("6\u202F000", Assert.Single(fragments, f => f.Etat == EtatFragment.Insere).Texte);
    }

    [Fact]
    public void Deux_redactions_sans_rien_de_commun_se_lisent_l_une_apres_l_autre()
    {
        Assert.Equal(
            [new(EtatFragment.Supprime, "Les parties se réunissent une fois par an.\n"), new Fragment(EtatFragment.Insere, "Un comité suit la convention tous les six mois")],
            MotsCompares.EntreRedactions("Les parties se réunissent une fois par an.", "Un comité suit la convention tous les six mois"));
        Assert.Equal(
            [new(EtatFragment.Commun, "Le tribunal de "), new(EtatFragment.Supprime, "Laon"), new Fragment(EtatFragment.Insere, "Lille")],
            MotsCompares.EntreRedactions("Le tribunal de Laon", "Le tribunal de Lille"));
        Assert.Equal([new Fragment(EtatFragment.Insere, "Caf")], MotsCompares.EntreRedactions("", "Caf"));
    }

    [Fact]
    public void Une_liste_se_compare_element_par_element()
    {
        Assert.Equal(
            [new(EtatFragment.Commun, "Caf"), new(EtatFragment.Supprime, "MSA"), new(EtatFragment.Insere, "Département\nRégion"), new Fragment(EtatFragment.Commun, "Centres sociaux")],
            MotsCompares.EntreListes(["Caf", "MSA", "Centres sociaux"], ["Caf", "Département", "Région", "Centres sociaux"]));
        Assert.Equal([new Fragment(EtatFragment.Insere, "Caf")], MotsCompares.EntreListes([], ["Caf"]));
    }

    [Fact]
    public void Ce_qui_n_a_pas_change_s_abrege_autour_de_ce_qui_a_change()
    {
        var longueur = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"mot{i}"));
        var fragments = MotsCompares.Entre($"{longueur} ancien {longueur}", $"{longueur} nouveau {longueur}");

        var courts = MotsCompares.Abreger(fragments);

        Assert.NotNull(courts);
        Assert.StartsWith(" […] mot51 ", courts[0].Texte, StringComparison.Ordinal);
        Assert.EndsWith(" mot10 […] ", courts[^1].Texte, StringComparison.Ordinal);
        Assert.Equal(fragments.Where(f => f.Etat != EtatFragment.Commun), courts.Where(f => f.Etat != EtatFragment.Commun));
        Assert.Null(MotsCompares.Abreger(MotsCompares.Entre("un texte court", "un texte bref")));
    }
}
