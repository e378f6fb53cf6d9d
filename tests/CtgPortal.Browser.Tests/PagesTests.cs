using System.Collections.Concurrent;
using CtgPortal.Browser.Tests.Common;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Browser.Tests;

/// <summary>Every page of the portal, on a computer and on a phone. A page that this list forgets fails the test.</summary>
public sealed partial class PagesTests(PostgresServer serveur, Navigateur navigateur)
{
    private const string MotDePasseDemo = "Demo-2026-Ctg!";
    private const string Personne = "";
    private const string Admin = "admin@demo.test";
    private const string Conseil = "conseiller@demo.test";
    private const string Coordination = "coordination@demo.test";
    private const string Direction = "direction@demo.test";
    private const string Presidence = "president@demo.test";
    private const string Partenaire = "partenaire@demo.test";

    // what answers data, not a page
    private static readonly string[] SansPage = ["conventions/{id:guid}/presences", "territoires/suggestions"];

    [Fact]
    public async Task Chaque_page_est_saine_et_accessible_sur_ordinateur_et_sur_telephone()
    {
        await using var site = await Site.OuvrirAsync(serveur, navigateur, demonstration: true);
        var fonds = await Fonds.CreerAsync(site);
        var visites = Visites(fonds, await AutresAsync(site), await site.Portail.AImporterAsync(new(fonds.EnDiagnostic)), await site.Portail.ImportLuAsync(new(fonds.EnDiagnostic)),
            await site.Portail.FeuillesDePlanAsync(new(fonds.Redaction)));
        var redaction = new Domain.Conventions.ConventionId(fonds.Redaction);
        visites.AddRange(DeLAnnexe2(
            fonds, (await site.Portail.UnEquipementAsync(redaction)).Value, (await site.Portail.EquipementsAsync(redaction, precise: false)).Value,
            (await site.Portail.EquipementsAsync(redaction, precise: true)).Value));
        var commentaire = await site.Portail.UnCommentaireAsync(redaction, new(fonds.Fiche));
        visites.AddRange(DesCommentaires(fonds, commentaire.Value));
        visites.AddRange(DuCircuit(fonds));
        visites.AddRange(DeLaBibliotheque(fonds, await FichesDeBibliotheque.SemerAsync(site.Portail, redaction, new(fonds.Fiche))));
        visites.AddRange(await DesReprisesAsync(site));
        Assert.Equal(Pages(site).Except(SansPage).Order(), visites.Select(v => v.Route).Distinct().Order());

        var defauts = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            visites.GroupBy(v => v.Compte).SelectMany(compte => compte.Chunk(12)),
            new ParallelOptions { MaxDegreeOfParallelism = 3 },
            async (groupe, _) =>
            {
                await using var onglet = await site.NaviguerAsync();
                if (groupe[0].Compte != Personne)
                {
                    await onglet.SeConnecterAsync(groupe[0].Compte, MotDePasseDemo);
                }

                foreach (var visite in groupe)
                {
                    foreach (var defaut in await VisiterAsync(onglet, visite))
                    {
                        defauts.Add($"{visite.Nom} {visite.Adresse} {defaut}");
                    }
                }
            });

        Assert.True(defauts.IsEmpty, $"{defauts.Count} défauts :{Environment.NewLine}{string.Join(Environment.NewLine, defauts.Order())}");
    }

    private static async Task<List<string>> VisiterAsync(Onglet onglet, Visite visite)
    {
        List<string> defauts = [];
        await onglet.RedimensionnerAsync(Ecran.Bureau);
        var reponse = await onglet.AllerAsync(visite.Adresse);
        if (reponse!.Status != visite.Statut)
        {
            defauts.Add($"répond {reponse.Status}");
        }

        foreach (var ecran in new[] { Ecran.Bureau, Ecran.Telephone })
        {
            await onglet.RedimensionnerAsync(ecran);
            defauts.AddRange((await onglet.DefautsAsync(visite.Nom)).Select(d => $"[{ecran.Nom}] {d}"));
        }

        return defauts;
    }

    private static IEnumerable<string> Pages(Site site) => site.Portail.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => e.RoutePattern.RawText!)
        .Distinct();

    private static async Task<Autres> AutresAsync(Site site) => new(
        (await site.Portail.LireAsync(db => db.Users.Where(u => u.Email == Partenaire).Select(u => u.Id).SingleAsync())),
        (await site.Portail.LireAsync(db => db.Courriels.Select(c => c.Id).FirstAsync())),
        (await site.Portail.LireAsync(db => db.Signatures.OrderBy(s => s.OuverteLe).Select(s => s.Reference).FirstAsync())),
        await site.LienAsync(StatutSignature.Ouverte, EtatLigne.Appelee), await site.LienAsync(StatutSignature.Complete, EtatLigne.Signee));

    private static IEnumerable<Visite> DeLaBibliotheque(Fonds f, FichesDeBibliotheque b) =>
    [
        new("bibliotheque", Conseil, "bibliotheque", "/bibliotheque", 200),
        new("bibliotheque/nouvelle", Conseil, "bibliotheque-nouvelle", $"/bibliotheque/nouvelle?convention={f.Redaction}&fiche={f.Fiche}", 200),
        new("bibliotheque/{modele:guid}", Conseil, "bibliotheque-modele", $"/bibliotheque/{b.Reprise.Value}", 200),
        new("bibliotheque/{modele:guid}/modifier", Conseil, "bibliotheque-modifier", $"/bibliotheque/{b.Reprise.Value}/modifier", 200),
        new("conventions/{id:guid}/plan/bibliotheque", Conseil, "plan-bibliotheque", $"/conventions/{f.Redaction}/plan/bibliotheque", 200),
        new("conventions/{id:guid}/plan/bibliotheque", Conseil, "plan-bibliotheque-sans-plan", $"/conventions/{f.EnDiagnostic}/plan/bibliotheque", 200),
        new("conventions/{id:guid}/fiches/{ficheId:guid}/modele", Conseil, "fiche-modele", $"/conventions/{f.Redaction}/fiches/{b.Fiche.Value}/modele", 200),
    ];

    private static List<Visite> Visites(Fonds f, Autres autres, ImportChiffresId aPreciser, ImportChiffresId lu, FeuillesDePlan feuilles)
    {
        var visites = new List<Visite>();
        void Voir(string route, string compte, string nom, string adresse, int statut = 200) => visites.Add(new(route, compte, nom, adresse, statut));

        Voir("accessibilite", Personne, "accessibilite", "/accessibilite");
        Voir("mentions-legales", Personne, "mentions-legales", "/mentions-legales");
        Voir("connexion", Personne, "connexion", "/connexion");
        Voir("compte/lien", Personne, "compte-lien", "/compte/lien");
        Voir("compte/mot-de-passe", Personne, "mot-de-passe-perime", $"/compte/mot-de-passe?utilisateur={Guid.CreateVersion7()}&jeton=perime", 410);
        Voir("erreur/{code:int}", Conseil, "erreur-404", $"/conventions/{Guid.CreateVersion7()}/diagnostic", 404);
        Voir("erreur/{code:int}", Conseil, "erreur-403", "/admin", 403);
        Voir("compte", Conseil, "compte", "/compte");
        Voir("compte/cles-acces", Conseil, "cles-acces", "/compte/cles-acces");
        Voir("deconnexion", Conseil, "deconnexion", "/deconnexion");
        Voir("admin", Admin, "admin", "/admin");
        Voir("admin/courriels", Admin, "admin-courriels", "/admin/courriels");
        Voir("admin/courriels/{id:guid}", Admin, "admin-courriel", $"/admin/courriels/{autres.Courriel}");
        Voir("admin/horodatages", Admin, "admin-horodatages", "/admin/horodatages");
        Voir("admin/utilisateurs", Admin, "admin-utilisateurs", "/admin/utilisateurs");
        Voir("admin/utilisateurs", Admin, "admin-utilisateurs-aucun", "/admin/utilisateurs?q=zzzz");
        Voir("admin/utilisateurs/inviter", Admin, "admin-inviter", "/admin/utilisateurs/inviter");
        Voir("admin/utilisateurs/{id:guid}", Admin, "admin-utilisateur", $"/admin/utilisateurs/{autres.Utilisateur}");
        Voir("", Conseil, "accueil", "/");
        Voir("", Presidence, "accueil-presidente", "/");
        Voir("", Admin, "accueil-admin", "/");
        Voir("conventions", Conseil, "conventions", "/conventions");
        Voir("conventions", Conseil, "conventions-aucune", "/conventions?q=zzzzzz");
        Voir("conventions/nouvelle", Conseil, "convention-nouvelle", "/conventions/nouvelle");
        Convention("", Conseil, f.EnDiagnostic, "convention");
        Convention("", Coordination, f.Suivi, "convention-suivie");
        Convention("cadre", Conseil, f.EnDiagnostic, "cadre");
        Convention("cadre", Conseil, f.Signature, "cadre-fige");
        Convention("parties", Conseil, f.EnDiagnostic, "parties");
        Convention("parties/{partie:guid}", Conseil, f.EnDiagnostic, "partie", f.Partie);
        Convention("perimetre", Conseil, f.EnDiagnostic, "perimetre");
        Convention("etape", Conseil, f.EnDiagnostic, "etape-diagnostic");
        Convention("etape", Conseil, f.Signature, "etape-signature");
        Convention("etape", Conseil, f.Suivi, "etape-suivi");
        Convention("avenants", Conseil, f.Suivi, "avenants");
        Convention("avenants/nouveau", Conseil, f.Suivi, "avenant-deja-en-cours");
        Convention("avenants/{avenant:guid}", Conseil, f.Suivi, "avenant", f.Avenant);
        Convention("avenants/{avenant:guid}/modifier", Conseil, f.Suivi, "avenant-modifier", f.Avenant);
        Convention("historique", Conseil, f.Suivi, "historique");
        Convention("historique", Conseil, f.Redaction, "historique-aucun-fait");
        Voir("territoires", Conseil, "territoires", "/territoires");
        Voir("territoires", Conseil, "territoires-resultats", "/territoires?q=thierache");
        Voir("territoires", Conseil, "territoires-aucun", "/territoires?q=zzzzzz");
        foreach (var (type, code) in new[] { ("epci", "240200600"), ("commune", "02381"), ("departement", "02"), ("region", "32") })
        {
            Voir("territoires/{type:regex(^(epci|commune|departement|region)$)}/{code}", Conseil, $"territoire-{type}", $"/territoires/{type}/{code}");
        }

        Convention("diagnostic", Conseil, f.EnDiagnostic, "diagnostic");
        Convention("diagnostic", Presidence, f.Suivi, "diagnostic-lu");
        Convention("diagnostic/demarche", Conseil, f.EnDiagnostic, "diagnostic-demarche");
        Convention("diagnostic/constats/nouveau", Conseil, f.EnDiagnostic, "diagnostic-constat-nouveau");
        Convention("diagnostic/constats", Conseil, f.EnDiagnostic, "diagnostic-constats");
        Convention("diagnostic/constats", Presidence, f.Suivi, "diagnostic-constats-lus");
        Convention("diagnostic/constats/priorites", Conseil, f.EnDiagnostic, "diagnostic-priorites");
        Convention("diagnostic/constats/{constat:guid}", Conseil, f.EnDiagnostic, "diagnostic-constat", f.Constat);
        Convention("diagnostic/catalogue", Conseil, f.EnDiagnostic, "diagnostic-catalogue");
        Convention("diagnostic/constats/{constat:guid}/modifier", Conseil, f.EnDiagnostic, "diagnostic-constat-modifier", f.Constat);
        Convention("diagnostic/enquetes", Conseil, f.EnDiagnostic, "diagnostic-enquetes");
        Convention("diagnostic/enquetes", Conseil, f.Redaction, "diagnostic-enquetes-aucune");
        Convention("diagnostic/enquetes/nouvelle", Conseil, f.EnDiagnostic, "diagnostic-enquete-nouvelle");
        Convention("diagnostic/enquetes/{enquete:guid}", Conseil, f.EnDiagnostic, "diagnostic-enquete", f.Enquete);
        Convention("diagnostic/enquetes/{enquete:guid}", Conseil, f.EnDiagnostic, "diagnostic-enquete-a-confirmer", f.EnqueteAConfirmer);
        Convention("diagnostic/enquetes/{enquete:guid}/modifier", Conseil, f.EnDiagnostic, "diagnostic-enquete-modifier", f.Enquete);
        Convention("diagnostic/enquetes/{enquete:guid}/resultats", Conseil, f.EnDiagnostic, "diagnostic-resultats", f.Enquete);
        Convention("diagnostic/enquetes/{enquete:guid}/resultats", Conseil, f.EnDiagnostic, "diagnostic-resultats-a-confirmer", f.EnqueteAConfirmer);
        Convention("diagnostic/entretiens", Conseil, f.EnDiagnostic, "diagnostic-entretiens");
        Convention("diagnostic/entretiens", Conseil, f.Redaction, "diagnostic-entretiens-aucun");
        Convention("diagnostic/entretiens/nouveau", Conseil, f.EnDiagnostic, "diagnostic-entretien-nouveau");
        Convention("diagnostic/entretiens/{entretien:guid}", Conseil, f.EnDiagnostic, "diagnostic-entretien", f.Entretien);
        Convention("diagnostic/entretiens/{entretien:guid}/modifier", Conseil, f.EnDiagnostic, "diagnostic-entretien-modifier", f.Entretien);
        Convention("diagnostic/documents/nouveau", Conseil, f.EnDiagnostic, "diagnostic-document-nouveau");
        Convention("diagnostic/documents/{document:guid}", Conseil, f.EnDiagnostic, "diagnostic-document", f.Document);
        Convention("diagnostic/documents/{document:guid}/modifier", Conseil, f.EnDiagnostic, "diagnostic-document-modifier", f.Document);
        Convention("diagnostic/validation", Conseil, f.EnDiagnostic, "diagnostic-validation");
        Convention("diagnostic/validation", Conseil, f.Ateliers, "diagnostic-valide");
        Convention("diagnostic/validation/differences", Conseil, f.EnDiagnostic, "diagnostic-differences-aucune");
        Convention("diagnostic/validation/differences", Conseil, f.Redaction, "diagnostic-differences");
        Convention("diagnostic/indicateurs/nouveau", Conseil, f.EnDiagnostic, "diagnostic-indicateur-nouveau");
        Convention("diagnostic/indicateurs/{indicateur:guid}", Conseil, f.EnDiagnostic, "diagnostic-indicateur", f.Indicateur);
        Convention("diagnostic/import", Conseil, f.EnDiagnostic, "import");
        Convention("diagnostic/import", Coordination, f.Suivi, "import-fige");
        Convention("diagnostic/import/{import:guid}/colonnes", Conseil, f.EnDiagnostic, "import-colonnes", aPreciser.Value);
        Convention("diagnostic/import/{import:guid}", Conseil, f.EnDiagnostic, "import-rapport", lu.Value);
        Convention("diagnostic/import/{import:guid}/indicateurs", Conseil, f.EnDiagnostic, "import-indicateurs", lu.Value);
        Convention("diagnostic/valider", Conseil, f.EnDiagnostic, "diagnostic-valider");
        Convention("diagnostic/rouvrir", Conseil, f.Ateliers, "diagnostic-rouvrir");
        Convention("ateliers", Conseil, f.Ateliers, "ateliers");
        Convention("ateliers", Conseil, f.EnDiagnostic, "ateliers-aucun");
        Convention("ateliers/nouveau", Conseil, f.Ateliers, "atelier-nouveau");
        Convention("ateliers/{atelier:guid}", Conseil, f.Ateliers, "atelier", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}", Conseil, f.Ateliers, "atelier-clos", f.AtelierClos);
        Convention("ateliers/{atelier:guid}", Conseil, f.Ateliers, "atelier-invite", f.AtelierInvite);
        Convention("ateliers/serie", Conseil, f.Ateliers, "atelier-serie");
        Voir(
            "conventions/{id:guid}/ateliers/serie/renommer", Conseil, "atelier-serie-renommer",
            $"/conventions/{f.Ateliers}/ateliers/serie/renommer?nom={Uri.EscapeDataString("À la croisée des regards")}");
        foreach (var geste in new[] { "agenda", "annuler", "donnees", "entree", "invitations", "partage" })
        {
            Convention($"ateliers/{{atelier:guid}}/{geste}", Conseil, f.Ateliers, $"atelier-{geste}", f.AtelierInvite);
        }

        Convention("ateliers/{atelier:guid}/invitations", Conseil, f.Ateliers, "atelier-invitations-clos", f.AtelierClos);
        Voir("invitations/{id:guid}/{atelier:guid}", Personne, "invitation", $"/invitations/{f.Ateliers}/{f.AtelierInvite}?jeton={f.Jeton}");
        Voir("invitations/{id:guid}/{atelier:guid}", Personne, "invitation-perimee", $"/invitations/{f.Ateliers}/{f.AtelierInvite}?jeton=perime", 404);
        Convention("ateliers/{atelier:guid}/modifier", Conseil, f.Ateliers, "atelier-modifier", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/presences", Conseil, f.Ateliers, "atelier-presences", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/clore", Conseil, f.Ateliers, "atelier-clore", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/rouvrir", Conseil, f.Ateliers, "atelier-rouvrir", f.AtelierClos);
        Convention("ateliers/{atelier:guid}/salle", Conseil, f.Ateliers, "salle-animation-ouverte", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/salle", Conseil, f.Ateliers, "salle-animation-fermee", f.AtelierClos);
        Convention("ateliers/{atelier:guid}/salle/projection", Conseil, f.Ateliers, "salle-projection", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/salle/reglages", Conseil, f.Ateliers, "salle-reglages", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/salle/papier", Conseil, f.Ateliers, "salle-papier", f.AtelierOuvert);
        Convention("ateliers/{atelier:guid}/salle/cartes", Conseil, f.Ateliers, "salle-cartes", f.AtelierOuvert);
        Voir("salle", Personne, "salle-code", "/salle");
        Voir("salle/{code}", Personne, "salle-entree", $"/salle/{UneSalle.Code}");
        Voir("salle/{code}", Personne, "salle-inconnue", "/salle/ZZZZZZ", 404);
        Convention("plan", Conseil, f.Redaction, "plan");
        Convention("plan", Conseil, f.EnDiagnostic, "plan-vide");
        Convention("plan", Partenaire, f.Suivi, "plan-suivi");
        Convention("plan/affiche", Conseil, f.Redaction, "plan-affiche");
        Convention("plan/affiche", Coordination, f.Suivi, "plan-affiche-demo");
        foreach (var vue in new[] { "tableau", "calendrier", "avancement", "schemas" })
        {
            Convention($"plan/{vue}", Conseil, f.Redaction, $"plan-{vue}");
            Convention($"plan/{vue}", Coordination, f.Suivi, $"plan-{vue}-demo");
            Convention($"plan/{vue}", Conseil, f.EnDiagnostic, $"plan-{vue}-vide");
        }

        Voir("conventions/{id:guid}/plan/tableau", Conseil, "plan-tableau-aucune", $"/conventions/{f.Redaction}/plan/tableau?q=zzzz");
        Voir("conventions/{id:guid}/plan/lot", Conseil, "plan-lot", $"/conventions/{f.Redaction}/plan/lot?fiches={f.Fiche}");
        Voir("conventions/{id:guid}/plan/lot", Conseil, "plan-lot-valeur", $"/conventions/{f.Redaction}/plan/lot?fiches={f.Fiche}&quoi=dates");
        Voir("conventions/{id:guid}/plan/lot", Conseil, "plan-lot-revue", $"/conventions/{f.Redaction}/plan/lot?fiches={f.Fiche}&quoi=priorite&valeur=Basse&revue=true");
        Voir("conventions/{id:guid}/plan/vues", Conseil, "plan-vues", $"/conventions/{f.Redaction}/plan/vues?vue=tableau&reglages=q%3Dfiche");
        Voir(
            "conventions/{id:guid}/plan/deplacer/{quoi:regex(^(axe|orientation|fiche)$)}/{element:guid}", Conseil, "plan-deplacer",
            $"/conventions/{f.Redaction}/plan/deplacer/fiche/{f.Fiche}");
        Convention("plan/niveaux", Conseil, f.Redaction, "plan-niveaux");
        Convention("plan/exporter", Conseil, f.Redaction, "plan-exporter");
        Convention("plan/exporter", Partenaire, f.Suivi, "plan-exporter-demo");
        Voir("conventions/{id:guid}/plan/exporter", Conseil, "plan-exporter-selection", $"/conventions/{f.Redaction}/plan/exporter?fiches={f.Fiche}&colonnes=descriptif");
        Voir("conventions/{id:guid}/plan/exporter", Conseil, "plan-exporter-aucune", $"/conventions/{f.Redaction}/plan/exporter?q=zzzz");
        Convention("plan/importer", Conseil, f.Redaction, "plan-importer");
        Convention("plan/importer/{import:guid}/colonnes", Conseil, f.Redaction, "plan-import-colonnes", feuilles.APreciser.Value);
        Convention("plan/importer/{import:guid}", Conseil, f.Redaction, "plan-import-rapport", feuilles.Precise.Value);
        Convention("plan/importer/{import:guid}", Conseil, f.Redaction, "plan-import-ecrit", feuilles.Ecrit.Value);
        Convention("plan/axes/nouveau", Conseil, f.Redaction, "plan-axe-nouveau");
        Convention("plan/axes/{axe:guid}", Conseil, f.Redaction, "plan-axe", f.Axe);
        Convention("plan/orientations/nouvelle", Conseil, f.Redaction, "plan-orientation-nouvelle");
        Convention("plan/orientations/{orientation:guid}", Conseil, f.Redaction, "plan-orientation", f.Orientation);
        Voir("brouillons", Conseil, "brouillons", "/brouillons");
        Convention("fiches/nouvelle", Conseil, f.Redaction, "fiche-nouvelle");
        Convention("fil", Conseil, f.Redaction, "fil");
        Convention("fil", Coordination, f.Suivi, "fil-demo");
        Voir("conventions/{id:guid}/fil/suite", Conseil, "fil-suite", $"/conventions/{f.EnDiagnostic}/fil/suite?origines=Constat-{f.Constat}");
        Voir("conventions/{id:guid}/fil/relier/{suite}", Conseil, "fil-relier", $"/conventions/{f.Redaction}/fil/relier/FicheAction-{f.Fiche}");
        Convention("fiches/{ficheId:guid}", Conseil, f.Redaction, "fiche", f.Fiche);
        Voir("conventions/{id:guid}/pieces-jointes/{nature:regex(^(entretien|document|fiche|deliberation)$)}/{cible:guid}", Conseil, "pieces-jointes", $"/conventions/{f.EnDiagnostic}/pieces-jointes/entretien/{f.Entretien}");
        Convention("fiches/{ficheId:guid}", Coordination, f.Suivi, "fiche-demo", f.FicheSuivie);
        foreach (var section in new[]
        {
            "confier", "deplacer", "financements", "historique", "identite", "indicateurs", "liens", "moyens", "objectifs", "operations", "pour-qui", "pourquoi", "quand", "qui", "quoi", "resultats",
        })
        {
            Convention($"fiches/{{ficheId:guid}}/{section}", Conseil, f.Redaction, $"fiche-{section}", f.Fiche);
        }

        Convention("texte", Conseil, f.Redaction, "texte");
        Convention("texte", Conseil, f.EnDiagnostic, "texte-pas-commence");
        Convention("texte", Presidence, f.Suivi, "texte-fige");
        foreach (var page in new[] { "presentation", "modele", "avis" })
        {
            Convention($"texte/{page}", Conseil, f.Redaction, $"texte-{page}");
        }

        Voir("conventions/{id:guid}/texte/passages/{cle}", Conseil, "texte-article", $"/conventions/{f.Redaction}/texte/passages/objectifs-partages");
        Voir("conventions/{id:guid}/texte/passages/{cle}", Conseil, "texte-preambule", $"/conventions/{f.Redaction}/texte/passages/preambule");
        Voir("avis/{avis:guid}", Personne, "avis", $"/avis/{f.Avis}?jeton={f.JetonAvis}");
        Voir("avis/{avis:guid}", Personne, "avis-perime", $"/avis/{f.Avis}?jeton=perime", 404);
        Voir("modeles", Conseil, "modeles", "/modeles");
        Voir("modeles/{modele:guid}", Admin, "modele", $"/modeles/{f.Modele}");
        Voir("modeles/{modele:guid}", Conseil, "modele-version", $"/modeles/{f.Modele}?version=1");
        Voir("modeles/{modele:guid}/passages/{cle}", Admin, "modele-article", $"/modeles/{f.Modele}/passages/objet");
        Voir("modeles/{modele:guid}/presentation", Admin, "modele-presentation", $"/modeles/{f.Modele}/presentation");

        Convention("signature", Conseil, f.Redaction, "signature-a-ouvrir");
        Convention("signature", Conseil, f.EnDiagnostic, "signature-obstacles");
        Convention("signature", Conseil, f.Signature, "signature");
        Convention("signature", Direction, f.Signature, "signature-a-signer");
        Convention("signature", Conseil, f.Suivi, "signature-complete");
        Convention("signature/signer", Direction, f.Signature, "signature-signer");
        Convention("signature/signer", Conseil, f.Signature, "signature-rien-a-signer");

        Convention("deliberations", Conseil, f.Suivi, "deliberations");
        Convention("deliberations", Conseil, f.Redaction, "deliberations-manquantes");
        Convention("deliberations", Presidence, f.Suivi, "deliberations-lues");
        Convention("deliberations/{partie:guid}", Conseil, f.Suivi, "deliberation", f.PartieSuivie);
        Convention("deliberations/{partie:guid}", Presidence, f.Suivi, "deliberation-lue", f.PartieSuivie);
        Convention("deliberations/{partie:guid}", Conseil, f.EnDiagnostic, "deliberation-a-enregistrer", f.Partie);

        Convention("signature/parapheur", Conseil, f.Signature, "parapheur");
        Convention("signature/parapheur/{fichier:guid}", Conseil, f.Signature, "parapheur-retour", f.Retour);
        Convention("signature/sceau", Conseil, f.Redaction, "sceau-pas-encore");
        Convention("signature/sceau", Admin, f.Suivi, "sceau-attendu");
        Convention("signature/preuve", Conseil, f.Signature, "preuve");
        Convention("signature/preuve", Presidence, f.Suivi, "preuve-signataire");
        Voir("signatures", Direction, "signatures", "/signatures");
        Voir("signatures", Presidence, "signatures-presidente", "/signatures");
        Voir("signatures", Partenaire, "signatures-rien", "/signatures");
        Voir("signer/{jeton}", Personne, "signer", $"/signer/{autres.ASigner}");
        Voir("signer/{jeton}", Personne, "signer-signe", $"/signer/{autres.Signe}");
        Voir("signer/{jeton}", Personne, "signer-inconnu", "/signer/inconnu", 404);
        Voir("signer/{jeton}/refuser", Personne, "signer-refuser", $"/signer/{autres.ASigner}/refuser");
        Voir("verifier/{reference?}", Personne, "verifier", "/verifier");
        Voir("verifier/{reference?}", Personne, "verifier-reference", $"/verifier/{autres.Reference}");
        Voir("verifier/{reference?}", Personne, "verifier-inconnue", "/verifier?q=K7M3-QX9P-4TWD", 404);
        Voir("verifier/methode", Personne, "verifier-methode", "/verifier/methode");

        Convention("suivi", Coordination, f.Suivi, "suivi");
        Convention("suivi", Conseil, f.Redaction, "suivi-pas-encore");
        Convention("suivi", Conseil, f.EnDiagnostic, "suivi-vide");
        Convention("fiches/{ficheId:guid}/suivi", Coordination, f.Suivi, "suivi-fiche", f.FicheSuivie);
        Convention("documents", Conseil, f.EnDiagnostic, "documents-projet");
        Convention("documents", Conseil, f.Suivi, "documents");
        Convention("documents/archive", Conseil, f.Suivi, "archive");
        Convention("documents/archive", Conseil, f.Redaction, "archive-pas-encore");
        Convention("versions", Conseil, f.EnDiagnostic, "versions-aucune");
        Convention("versions", Conseil, f.Suivi, "versions");
        Convention("versions", Presidence, f.Suivi, "versions-lues");
        Convention("versions/comparer", Conseil, f.EnDiagnostic, "versions-rien-a-comparer");
        Voir("conventions/{id:guid}/versions/comparer", Conseil, "versions-comparees", $"/conventions/{f.Suivi}/versions/comparer?de=1&a=3");
        Voir("conventions/{id:guid}/versions/comparer", Conseil, "versions-cote-a-cote", $"/conventions/{f.Suivi}/versions/comparer?de=1&vue=cote");
        Voir("conventions/{id:guid}/versions/{numero:int}/sans-objet", Conseil, "version-sans-objet", $"/conventions/{f.Suivi}/versions/1/sans-objet");
        return visites;

        void Convention(string route, string compte, Guid convention, string nom, Guid? element = null) => Voir(
            $"conventions/{{id:guid}}/{route}".TrimEnd('/'),
            compte, nom,
            $"/conventions/{convention}/{System.Text.RegularExpressions.Regex.Replace(route, @"\{\w+:guid\}", element?.ToString() ?? "")}".TrimEnd('/'));
    }

    private static IEnumerable<Visite> DeLAnnexe2(Fonds f, Guid equipement, Guid aPreciser, Guid rapport)
    {
        Visite Voir(string route, string compte, Guid convention, string nom, string? adresse = null) =>
            new($"conventions/{{id:guid}}/{route}", compte, nom, $"/conventions/{convention}/{adresse ?? route}", 200);
        return
        [
            Voir("equipements", Conseil, f.Redaction, "equipements"),
            Voir("equipements", Conseil, f.EnDiagnostic, "equipements-aucun"),
            Voir("equipements", Coordination, f.Suivi, "equipements-demo"),
            Voir("equipements", Coordination, f.Suivi, "equipements-filtre-vide", "equipements?q=zzzz"),
            Voir("equipements/nouveau", Conseil, f.Redaction, "equipement-nouveau"),
            Voir("equipements/{equipement:guid}", Conseil, f.Redaction, "equipement", $"equipements/{equipement}"),
            Voir("equipements/import", Conseil, f.Redaction, "equipements-import"),
            Voir("equipements/import", Conseil, f.Signature, "equipements-import-fige"),
            Voir("equipements/import/{import:guid}/colonnes", Conseil, f.Redaction, "equipements-colonnes", $"equipements/import/{aPreciser}/colonnes"),
            Voir("equipements/import/{import:guid}", Conseil, f.Redaction, "equipements-rapport", $"equipements/import/{rapport}"),
            Voir("petite-enfance", Coordination, f.Suivi, "petite-enfance-demo"),
            Voir("petite-enfance", Conseil, f.EnDiagnostic, "petite-enfance"),
            Voir("petite-enfance/confirmer", Coordination, f.Suivi, "petite-enfance-confirmer", "petite-enfance/confirmer?territoire=240200600&exigence=Qualite"),
            Voir("anciens-cej", Conseil, f.EnDiagnostic, "anciens-cej"),
            Voir("anciens-cej", Conseil, f.Signature, "anciens-cej-fige"),
        ];
    }

    private static IEnumerable<Visite> DesCommentaires(Fonds f, Guid commentaire)
    {
        Visite Voir(string route, string nom, string? adresse = null) =>
            new($"conventions/{{id:guid}}/{route}", Conseil, nom, $"/conventions/{f.Redaction}/{adresse ?? route}", 200);
        return
        [
            Voir("commentaires", "commentaires"),
            Voir("commentaires", "commentaires-aucun", "commentaires?choix=Resolus"),
            Voir("commentaires/nouveau/{nature:regex(^(fiche|passage|annexe)$)}/{**objet}", "commentaire-nouveau", $"commentaires/nouveau/fiche/{f.Fiche}"),
            Voir("commentaires/{commentaireId:guid}", "commentaire", $"commentaires/{commentaire}"),
        ];
    }

    private sealed record Visite(string Route, string Compte, string Nom, string Adresse, int Statut);

    private sealed record Autres(Guid Utilisateur, Guid Courriel, string Reference, string ASigner, string Signe);
}
