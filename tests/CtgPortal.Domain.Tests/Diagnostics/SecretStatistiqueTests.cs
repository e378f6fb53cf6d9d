using CsCheck;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Diagnostics;

public sealed class SecretStatistiqueTests
{
    private const int Seuil = 5;

    private static readonly TerritoireRef Epci = UnDiagnostic.Epci;

    [Fact]
    public void Sans_secret_tout_se_montre()
    {
        var montrables = Masquer(30, 10, 20, 0);

        Assert.Equal([30m, 10m, 20m, 0m], Nombres(montrables));
    }

    [Fact]
    public void Un_seul_secret_face_a_son_total_cache_aussi_la_plus_petite_commune()
    {
        var montrables = Masquer(40, null, 12, 25);

        Assert.Equal([40m, null, null, 25m], Nombres(montrables));
        Assert.Equal(EtatValeur.Secret, montrables[2].Etat);
    }

    [Fact]
    public void Une_commune_a_zero_se_cache_en_dernier() =>
        Assert.Equal([40m, null, 0m, null], Nombres(Masquer(40, null, 0, 37)));

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Deux_secrets_que_leur_somme_trahit_ne_suffisent_pas(int somme) =>
        Assert.Equal([20m + somme, null, null, null], Nombres(Masquer(20 + somme, null, null, 20)));

    [Fact]
    public void Deux_secrets_dont_la_somme_laisse_un_doute_suffisent() =>
        Assert.Equal([25m, null, null, 20m], Nombres(Masquer(25, null, null, 20)));

    [Fact]
    public void Quand_il_n_y_a_plus_de_commune_a_cacher_le_total_se_cache() =>
        Assert.Equal([null, null], Nombres(Masquer(3, [(decimal?)null])));

    [Fact]
    public void Un_total_secret_ne_se_retrouve_pas_en_ajoutant_les_communes()
    {
        var montrables = Masquer(null, 3, 9);

        Assert.Equal([null, null, 9m], Nombres(montrables));
    }

    [Fact]
    public void Une_commune_sans_valeur_laisse_le_doute()
    {
        var valeurs = new[] { Valeur(Epci, 40), Valeur(Commune(0), null), Valeur(Commune(1), 12) };

        var montrables = SecretStatistique.Masquer(NatureIndicateur.Effectif, Seuil, valeurs, [Composition(3)]);

        Assert.Equal([40m, null, 12m], Nombres(montrables));
    }

    [Fact]
    public void Une_valeur_non_disponible_n_est_pas_un_secret_et_ne_cache_rien()
    {
        ValeurIndicateur[] valeurs = [Valeur(Epci, 40), new(2024, Commune(0), EtatValeur.NonDisponible, null, "Caf", 2026), Valeur(Commune(1), 12)];

        Assert.Equal(valeurs, SecretStatistique.Masquer(NatureIndicateur.Effectif, Seuil, valeurs, [Composition(2)]));
    }

    [Fact]
    public void Chaque_annee_se_protege_a_part()
    {
        ValeurIndicateur[] valeurs = [Valeur(Epci, 40), Valeur(Commune(0), null), Valeur(Commune(1), 37), Valeur(Commune(1), 36, 2023), Valeur(Epci, 41, 2023), Valeur(Commune(0), 5, 2023)];

        var montrables = SecretStatistique.Masquer(NatureIndicateur.Effectif, Seuil, valeurs, [Composition(2)]);

        Assert.All(montrables.Where(v => v.Annee == 2023), v => Assert.NotNull(v.Valeur));
        Assert.Equal(1, montrables.Count(v => v.Annee == 2024 && v.Valeur is not null));
    }

    [Fact]
    public void Deux_communautes_se_protegent_chacune()
    {
        TerritoireRef autre = new(TypeTerritoire.Epci, "240700302", "CC voisine");
        ValeurIndicateur[] valeurs = [Valeur(Epci, 40), Valeur(Commune(0), null), Valeur(Commune(1), 37), Valeur(autre, 30), Valeur(Commune(2), null), Valeur(Commune(3), 26)];

        var montrables = SecretStatistique.Masquer(
            NatureIndicateur.Effectif, Seuil, valeurs, [new(Epci.Cle, [Commune(0).Cle, Commune(1).Cle]), new(autre.Cle, [Commune(2).Cle, Commune(3).Cle])]);

        Assert.Equal(["CC des Trois Rivières", "CC voisine"], montrables.Where(v => v.Valeur is not null).Select(v => v.Territoire.Nom));
    }

    [Fact]
    public void Des_parts_ne_s_additionnent_pas()
    {
        var valeurs = new[] { Valeur(Epci, 40), Valeur(Commune(0), null), Valeur(Commune(1), 12) };

        Assert.Equal(valeurs, SecretStatistique.Masquer(NatureIndicateur.Part, null, valeurs, [Composition(2)]));
    }

    [Fact]
    public void Une_part_se_cache_avec_le_nombre_dont_elle_est_tiree()
    {
        var diagnostic = UnDiagnostic.Commence();
        var nombre = diagnostic.AjouterIndicateur(new("famille", "Familles monoparentales", Seuil: Seuil, CodeCatalogue: "mono"), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
        var part = diagnostic.AjouterIndicateur(new("famille", "Part", "%", NatureIndicateur.Part, CodeCatalogue: "part-mono"), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
        foreach (var (territoire, n, p) in new[] { (Epci, 40m, 20m), (Commune(0), 3m, 15m), (Commune(1), 12m, 21m), (Commune(2), 25m, 22m) })
        {
            diagnostic.RenseignerValeur(nombre, Valeur(territoire, n), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
            diagnostic.RenseignerValeur(part, Valeur(territoire, p), StatutConvention.EnDiagnostic, UnDiagnostic.Le);
        }

        var montrables = SecretStatistique.Appliquer(diagnostic.Indicateurs, [Composition(3)], new Dictionary<string, string> { ["part-mono"] = "mono" });

        Assert.Equal([40m, null, null, 25m], Nombres(montrables[nombre]));
        Assert.Equal([20m, null, null, 22m], Nombres(montrables[part]));
        Assert.Equal(21m, SecretStatistique.Appliquer(diagnostic.Indicateurs, [Composition(3)], new Dictionary<string, string>())[part][2].Valeur);
    }

    /// <summary>Counts as the source publishes them: those below the threshold hidden, the total true.</summary>
    private static readonly Gen<int[]> Communes = Gen.Int[0, 14].Array[1, 6];

    [Fact]
    public void Ce_qui_est_secret_ne_se_montre_jamais_et_ce_qui_se_montre_est_vrai() => Communes.Sample(communes =>
    {
        var montrables = Masquer(communes.Sum(), Publies(communes));

        return montrables.Skip(1).Zip(communes).All(c => c.First.Valeur is null || (c.First.Valeur == c.Second && (c.Second == 0 || c.Second >= Seuil)))
            && (montrables[0].Valeur is null || montrables[0].Valeur == communes.Sum());
    });

    [Fact]
    public void Qui_connait_le_seuil_hesite_toujours_entre_deux_valeurs() => Communes.Sample(communes =>
    {
        var publies = Publies(communes);
        var montrables = Masquer(communes.Sum(), publies);
        if (montrables[0].Valeur is not { } total)
        {
            return true;
        }

        var secrets = Enumerable.Range(0, communes.Length).Where(i => publies[i] is null).ToList();
        var autres = Enumerable.Range(0, communes.Length).Where(i => publies[i] is not null && montrables[i + 1].Valeur is null).ToList();
        var reste = (int)(total - montrables.Skip(1).Sum(v => v.Valeur ?? 0));
        return secrets.All(s => Possibles(s, secrets, autres.Count, reste).Count() >= 2);
    });

    [Fact]
    public void Sans_secret_rien_n_est_cache() => Gen.Int[Seuil, 40].Array[1, 8].Sample(communes =>
        Masquer(communes.Sum(), Publies(communes)).All(v => v.Valeur is not null));

    [Fact]
    public void Recommencer_ne_cache_rien_de_plus() => Communes.Sample(communes =>
    {
        var montrables = Masquer(communes.Sum(), Publies(communes));
        var total = montrables[0].Valeur;

        // read again without knowing which were hidden at the source: at most the doubt grows, never shrinks
        var encore = SecretStatistique.Masquer(NatureIndicateur.Effectif, null, montrables, [Composition(communes.Length)]);
        return total is null || encore.Zip(montrables).All(p => p.First.Valeur == p.Second.Valeur);
    });

    /// <summary>By brute force: the values that one secret may take when all that is hidden adds up to the rest.</summary>
    private static IEnumerable<int> Possibles(int secret, List<int> secrets, int autres, int reste) =>
        Enumerable.Range(1, Seuil - 1).Where(v => Completable(secrets.Count(s => s != secret), reste - v, autres));

    private static bool Completable(int secrets, int reste, int autres) =>
        secrets == 0 ? (autres > 0 ? reste >= 0 : reste == 0) : Enumerable.Range(1, Seuil - 1).Any(v => Completable(secrets - 1, reste - v, autres));

    private static decimal?[] Publies(int[] communes) => [.. communes.Select(c => c is > 0 and < Seuil ? (decimal?)null : c)];

    private static IReadOnlyList<ValeurIndicateur> Masquer(decimal? total, params decimal?[] communes) => SecretStatistique.Masquer(
        NatureIndicateur.Effectif, Seuil, [Valeur(Epci, total), .. communes.Select((c, i) => Valeur(Commune(i), c))], [Composition(communes.Length)]);

    private static Composition Composition(int communes) => new(Epci.Cle, [.. Enumerable.Range(0, communes).Select(i => Commune(i).Cle)]);

    private static TerritoireRef Commune(int i) => new(TypeTerritoire.Commune, $"0200{i}", $"Commune {i}");

    private static ValeurIndicateur Valeur(TerritoireRef territoire, decimal? valeur, int annee = 2024) =>
        new(annee, territoire, valeur is null ? EtatValeur.Secret : EtatValeur.Publiee, valeur, "Caf", 2026);

    private static IEnumerable<decimal?> Nombres(IReadOnlyList<ValeurIndicateur> valeurs) => valeurs.Select(v => v.Valeur);
}
