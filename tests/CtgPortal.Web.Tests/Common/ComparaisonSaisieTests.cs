using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Comptes;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

public sealed class ComparaisonSaisieTests
{
    [Fact]
    public void Deux_saisies_identiques_n_ont_pas_de_conflit_meme_a_des_revisions_differentes() =>
        Assert.Empty(ComparaisonSaisie.Comparer(new Saisie { Revision = 7, Intitule = "CTG" }, new Saisie { Revision = 3, Intitule = " CTG " }));

    [Fact]
    public void Chaque_champ_different_montre_les_deux_valeurs_dans_les_mots_de_la_page()
    {
        var conflits = ComparaisonSaisie.Comparer(
            new Saisie { Intitule = "CTG 2021-2024", Debut = new(2021, 1, 1), Role = Role.Lecteur },
            new Saisie { Intitule = "CTG 2021-2025", Debut = new(2022, 3, 12), Budget = 1234.5m, Role = Role.Signataire, Valide = true });

        Assert.Equal(
            [
                new("Intitule", "Intitulé", "CTG 2021-2024", "CTG 2021-2025"),
                new("Debut", "Début", "1er\u00A0janvier\u00A02021", "12\u00A0mars\u00A02022"),
                new("Budget", "Budget prévu", "", "1\u202F234,5"),
                new("Role", "Role", "Lecture seule", "Signataire"),
                new("Valide", "Valide", "Non", "Oui"),
            ],
            conflits);
    }

    [Fact]
    public void Une_liste_de_choix_est_un_seul_champ()
    {
        var conflit = Assert.Single(ComparaisonSaisie.Comparer(
            new Saisie { Champs = ["Petite enfance"] }, new Saisie { Champs = ["Petite enfance", "Jeunesse"] }));

        Assert.Equal(("Petite enfance", "Petite enfance, Jeunesse"), (conflit.Enregistre, conflit.Saisi));
    }

    [Fact]
    public void Une_ligne_ajoutee_ou_retiree_se_voit_champ_par_champ()
    {
        var conflits = ComparaisonSaisie.Comparer(
            new Saisie { Signataires = [new() { Nom = "Anne Léger" }, new() { Nom = "Luc Petit", Qualite = "Maire" }] },
            new Saisie { Signataires = [new() { Nom = "Anne Léger", Qualite = "Présidente" }] });

        Assert.Equal(
            [
                new("Signataires[0].Qualite", "Signataire 1 – Qualité", "", "Présidente"),
                new("Signataires[1].Nom", "Signataire 2 – Nom", "Luc Petit", ""),
                new("Signataires[1].Qualite", "Signataire 2 – Qualité", "Maire", ""),
            ],
            conflits);
    }

    [Fact]
    public void La_page_donne_ses_mots_a_un_identifiant()
    {
        var axe = new Guid("01890000-0000-7000-8000-000000000001");

        var conflit = Assert.Single(ComparaisonSaisie.Comparer(
            new Saisie(), new Saisie { Axe = axe }, (champ, valeur) => champ == "Axe" && valeur.Equals(axe) ? "Axe 1 : Jeunesse" : null));

        Assert.Equal("Axe 1 : Jeunesse", conflit.Saisi);
    }

    [Fact]
    public void Les_fins_de_ligne_du_navigateur_ne_sont_pas_un_conflit() =>
        Assert.Empty(ComparaisonSaisie.Comparer(new Saisie { Intitule = "a\nb" }, new Saisie { Intitule = "a\r\nb" }));

    internal sealed class Saisie
    {
        public int Revision { get; set; }

        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";

        [Display(Name = "Début")]
        public DateOnly Debut { get; set; }

        [Display(Name = "Budget prévu")]
        public decimal? Budget { get; set; }

        public Role Role { get; set; }

        public bool Valide { get; set; }

        public Guid? Axe { get; set; }

        public List<string> Champs { get; set; } = [];

        [Display(Name = "Signataire")]
        public List<Ligne> Signataires { get; set; } = [];
    }

    internal sealed class Ligne
    {
        public string Nom { get; set; } = "";

        [Display(Name = "Qualité")]
        public string Qualite { get; set; } = "";
    }
}
