using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Versions;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using NatureChamp = CtgPortal.Domain.Plans.NatureChamp;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>What the demonstration shows of the ten territories is what their sources say, and nothing where they say nothing.</summary>
public sealed class FideliteTests(DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    private const string TroisRivieres = "240200600";

    [Theory]
    [InlineData(TroisRivieres, "CC des Trois Rivières", "02", StatutConvention.EnSuivi, "2021-01-01/2024-12-31", 1, null, 26)]
    [InlineData("", "Territoire non nommé (source anonyme)", "02", StatutConvention.EnRedaction, "2021-01-01/2025-12-31", null, null, 0)]
    [InlineData("200039832", "CC Pays des Vans en Cévennes", "07", StatutConvention.EnAteliers, null, null, null, 15)]
    [InlineData("240700302", "CC du Pays Beaume-Drobie", "07", StatutConvention.EnAteliers, null, null, null, 19)]
    [InlineData("49007", "Angers", "49", StatutConvention.EnSuivi, null, null, "2019-09-06", 1)]
    [InlineData("97418", "Sainte-Marie", "974", StatutConvention.Terminee, "2015-01-01/2017-12-31", 3, null, 1)]
    [InlineData("243200409", "CC du Bas Armagnac", "32", StatutConvention.EnSuivi, null, null, null, 26)]
    [InlineData("200069177", "CC Mond'Arverne Communauté", "63", StatutConvention.EnSuivi, "2019-01-01/2023-12-31", null, "2019-12-23", 27)]
    [InlineData("200069391", "CA Lamballe Terre et Mer", "22", StatutConvention.EnSuivi, null, null, null, 38)]
    [InlineData("200065928", "CA Lannion-Trégor Communauté", "22", StatutConvention.EnDiagnostic, null, null, null, 57)]
    [InlineData("200066371", "CC Causses et Vallée de la Dordogne", "46", StatutConvention.EnDiagnostic, null, null, null, 77)]
    public void Chaque_convention_porte_les_faits_et_rien_de_plus(
        string code, string nom, string caf, StatutConvention statut, string? periode, int? generation, string? signeeLe, int communes)
    {
        var convention = donnees.De(code);

        Assert.Equal(nom, convention.Titulaires.Single().Nom);
        Assert.Equal((caf, caf), (convention.CafCode, convention.Departement));
        Assert.Equal(statut, convention.Statut);
        Assert.Equal(periode, convention.Periode?.ToString());
        Assert.Equal(generation, convention.Generation);
        Assert.Equal(communes, convention.Perimetre.Count);
        if (code != TroisRivieres)
        {
            Assert.Equal(signeeLe is null ? null : DateOnly.ParseExact(signeeLe, "yyyy-MM-dd"), convention.SigneeLe);
            Assert.All(donnees.Deliberations.Where(d => d.ConventionId == convention.Id), d => Assert.Equal(("", "EXEMPLE-07"), (code, d.Reference.Numero)));
            Assert.All(convention.Parties, p => Assert.Empty(p.Signataires));
        }
    }

    [Fact]
    public async Task Trois_Rivieres_a_ses_six_axes_et_ses_quatorze_fiches()
    {
        var convention = donnees.De(TroisRivieres);
        var plan = await donnees.PlanAsync(convention);
        var fiches = await donnees.FichesAsync(convention);

        Assert.Equal(["Axe", "Fiche action"], plan.Niveaux);
        Assert.Equal(Numerotation.Continue, plan.Numerotation);
        Assert.Equal(
            [
                "La communication, ou comment mieux mobiliser les services aux familles existants en réponse aux enjeux du territoire",
                "La proximité et la mobilité, ou comment lever les différents freins pour améliorer l'accessibilité aux services",
                "Le logement, ou comment lutter contre le mal logement",
                "La petite-enfance et la jeunesse, ou comment proposer des services de qualité adapté à chaque étape du développement des enfants",
                "Les personnes vulnérables, ou comment prendre en compte leur quotidien",
                "La coordination, ou comment optimiser le fonctionnement des services aux familles et mieux prendre en compte les besoins des publics vulnérables",
            ],
            plan.Axes.Select(a => a.Intitule));
        Assert.Equal([1, 4, 2, 4, 1, 2], plan.Axes.Select(a => plan.Emplacements.Count(e => e.AxeId == a.Id)));
        Assert.Equal(
            [
                ("1", "Création d'une plateforme d'information et de communication"),
                ("2", "Rendre accessible tous les services à la population de la communauté de communes"),
                ("3", "Développer une démarche participative des habitants sur le déploiement de nouveaux services"),
                ("4", "Espace des associations"),
                ("5", "Forum des associations"),
                ("6", "Communiquer auprès des bailleurs privés"),
                ("7", "Lutter contre le logement indécent"),
                ("8", "Développer l'accessibilité des services du Relais d'assistantes maternelles / Relais petite enfance et de la maison de petite enfance à l'ensemble de la communauté de communes"),
                ("9", "Développer l'accessibilité des services à la parentalité à destination de tous les habitants"),
                ("10", "Développer des actions de proximité à destination des jeunes du territoire"),
                ("11", "Accompagner les initiatives locales des jeunes et des habitants"),
                ("12", "Accompagner le public vulnérable vers un mode d'accueil du jeune enfant adapté afin de lever les freins à l'insertion"),
                ("13", "Espace d'échanges pour les acteurs des droits sociaux"),
                ("14", "Développer les compétences des professionnels du territoire"),
            ],
            fiches.Select(f => (f.Numero, f.Fiche.Intitule)));
    }

    [Fact]
    public async Task Trois_Rivieres_a_son_diagnostic_et_ses_ateliers()
    {
        var convention = donnees.De(TroisRivieres);
        var diagnostic = await donnees.DiagnosticAsync(convention);
        var ateliers = await donnees.AteliersAsync(convention);

        Assert.Equal(["Insee", "Caf de l'Aisne", "diagnostics existants"], diagnostic.Sources);
        Assert.All(
            ["mai 2019", "12 mois", "2 200", "Aubenton", "Buire", "Hirson", "Mondrepuis", "Neuve-Maison", "Landouzy-la-Ville", "Origny-en-Thiérache", "Saint-Michel", "Wimy"],
            fait => Assert.Contains(fait, diagnostic.Demarche!, StringComparison.Ordinal));
        Assert.All(diagnostic.Indicateurs.SelectMany(i => i.Valeurs), v => EstUnExemple(v.Source));
        Assert.Equal(10, convention.Champs.Count);
        Assert.Contains("Origny-en-Thiérache", convention.Remplace!, StringComparison.Ordinal);

        var serie = ateliers.Where(a => a.Description.Serie == "à la croisée des regards").ToList();
        Assert.Equal(6, serie.Count);
        Assert.All(serie, a => Assert.Equal((null, "octobre 2021"), (a.Description.Date, a.Description.Quand)));
        Assert.All(serie, a => Assert.StartsWith("48 ", a.Description.Participants, StringComparison.Ordinal));
        Assert.Equal(["Aptahr", "Csac", "service logement de la ville d'Hirson et Plie"], ateliers.Except(serie).Select(a => a.Description.Animateur!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ce_qui_est_invente_a_Trois_Rivieres_se_dit_exemple()
    {
        var convention = donnees.De(TroisRivieres);
        var fiches = await donnees.FichesAsync(convention);
        var suivis = await donnees.SuivisAsync(convention);

        Assert.Contains("Exemple : les signataires", await donnees.PreambuleAsync(convention), StringComparison.Ordinal);
        Assert.Equal(convention.Parties.Select(p => p.Id).ToHashSet(), donnees.Deliberations.Where(d => d.ConventionId == convention.Id).Select(d => d.PartieId).ToHashSet());
        Assert.All(donnees.Deliberations, d => Assert.StartsWith("EXEMPLE-", d.Reference.Numero, StringComparison.Ordinal));
        Assert.All(donnees.Deliberations, d => EstUnExemple(d.Objet!));
        Assert.All((await donnees.DiagnosticAsync(convention)).Constats, c => EstUnExemple(c.Texte));
        Assert.All(fiches.Select(f => f.Fiche), fiche =>
        {
            Assert.All(TextesInventes(fiche), EstUnExemple);
            Assert.All(fiche.Pourquoi.Schemas, schema => Assert.Contains(schema, SchemasUsuels.Tous));
        });
        Assert.Equal(["1", "4", "7", "8", "10"], fiches.Where(f => f.Fiche.Quoi != QuoiFiche.Vide).Select(f => f.Numero));
        Assert.Equal(["13", "14"], fiches.Where(f => !TextesInventes(f.Fiche).Any()).Select(f => f.Numero));
        Assert.All(suivis.SelectMany(s => s.Notes), n => EstUnExemple(n.Texte));
        Assert.All(suivis.Select(s => s.Motif).OfType<string>(), EstUnExemple);
        Assert.Equal(Enum.GetValues<Avancement>().Order(), suivis.Select(s => s.Avancement).Distinct().Order());
        Assert.Equal(2, fiches.Count(f => f.Fiche.PiloteUtilisateurId is not null));
    }

    [Fact]
    public async Task Trois_Rivieres_est_signee_au_portail_et_sur_papier_sur_un_texte_fige()
    {
        var convention = donnees.De(TroisRivieres);
        var signature = await donnees.Services.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.ConventionId == convention.Id));
        var texte = await donnees.Services.LireAsync(db => db.Pieces.AsNoTracking().SingleAsync(p => p.Id == signature.TexteId));

        Assert.True(signature.EstComplete);
        Assert.False(convention.SigneeHorsPortail);
        Assert.Equal([ModeSignature.Papier, ModeSignature.Compte, ModeSignature.Compte], signature.Lignes.Select(l => l.Mode!.Value));
        Assert.Equal(signature.DerniereSignatureLe, convention.SigneeLe);
        Assert.Equal("%PDF-"u8.ToArray(), texte.Contenu[..5]);
        Assert.Equal(signature.Empreinte, Convert.ToHexStringLower(SHA256.HashData(texte.Contenu)));

        // what was spent came after: nobody signed it
        var donneesFigees = await donnees.Services.LireAsync(db => db.Pieces.AsNoTracking().SingleAsync(p => p.Id == signature.DonneesId));
        var figees = Encoding.UTF8.GetString(donneesFigees.Contenu);
        Assert.Contains("6000", figees, StringComparison.Ordinal);
        Assert.DoesNotContain("4350", figees, StringComparison.Ordinal);
        Assert.Contains(await donnees.FichesAsync(convention), f => f.Fiche.Financements.Any(x => x.Realise == 4_350));
    }

    [Fact]
    public async Task Trois_Rivieres_garde_trois_versions_qui_ne_se_ressemblent_pas()
    {
        var convention = donnees.De(TroisRivieres);
        var versions = await donnees.Services.LireAsync(db => db.Versions.Where(v => v.ConventionId == convention.Id).OrderBy(v => v.Numero)
            .Join(db.Pieces, v => v.ContenuId, p => p.Id, (v, p) => new { v.Nom, v.NumeroFige, v.Le, v.ParNom, p.Contenu }).ToListAsync());

        Assert.Equal(["Plan sorti des ateliers", "Projet envoyé aux partenaires", "Texte n° 1 soumis à la signature"], versions.Select(v => v.Nom));
        Assert.Equal([null, null, 1], versions.Select(v => v.NumeroFige));
        Assert.Equal(["2021-11-03", "2021-11-12", "2021-12-01"], versions.Select(v => v.Le.JourEnFrance().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(versions, v => Assert.Equal("Camille Coordination", v.ParNom));
        var phrases = versions.Zip(versions.Skip(1), (a, b) => ResumeComparaison.De(ComparerDossiers.Entre(DossierJson.Lire(a.Contenu), DossierJson.Lire(b.Contenu))).Select(r => r.Phrase).ToList()).ToList();
        Assert.Contains("1 fiche déplacée, 12 modifiées", phrases[0]);
        Assert.Contains("3 signataires ajoutés", phrases[1]);
        Assert.Contains(phrases[1], p => p.StartsWith("Financements prévus : +", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Les_Vans_et_Beaume_Drobie_partagent_cinq_demi_journees()
    {
        var lesVans = donnees.De("200039832");
        var beaumeDrobie = donnees.De("240700302");
        var ateliers = await donnees.AteliersAsync(lesVans);

        Assert.Equal(ateliers.Select(a => a.Id).Order(Comparer<AtelierId>.Create((x, y) => x.Value.CompareTo(y.Value))),
            (await donnees.AteliersAsync(beaumeDrobie)).Select(a => a.Id).Order(Comparer<AtelierId>.Create((x, y) => x.Value.CompareTo(y.Value))));
        Assert.Equal(
            [
                (new DateOnly(2022, 3, 1), "Maison de l'Enfance et de la Jeunesse"),
                (new DateOnly(2022, 3, 3), "Maison de l'Enfance et de la Jeunesse"),
                (new DateOnly(2022, 4, 12), "Salle communale de Chambonas"),
                (new DateOnly(2022, 4, 14), "Salle communale de Chambonas"),
                (new DateOnly(2022, 4, 15), "Salle communale de Chambonas"),
            ],
            ateliers.OrderBy(a => a.Description.Date).Select(a => (a.Description.Date!.Value, a.Description.Lieu!)));
        Assert.All(ateliers, a => Assert.Equal(StatutAtelier.Clos, a.Statut));
        Assert.Equal(lesVans.Champs, beaumeDrobie.Champs);
    }

    [Fact]
    public async Task Angers_a_des_domaines_et_des_objectifs()
    {
        var convention = donnees.De("49007");
        var plan = await donnees.PlanAsync(convention);

        Assert.Equal(TypeTerritoire.Commune, convention.Titulaires.Single().Type);
        Assert.True(convention.SigneeHorsPortail);
        Assert.Equal(["Domaine", "Objectif"], plan.Niveaux);
        Assert.Equal(["Objectifs transversaux", "Animation de la vie sociale", "Action sociale", "Éducation, enfance, jeunesse"], plan.Axes.Select(a => a.Intitule));
        Assert.Equal([2, 4, 4, 3], plan.Axes.Select(a => plan.Emplacements.Count(e => e.AxeId == a.Id)));
        Assert.Contains("première adjointe", await donnees.PreambuleAsync(convention), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_territoire_sans_nom_dit_ce_que_la_source_ne_dit_pas()
    {
        var convention = donnees.De("");
        var plan = await donnees.PlanAsync(convention);
        var fiches = await donnees.FichesAsync(convention);

        Assert.Contains("rattachée à la Caf de l’Aisne pour la démonstration", convention.Intitule, StringComparison.Ordinal);
        Assert.Contains("9 orientations et 19 fiches", await donnees.PreambuleAsync(convention), StringComparison.Ordinal);
        Assert.Equal(["Axe", "Orientation", "Fiche action"], plan.Niveaux);
        Assert.Equal(
            [
                "Renforcer l'attractivité du territoire par la valorisation des services aux familles", "Co-construire un parcours Enfance-Jeunesse",
                "Favoriser l'insertion sociale et professionnelle", "Développer et coordonner une politique de réseaux de territoire",
                "Axe non précisé par la source",
            ],
            plan.Axes.Select(a => a.Intitule));
        Assert.Empty(plan.Orientations);
        var exemple = Assert.Single(fiches, f => f.Fiche.Intitule.StartsWith("Exemple", StringComparison.Ordinal)).Fiche;
        Assert.Equal(7, fiches.Count);
        Assert.All(plan.Emplacements.Where(e => e.FicheActionId != exemple.Id), e => Assert.Equal(plan.Axes[^1].Id, e.AxeId));
    }

    [Fact]
    public void Les_signataires_connus_sont_des_parties()
    {
        Assert.Equal(
            [TypePartie.Caf, TypePartie.Epci, TypePartie.Cpam, TypePartie.Msa, TypePartie.Autre, TypePartie.Departement],
            donnees.De("243200409").Parties.Select(p => p.Type));
        Assert.Equal(38, donnees.De("200069391").Parties.Count(p => p.Type == TypePartie.Commune));
    }

    [Fact]
    public async Task Hors_de_Trois_Rivieres_les_fiches_n_ont_que_leur_titre()
    {
        foreach (var convention in donnees.Conventions.Where(c => c.Titulaires[0].Code != TroisRivieres))
        {
            var fiches = await donnees.FichesAsync(convention);
            Assert.All(fiches.Where(f => f.Fiche.Intitule.StartsWith("Exemple", StringComparison.Ordinal)), f => Assert.All(TextesInventes(f.Fiche), EstUnExemple));
            Assert.All(fiches.Where(f => !f.Fiche.Intitule.StartsWith("Exemple", StringComparison.Ordinal)), f =>
            {
                Assert.Equal((QuoiFiche.Vide, QuiFiche.Vide, QuandFiche.Vide), (f.Fiche.Quoi, f.Fiche.Qui, f.Fiche.Quand));
                Assert.Equal(convention.Titulaires[0].Code == "97418" ? "Beaumont" : null, f.Fiche.PourQui.Secteur);
                Assert.Empty(f.Fiche.Indicateurs);
                Assert.Empty(f.Fiche.Financements);
            });
            Assert.All(await donnees.SuivisAsync(convention), s => Assert.Null(s.AJourLe));
        }
    }

    /// <summary>Everything in words on a fiche, but its title and its fields of intervention.</summary>
    private static IEnumerable<string> TextesInventes(FicheAction fiche) =>
    [
        .. ChampsFiche.Tous.Where(c => c.Nature is NatureChamp.TexteCourt or NatureChamp.TexteLong && c.Code != "intitule").Select(c => c.Texte(fiche.Contenu)).OfType<string>(),
        .. fiche.Indicateurs.Select(i => i.Intitule), .. fiche.Operations.Select(o => o.Intitule), .. fiche.Financements.Select(f => f.Financeur),
    ];

    private static void EstUnExemple(string texte) => Assert.StartsWith("Exemple", texte, StringComparison.Ordinal);
}
