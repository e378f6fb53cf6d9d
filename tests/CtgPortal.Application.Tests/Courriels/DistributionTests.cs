using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Tests.Comptes;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using static CtgPortal.Application.Tests.Comptes.ComptesDeTest;

namespace CtgPortal.Application.Tests.Courriels;

public class DistributionTests(PostgresServer serveur)
{
    private const string Destinataire = "claire.morel@exemple.fr";

    [Fact]
    public async Task Sans_serveur_les_messages_attendent_et_l_administrateur_les_lit()
    {
        await using var portail = await OuvrirAsync(serveur);
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);

        Assert.Equal(0, await portail.DistribuerAsync());

        var resultat = await portail.EnvoyerAsync(new ListerCourriels.Query(ListerCourriels.Etat.EnAttente), admin);
        var ligne = Assert.Single(resultat.Page.Lignes);
        Assert.False(resultat.MessagerieConfiguree);
        Assert.Equal(0, ligne.Tentatives);
        Assert.Matches("jeton=[A-Za-z0-9]", (await portail.EnvoyerAsync(new ConsulterCourriel.Query(ligne.Id), admin)).Texte);
    }

    [Fact]
    public async Task Un_message_part_en_texte_et_en_HTML_et_son_lien_devient_illisible()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);

        Assert.Equal(1, await portail.DistribuerAsync());
        Assert.Equal(0, await portail.DistribuerAsync());

        var recu = Lire(Assert.Single(smtp.Recus));
        var enregistre = await portail.LireAsync(db => db.Courriels.SingleAsync());
        Assert.Equal(["admin@exemple.fr"], smtp.Recus[0].Destinataires);
        Assert.Equal(enregistre.Objet, recu.Subject);
        Assert.Equal(enregistre.Texte.ReplaceLineEndings("\n"), recu.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("<a href=\"http://localhost:5080/compte/mot-de-passe?u=", recu.HtmlBody, StringComparison.Ordinal);
        Assert.Equal($"{enregistre.Id:N}@exemple.fr", recu.MessageId);
        Assert.Equal(portail.Horloge.GetUtcNow(), enregistre.EnvoyeLe);
        Assert.Contains("jeton=…", (await portail.EnvoyerAsync(new ConsulterCourriel.Query(enregistre.Id), admin)).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_rendez_vous_voyage_avec_le_message()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        await portail.LireAsync(db =>
        {
            db.Courriels.Add(Courriel.Ecrire(
                Destinataire, "Invitation", "Voici.", portail.Horloge.GetUtcNow(),
                new("atelier.ics", "text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR\r\nSUMMARY:Été\r\nEND:VCALENDAR\r\n"u8.ToArray())));
            return db.SaveChangesAsync();
        });

        Assert.Equal(1, await portail.DistribuerAsync());

        var piece = Assert.IsType<MimePart>(Assert.Single(Lire(Assert.Single(smtp.Recus)).Attachments), exactMatch: false);
        using var contenu = new MemoryStream();
        await piece.Content!.DecodeToAsync(contenu, TestContext.Current.CancellationToken);
        Assert.Equal(("atelier.ics", "text/calendar", "REQUEST"), (piece.FileName, piece.ContentType.MimeType, piece.ContentType.Parameters["method"]));
        Assert.Contains("SUMMARY:Été", System.Text.Encoding.UTF8.GetString(contenu.ToArray()), StringComparison.Ordinal);
    }

    // Seen red with the words written when the comment was.
    [Fact]
    public async Task Les_mentions_s_ecrivent_quand_le_message_part_et_rien_ne_part_pour_ce_qui_est_regle()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        var chez = portail.ConventionAilleurs;
        var lue = await portail.InscrireAsync("lucie@exemple.fr", new Habilitation(Role.Lecteur, Portee.Convention, chez.Value.ToString()));
        await portail.DistribuerAsync();
        var (moi, now) = (new Auteur(lue.Id!.Value, lue.Nom), portail.Horloge.GetUtcNow());
        var sophie = new Auteur(UtilisateurId.New(), "Sophie Martin");
        Commentaire Ouvrir(string texte) => Commentaire.Ouvrir(chez, CibleCommentaire.SurPassage("preambule"), sophie, texte, [moi], StatutConvention.EnRedaction, now);
        async Task AttendreAsync(params Commentaire[] commentaires)
        {
            await portail.LireAsync(db =>
            {
                db.Commentaires.AddRange(commentaires);
                db.Courriels.Add(Courriel.Differer(CompositionCourriel.Mentions, moi.Id, "lucie@exemple.fr", now, ComposeurMentions.Delai));
                return db.SaveChangesAsync();
            });
            portail.Horloge.Advance(ComposeurMentions.Delai);
        }

        var regle = Ouvrir("Déjà réglé ?");
        regle.Lire(moi.Id, now);
        await AttendreAsync(regle, Ouvrir("Et le local ?"), Ouvrir("Et la date ?"));
        Assert.Equal(1, await portail.DistribuerAsync());
        await AttendreAsync();
        Assert.Equal(0, await portail.DistribuerAsync());

        var recu = Lire(smtp.Recus[^1]);
        Assert.Equal("2 commentaires vous mentionnent", recu.Subject);
        Assert.Contains("Et le local ?", recu.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Déjà réglé", recu.TextBody, StringComparison.Ordinal);
        Assert.Equal(0, await portail.LireAsync(db => db.Courriels.CountAsync(c => c.EnvoyeLe == null)));
    }

    [Fact]
    public async Task Un_refus_provisoire_est_note_puis_le_message_part_une_fois()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        await EcrireAsync(portail, 1);
        smtp.RefuserProvisoirement(2);

        Assert.Equal(0, await portail.DistribuerAsync());
        var courriel = await portail.LireAsync(db => db.Courriels.SingleAsync());
        Assert.Equal(1, courriel.Tentatives);
        Assert.Contains("450", courriel.DerniereErreur, StringComparison.Ordinal);

        Assert.Equal(0, await portail.DistribuerAsync());
        portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await portail.DistribuerAsync());
        portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await portail.DistribuerAsync());
        portail.Horloge.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await portail.DistribuerAsync());

        Assert.Single(smtp.Recus);
        courriel = await portail.LireAsync(db => db.Courriels.SingleAsync());
        Assert.Equal((3, null), (courriel.Tentatives, courriel.DerniereErreur));
    }

    [Fact]
    public async Task Un_refus_n_arrete_pas_les_autres_messages()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        await EcrireAsync(portail, 3);
        smtp.RefuserProvisoirement(1);

        Assert.Equal(2, await portail.DistribuerAsync());
        Assert.Equal(2, smtp.Recus.Count);
    }

    [Fact]
    public async Task Apres_le_dernier_essai_le_message_attend_qu_on_le_relance()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        var admin = await portail.InscrireAsync("admin@exemple.fr", Admin);
        await portail.DistribuerAsync();
        await EcrireAsync(portail, 1);
        smtp.RefuserProvisoirement(Courriel.TentativesMax);
        for (var essai = 1; essai <= Courriel.TentativesMax + 2; essai++)
        {
            Assert.Equal(0, await portail.DistribuerAsync());
            portail.Horloge.Advance(TimeSpan.FromHours(5));
        }

        var echec = Assert.Single((await portail.EnvoyerAsync(new ListerCourriels.Query(ListerCourriels.Etat.EnEchec), admin)).Page.Lignes);
        Assert.Equal(Courriel.TentativesMax, echec.Tentatives);

        await portail.EnvoyerAsync(new RelancerCourriel.Command(echec.Id), admin);
        Assert.Equal(1, await portail.DistribuerAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => portail.EnvoyerAsync(new RelancerCourriel.Command(echec.Id), admin));
    }

    [Fact]
    public async Task Un_serveur_injoignable_ne_compte_pas_comme_un_essai()
    {
        var port = PortFerme();
        await using var portail = await OuvrirAsync(serveur, Reglages(port));
        await EcrireAsync(portail, 2);

        Assert.Equal(0, await portail.DistribuerAsync());

        var courriels = await portail.LireAsync(db => db.Courriels.OrderBy(c => c.Id).ToListAsync());
        Assert.All(courriels, c => Assert.Equal((0, null), (c.Tentatives, c.EnvoyeLe)));
        Assert.Contains("ne répond pas", courriels[0].DerniereErreur, StringComparison.Ordinal);
        Assert.Null(courriels[1].DerniereErreur);
    }

    [Fact]
    public async Task Deux_instances_n_envoient_jamais_deux_fois_le_meme_message()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        await EcrireAsync(portail, 40);

        var envoyes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => portail.DistribuerAsync()));

        Assert.Equal(40, envoyes.Sum());
        Assert.Equal(40, smtp.Recus.Select(r => Lire(r).Subject).Distinct().Count());
        Assert.Equal(40, smtp.Recus.Count);
    }

    [Fact]
    public async Task Aucune_adresse_n_entre_dans_le_journal_technique()
    {
        await using var smtp = new ServeurSmtpDeTest();
        await using var portail = await OuvrirAsync(serveur, Reglages(smtp));
        await EcrireAsync(portail, 2);
        smtp.RefuserProvisoirement(1);

        await portail.DistribuerAsync();

        Assert.Contains(portail.Traces.Lignes, l => l.Contains("refused with 450", StringComparison.Ordinal));
        Assert.DoesNotContain(portail.Traces.Lignes, l => l.Contains(Destinataire, StringComparison.OrdinalIgnoreCase));
    }

    internal static KeyValuePair<string, string?>[] Reglages(ServeurSmtpDeTest smtp) => Reglages(smtp.Port);

    private static KeyValuePair<string, string?>[] Reglages(int port) =>
    [
        new("Smtp:Hote", "127.0.0.1"), new("Smtp:Port", $"{port}"), new("Smtp:Tls", "Aucun"),
        new("Smtp:Expediteur", "CTG <ne-pas-repondre@exemple.fr>"),
    ];

    private static Task<int> EcrireAsync(ComptesDeTest portail, int nombre) => portail.LireAsync(db =>
    {
        db.Courriels.AddRange(Enumerable.Range(1, nombre).Select(
            n => Courriel.Ecrire(Destinataire, $"Objet n° {n}", "Un texte, et <c’est tout>.", portail.Horloge.GetUtcNow())));
        return db.SaveChangesAsync();
    });

    private static MimeMessage Lire(MessageRecu recu)
    {
        using var flux = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(recu.Source));
        return MimeMessage.Load(flux);
    }

    private static int PortFerme()
    {
        using var ecoute = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        ecoute.Start();
        return ((System.Net.IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
