using System.Net;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using CtgPortal.Web.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Web.Tests.Plan;

public sealed class BibliothequeTests(PostgresServer serveur)
{
    [Fact]
    public async Task La_Caf_ecrit_impose_et_le_plan_reprend_de_bout_en_bout()
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur);
        var caf = await t.Portail.LireAsync(db => db.Conventions.Where(c => c.Id == t.Convention).Select(c => c.CafCode).SingleAsync());
        using var conseil = await t.Portail.ConnecterAsync(new Habilitation(Role.Conseiller, Portee.Caf, caf));

        var vide = await PageHtml.OuvrirAsync(conseil, "/bibliotheque");
        var nouvelle = await PageHtml.OuvrirAsync(conseil, vide.Document.QuerySelector("a[href^='/bibliotheque/nouvelle']")!.GetAttribute("href")!);
        var refus = await nouvelle.EnvoyerAsync("form[data-garde]", ("Input.Intitule", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refus.Statut);
        Assert.Contains("Donnez un intitulé.", refus.Texte, StringComparison.Ordinal);
        var modele = await (await nouvelle.EnvoyerAsync(
            "form[data-garde]", ("Input.Intitule", "Gouvernance"), ("Input.Textes[objectif-general]", "Décider **ensemble**"), ("Input.Operations", "Réunir le comité\nPublier un bilan"))).SuivreAsync();
        Assert.Equal("Gouvernance", modele.Document.QuerySelector("h1")!.TextContent);
        modele = await (await modele.EnvoyerAsync("form:has(input[name='imposee'][value='true'])")).SuivreAsync();
        Assert.Contains("Imposée depuis le", modele.Texte, StringComparison.Ordinal);

        var plan = await t.LireAsync($"{t.Adresse}/plan");
        Assert.Contains("1\u00A0fiche imposée par la Caf manque", plan.Texte, StringComparison.Ordinal);
        var bibliotheque = await t.LireAsync(plan.Document.QuerySelector(".encart a[href$='/plan/bibliotheque']")!.GetAttribute("href")!);
        Assert.StartsWith("Axe 1", bibliotheque.Document.QuerySelector("select[name='place'] option")!.TextContent, StringComparison.Ordinal);
        var ecartee = await (await bibliotheque.EnvoyerAsync("form:has(input[name='motif'])", ("motif", "Portée ailleurs."))).SuivreAsync();
        Assert.Contains("Sans objet : Portée ailleurs.", ecartee.Texte, StringComparison.Ordinal);
        var fiche = await (await ecartee.EnvoyerAsync("form:has(input[name='modeles'])")).SuivreAsync();
        Assert.Contains("Gouvernance", fiche.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ensemble", fiche.Document.QuerySelector("dd strong")!.TextContent);

        var modifier = await PageHtml.OuvrirAsync(conseil, $"{modele.Document.QuerySelector("a[href$='/modifier']")!.GetAttribute("href")}");
        Assert.Contains("1\u00A0plan l’a reprise", modifier.Texte, StringComparison.Ordinal);
        await modifier.EnvoyerAsync("form[data-garde]", ("Input.Textes[objectif-general]", "Décider et rendre compte"), ("Input.Note", "Rendre compte"));

        fiche = await t.LireAsync(new Uri(fiche.Reponse.RequestMessage!.RequestUri!.ToString()).PathAndQuery);
        var change = await t.LireAsync(fiche.Document.QuerySelector(".encart a[href$='/modele']")!.GetAttribute("href")!);
        Assert.Contains("Reprendre « Objectif général »", change.Texte, StringComparison.Ordinal);
        Assert.Contains("Décider ensemble", string.Concat(change.Document.QuerySelectorAll("dd del, dd span").Select(m => m.TextContent)), StringComparison.Ordinal);
        var reprise = await (await change.EnvoyerAsync("form:has(input[name='version'])")).SuivreAsync();
        Assert.Contains("Décider et rendre compte", reprise.Texte, StringComparison.Ordinal);

        var suppression = await reprise.EnvoyerAsync("form:has(input[name='motif'])", ("motif", ""));
        Assert.Equal(HttpStatusCode.Conflict, suppression.Statut);
        Assert.Contains("dites pourquoi elle est sans objet ici", suppression.Texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Lecteur)]
    [InlineData(Role.Partenaire)]
    public async Task Qui_n_ecrit_pas_le_plan_ne_voit_pas_la_bibliotheque(Role role)
    {
        await using var t = await PlanWeb.OuvrirAsync(serveur, StatutConvention.EnRedaction, role: role);

        Assert.Equal(HttpStatusCode.Forbidden, (await t.LireAsync($"{t.Adresse}/plan/bibliotheque")).Statut);
        Assert.Equal(HttpStatusCode.Forbidden, (await t.LireAsync("/bibliotheque")).Statut);
        Assert.DoesNotContain("Fiches de la Caf", (await t.LireAsync($"{t.Adresse}/plan")).Texte, StringComparison.Ordinal);
    }
}
