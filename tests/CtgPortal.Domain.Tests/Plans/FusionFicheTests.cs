using System.Globalization;
using System.Text.Json;
using CsCheck;
using CtgPortal.Domain.Plans;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Plans;

/// <summary>Two persons write on the same fiche from the same start: whatever they do, nothing that does not collide is lost.</summary>
public sealed class FusionFicheTests
{
    private static readonly ContenuFiche Depart = UneFiche.Complete().Contenu;

    /// <summary>What people do to a fiche; each act names the places it touches, so that a test knows which acts may collide.</summary>
    private static readonly IReadOnlyList<(string Place, Func<ContenuFiche, int, ContenuFiche> Faire)> Gestes =
    [
        .. ChampsFiche.Tous.Where(c => c.Type == typeof(string)).Select(c =>
            (c.Code, new Func<ContenuFiche, int, ContenuFiche>((x, n) => c.Ecrire(x, $"{c.Code} {n}")))),
        ("nombre-vise", (x, n) => x with { PourQui = x.PourQui with { NombreVise = n } }),
        ("etp", (x, n) => x with { Moyens = x.Moyens with { Etp = n } }),
        ("nature", (x, n) => x with { Quoi = x.Quoi with { Nature = n % 2 == 0 ? NatureAction.AMaintenir : NatureAction.ADevelopper } }),
        ("debut", (x, n) => x with { Quand = x.Quand with { Debut = new DateOnly(2024, 1, 1).AddDays(n) } }),
        ("champs+", (x, n) => x with { Identite = x.Identite with { Champs = [.. x.Identite.Champs, $"champ {n}"] } }),
        ("champs-", (x, _) => x with { Identite = x.Identite with { Champs = [.. x.Identite.Champs.Except(["petite enfance"])] } }),
        ("objectif 0 texte", (x, n) => Objectif(x, 0, o => o with { Description = o.Description with { Texte = $"objectif {n}" } })),
        ("objectif 0 indicateur", (x, n) => Objectif(x, 0, o => o.MesurePar(n % 3 == 0 ? null : x.Indicateurs[n % 2].Id))),
        ("objectif 1", (x, n) => n % 2 == 0
            ? Objectif(x, 1, o => o with { Description = o.Description with { Texte = $"autre objectif {n}" } })
            : x with { Objectifs = [.. x.Objectifs.Where(o => o.Id != Depart.Objectifs[1].Id)] }),
        ("objectif +", (x, n) => x with { Objectifs = [.. x.Objectifs.Where(o => o.Id.Value != Ajout(n).Value), new(new(Ajout(n).Value), new($"objectif ajouté {n}"))] }),
        ("operation 0 budget", (x, n) => Operation(x, 0, d => d with { Budget = n })),
        ("operation 0 pilote", (x, n) => Operation(x, 0, d => d with { Pilote = $"pilote {n}" })),
        ("operation 1", (x, n) => n % 2 == 0 ? Operation(x, 1, d => d with { Intitule = $"étape {n}" }) : SansOperation(x, 1)),
        ("operation +", (x, n) => x with { Operations = [.. SansOperation(x, Ajout(n)).Operations, new(Ajout(n), new($"ajout {n}", null, null, null, null, null))] }),
        ("financement prevu", (x, n) => Financement(x, prevu: n, realise: null)),
        ("financement realise", (x, n) => Financement(x, prevu: null, realise: n)),
        ("financement +", (x, n) => x with { Financements = [.. x.Financements.Where(f => f.Financeur != $"Financeur {n}"), new($"Financeur {n}", 2028, NatureDepense.Fonctionnement, n, null)] }),
        ("indicateur cible", (x, n) => Indicateur(x, d => d with { Cible = n })),
        ("indicateur source", (x, n) => Indicateur(x, d => d with { Source = $"source {n}" })),
    ];

    private static readonly Gen<(int Geste, int Valeur)[]> Suite = Gen.Select(Gen.Int[0, Gestes.Count - 1], Gen.Int[0, 5]).Array[0, 12];

    [Fact]
    public void Sans_changement_des_autres_la_saisie_est_gardee_telle_quelle() =>
        Suite.Sample(suite =>
        {
            var saisi = Appliquer(suite);

            var fusion = FusionFiche.Fusionner(Depart, Depart, saisi);

            Assert.Empty(fusion.Conflits);
            Assert.Empty(ChampsFiche.Differents(fusion.Contenu, saisi));
        });

    [Fact]
    public void Sans_saisie_ce_qui_est_enregistre_reste() =>
        Suite.Sample(suite =>
        {
            var actuel = Appliquer(suite);

            var fusion = FusionFiche.Fusionner(Depart, actuel, Depart);

            Assert.Empty(fusion.Conflits);
            Assert.Empty(ChampsFiche.Differents(fusion.Contenu, actuel));
        });

    [Fact]
    public void La_meme_modification_faite_par_deux_personnes_ne_se_heurte_pas() =>
        Suite.Sample(suite =>
        {
            var meme = Appliquer(suite);

            var fusion = FusionFiche.Fusionner(Depart, meme, meme);

            Assert.Empty(fusion.Conflits);
            Assert.Empty(ChampsFiche.Differents(fusion.Contenu, meme));
        });

    [Fact]
    public void Des_modifications_en_des_places_differentes_sont_toutes_gardees_dans_les_deux_sens() =>
        Gen.Select(Suite, Gen.Int[0, 1].Array[Gestes.Count]).Sample((suite, camps) =>
        {
            var (miens, leurs) = (suite.Where(g => camps[g.Geste] == 0).ToArray(), suite.Where(g => camps[g.Geste] == 1).ToArray());

            var aller = FusionFiche.Fusionner(Depart, Appliquer(leurs), Appliquer(miens));
            var retour = FusionFiche.Fusionner(Depart, Appliquer(miens), Appliquer(leurs));

            Assert.Empty(aller.Conflits);
            Assert.Empty(retour.Conflits);
            Assert.Equal(Places(aller.Contenu), Places(retour.Contenu));
            Assert.Equal(Places(Appliquer([.. miens, .. leurs])), Places(aller.Contenu));
        });

    [Fact]
    public void Aucune_valeur_ne_s_invente_et_un_choix_pour_chaque_conflit_les_epuise() =>
        Gen.Select(Suite, Suite, Gen.Bool).Sample((a, b, garde) =>
        {
            var (actuel, saisi) = (Appliquer(a), Appliquer(b));
            var fusion = FusionFiche.Fusionner(Depart, actuel, saisi);
            var choix = fusion.Conflits.ToDictionary(c => c.Cle, _ => garde ? Camp.Mien : Camp.Leur);

            var tranchee = FusionFiche.Fusionner(Depart, actuel, saisi, choix);

            var connues = new[] { Depart, actuel, saisi }.SelectMany(Places).ToHashSet();
            Assert.All(Places(fusion.Contenu), p => Assert.Contains(p, connues));
            Assert.All(Places(tranchee.Contenu), p => Assert.Contains(p, connues));
            Assert.Empty(tranchee.Conflits);
            Assert.All(fusion.Conflits, c => Assert.NotEqual(c.Mien, c.Leur));
        });

    [Fact]
    public void Deux_textes_pour_un_meme_champ_se_choisissent()
    {
        var (actuel, saisi) = (Texte("descriptif", "Le leur"), Texte("descriptif", "Le mien"));

        var fusion = FusionFiche.Fusionner(Depart, actuel, saisi);
        var mien = FusionFiche.Fusionner(Depart, actuel, saisi, new Dictionary<string, Camp> { ["descriptif"] = Camp.Mien });
        var leur = FusionFiche.Fusionner(Depart, actuel, saisi, new Dictionary<string, Camp> { ["descriptif"] = Camp.Leur });

        Assert.Equal([new("descriptif", null, null, null, "Un relais itinérant.", "Le mien", "Le leur")], fusion.Conflits);
        Assert.Equal("Le leur", fusion.Contenu.Quoi.Descriptif);
        Assert.Equal(("Le mien", 0), (mien.Contenu.Quoi.Descriptif, mien.Conflits.Count));
        Assert.Equal(("Le leur", 0), (leur.Contenu.Quoi.Descriptif, leur.Conflits.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Une_ligne_retiree_par_l_un_et_changee_par_l_autre_se_choisit(bool jeLaRetire)
    {
        var (retiree, changee) = (SansOperation(Depart, 0), Operation(Depart, 0, d => d with { Budget = 1 }));

        var fusion = jeLaRetire ? FusionFiche.Fusionner(Depart, changee, retiree) : FusionFiche.Fusionner(Depart, retiree, changee);

        var conflit = Assert.Single(fusion.Conflits);
        Assert.Equal(("operations", "Recruter", null), (conflit.Champ, conflit.Titre, conflit.Colonne));
        Assert.Equal(("Recruter | CC | 1 | 2026", null), jeLaRetire ? (conflit.Leur, conflit.Mien) : (conflit.Mien, conflit.Leur));
    }

    [Fact]
    public void Un_meme_financement_ajoute_deux_fois_avec_deux_montants_se_choisit()
    {
        static ContenuFiche Avec(string financeur, decimal prevu) =>
            Depart with { Financements = [.. Depart.Financements, new(financeur, 2029, NatureDepense.Fonctionnement, prevu, null)] };

        var conflit = Assert.Single(FusionFiche.Fusionner(Depart, Avec("MSA", 10), Avec("msa", 20)).Conflits);

        Assert.Equal(("financements", "prevu", "20", "10"), (conflit.Champ, conflit.Colonne, conflit.Mien, conflit.Leur));
    }

    [Fact]
    public void Un_financement_dont_l_un_vide_le_prevu_et_l_autre_le_realise_se_choisit_en_entier()
    {
        var conflit = Assert.Single(FusionFiche.Fusionner(Depart, Montants(null, 28_500.5m), Montants(30_000, null)).Conflits);

        Assert.Equal(("financements", (string?)null), (conflit.Champ, conflit.Colonne));

        static ContenuFiche Montants(decimal? prevu, decimal? realise) =>
            Depart with { Financements = [new("Caf", 2026, NatureDepense.Fonctionnement, prevu, realise), .. Depart.Financements.Skip(1)] };
    }

    [Fact]
    public void Des_dates_qui_ne_vont_pas_ensemble_se_choisissent_ensemble()
    {
        var sansFin = Depart with { Quand = Depart.Quand with { Fin = null, AmeliorationContinue = true } };
        var plusTard = Depart with { Quand = Depart.Quand with { Fin = new DateOnly(2029, 1, 1) } };
        var debutTardif = Depart with { Quand = Depart.Quand with { Debut = new DateOnly(2028, 12, 1), Fin = new DateOnly(2028, 12, 31) } };
        var finProche = Depart with { Quand = Depart.Quand with { Fin = new DateOnly(2027, 1, 1) } };

        Assert.Equal(["fin", "amelioration-continue"], FusionFiche.Fusionner(Depart, sansFin, plusTard).Conflits.Select(c => c.Champ));
        Assert.Contains("fin", FusionFiche.Fusionner(Depart, debutTardif, finProche).Conflits.Select(c => c.Champ));
    }

    [Fact]
    public void L_ordre_de_qui_deplace_les_lignes_est_garde_et_l_ajout_de_l_autre_reste()
    {
        var deplacees = Depart with { Operations = [.. Depart.Operations.Reverse()] };
        var ajoutee = Depart with { Operations = [.. Depart.Operations, new(OperationId.New(), new("Évaluer", null, null, null, null, null))] };

        var attendu = new[] { "Ouvrir", "Évaluer", "Recruter" };
        Assert.Equal(attendu, FusionFiche.Fusionner(Depart, ajoutee, deplacees).Contenu.Operations.Select(o => o.Description.Intitule));
        Assert.Equal(attendu.Order(), FusionFiche.Fusionner(Depart, deplacees, ajoutee).Contenu.Operations.Select(o => o.Description.Intitule).Order());
    }

    [Fact]
    public void L_indicateur_d_un_objectif_se_choisit_par_son_nom()
    {
        var (actuel, saisi) = (Mesure(0), Mesure(1));

        var conflit = Assert.Single(FusionFiche.Fusionner(Depart, actuel, saisi).Conflits);

        Assert.Equal(("objectifs-operationnels", "Dix places par an.", "indicateur"), (conflit.Champ, conflit.Titre, conflit.Colonne));
        Assert.Equal((null, "Satisfaction des familles", "Places ouvertes"), (conflit.Depart, conflit.Mien, conflit.Leur));

        static ContenuFiche Mesure(int indicateur) => Objectif(Depart, 0, o => o.MesurePar(Depart.Indicateurs[indicateur].Id));
    }

    [Fact]
    public void Les_champs_ont_chacun_leur_code_et_disent_tout_le_contenu()
    {
        Assert.Equal(ChampsFiche.Tous.Count, ChampsFiche.Tous.DistinctBy(c => c.Code).Count());
        var vide = UneFiche.Nouvelle().Contenu;
        var copie = ChampsFiche.Tous.Aggregate(vide, (vers, champ) => champ.Copier(Depart, vers));

        Assert.Equal(JsonSerializer.Serialize(Depart), JsonSerializer.Serialize(copie));
    }

    private static ContenuFiche Appliquer((int Geste, int Valeur)[] suite) =>
        suite.Aggregate(Depart, (contenu, g) => Gestes[g.Geste].Faire(contenu, g.Valeur)).Normaliser();

    private static ContenuFiche Texte(string champ, string texte) => ChampsFiche.De(champ).Ecrire(Depart, texte);

    private static ContenuFiche Operation(ContenuFiche c, int rang, Func<DescriptionOperation, DescriptionOperation> ecrire) => c with
    {
        Operations = [.. c.Operations.Select(o => o.Id == Depart.Operations[rang].Id ? o with { Description = ecrire(o.Description) } : o)],
    };

    private static ContenuFiche Objectif(ContenuFiche c, int rang, Func<LigneObjectif, LigneObjectif> ecrire) =>
        c with { Objectifs = [.. c.Objectifs.Select(o => o.Id == Depart.Objectifs[rang].Id ? ecrire(o) : o)] };

    private static ContenuFiche SansOperation(ContenuFiche c, int rang) => SansOperation(c, Depart.Operations[rang].Id);

    private static ContenuFiche SansOperation(ContenuFiche c, OperationId id) => c with { Operations = [.. c.Operations.Where(o => o.Id != id)] };

    private static OperationId Ajout(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static ContenuFiche Financement(ContenuFiche c, decimal? prevu, decimal? realise) => c with
    {
        Financements =
        [
            .. c.Financements.Select(f => f is { Financeur: "Caf", Annee: 2026 }
                ? new Financement("Caf", 2026, f.Nature, prevu ?? f.Prevu, realise ?? f.Realise)
                : f),
        ],
    };

    private static ContenuFiche Indicateur(ContenuFiche c, Func<DescriptionIndicateur, DescriptionIndicateur> ecrire) =>
        c with { Indicateurs = [c.Indicateurs[0] with { Description = ecrire(c.Indicateurs[0].Description) }, .. c.Indicateurs.Skip(1)] };

    /// <summary>Every value of a content with its place; the order of lines is not one.</summary>
    private static List<string> Places(ContenuFiche c) =>
    [
        .. ChampsFiche.Tous.Where(x => x.Nature is not (NatureChamp.Lignes or NatureChamp.Liste)).Select(x => $"{x.Code} = {x.Texte(c)}"),
        .. c.Identite.Champs.Select(v => $"champs : {v}").Distinct().Order(StringComparer.Ordinal),
        .. Cellules(ChampsFiche.Objectifs, c).Order(StringComparer.Ordinal),
        .. Cellules(ChampsFiche.Operations, c).Order(StringComparer.Ordinal),
        .. Cellules(ChampsFiche.Financements, c).Order(StringComparer.Ordinal),
        .. Cellules(ChampsFiche.Indicateurs, c).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Cellules<T>(ChampLignes<T> champ, ContenuFiche c)
        where T : class, IEquatable<T> =>
        champ.Lignes(c).SelectMany(l => champ.Genre.Colonnes.Select(k => $"{champ.Code} {champ.Genre.Cle(l)} {k.Code} = {(k.Lire(l) is decimal d ? d.ToString("0.##", CultureInfo.InvariantCulture) : k.Lire(l))}"));
}
