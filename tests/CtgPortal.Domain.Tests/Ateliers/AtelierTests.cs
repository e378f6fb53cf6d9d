using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Ateliers;

public sealed class AtelierTests
{
    private static readonly DateTimeOffset Now = UnAtelier.Le.AddDays(1);

    private static readonly StatutConvention[] Modifiables = [EnDiagnostic, EnAteliers, EnRedaction];

    /// <summary>Every way to write in an open workshop; a new one must be added here.</summary>
    private static readonly Dictionary<string, Action<Atelier, EtapesAtelier>> Ecritures = new()
    {
        ["Decrire"] = (a, etapes) => a.Decrire(UnAtelier.Description("Autre intitulé"), etapes, Now),
        ["NoterPresence"] = (a, etapes) => a.NoterPresence("MSA", null, etapes, Now),
        ["RetirerPresence"] = (a, etapes) => a.RetirerPresence("Mission locale", etapes, Now),
        ["DefinirAgenda"] = (a, etapes) => a.DefinirAgenda([new(null, "Accueil", 15, null, null)], etapes, Now),
        ["RetirerDuPartage"] = (a, etapes) => a.RetirerDuPartage(a.Conventions[^1].ConventionId, "CC voisine", etapes, Now),
        ["Annuler"] = (a, etapes) => a.Annuler("Neige", etapes, Now),
        ["Clore"] = (a, etapes) => a.Clore("Fait", etapes, Now),
    };

    public static TheoryData<string> ToutesLesEcritures => [.. Ecritures.Keys];

    public static TheoryData<string, StatutConvention> EcrituresEtEtapesFigees => new(
        from ecriture in Ecritures.Keys from etape in Enum.GetValues<StatutConvention>().Except(Modifiables) select (ecriture, etape));

    public static TheoryData<string, StatutConvention> EcrituresEtEtapesModifiables => new(
        from ecriture in Ecritures.Keys from etape in Modifiables select (ecriture, etape));

    public static TheoryData<StatutConvention> EtapesFigees => [.. Enum.GetValues<StatutConvention>().Except(Modifiables)];

    public static TheoryData<string, StatutConvention> EcrituresEtVoisinesFigees => new(
        from ecriture in Ecritures.Keys from etape in Enum.GetValues<StatutConvention>().Except(Modifiables).Except([Abandonnee]) select (ecriture, etape));

    [Fact]
    public void Toutes_les_ecritures_sont_essayees()
    {
        var methodes = typeof(Atelier).GetMethods()
            .Where(m => m.DeclaringType == typeof(Atelier) && !m.IsStatic && m.GetParameters().Any(p => p.ParameterType == typeof(DateTimeOffset)))
            .Select(m => m.Name).Except([nameof(Atelier.Rouvrir), nameof(Atelier.Partager), nameof(Atelier.RenommerSerie)]);

        Assert.Equal(methodes.Order(StringComparer.Ordinal), Ecritures.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(EcrituresEtEtapesModifiables))]
    public void S_ecrit_tant_que_le_texte_est_modifiable_et_chaque_histoire_le_dit(string ecriture, StatutConvention etape)
    {
        var (ici, voisine) = (ConventionId.New(), ConventionId.New());
        var (atelier, _) = UnAtelier.Tenu(ici, voisine);
        var revision = atelier.Revision;

        Ecritures[ecriture](atelier, new(etape, [EnDiagnostic]));

        Assert.Equal([ici, voisine], Assert.Single(atelier.Events).Conventions);
        Assert.Equal(revision + 1, atelier.Revision);
    }

    [Theory, MemberData(nameof(EcrituresEtEtapesFigees))]
    public void Est_fige_avec_le_texte_de_la_convention(string ecriture, StatutConvention etape)
    {
        var (atelier, _) = UnAtelier.Tenu();

        var refus = Assert.Throws<BusinessRuleException>(() => Ecritures[ecriture](atelier, etape));

        Assert.Equal([Obstacles.TexteFige], refus.Obstacles);
        Assert.Empty(atelier.Events);
    }

    [Theory, MemberData(nameof(EcrituresEtVoisinesFigees))]
    public void Est_fige_avec_le_texte_d_une_convention_qui_le_partage(string ecriture, StatutConvention etape)
    {
        var (atelier, _) = UnAtelier.Tenu(ConventionId.New(), ConventionId.New());

        var refus = Assert.Throws<BusinessRuleException>(() => Ecritures[ecriture](atelier, new(EnAteliers, [EnAteliers, etape])));

        Assert.Equal([EtapesAtelier.PartageFige], refus.Obstacles);
        Assert.Empty(atelier.Events);
    }

    [Theory, MemberData(nameof(ToutesLesEcritures))]
    public void Une_voisine_qui_abandonne_n_arrete_personne(string ecriture)
    {
        var (atelier, _) = UnAtelier.Tenu(ConventionId.New(), ConventionId.New());

        Ecritures[ecriture](atelier, new(EnAteliers, [Abandonnee]));

        Assert.Single(atelier.Events);
    }

    [Theory, MemberData(nameof(ToutesLesEcritures))]
    public void Est_fige_une_fois_clos(string ecriture)
    {
        var (atelier, _) = UnAtelier.Clos();

        Assert.Equal("atelier-clos", Code(() => Ecritures[ecriture](atelier, EnAteliers)));
        Assert.Empty(atelier.Events);
    }

    [Theory, MemberData(nameof(EtapesFigees))]
    public void Ne_se_planifie_ni_ne_se_rouvre_quand_le_texte_est_fige(StatutConvention etape)
    {
        Assert.Equal("texte-fige", Code(() => Atelier.Planifier([ConventionId.New()], UnAtelier.Description(), etape, Now)));
        Assert.Equal("texte-fige", Code(() => UnAtelier.Clos().Atelier.Rouvrir("Oubli", etape, Now)));
    }

    [Fact]
    public void Se_planifie_pour_deux_conventions_une_seule_fois_chacune()
    {
        var (vans, drobie) = (ConventionId.New(), ConventionId.New());

        var atelier = Atelier.Planifier([vans, drobie, vans], UnAtelier.Description("  Enfance "), new(EnDiagnostic, [EnAteliers]), Now);

        Assert.Equal([vans, drobie], atelier.Conventions.Select(c => c.ConventionId));
        Assert.Equal("Enfance", atelier.Description.Intitule);
        var fait = Assert.IsType<AtelierPlanifie>(Assert.Single(atelier.Events));
        Assert.Equal([vans, drobie], fait.Conventions);
    }

    [Fact]
    public void Appartient_a_au_moins_une_convention() =>
        Assert.Equal("convention-absente", Code(() => Atelier.Planifier([], UnAtelier.Description(), EnDiagnostic, Now)));

    [Fact]
    public void Une_description_qui_enfreint_une_regle_est_refusee()
    {
        Assert.Equal("intitule-absent", Code(() => Planifier(UnAtelier.Description(" "))));
        Assert.Equal("date-invalide", Code(() => Planifier(UnAtelier.Description(date: new DateOnly(1999, 12, 31)))));
        Assert.Equal("date-invalide", Code(() => Planifier(UnAtelier.Description(date: new DateOnly(2061, 1, 1)))));
        Assert.Equal(
            "themes-trop-nombreux",
            Code(() => Planifier(UnAtelier.Description() with { Themes = [.. Enumerable.Range(0, DescriptionAtelier.ThemesMax + 1).Select(i => $"t{i}")] })));
        Assert.Equal("lieu-trop-long", Code(() => Planifier(UnAtelier.Description() with { Lieu = new('x', DescriptionAtelier.CourtLongueurMax + 1) })));

        static void Planifier(DescriptionAtelier description) => Atelier.Planifier([ConventionId.New()], description, EnDiagnostic, Now);
    }

    [Fact]
    public void Une_description_modifiee_dit_chaque_champ_et_rien_si_elle_ne_change_pas()
    {
        var atelier = UnAtelier.Prevu();

        atelier.Decrire(UnAtelier.Description(), EnAteliers, Now);
        Assert.Empty(atelier.Events);
        atelier.Decrire(UnAtelier.Description() with { Lieu = "Maison de l’Enfance", Date = new(2026, 3, 3), Themes = ["jeunesse", "enfance"] }, EnAteliers, Now);

        Assert.Equal(
            [
                new Changement("themes", "jeunesse", "jeunesse ; enfance"), new("date", "2026-03-01", "2026-03-03"),
                new("lieu", "Salle communale de Chambonas", "Maison de l’Enfance"),
            ],
            Assert.Single(atelier.Events).Changements);
    }

    [Fact]
    public void Une_organisation_notee_deux_fois_garde_le_dernier_nombre()
    {
        var (atelier, _) = UnAtelier.Tenu();

        atelier.NoterPresence("MISSION LOCALE", 5, EnAteliers, Now);
        atelier.NoterPresence("MISSION LOCALE", 5, EnAteliers, Now);

        Assert.Equal("MISSION LOCALE (5)", Assert.Single(atelier.Organisations).ToString());
        Assert.Equal([new Changement("presence", "Mission locale (3)", "MISSION LOCALE (5)")], Assert.Single(atelier.Events).Changements);
    }

    [Theory]
    [InlineData("", 1, "organisation-absent")]
    [InlineData("MSA", 0, "nombre-invalide")]
    [InlineData("MSA", OrganisationPresente.NombreMax + 1, "nombre-invalide")]
    public void Une_presence_a_un_nom_et_un_nombre_plausible(string organisation, int nombre, string code) =>
        Assert.Equal(code, Code(() => UnAtelier.Prevu().NoterPresence(organisation, nombre, EnAteliers, Now)));

    [Fact]
    public void Une_presence_retiree_reste_au_journal()
    {
        var (atelier, _) = UnAtelier.Tenu();

        atelier.RetirerPresence("Mission locale", EnAteliers, Now);

        Assert.Empty(atelier.Organisations);
        Assert.Equal([new Changement("presence", "Mission locale (3)", null)], Assert.IsType<PresenceRetiree>(Assert.Single(atelier.Events)).Changements);
        Assert.Equal("presence-inconnue", Code(() => atelier.RetirerPresence("Mission locale", EnAteliers, Now)));
    }

    [Fact]
    public void Se_clot_avec_son_compte_rendu()
    {
        var (atelier, _) = UnAtelier.Tenu();

        atelier.Clore(" Trois priorités. ", EnAteliers, Now);

        Assert.Equal((StatutAtelier.Clos, Now, "Trois priorités."), (atelier.Statut, atelier.ClosLe!.Value, atelier.CompteRendu));
        Assert.Equal([new Changement("compte-rendu", null, "Trois priorités.")], Assert.IsType<AtelierClos>(Assert.Single(atelier.Events)).Changements);
    }

    [Fact]
    public void Ne_se_clot_pas_avant_d_avoir_eu_lieu()
    {
        var demain = UnAtelier.Prevu(Now.JourEnFrance().AddDays(1));
        var aujourdhui = UnAtelier.Prevu(Now.JourEnFrance());

        Assert.Equal("atelier-a-venir", Code(() => demain.Clore(null, EnAteliers, Now)));
        Assert.Equal(["atelier-a-venir"], demain.ObstaclesALaCloture(EnAteliers, Now.JourEnFrance()).Select(o => o.Code));
        aujourdhui.Clore(null, EnAteliers, Now);

        Assert.Equal(StatutAtelier.Clos, aujourdhui.Statut);
    }

    [Fact]
    public void Un_atelier_sans_date_connue_peut_se_clore()
    {
        var atelier = Atelier.Planifier([ConventionId.New()], UnAtelier.Description() with { Date = null, Quand = "octobre 2021" }, EnAteliers, Now);

        atelier.Clore(null, EnAteliers, Now);

        Assert.Equal(StatutAtelier.Clos, atelier.Statut);
    }

    [Fact]
    public void Se_rouvre_avec_un_motif_et_garde_son_compte_rendu()
    {
        var (atelier, _) = UnAtelier.Clos();

        atelier.Rouvrir(" Une table oubliée ", EnAteliers, Now);

        Assert.Equal((StatutAtelier.Prevu, (DateTimeOffset?)null, "Trois priorités partagées."), (atelier.Statut, atelier.ClosLe, atelier.CompteRendu));
        Assert.Equal("Une table oubliée", Assert.IsType<AtelierRouvert>(atelier.Events[0]).Motif);
    }

    [Fact]
    public void Ne_se_rouvre_ni_sans_motif_ni_s_il_est_ouvert()
    {
        Assert.Equal("motif-absent", Code(() => UnAtelier.Clos().Atelier.Rouvrir(null, EnAteliers, Now)));
        var refus = Assert.Throws<BusinessRuleException>(() => UnAtelier.Prevu().Rouvrir(null, EnAteliers, Now));
        Assert.Equal(["atelier-ouvert", "motif-absent"], refus.Obstacles.Select(o => o.Code));
    }

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
