using CtgPortal.Application.Signatures;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace CtgPortal.Browser.Tests.Parcours;

/// <summary>A circuit as people live it: a visa, a refusal, a replacement, a ceremony; and how it looks with two people and with forty-six.</summary>
public sealed class CircuitDeSignatureTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string Parcours = "circuit";
    private const string Juriste = "juriste@demo.test";
    private const string Presidente = "president@demo.test";

    [Fact]
    public async Task Un_visa_un_refus_un_remplacement_et_une_ceremonie()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await PreteAsync(site);
        var adresse = $"/conventions/{convention.Id.Value}/signature";
        await site.InscrireAsync("conseiller@demo.test", "Charlie", "Conseil", Fonds.Conseil);
        await site.InscrireAsync(Juriste, "Jo", "Juriste", new Habilitation(Role.Lecteur, Portee.Convention, convention.Id.Value.ToString()));
        await site.InscrireAsync(Presidente, "Claire", "Morel", new Habilitation(Role.Signataire, Portee.Convention, convention.Id.Value.ToString()));
        var conseil = await site.ConnecterAsync("conseiller@demo.test");

        await OuvrirAvecVisaAsync(conseil, adresse);
        var juriste = await site.ConnecterAsync(Juriste);
        await ViserAsync(juriste, adresse);
        var presidente = await site.ConnecterAsync(Presidente);
        await RefuserAsync(presidente, adresse);

        await conseil.AllerAsync(adresse);
        await conseil.VoitAsync("Le circuit est arrêté : Madame Claire Morel refuse.");
        await conseil.VerifierAsync("circuit-refus");
        await RemplacerAsync(conseil);
        await conseil.VoitAsync("C’est le tour de");
        await PlanifierAsync(conseil);
        await conseil.VerifierAsync("circuit-ceremonie");
    }

    [Fact]
    public async Task Quarante_six_signataires_tiennent_sur_un_ecran_large_et_sur_un_telephone()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, referentiel: true);
        var convention = await PreteAsync(site, signataires: 46);
        await site.Portail.EnvoyerAsync(
            new OuvrirALaSignature.Command(convention.Id, convention.Revision, UneOuverture.Choix with
            {
                ExpireLe = new(2026, 12, 20),
                Associes = [new(RoleLigne.Visa, new("Madame", "Jo", "Juriste", "Directrice juridique", null, Juriste), "Caf de l’Aisne")],
            }), Fonds.Conseil);
        await site.Portail.LireAsync(async db =>
        {
            var circuit = await db.Signatures.SingleAsync(s => s.ConventionId == convention.Id);
            var now = circuit.OuverteLe.AddHours(1);
            circuit.SignerPour(Juriste, now);
            foreach (var ligne in circuit.Lignes.Where(l => l is { Role: RoleLigne.Signataire, Courriel: not null }).Take(19).ToList())
            {
                circuit.SignerPour(ligne.Courriel!, now);
            }

            return await db.SaveChangesAsync();
        });
        await site.InscrireAsync("conseiller@demo.test", "Charlie", "Conseil", Fonds.Conseil);
        var conseil = await site.ConnecterAsync("conseiller@demo.test");

        await conseil.AllerAsync($"/conventions/{convention.Id.Value}/signature");

        await conseil.VoitAsync("En attente de 27 signatures sur 46");
        Assert.Equal(47, await conseil.Page.Locator(".circuit .personnes > li").CountAsync());
        Assert.Equal(47, await conseil.Page.Locator("main tbody tr").CountAsync());
        await conseil.VerifierAsync("circuit-46");
        await conseil.RedimensionnerAsync(Ecran.Telephone);
        await conseil.VerifierAsync("circuit-46");
    }

    private static async Task OuvrirAvecVisaAsync(Onglet conseil, string adresse)
    {
        await conseil.AllerAsync(adresse);
        await conseil.SuivreAsync("Préparer l’ouverture");
        foreach (var motif in await conseil.Page.Locator("textarea[name$='.Motif']").AllAsync())
        {
            await motif.FillAsync("Les parties le savent et l’acceptent.");
        }

        await conseil.Page.GetByText("Ajouter un visa ou des personnes à tenir informées").ClickAsync();
        await conseil.EcrireAsync("Prénom", "Jo");
        await conseil.EcrireAsync("Nom", "Juriste");
        await conseil.EcrireAsync("Qualité", "Directrice juridique");
        await conseil.EcrireAsync("Organisme", "Caf de l’Aisne");
        await conseil.EcrireAsync("Adresse électronique", Juriste);
        await conseil.EtapeAsync(Parcours, "ouvrir");
        await conseil.CliquerAsync("Figer le texte et ouvrir à la signature");
        await conseil.AnnonceAsync("ouverte à la signature");
        await conseil.VoitAsync("C’est le tour de Jo Juriste.");
        await conseil.EtapeAsync(Parcours, "visa-attendu");
    }

    private static async Task ViserAsync(Onglet juriste, string adresse)
    {
        await juriste.AllerAsync(adresse);
        await juriste.VoitAsync("Votre visa est attendu");
        await juriste.SuivreAsync("Lire et viser");
        await juriste.CocherAsync("J’ai lu le texte de la convention et je donne mon visa");
        await juriste.EcrireAsync("Votre mot de passe", Site.MotDePasse);
        await juriste.CliquerAsync("Viser la convention");
        await juriste.AnnonceAsync("Votre visa est enregistré");
    }

    private static async Task RefuserAsync(Onglet presidente, string adresse)
    {
        await presidente.AllerAsync(adresse);
        await presidente.SuivreAsync("Refuser");
        await presidente.TitreAsync("Refuser de signer");
        await presidente.EcrireAsync("Pourquoi vous ne signez pas", "L’annexe 2 oublie une crèche.");
        await presidente.VerifierAsync("circuit-refuser");
        await presidente.CliquerAsync("Enregistrer mon refus");
        await presidente.AnnonceAsync("Votre refus est enregistré");
    }

    private static async Task RemplacerAsync(Onglet conseil)
    {
        await conseil.Page.GetByRole(AriaRole.Link, new() { Name = "Agir pour Madame Claire Morel" }).ClickAsync();
        await conseil.TitreAsync("Madame Claire Morel");
        await conseil.EcrireAsync("Prénom", "Inès");
        await conseil.EcrireAsync("Nom", "Roussel");
        await conseil.EcrireAsync("Qualité", "Première vice-présidente");
        await conseil.EcrireAsync("Pourquoi ce remplacement", "La présidente est absente.");
        await conseil.VerifierAsync("circuit-personne");
        await conseil.CliquerAsync("Remplacer Madame Claire Morel");
        await conseil.AnnonceAsync("Inès Roussel remplace Madame Claire Morel");
    }

    private static async Task PlanifierAsync(Onglet conseil)
    {
        await conseil.SuivreAsync("Relances, délai et cérémonie");
        await conseil.DaterAsync("Jour", new(2026, 12, 18));
        await conseil.Champ("Heure").FillAsync("18:30");
        await conseil.EcrireAsync("Lieu", "Salle des fêtes");
        await conseil.VerifierAsync("circuit-conduire");
        await conseil.CliquerAsync("Fixer la cérémonie");
        await conseil.AnnonceAsync("La cérémonie est fixée");
        await conseil.VoitAsync("18 décembre 2026 à 18 h 30");
    }

    /// <summary>Ready to be opened; beyond two, the mayors of the communes sign for parties of their own.</summary>
    private static async Task<Convention> PreteAsync(Site site, int signataires = 2)
    {
        var convention = UneConvention.Preparee();
        for (var i = 3; i <= signataires; i++)
        {
            var commune = convention.AjouterPartie(TypePartie.Commune, $"Commune de Saint-Exemple-sur-Oise {i}", null, UneConvention.Maintenant);
            convention.DesignerSignataire(
                commune, new(i % 2 == 0 ? "Madame" : "Monsieur", "Dominique", $"Maire-Délégué {i}", "Maire", null, i % 5 == 0 ? null : $"maire{i}@demo.test"), UneConvention.Maintenant);
        }

        convention.Avancer(StatutConvention.EnAteliers, UneConvention.DossierComplet, UneConvention.Maintenant);
        convention.Avancer(StatutConvention.EnRedaction, UneConvention.DossierComplet, UneConvention.Maintenant);
        await site.Portail.SauverAsync(convention, Fonds.DiagnosticValide(convention.Id), UnPlan.Vide(convention.Id));
        return convention;
    }
}
