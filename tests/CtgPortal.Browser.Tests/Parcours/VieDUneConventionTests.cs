using System.Security.Cryptography;
using System.Text.Json;
using CtgPortal.Application.Territoires;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>From opening to the signed PDF, for a real intercommunality, by the people who do it.</summary>
public sealed class VieDUneConventionTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Parcours = "vie";
    private const string Presidente = "presidente@demo.test";

    // the smallest file that is a PNG: one white pixel
    private static readonly byte[] Scan = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");

    [Fact]
    public async Task Une_convention_vit_de_son_ouverture_a_son_pdf()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var epci = Assert.Single(await site.Portail.EnvoyerAsync(new ListerTerritoires.Query("Thiérache du Centre", TypeTerritoire.Epci, "02", 1), Fonds.Conseil));
        await site.InscrireAsync("conseiller@demo.test", "Charlie", "Conseil", Fonds.Conseil);
        await site.InscrireAsync("coordination@demo.test", "Camille", "Coordination", new Habilitation(Role.Coordination, Portee.Territoire, epci.Code));
        await site.InscrireAsync(Presidente, "Claude", "Présidence", new Habilitation(Role.Signataire, Portee.Territoire, epci.Code));

        var conseil = await site.ConnecterAsync("conseiller@demo.test");
        await OuvrirAsync(conseil, epci.Nom);
        var convention = new Uri(conseil.Page.Url).AbsolutePath;
        await FixerLeCadreAsync(conseil);
        await DesignerAsync(conseil, "Caf de l’Aisne", "Paul", "Lévêque", "Directeur", null);
        await DesignerAsync(conseil, epci.Nom, "Claude", "Présidence", "Présidente", Presidente);
        await FaireLeDiagnosticAsync(conseil, convention, epci.Nom);
        await ChangerDEtapeAsync(conseil, convention, "Ateliers");
        await TenirUnAtelierAsync(conseil, convention);
        await ChangerDEtapeAsync(conseil, convention, "Rédaction");

        var coordination = await site.ConnecterAsync("coordination@demo.test");
        await EcrireLePlanAsync(coordination, convention);

        await OuvrirALaSignatureAsync(conseil, convention);
        var presidente = await site.ConnecterAsync(Presidente);
        await SignerAsync(presidente);
        await RecueillirSurPapierAsync(conseil, coordination, convention);

        await SuivreAsync(coordination, convention);
        await VerifierLesDocumentsAsync(conseil, convention);
        await VerifierLHistoriqueAsync(conseil, convention);
    }

    private static async Task OuvrirAsync(Onglet conseil, string epci)
    {
        await conseil.TitreAsync("Bonjour");
        await conseil.EtapeAsync(Parcours, "accueil");
        await conseil.SuivreAsync("Ouvrir une convention");
        await conseil.TitreAsync("Ouvrir une convention");
        await conseil.EcrireAsync("Territoire qui porte la convention", "thierache du cent");
        await conseil.Page.GetByRole(AriaRole.Option, new() { Name = epci }).ClickAsync();
        await conseil.EcrireAsync("Intitulé de la convention", "Convention territoriale globale de la Thiérache du Centre");
        await conseil.DaterAsync("Premier jour", new(2027, 1, 1));
        await conseil.DaterAsync("Dernier jour", new(2030, 12, 31));
        await conseil.EcrireAsync("Génération", "1");
        await conseil.CocherAsync("Petite enfance");
        await conseil.CocherAsync("Jeunesse");
        await conseil.EtapeAsync(Parcours, "ouvrir");
        await conseil.CliquerAsync("Ouvrir la convention");
        await conseil.AnnonceAsync("La convention est ouverte");
        await conseil.VoitAsync(epci);
        await conseil.VerifierAsync("vie-ouverte");
    }

    private static async Task FixerLeCadreAsync(Onglet conseil)
    {
        await conseil.SuivreAsync("Modifier : Cadre");
        await conseil.TitreAsync("Cadre de la convention");
        await conseil.EcrireAsync("Prend la suite de", "Un contrat enfance jeunesse échu.");
        await conseil.CliquerAsync("Enregistrer le cadre");
        await conseil.AnnonceAsync("Le cadre de la convention est enregistré");
    }

    private static async Task DesignerAsync(Onglet conseil, string partie, string prenom, string nom, string qualite, string? courriel)
    {
        await conseil.SuivreAsync("Modifier : Parties et signataires");
        await conseil.TitreAsync("Parties et signataires");
        await conseil.SuivreAsync($"Modifier : {partie}");
        await conseil.TitreAsync(partie);
        await conseil.ChoisirAsync("Civilité", qualite.EndsWith('e') ? "Madame" : "Monsieur");
        await conseil.EcrireAsync("Prénom", prenom);
        await Onglet.EcrireAsync(conseil.Page.Locator("#Signataire_Nom"), nom);
        await conseil.EcrireAsync("Qualité", qualite);
        if (courriel is not null)
        {
            await conseil.EcrireAsync("Adresse électronique", courriel);
        }

        await conseil.CliquerAsync("Désigner cette personne");
        await conseil.AnnonceAsync(nom);
        await conseil.SuivreAsync("Renseigner la délibération");
        await conseil.EcrireAsync("Numéro de l’acte", "2026-41");
        await conseil.DaterAsync("Date de l’acte", new(2026, 11, 12));
        await conseil.CliquerAsync("Enregistrer la délibération");
        await Assertions.Expect(conseil.Page.Locator("#annonce")).Not.ToContainTextAsync(nom);
        await conseil.EtapeAsync(Parcours, "partie");
        await conseil.Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages de la convention" }).GetByRole(AriaRole.Link, new() { Name = "Vue d’ensemble" }).ClickAsync();
        await conseil.TitreAsync("Vue d’ensemble");
    }

    private static async Task FaireLeDiagnosticAsync(Onglet conseil, string convention, string epci)
    {
        await conseil.OuvrirOngletAsync("Diagnostic");
        await conseil.TitreAsync("Diagnostic partagé");
        await conseil.EtapeAsync(Parcours, "diagnostic-vide");
        await conseil.SuivreAsync("Choisir des indicateurs");
        await conseil.TitreAsync("Choisir des indicateurs");
        await conseil.CocherAsync("Taux de couverture de l’accueil du jeune enfant (%)");
        await conseil.CliquerAsync("Ajouter les indicateurs cochés");
        await conseil.AnnonceAsync("indicateur ajouté");
        await conseil.SuivreAsync("Taux de couverture de l’accueil du jeune enfant");
        await conseil.TitreAsync("Taux de couverture de l’accueil du jeune enfant");
        await conseil.ChoisirAsync("Territoire", epci);
        await conseil.EcrireAsync("Année", "2024");
        await conseil.EcrireAsync("Valeur", "48,5");
        await conseil.EcrireAsync("Source", "Cnaf, 2025");
        await conseil.CliquerAsync("Enregistrer la valeur");
        await conseil.AnnonceAsync("La valeur est enregistrée");
        await conseil.VoitAsync("48,5");
        await conseil.OuvrirOngletAsync("Diagnostic");
        await conseil.TitreAsync("Diagnostic partagé");
        await conseil.SuivreAsync("Constats");
        await conseil.TitreAsync("Constats");
        await conseil.SuivreAsync("Écrire le premier constat");
        await conseil.TitreAsync("Ajouter un constat");
        await conseil.CocherAsync("Faiblesse");
        await conseil.ChoisirAsync("Champ d’intervention", "Petite enfance");
        await conseil.EcrireAsync("Constat", "Peu de places en horaires atypiques.");
        await conseil.CliquerAsync("Ajouter le constat");
        await conseil.AnnonceAsync("Le constat est ajouté");
        await conseil.VerifierAsync("vie-diagnostic");
        await conseil.SuivreAsync("Validation");
        await conseil.TitreAsync("Validation du diagnostic");
        await conseil.SuivreAsync("Valider le diagnostic");
        await conseil.TitreAsync("Valider le diagnostic");
        await conseil.CliquerAsync("Valider le diagnostic");
        await conseil.AnnonceAsync("Le diagnostic est validé");
        Assert.StartsWith(convention, new Uri(conseil.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task ChangerDEtapeAsync(Onglet conseil, string convention, string etape)
    {
        await conseil.OuvrirOngletAsync("Vue d’ensemble");
        await conseil.AdresseAsync(convention);
        await conseil.SuivreAsync("Changer d’étape");
        await conseil.TitreAsync("Changer d’étape");
        await conseil.CliquerAsync($"Passer à l’étape « {etape} »");
        await conseil.AnnonceAsync($"La convention passe à l’étape « {etape} »");
        await conseil.EtapeAsync(Parcours, $"etape-{etape}");
    }

    private static async Task TenirUnAtelierAsync(Onglet conseil, string convention)
    {
        await conseil.OuvrirOngletAsync("Ateliers");
        await conseil.SuivreAsync("Préparer le premier atelier");
        await conseil.TitreAsync("Préparer un atelier");
        await conseil.EcrireAsync("Intitulé", "Grandir en Thiérache");
        await conseil.DaterAsync("Date", new(2026, 11, 20));
        await conseil.EcrireAsync("Lieu", "Salle des fêtes de Vervins");
        await conseil.CliquerAsync("Préparer l’atelier");
        await conseil.AnnonceAsync("L’atelier est préparé");
        await conseil.SuivreAsync("Noter les présences");
        await conseil.TitreAsync("Noter les présences");
        await conseil.EcrireAsync("Organisation", "Mission locale de Thiérache");
        await conseil.EcrireAsync("Nombre de personnes", "3");
        await conseil.CliquerAsync("Noter la présence");
        await conseil.AnnonceAsync("La présence est notée");
        await conseil.SuivreAsync("Revenir à l’atelier");
        await conseil.TitreAsync("Grandir en Thiérache");
        await conseil.CocherAsync("Idée d’action");
        await conseil.EcrireAsync("Contribution", "Un accueil le samedi pour les familles qui travaillent.");
        await conseil.CliquerAsync("Ajouter la contribution");
        await conseil.AnnonceAsync("La contribution est recueillie");
        await conseil.VoitAsync("1 contribution");
        await conseil.VerifierAsync("vie-atelier");
        await conseil.SuivreAsync("Clore l’atelier");
        await conseil.TitreAsync("Clore l’atelier");
        await conseil.EcrireAsync("Ce qui est retenu", "L’accueil en horaires atypiques est la première priorité.");
        await conseil.CliquerAsync("Clore l’atelier");
        await conseil.AnnonceAsync("L’atelier est clos");
        Assert.Contains(convention, conseil.Page.Url, StringComparison.Ordinal);
    }

    private static async Task EcrireLePlanAsync(Onglet coordination, string convention)
    {
        await coordination.TitreAsync("Bonjour");
        await coordination.EtapeAsync(Parcours, "accueil-coordination");
        await coordination.AllerAsync(convention);
        await coordination.OuvrirOngletAsync("Plan d’actions");
        await coordination.TitreAsync("Plan d’actions");
        await coordination.Page.Locator(".etat-vide").GetByRole(AriaRole.Link, new() { Name = "Ajouter un axe" }).ClickAsync();
        await coordination.TitreAsync("Nouvel axe");
        await coordination.EcrireAsync("Intitulé", "Concilier travail et vie de famille");
        await coordination.CliquerAsync("Ajouter un axe");
        await coordination.AnnonceAsync("est ajouté au plan");
        await coordination.SuivreAsync("Ajouter une orientation");
        await coordination.TitreAsync("Nouvelle orientation");
        await coordination.EcrireAsync("Intitulé", "Accueillir tous les enfants");
        await coordination.CliquerAsync("Ajouter une orientation");
        await coordination.AnnonceAsync("« Accueillir tous les enfants » est ajouté au plan");
        await coordination.Page.Locator(".plan-branche").GetByRole(AriaRole.Link, new() { Name = "Ajouter une fiche action" }).ClickAsync();
        await coordination.TitreAsync("Nouvelle fiche action");
        await coordination.EcrireAsync("Intitulé", "Ouvrir une micro-crèche le samedi");
        await coordination.CliquerAsync("Ajouter au plan");
        await coordination.AnnonceAsync("Complétez-la section par section");
        await RedigerLaFicheAsync(coordination);
    }

    private static async Task RedigerLaFicheAsync(Onglet coordination)
    {
        await coordination.SuivreAsync("Modifier : Pourquoi");
        await coordination.TitreAsync("Pourquoi");
        await coordination.EcrireAsync("Constat, contexte", "Peu de places en horaires atypiques.");
        await coordination.CliquerAsync("Enregistrer");
        await coordination.AnnonceAsync("Pourquoi : c’est enregistré");
        await coordination.SuivreAsync("Modifier : Quoi");
        await coordination.TitreAsync("Quoi");
        await coordination.EcrireAsync("Objectif général", "Permettre à chaque parent de travailler.");
        await coordination.CliquerAsync("Enregistrer");
        await coordination.AnnonceAsync("Quoi : c’est enregistré");
        await coordination.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Modifier : Qui$") }).ClickAsync();
        await coordination.TitreAsync("Qui");
        await coordination.EcrireAsync("Structure pilote", "CC de la Thiérache du Centre");
        await coordination.CliquerAsync("Enregistrer");
        await coordination.AnnonceAsync("Qui : c’est enregistré");
        await coordination.SuivreAsync("Modifier : Financements");
        await coordination.TitreAsync("Financements");
        await Onglet.EcrireAsync(coordination.Page.GetByLabel("Financeur, ligne 1"), "Caf de l’Aisne");
        await Onglet.EcrireAsync(coordination.Page.GetByLabel("Prévu 2027, ligne 1"), "45000,50");
        await coordination.CliquerAsync("Enregistrer les financements");
        await coordination.AnnonceAsync("c’est enregistré");
        await coordination.VoitAsync("45 000,50 €");
        await coordination.SuivreAsync("Modifier : Indicateurs");
        await coordination.TitreAsync("Indicateurs");
        var ligne = coordination.Page.GetByRole(AriaRole.Group, new() { Name = "Indicateur 1" });
        await Onglet.EcrireAsync(ligne.GetByLabel("Intitulé"), "Places ouvertes");
        await Onglet.EcrireAsync(ligne.GetByLabel("Valeur initiale"), "0");
        await Onglet.EcrireAsync(ligne.GetByLabel("Cible"), "10");
        await coordination.CliquerAsync("Enregistrer les indicateurs");
        await coordination.AnnonceAsync("c’est enregistré");
        await coordination.VerifierAsync("vie-fiche");
    }

    private static async Task OuvrirALaSignatureAsync(Onglet conseil, string convention)
    {
        await conseil.AllerAsync(convention);
        await conseil.OuvrirOngletAsync("Signature");
        await conseil.VoitAsync("2 personnes seront invitées à signer, dont 1 par courriel");
        await conseil.SuivreAsync("Préparer l’ouverture");
        await conseil.TitreAsync("Ouvrir à la signature");
        foreach (var motif in await conseil.Page.Locator("textarea[name$='.Motif']").AllAsync())
        {
            await motif.FillAsync("Les parties le savent et l’acceptent.");
        }

        await conseil.VerifierAsync("vie-ouvrir-signature");
        await conseil.EtapeAsync(Parcours, "ouvrir-a-la-signature");
        await conseil.CliquerAsync("Figer le texte et ouvrir à la signature");
        await conseil.AnnonceAsync("ouverte à la signature");
        await conseil.VoitAsync("En attente de 2 signatures sur 2");
    }

    private static async Task SignerAsync(Onglet presidente)
    {
        await presidente.TitreAsync("Bonjour Claude Présidence");
        await presidente.EtapeAsync(Parcours, "accueil-presidente");
        await presidente.SuivreAsync("Signer la convention");
        await presidente.TitreAsync("Signer la convention");
        await presidente.VerifierAsync("vie-signer");
        await presidente.CocherAsync("J’ai lu le texte de la convention et je la signe");
        await presidente.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await presidente.CliquerAsync("Signer la convention");
        await presidente.VoitAsync("En attente de 1 signature sur 2");
        await presidente.VoitAsync("dans le portail");
    }

    private static async Task RecueillirSurPapierAsync(Onglet conseil, Onglet coordination, string convention)
    {
        await conseil.AllerAsync($"{convention}/signature");
        await conseil.SuivreAsync("Déposer un scan signé");
        await conseil.TitreAsync("Signatures sur papier");
        await conseil.CocherAsync("Monsieur Paul Lévêque – Caf de l’Aisne");
        await conseil.DaterAsync("Jour de la signature", new(2026, 11, 22));
        await conseil.Champ("Scan de la page signée").SetInputFilesAsync(new FilePayload { Name = "page signée.png", MimeType = "image/png", Buffer = Scan });
        await conseil.EtapeAsync(Parcours, "papier");
        await conseil.CliquerAsync("Déposer le scan");
        await conseil.AnnonceAsync("Le scan est déposé");
        await coordination.AllerAsync($"{convention}/signature");
        await coordination.SuivreAsync("Contrôler ce scan");
        await coordination.CliquerAsync("Enregistrer le contrôle");
        await coordination.VoitAsync("2 signatures : toutes sont recueillies");
        await coordination.VerifierAsync("vie-signee");
    }

    private static async Task SuivreAsync(Onglet coordination, string convention)
    {
        await coordination.AllerAsync(convention);
        await coordination.OuvrirOngletAsync("Suivi");
        await coordination.TitreAsync("Suivi");
        await coordination.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Ouvrir une micro-crèche le samedi" }).First.ClickAsync();
        await coordination.TitreAsync("Ouvrir une micro-crèche le samedi");
        await coordination.ChoisirAsync("État de l’action", "En cours");
        await coordination.CliquerAsync("Enregistrer l’état");
        await coordination.AnnonceAsync("L’état de l’action est enregistré");
        await coordination.ChoisirAsync("Nature de la note", "Levier");
        await coordination.EcrireAsync("Note", "La commune prête un local.");
        await coordination.CliquerAsync("Ajouter la note");
        await coordination.AnnonceAsync("La note est ajoutée");
        await coordination.ChoisirAsync("Indicateur", "Places ouvertes");
        await coordination.EcrireAsync("Valeur", "4");
        await coordination.CliquerAsync("Enregistrer le relevé");
        await coordination.AnnonceAsync("Le relevé est enregistré");
        await coordination.VoitAsync("La commune prête un local.");
        await coordination.VerifierAsync("vie-suivi-fiche");
        await coordination.OuvrirOngletAsync("Suivi");
        await coordination.VoitAsync("En cours");
    }

    private static async Task VerifierLesDocumentsAsync(Onglet conseil, string convention)
    {
        await conseil.AllerAsync($"{convention}/documents");
        await conseil.VoitAsync("c’est le texte signé par toutes les parties");
        await conseil.VoitAsync("signature-v1-20261122");
        var lien = await conseil.Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir la convention (PDF)" }).GetAttributeAsync("href");
        var pdf = await conseil.TelechargerAsync(lien!);
        var octets = await pdf.BodyAsync();
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(octets), StringComparison.Ordinal);
        Assert.Equal(await conseil.Page.Locator("code.empreinte").InnerTextAsync(), Convert.ToHexStringLower(SHA256.HashData(octets)));

        var json = await conseil.Page.RunAndWaitForDownloadAsync(() => conseil.SuivreAsync("Télécharger les données (JSON)"));
        await using var flux = await json.CreateReadStreamAsync();
        using var donnees = await JsonDocument.ParseAsync(flux);
        Assert.Contains("Ouvrir une micro-crèche le samedi", donnees.RootElement.GetRawText().Replace("\\u00E8", "è", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
    }

    private static async Task VerifierLHistoriqueAsync(Onglet conseil, string convention)
    {
        await conseil.AllerAsync($"{convention}/historique");
        await conseil.TitreAsync("Historique");
        foreach (var qui in new[] { "Charlie Conseil", "Camille Coordination", "Claude Présidence" })
        {
            await conseil.VoitAsync(qui);
        }

        await conseil.VerifierAsync("vie-historique");
        var phrases = await conseil.Page.Locator(".historique-phrase").AllInnerTextsAsync();
        Assert.True(phrases.Count >= 15, string.Join(Environment.NewLine, phrases));
    }
}
