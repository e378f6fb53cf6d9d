using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Diagnostics.Imports;

public class ImportDansDiagnosticTests
{
    private static readonly DateTimeOffset Now = UnDiagnostic.Le;

    [Fact]
    public void Ecrit_tout_en_un_seul_fait_qui_compte_ce_qui_change()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        var bilan = Importer(
            diagnostic,
            new(indicateur, null, [UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 50), UnDiagnostic.Valeur(2024, UnDiagnostic.Aisne, 54), UnDiagnostic.Valeur(2025, UnDiagnostic.Epci, 51)]),
            new(null, new("logement", "Logements sociaux", Seuil: 5), [UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 3)]));

        Assert.Equal(new BilanImport(1, 2, 1, 1, 1), bilan);
        var fait = Assert.IsType<ChiffresImportes>(Assert.Single(diagnostic.Events));
        Assert.Equal(("essai.csv", 1, 2, 1, 1), (fait.Fichier, fait.Indicateurs, fait.Nouvelles, fait.Remplacees, fait.Inchangees));
        Assert.Equal([50m, 51m, 54m], diagnostic.Indicateurs[0].Valeurs.Select(v => v.Valeur!.Value).Order());
        Assert.Equal((EtatValeur.Secret, (decimal?)null), (diagnostic.Indicateurs[1].Valeurs[0].Etat, diagnostic.Indicateurs[1].Valeurs[0].Valeur));
    }

    [Fact]
    public void Ce_qui_est_prevu_est_ce_qui_est_ecrit_et_prevoir_ne_change_rien()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();
        SerieAImporter[] series = [new(indicateur, null, [UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 50)]), new(null, new("logement", "Logements"), [UnDiagnostic.Valeur(2024, UnDiagnostic.Epci, 8)])];

        var prevu = diagnostic.PrevoirImport(series);

        Assert.Equal([EffetImport.Remplacee, EffetImport.Nouvelle], prevu.Select(e => e.Effet));
        Assert.Equal((48.5m, 50m), (prevu[0].Avant!.Valeur, prevu[0].Apres.Valeur));
        Assert.Empty(diagnostic.Events);
        Assert.Equal(48.5m, diagnostic.Indicateurs.Single().Valeurs.Single(v => v.Territoire == UnDiagnostic.Epci).Valeur);
    }

    [Fact]
    public void Ce_qui_ne_change_rien_ne_laisse_pas_de_fait()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        var bilan = Importer(diagnostic, new SerieAImporter(indicateur, null, [UnDiagnostic.Valeur(2024, UnDiagnostic.Aisne, 54)]));

        Assert.Equal(new BilanImport(0, 0, 0, 1, 0), bilan);
        Assert.Empty(diagnostic.Events);
    }

    [Fact]
    public void Un_nouvel_indicateur_deja_la_recoit_les_valeurs_au_lieu_d_etre_double()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();

        Importer(diagnostic, new SerieAImporter(null, new(UnDiagnostic.Champ, "taux de couverture"), [UnDiagnostic.Valeur(2023, UnDiagnostic.Epci, 47)]));

        Assert.Equal(indicateur, Assert.Single(diagnostic.Indicateurs).Id);
        Assert.Equal(3, diagnostic.Indicateurs[0].Valeurs.Count);
    }

    [Fact]
    public void Rien_a_ecrire_ou_un_chiffre_dit_deux_fois_est_refuse_sans_rien_ecrire()
    {
        var (diagnostic, indicateur, _) = UnDiagnostic.Rempli();
        var serie = new SerieAImporter(indicateur, null, [UnDiagnostic.Valeur(2025, UnDiagnostic.Epci, 1)]);

        var vide = Assert.Throws<BusinessRuleException>(() => Importer(diagnostic));
        var deuxFois = Assert.Throws<BusinessRuleException>(() => Importer(diagnostic, serie, serie));

        Assert.Equal(["import-vide", "series-en-double"], vide.Obstacles.Concat(deuxFois.Obstacles).Select(o => o.Code));
        Assert.Equal(2, diagnostic.Indicateurs[0].Valeurs.Count);
    }

    private static BilanImport Importer(Diagnostic diagnostic, params SerieAImporter[] series) =>
        diagnostic.ImporterChiffres(series, "essai.csv", StatutConvention.EnDiagnostic, Now);
}
