using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Signatures;
using CtgPortal.Application.Signatures.Parapheurs;
using CtgPortal.Application.Territoires;
using CtgPortal.Application.Textes;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Application.Textes.Modeles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Territoires;
using CtgPortal.Domain.Textes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using CtgPortal.TestSupport.Sceaux;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Browser.Tests.Common;

/// <summary>One full convention at each stage, for the same adviser, beside the demonstration data.</summary>
internal sealed record Fonds(
    Guid EnDiagnostic, Guid Partie, Guid Indicateur, Guid Constat,
    Guid Enquete, Guid EnqueteAConfirmer, Guid Entretien, Guid Document,
    Guid Ateliers, Guid AtelierOuvert, Guid AtelierClos, Guid AtelierInvite, string Jeton,
    Guid Redaction, Guid Axe, Guid Orientation, Guid Fiche,
    Guid Signature, Guid Scan, Guid Retour, Guid Ligne,
    Guid Suivi, Guid FicheSuivie, Guid PartieSuivie, Guid Avenant,
    Guid Modele, Guid Avis, string JetonAvis)
{
    public static readonly Habilitation Conseil = new(Role.Conseiller, Portee.Caf, "02");

    public static async Task<Fonds> CreerAsync(Site site)
    {
        var portail = site.Portail;
        var diagnostic = UneConvention.Au(StatutConvention.EnDiagnostic, await OuvertureAsync(portail, "Pays de la Serre"));
        var (ecrit, indicateur, constat) = UnDiagnostic.Rempli(diagnostic.Id);

        var (enquete, aConfirmer) = (UneEnquete.AvecResultats(diagnostic.Id), UneEnquete.Decrite(diagnostic.Id));
        aConfirmer.Lire(UneEnquete.Lecture(new QuestionEnquete("Âge", TypeQuestion.Fermee, 30, [new("Moins de 18 ans", 20), new("Plus", 6), new("Non dit", 4)])), UneEnquete.Ouvert, UnDiagnostic.Le);
        var (entretien, document) = (UneEnquete.Entretien(diagnostic.Id), UneEnquete.Document(diagnostic.Id));

        var ateliers = UneConvention.Au(StatutConvention.EnAteliers, await OuvertureAsync(portail, "Picardie des Châteaux"));
        var (ouvert, contribution) = UnAtelier.Tenu(ateliers.Id);
        var clos = UnAtelierClos(ateliers.Id);
        var (invite, assistance) = UnAtelier.AvecInvites(new DateOnly(2026, 12, 1), ateliers.Id);
        Preparer(invite, assistance);

        var redaction = UneConvention.Au(StatutConvention.EnRedaction, await OuvertureAsync(portail, "Thiérache Sambre et Oise"));
        var (plan, fiches) = UnPlan.Complet(redaction.Id, 3, 2, 2);

        var aSigner = UneConvention.Au(StatutConvention.EnRedaction, await OuvertureAsync(portail, "Oulchy le Château"));
        var (planASigner, fichesASigner) = UnPlan.Complet(aSigner.Id, 2, 1, 2);

        await portail.SauverAsync(
            diagnostic, ecrit, UnPlan.Vide(diagnostic.Id), enquete, aConfirmer, entretien, document,
            ateliers, DiagnosticValide(ateliers.Id), ouvert, contribution, UneSalle.Ouverte(ouvert), clos, invite, assistance, UnPlan.Vide(ateliers.Id),
            redaction, DiagnosticValide(redaction.Id), plan,
            aSigner, DiagnosticValide(aSigner.Id), UnAtelierClos(aSigner.Id), planASigner);
        await portail.SauverAsync([.. fiches.Concat(fichesASigner).SelectMany(f => new object[] { f, SuiviFiche.Commencer(f) })]);
        await portail.EnvoyerAsync(new OuvrirALaSignature.Command(aSigner.Id, aSigner.Revision, UneOuverture.Choix), Conseil);
        var scan = await DeposerUnScanAsync(portail, aSigner.Id);
        var retour = await RapporterDuParapheurAsync(portail, aSigner.Id);
        var ligne = await portail.LireAsync(db => db.Signatures.Where(s => s.ConventionId == aSigner.Id).SelectMany(s => s.Lignes).Where(l => l.ScanId == null).Select(l => l.Id).FirstAsync());

        await RevaliderAsync(portail, redaction.Id);
        var (modele, avis) = await EcrireLeTexteAsync(portail, redaction.Id);

        var suivi = await portail.LireAsync(db => db.Conventions.Where(c => c.Statut == StatutConvention.EnSuivi && c.CafCode == "02").Select(c => c.Id).SingleAsync());
        var suivie = await portail.LireAsync(db => db.FichesAction
            .Where(f => f.ConventionId == suivi && f.Identite.Intitule.Contains("Espace des associations")).Select(f => f.Id).SingleAsync());

        var communaute = await portail.LireAsync(db => db.Conventions.Where(c => c.Id == suivi).SelectMany(c => c.Parties)
            .Where(p => p.Type == TypePartie.Epci).Select(p => p.Id).SingleAsync());
        var avenant = await portail.LireAsync(db => db.Avenants.Where(a => a.ConventionId == suivi).Select(a => a.Id).SingleAsync());

        return new(
            diagnostic.Id.Value, diagnostic.Parties[0].Id.Value, indicateur.Value, constat.Value,
            enquete.Id.Value, aConfirmer.Id.Value, entretien.Id.Value, document.Id.Value,
            ateliers.Id.Value, ouvert.Id.Value, clos.Id.Value, invite.Id.Value, assistance.Personnes[0].Jeton,
            redaction.Id.Value, plan.Axes[0].Id.Value, plan.Orientations[0].Id.Value, fiches[0].Id.Value,
            aSigner.Id.Value, scan.Value, retour.Value, ligne.Value,
            suivi.Value, suivie.Value, communaute.Value, avenant.Value,
            modele.Value, avis.Id.Value, avis.Jeton);
    }

    /// <summary>Signed by the president on paper, and waiting for a second person.</summary>
    private static async Task<PieceId> DeposerUnScanAsync(PortailDeTest portail, ConventionId convention)
    {
        var signature = await portail.LireAsync(db => db.Signatures.AsNoTracking().SingleAsync(s => s.ConventionId == convention && s.Statut == StatutSignature.Ouverte));
        return await portail.EnvoyerAsync(
            new DeposerScan.Command(convention, [signature.LigneDe(UneConvention.Presidente.Courriel)!.Id], signature.OuverteLe.JourEnFrance(), "%PDF-1.4 scan"u8.ToArray()), Conseil);
    }

    /// <summary>Signed by somebody else than the director in an outside parapheur: nobody has said yet whose it is.</summary>
    private static async Task<PieceId> RapporterDuParapheurAsync(PortailDeTest portail, ConventionId convention)
    {
        var remis = await portail.LireAsync(db => db.Pieces.Where(p => p.ConventionId == convention && p.Nature == NaturePiece.TexteFige).Select(p => p.Contenu).SingleAsync());
        return await portail.EnvoyerAsync(
            new RecevoirRetour.Command(convention, ParapheurDeTest.Signer(remis, ParapheurDeTest.ChampsVides(remis)[0], "Un cachet de service", portail.Horloge.GetUtcNow())), Conseil);
    }

    /// <summary>A convention open to signature, which president@demo.test and direction@demo.test have to sign.</summary>
    public static async Task<Convention> ASignerAsync(PortailDeTest portail)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        await portail.SauverAsync(convention, DiagnosticValide(convention.Id), UnPlan.Vide(convention.Id));
        await portail.EnvoyerAsync(new OuvrirALaSignature.Command(convention.Id, convention.Revision, UneOuverture.Choix), Conseil);
        return convention;
    }

    /// <summary>A convention whose plan holds one fiche.</summary>
    public static async Task<(Convention Convention, Guid Fiche)> EnRedactionAsync(PortailDeTest portail)
    {
        var convention = UneConvention.Au(StatutConvention.EnRedaction);
        var (plan, fiches) = UnPlan.Complet(convention.Id, 1, 1, 1);
        await portail.SauverAsync(convention, DiagnosticValide(convention.Id), plan);
        await portail.SauverAsync(fiches[0], SuiviFiche.Commencer(fiches[0]));
        return (convention, fiches[0].Id.Value);
    }

    private static async Task<OuvertureConvention> OuvertureAsync(PortailDeTest portail, string nom)
    {
        var epci = (await portail.EnvoyerAsync(new ListerTerritoires.Query(nom, TypeTerritoire.Epci, "02", 1), Conseil)).Single();
        return UneConvention.Ouverture(
            UneConvention.Cadre($"Convention territoriale globale de {epci.Nom}"),
            titulaires: [new TerritoireRef(TypeTerritoire.Epci, epci.Code, epci.Nom)]);
    }

    private static void Preparer(Atelier atelier, Assistance assistance)
    {
        atelier.Decrire(atelier.Description with { Heure = new(9, 0), HeureFin = new(12, 0) }, StatutConvention.EnAteliers, UnAtelier.Le);
        atelier.DefinirAgenda(
            [new(null, "Accueil", 15, "Coordination", null), new(null, "Forces et faiblesses, en tables", 90, "Csac", "Trois tables"), new(null, "Suite", 90, null, null)],
            StatutConvention.EnAteliers, UnAtelier.Le);
        assistance.Inscrire(atelier, [new(null, null, "Habitants", null)], presentes: true, StatutConvention.EnAteliers, UnAtelier.Le);
        assistance.NoterArrivee(atelier, assistance.Personnes[1].Id, presente: true, StatutConvention.EnAteliers, UnAtelier.Le);
    }

    /// <summary>Reopened, validated with its content, reopened and changed: there is something to compare.</summary>
    private static async Task RevaliderAsync(PortailDeTest portail, ConventionId convention)
    {
        var diagnostic = await portail.LireAsync(db => db.Diagnostics.AsNoTracking().SingleAsync(d => d.ConventionId == convention));
        var revision = await portail.EnvoyerAsync(new RouvrirDiagnostic.Command(convention, diagnostic.Revision, "Relecture"), Conseil);
        revision = await portail.EnvoyerAsync(new ValiderDiagnostic.Command(convention, revision), Conseil);
        revision = await portail.EnvoyerAsync(new RouvrirDiagnostic.Command(convention, revision, "Chiffres publiés"), Conseil);
        revision = await portail.EnvoyerAsync(new RetirerConstat.Command(convention, revision, diagnostic.Constats[0].Id), Conseil);
        await portail.EnvoyerAsync(new AjouterConstat.Command(convention, revision, new("jeunesse", NatureConstat.Besoin, "Un lieu")), Conseil);
    }

    /// <summary>A text begun and adapted, a newer model to compare it with, opinions given and awaited.</summary>
    private static async Task<(ModeleTexteId Modele, AvisPartenaire Avis)> EcrireLeTexteAsync(PortailDeTest portail, ConventionId convention)
    {
        await portail.EnvoyerAsync(new CommencerTexte.Command(convention), Conseil);
        await portail.EnvoyerAsync(
            new RedigerPassage.Command(convention, "objectifs-partages", 1, "Nos objectifs", "Nos 12 axes, à compléter :\n{{liste:axes}}\n{{debut}}", true), Conseil);
        var modele = await portail.LireAsync(db => db.ModelesTexte.SingleAsync(m => m.CafCode == null));
        var admin = Habilitation.Nationale(Role.Administrateur);
        await portail.EnvoyerAsync(
            new RedigerPassageModele.Command(modele.Id, modele.Revision, "objectifs-partages", "Les objectifs partagés", "Les parties partagent :\n{{liste:axes}}", true), admin);
        await portail.EnvoyerAsync(new PublierModele.Command(modele.Id, modele.Revision + 1, "Des objectifs plus courts."), admin);
        await portail.EnvoyerAsync(
            new DemanderAvis.Command(
                convention, [new("MSA de Picardie", "msa@demo.test"), new("Département de l’Aisne", "departement@demo.test")], new DateOnly(2026, 12, 10), null),
            Conseil);
        var avis = await portail.LireAsync(db => db.AvisPartenaires.OrderBy(a => a.Structure).ToListAsync());
        await portail.EnvoyerAsync(new RendreAvis.Command(avis[0].Id, avis[0].Jeton, SensAvis.AvecRemarques, "Préciser l’article 5."), Conseil);
        return (modele.Id, avis[1]);
    }

    // pages show who validated or closed, from the journal that builders clear
    public static Diagnostic DiagnosticValide(ConventionId convention)
    {
        var (diagnostic, _, _) = UnDiagnostic.Rempli(convention);
        diagnostic.Valider(StatutConvention.EnDiagnostic, UnDiagnostic.Le);
        return diagnostic;
    }

    private static Atelier UnAtelierClos(ConventionId convention)
    {
        var (atelier, _) = UnAtelier.Tenu(convention);
        atelier.Clore("Trois priorités partagées.", StatutConvention.EnAteliers, UnAtelier.Le);
        return atelier;
    }
}
