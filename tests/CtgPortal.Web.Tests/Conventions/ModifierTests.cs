using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Web.Tests.Conventions;

public sealed class ModifierTests(PostgresServer serveur) : IAsyncLifetime
{
    private PortailDeTest _portail = null!;

    public async ValueTask InitializeAsync() => _portail = await PortailDeTest.OuvrirAsync(serveur, referentiel: true, maintenant: Maintenant);

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Le_cadre_se_modifie_et_l_historique_le_dit()
    {
        var (convention, navigateur) = await PreparerAsync();
        var formulaire = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/cadre");
        Assert.Equal(QuatreAns.Debut.ToString("yyyy-MM-dd", null), formulaire.Document.QuerySelector("#Input_Debut")!.GetAttribute("value"));

        var vue = await (await formulaire.EnvoyerAsync("main form", ("Input.Intitule", "Ctg 2026-2029"), ("Input.Remplace", "Un contrat <code>."))).SuivreAsync();

        Assert.Contains("Ctg 2026-2029", vue.Document.QuerySelector(".tete-intitule")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un contrat <code>.", vue.Texte, StringComparison.Ordinal);
        var historique = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/historique");
        var premiere = historique.Document.QuerySelector(".historique-ligne")!.TextContent;
        Assert.Contains("Modification du cadre de la convention", premiere, StringComparison.Ordinal);
        Assert.Contains("Camille Essai", premiere, StringComparison.Ordinal);
        Assert.Contains("Convention territoriale globale des Trois Rivières", premiere, StringComparison.Ordinal);
        navigateur.Dispose();
    }

    [Fact]
    public async Task Une_saisie_perimee_montre_les_deux_valeurs_et_garde_ce_qui_est_tape()
    {
        var (convention, navigateur) = await PreparerAsync();
        var formulaire = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/cadre");
        await formulaire.EnvoyerAsync("main form", ("Input.Intitule", "La première"));

        var conflit = await formulaire.EnvoyerAsync("main form", ("Input.Intitule", "La seconde"));

        Assert.Equal(HttpStatusCode.Conflict, conflit.Statut);
        Assert.Contains("La première", conflit.Document.QuerySelector(".conflits")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La seconde", conflit.Document.QuerySelector(".conflits")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("La seconde", conflit.Document.QuerySelector("#Input_Intitule")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, (await conflit.EnvoyerAsync("main form")).Statut);
        navigateur.Dispose();
    }

    [Fact]
    public async Task Un_intitule_vide_ou_enorme_est_dit_au_champ()
    {
        var (convention, navigateur) = await PreparerAsync();
        var formulaire = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/cadre");

        var vide = await formulaire.EnvoyerAsync("main form", ("Input.Intitule", " "));
        var enorme = await formulaire.EnvoyerAsync("main form", ("Input.Intitule", new string('a', 10_000)));

        Assert.Equal(HttpStatusCode.BadRequest, vide.Statut);
        Assert.Contains("Donnez un intitulé", vide.Document.QuerySelector("#Input_Intitule-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, enorme.Statut);
        Assert.Equal(10_000, enorme.Document.QuerySelector("#Input_Intitule")!.GetAttribute("value")!.Length);
        navigateur.Dispose();
    }

    [Fact]
    public async Task Le_texte_fige_refuse_avec_sa_raison()
    {
        var (convention, navigateur) = await PreparerAsync(StatutConvention.EnRedaction);
        var formulaire = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/cadre");
        await _portail.EcrireAsync(async db =>
        {
            (await db.Conventions.SingleAsync()).OuvrirALaSignature(DossierComplet, Maintenant);
            await db.SaveChangesAsync();
        });

        var refus = await formulaire.EnvoyerAsync(
            "main form", ("Input.Intitule", "Trop tard"), ("Input.Revision", $"{(await LireAsync(convention)).Revision}"));

        Assert.Equal(HttpStatusCode.Conflict, refus.Statut);
        Assert.Contains("figé", refus.Erreurs, StringComparison.Ordinal);
        Assert.Contains("Le texte est figé pendant la signature", refus.Texte, StringComparison.Ordinal);
        navigateur.Dispose();
    }

    [Theory]
    [InlineData(Role.Partenaire, StatutConvention.EnRedaction)]
    [InlineData(Role.Administrateur, StatutConvention.EnRedaction)]
    [InlineData(Role.Coordination, StatutConvention.EnSignature)]
    [InlineData(Role.Coordination, StatutConvention.EnSuivi)]
    public async Task Rien_ne_se_modifie_ou_le_serveur_refuserait(Role role, StatutConvention statut)
    {
        var (convention, navigateur) = await PreparerAsync(statut, role);

        foreach (var page in (string[])["", "/cadre", "/perimetre", "/parties", $"/parties/{convention.Parties[0].Id.Value}"])
        {
            var lue = await PageHtml.OuvrirAsync(navigateur, Adresse(convention) + page);

            Assert.Equal(HttpStatusCode.OK, lue.Statut);
            // those who sign avenants are designated during the follow-up
            var designation = statut == StatutConvention.EnSuivi && page.StartsWith("/parties", StringComparison.Ordinal);
            Assert.Empty(lue.Document.QuerySelectorAll(designation ? "form[action*='etirer?'], form[data-garde], #ajouter" : ".bloc-modifier, main form[method=post]"));
        }

        navigateur.Dispose();
    }

    [Fact]
    public async Task L_historique_nomme_la_fiche_dont_il_parle()
    {
        var (convention, navigateur) = await PreparerAsync(StatutConvention.EnSuivi);
        var fiche = Domain.Plans.FicheAction.Creer(convention.Id, "Un relais petite enfance", convention.Statut, Maintenant);
        var suivi = Domain.Suivi.SuiviFiche.Commencer(fiche);
        suivi.NoterAvancement(Domain.Suivi.Avancement.EnCours, null, convention.Statut, Maintenant);
        await _portail.SauverAsync(fiche, suivi);

        var historique = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/historique?sujet=Suivi");

        Assert.Equal(
            "Avancement : En cours – fiche « Un relais petite enfance »",
            Assert.Single(historique.Document.QuerySelectorAll(".historique-phrase")).TextContent.Replace('\u00A0', ' '));
        navigateur.Dispose();
    }

    [Fact]
    public async Task Le_perimetre_se_restreint_et_s_etend()
    {
        var (convention, navigateur) = await PreparerAsync();
        var formulaire = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/perimetre");

        var reponse = await formulaire.EnvoyerAsync("main form[data-garde]", ("Input.Communes", "02381"), ("Input.Ajout", "59249"));
        Assert.Equal(HttpStatusCode.Found, reponse.Statut);
        Assert.Equal(["02381", "59249"], await CommunesAsync(convention));

        var inconnue = await (await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/perimetre"))
            .EnvoyerAsync("main form[data-garde]", ("Input.Ajout", "zzzzzzzz"));
        Assert.Equal(HttpStatusCode.BadRequest, inconnue.Statut);
        Assert.Contains("Aucune commune ne porte ce nom", inconnue.Document.QuerySelector("#Input_Ajout-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["02381", "59249"], await CommunesAsync(convention));
        navigateur.Dispose();
    }

    [Fact]
    public async Task Une_partie_s_ajoute_recoit_ses_signataires_et_se_retire()
    {
        var (convention, navigateur) = await PreparerAsync();
        var parties = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/parties");

        var double_ = await parties.EnvoyerAsync("#ajouter form", ("Input.Type", "Msa"), ("Input.Nom", "CC des Trois Rivières"));
        Assert.Equal(HttpStatusCode.Conflict, double_.Statut);
        Assert.Contains("Une partie porte déjà ce nom", double_.Erreurs, StringComparison.Ordinal);

        var partie = await (await parties.EnvoyerAsync("#ajouter form", ("Input.Type", "Msa"), ("Input.Nom", "MSA de Picardie"))).SuivreAsync();
        var malDesigne = await partie.EnvoyerAsync("form[action*='Designer']", ("Signataire.Prenom", "Anne"), ("Signataire.Nom", ""), ("Signataire.Qualite", "Présidente"));
        Assert.Equal(HttpStatusCode.BadRequest, malDesigne.Statut);
        Assert.Contains("Donnez le nom", malDesigne.Document.QuerySelector("#Signataire_Nom-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Anne", malDesigne.Document.QuerySelector("#Signataire_Prenom")!.GetAttribute("value"));
        Assert.Equal("MSA de Picardie", malDesigne.Document.QuerySelector("#Input_Nom")!.GetAttribute("value"));

        var designee = await (await malDesigne.EnvoyerAsync("form[action*='Designer']", ("Signataire.Nom", "Roux"))).SuivreAsync();
        Assert.Contains("Anne Roux signera", designee.Texte, StringComparison.Ordinal);
        var sans = await (await designee.EnvoyerAsync("form[action*='RetirerSignataire']")).SuivreAsync();
        Assert.Contains("Personne n’est désigné", sans.Texte, StringComparison.Ordinal);
        var retiree = await (await sans.EnvoyerAsync("form[action$='handler=Retirer']")).SuivreAsync();
        Assert.Contains("n’est plus partie à la convention", retiree.Texte, StringComparison.Ordinal);
        Assert.Equal(2, (await LireAsync(convention)).Parties.Count);
        navigateur.Dispose();
    }

    [Fact]
    public async Task L_etape_avance_quand_rien_ne_bloque_et_revient_avec_un_motif()
    {
        var convention = Preparee();
        var diagnostic = Domain.Diagnostics.Diagnostic.Commencer(convention.Id, Maintenant);
        diagnostic.AjouterConstat("jeunesse", Domain.Diagnostics.NatureConstat.Besoin, "Un besoin.", convention.Statut, Maintenant);
        diagnostic.Valider(convention.Statut, Maintenant);
        await _portail.SauverAsync(convention, diagnostic);
        using var navigateur = await _portail.ConnecterAsync(Role.Coordination, convention.Id);

        var vue = await (await (await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/etape")).EnvoyerAsync("form[action*='Avancer']")).SuivreAsync();
        Assert.Contains("Ateliers en cours", vue.Texte, StringComparison.Ordinal);

        var etape = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/etape");
        var sansMotif = await etape.EnvoyerAsync("form[action*='Revenir']", ("Revenir.Motif", " "));
        Assert.Equal(HttpStatusCode.Conflict, sansMotif.Statut);
        Assert.Contains("Dites pourquoi", sansMotif.Erreurs, StringComparison.Ordinal);
        await (await etape.EnvoyerAsync("form[action*='Revenir']", ("Revenir.Motif", "Un chiffre est faux."))).SuivreAsync();
        Assert.Equal(StatutConvention.EnDiagnostic, (await LireAsync(convention)).Statut);

        var perimee = await etape.EnvoyerAsync("form[action*='Revenir']", ("Revenir.Motif", "Encore."));
        Assert.Equal(HttpStatusCode.Conflict, perimee.Statut);
        var historique = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/historique?sujet=Conventions");
        Assert.Contains("Retour à l’étape « Diagnostic » : Un chiffre est faux.", historique.Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task L_etape_bloquee_dit_pourquoi_et_n_offre_pas_le_bouton()
    {
        var (convention, navigateur) = await PreparerAsync();

        var etape = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/etape");

        Assert.Contains("diagnostic-non-valide", etape.Document.QuerySelectorAll("[data-code]").Select(e => e.GetAttribute("data-code")));
        Assert.Null(etape.Document.QuerySelector("form[action*='Avancer']"));
        navigateur.Dispose();
    }

    [Fact]
    public async Task Une_convention_s_abandonne_avec_un_motif()
    {
        var (convention, navigateur) = await PreparerAsync();
        var etape = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/etape");

        var vue = await (await etape.EnvoyerAsync("form[action*='Clore']", ("Clore.Motif", "Le projet change d’échelle."))).SuivreAsync();

        Assert.Contains("Abandonnée", vue.Texte, StringComparison.Ordinal);
        Assert.Equal(StatutConvention.Abandonnee, (await LireAsync(convention)).Statut);
        navigateur.Dispose();
    }

    [Fact]
    public async Task Un_partenaire_ne_change_pas_l_etape()
    {
        var (convention, navigateur) = await PreparerAsync(role: Role.Partenaire);

        var etape = await PageHtml.OuvrirAsync(navigateur, $"{Adresse(convention)}/etape");

        Assert.Empty(etape.Document.QuerySelectorAll("main form"));
        navigateur.Dispose();
    }

    private static string Adresse(Convention convention) => $"/conventions/{convention.Id.Value}";

    private async Task<(Convention Convention, HttpClient Navigateur)> PreparerAsync(
        StatutConvention statut = StatutConvention.EnDiagnostic, Role role = Role.Coordination)
    {
        var convention = Au(statut);
        await _portail.SauverAsync(convention, Domain.Diagnostics.Diagnostic.Commencer(convention.Id, Maintenant));
        return (convention, await _portail.ConnecterAsync(role, convention.Id));
    }

    private Task<Convention> LireAsync(Convention convention) =>
        _portail.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == convention.Id));

    private async Task<IEnumerable<string>> CommunesAsync(Convention convention) => (await LireAsync(convention)).Perimetre.Select(c => c.Code).Order();
}
