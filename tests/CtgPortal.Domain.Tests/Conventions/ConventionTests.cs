using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Conventions.StatutConvention;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Domain.Tests.Conventions;

public class ConventionTests
{
    private static readonly StatutConvention[] TexteOuvert = [EnDiagnostic, EnAteliers, EnRedaction];

    private static readonly string[] Designations = [nameof(Convention.DesignerSignataire), nameof(Convention.RetirerSignataire)];

    /// <summary>Everything that rewrites the text of a convention.</summary>
    private static readonly Dictionary<string, Action<Convention>> Modifications = new()
    {
        [nameof(Convention.ModifierCadre)] = c => c.ModifierCadre(Cadre("Un autre intitulé"), Maintenant),
        [nameof(Convention.DefinirPerimetre)] = c => c.DefinirPerimetre([Communes[0]], Maintenant),
        [nameof(Convention.AjouterPartie)] = c => c.AjouterPartie(TypePartie.Msa, "MSA de Picardie", "la MSA", Maintenant),
        [nameof(Convention.ModifierPartie)] = c => c.ModifierPartie(c.Parties[1].Id, TypePartie.Epci, "CC 3R", null, Maintenant),
        [nameof(Convention.RetirerPartie)] = c => c.RetirerPartie(c.Parties[1].Id, Maintenant),
        [nameof(Convention.DesignerSignataire)] = c =>
            c.DesignerSignataire(c.Parties[1].Id, Presidente with { Courriel = "autre@demo.test" }, Maintenant),
        [nameof(Convention.RetirerSignataire)] = c => c.RetirerSignataire(c.Parties[1].Signataires[0].Id, Maintenant),
    };

    public static TheoryData<string, StatutConvention> ModificationsParStatut()
    {
        var couples = new TheoryData<string, StatutConvention>();
        foreach (var modification in Modifications.Keys)
        {
            foreach (var statut in Enum.GetValues<StatutConvention>())
            {
                couples.Add(modification, statut);
            }
        }

        return couples;
    }

    [Theory]
    [MemberData(nameof(ModificationsParStatut))]
    public void Le_texte_se_modifie_jusqu_a_la_signature_et_plus_apres(string modification, StatutConvention statut)
    {
        var convention = Au(statut);
        var revision = convention.Revision;

        // those who sign avenants are designated during the follow-up
        if (TexteOuvert.Contains(statut) || (statut == EnSuivi && Designations.Contains(modification)))
        {
            Modifications[modification](convention);
            Assert.Equal(revision + 1, convention.Revision);
        }
        else
        {
            var refus = Assert.Throws<BusinessRuleException>(() => Modifications[modification](convention));
            Assert.Equal([Obstacles.TexteFige], refus.Obstacles);
            Assert.Equal(revision, convention.Revision);
        }
    }

    [Fact]
    public void Ouverte_elle_commence_par_son_diagnostic_avec_la_caf_et_les_titulaires()
    {
        var convention = Ouverte();

        Assert.Equal((EnDiagnostic, false, null), (convention.Statut, convention.SigneeHorsPortail, convention.SigneeLe));
        Assert.Equal([(TypePartie.Caf, "Caf de l’Aisne", 1), (TypePartie.Epci, "CC des Trois Rivières", 2)], convention.Parties.Select(p => (p.Type, p.Nom, p.Rang)));
        Assert.Equal(1, convention.Revision);
        Assert.Equal(new ConventionOuverte(convention.Id, convention.Intitule, Maintenant), Assert.Single(convention.Events));
    }

    [Fact]
    public void Ses_titulaires_peuvent_etre_plusieurs_et_de_toute_sorte()
    {
        TerritoireRef[] titulaires =
        [
            new(TypeTerritoire.Epci, "200039832", "CC Pays des Vans en Cévennes"),
            new(TypeTerritoire.Commune, "49007", "Angers"),
            new(TypeTerritoire.Syndicat, "200000172", "SIVOM du Val"),
            new(TypeTerritoire.Commune, "49007", "Angers"),
        ];

        var convention = Ouverte(Ouverture(titulaires: titulaires));

        Assert.Equal(titulaires.Take(3), convention.Titulaires);
        Assert.Equal([TypePartie.Caf, TypePartie.Epci, TypePartie.Commune, TypePartie.Autre], convention.Parties.Select(p => p.Type));
    }

    [Fact]
    public void Sans_titulaire_elle_est_refusee()
    {
        var refus = Assert.Throws<BusinessRuleException>(() => Ouverte(Ouverture(titulaires: [])));

        Assert.Equal("titulaire-absent", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Reprise_elle_entre_en_suivi_marquee_comme_telle()
    {
        var signeeLe = new DateOnly(2021, 12, 15);

        var convention = Convention.Reprendre(Ouverture(), signeeLe, Maintenant);

        Assert.Equal((EnSuivi, true, signeeLe), (convention.Statut, convention.SigneeHorsPortail, convention.SigneeLe));
        Assert.Equal(new ConventionReprise(convention.Id, convention.Intitule, signeeLe, Maintenant), Assert.Single(convention.Events));
    }

    [Fact]
    public void Sa_date_de_signature_peut_rester_inconnue() => Assert.Null(Convention.Reprendre(Ouverture(), null, Maintenant).SigneeLe);

    [Fact]
    public void Reprise_elle_nomme_ses_autres_parties_puisque_son_texte_est_deja_fige()
    {
        var convention = Convention.Reprendre(
            Ouverture() with { AutresParties = [new(TypePartie.Cpam, "CPAM"), new(TypePartie.Msa, "MSA")] }, null, Maintenant);

        Assert.Equal([(TypePartie.Cpam, "CPAM"), (TypePartie.Msa, "MSA")], convention.Parties.TakeLast(2).Select(p => (p.Type, p.Nom)));
        Assert.Equal(Enumerable.Range(1, convention.Parties.Count), convention.Parties.Select(p => p.Rang));
    }

    [Fact]
    public void Deux_autres_parties_du_meme_nom_sont_refusees()
    {
        var refus = Assert.Throws<BusinessRuleException>(() => Convention.Reprendre(
            Ouverture() with { AutresParties = [new(TypePartie.Msa, "MSA"), new(TypePartie.Autre, "msa")] }, null, Maintenant));

        Assert.Equal("partie-deja-la", Assert.Single(refus.Obstacles).Code);
    }

    [Theory]
    [InlineData("2026-03-13", "signature-future")]
    [InlineData("2007-12-31", "signature-invalide")]
    [InlineData("0001-01-01", "signature-invalide")]
    public void Reprise_signee_demain_ou_avant_la_premiere_ctg_elle_est_refusee(string jour, string code)
    {
        var refus = Assert.Throws<BusinessRuleException>(
            () => Convention.Reprendre(Ouverture(), DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), Maintenant));

        Assert.Equal(code, Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Le_cadre_note_chaque_champ_qui_change_et_lui_seul()
    {
        var convention = Ouverte();
        var cadre = convention.Cadre with
        {
            Intitule = "Ctg 2026-2030",
            Periode = new Periode(new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)),
            Champs = ["jeunesse", "logement"],
            Remplace = "  Un contrat enfance jeunesse.  ",
        };

        convention.ModifierCadre(cadre, Maintenant);

        Assert.Equal(
            [
                new("intitule", "Convention territoriale globale des Trois Rivières", "Ctg 2026-2030"),
                new("periode", "2026-01-01/2029-12-31", "2026-01-01/2030-12-31"),
                new("champs", "petite enfance ; jeunesse", "jeunesse ; logement"),
                new("remplace", null, "Un contrat enfance jeunesse."),
            ],
            Assert.IsType<CadreModifie>(convention.Events[^1]).Changements);
        Assert.Equal("Un contrat enfance jeunesse.", convention.Remplace);
    }

    [Fact]
    public void Un_cadre_inchange_ne_note_rien()
    {
        var convention = Ouverte();

        convention.ModifierCadre(convention.Cadre with { Remplace = "   ", Champs = [.. convention.Champs] }, Maintenant);

        Assert.Equal(1, convention.Revision);
    }

    [Fact]
    public void Le_perimetre_note_les_communes_avant_et_apres()
    {
        var convention = Ouverte();

        convention.DefinirPerimetre([Communes[1], Communes[0], Communes[0]], Maintenant);

        Assert.Equal(
            new Changement("perimetre", "Aubenton (02053) ; Hirson (02381) ; Saint-Michel (02738)", "Hirson (02381) ; Saint-Michel (02738)"),
            Assert.Single(convention.Events[^1].Changements));
        Assert.Equal(["02381", "02738"], convention.Perimetre.Select(c => c.Code));
    }

    [Fact]
    public void Remplacer_une_commune_par_une_homonyme_se_note()
    {
        var convention = Ouverte();

        convention.DefinirPerimetre([Communes[0], Communes[2], new("02684", "Saint-Michel", null)], Maintenant);

        Assert.IsType<PerimetreModifie>(convention.Events[^1]);
    }

    [Fact]
    public void Le_meme_perimetre_dans_un_autre_ordre_ne_note_rien()
    {
        var convention = Ouverte();

        convention.DefinirPerimetre([.. Communes.Reverse()], Maintenant);

        Assert.Equal(1, convention.Revision);
    }

    [Fact]
    public void Une_partie_ajoutee_vient_en_dernier_meme_apres_un_retrait()
    {
        var convention = Ouverte();
        convention.AjouterPartie(TypePartie.Msa, "MSA", null, Maintenant);
        convention.RetirerPartie(convention.Parties[1].Id, Maintenant);

        convention.AjouterPartie(TypePartie.Departement, "Département de l’Aisne", null, Maintenant);

        Assert.Equal(["Caf de l’Aisne", "MSA", "Département de l’Aisne"], convention.Parties.Select(p => p.Nom));
        Assert.Equal(3, convention.Parties.Select(p => p.Rang).Distinct().Count());
    }

    [Theory]
    [InlineData("CC des Trois Rivières")]
    [InlineData(" cc des trois rivières ")]
    public void Deux_parties_ne_portent_pas_le_meme_nom(string nom)
    {
        var convention = Ouverte();

        var ajout = Assert.Throws<BusinessRuleException>(() => convention.AjouterPartie(TypePartie.Autre, nom, null, Maintenant));
        var renommage = Assert.Throws<BusinessRuleException>(
            () => convention.ModifierPartie(convention.Parties[0].Id, TypePartie.Caf, nom, null, Maintenant));

        Assert.Equal("partie-deja-la", Assert.Single(ajout.Obstacles).Code);
        Assert.Equal("partie-deja-la", Assert.Single(renommage.Obstacles).Code);
    }

    [Fact]
    public void Une_partie_modifiee_note_ce_qui_change()
    {
        var convention = Ouverte();
        var partie = convention.Parties[1];

        convention.ModifierPartie(partie.Id, partie.Type, partie.Nom, "la CC", Maintenant);

        Assert.Equal(
            [new("partie-nom-court", null, "la CC")],
            Assert.IsType<PartieModifiee>(convention.Events[^1]).Changements);
    }

    [Fact]
    public void Une_partie_inchangee_ne_note_rien()
    {
        var convention = Preparee();
        var (revision, partie) = (convention.Revision, convention.Parties[1]);

        convention.ModifierPartie(partie.Id, partie.Type, partie.Nom, partie.NomCourt, Maintenant);

        Assert.Equal(revision, convention.Revision);
    }

    [Fact]
    public void Ce_qui_n_existe_plus_se_refuse()
    {
        var convention = Preparee();
        var partie = convention.Parties[1];
        var signataire = partie.Signataires[0].Id;
        convention.RetirerPartie(partie.Id, Maintenant);

        Assert.Equal("partie-inconnue", Code(() => convention.RetirerPartie(partie.Id, Maintenant)));
        Assert.Equal("partie-inconnue", Code(() => convention.ModifierPartie(partie.Id, TypePartie.Epci, "X", null, Maintenant)));
        Assert.Equal("partie-inconnue", Code(() => convention.DesignerSignataire(partie.Id, Presidente, Maintenant)));
        Assert.Equal("signataire-inconnu", Code(() => convention.RetirerSignataire(signataire, Maintenant)));
    }

    [Fact]
    public void Une_partie_peut_avoir_deux_signataires_mais_pas_deux_fois_le_meme()
    {
        var convention = Ouverte();
        var caf = convention.Parties[0].Id;
        convention.DesignerSignataire(caf, DirecteurCaf, Maintenant);
        convention.DesignerSignataire(caf, DirecteurCaf with { Prenom = "Anne", Qualite = "Présidente du conseil d’administration", Courriel = null }, Maintenant);

        var code = Code(() => convention.DesignerSignataire(caf, DirecteurCaf with { Courriel = " Direction@DEMO.test " }, Maintenant));

        Assert.Equal("signataire-deja-designe", code);
        Assert.Equal([1, 2], convention.Parties[0].Signataires.Select(s => s.Rang));
    }

    [Fact]
    public void Le_courriel_d_un_signataire_est_en_minuscules()
    {
        var convention = Ouverte();

        convention.DesignerSignataire(convention.Parties[0].Id, DirecteurCaf with { Courriel = " Paul@CAF02.test " }, Maintenant);

        Assert.Equal("paul@caf02.test", convention.Parties[0].Signataires[0].Identite.Courriel);
        Assert.Equal(new SignataireDesigne(convention.Id, "Caf de l’Aisne", "Monsieur Paul Lévêque", Maintenant), convention.Events[^1]);
    }

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
