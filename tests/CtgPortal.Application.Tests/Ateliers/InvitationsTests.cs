using System.Text;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Ateliers;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Ateliers;

public sealed class InvitationsTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly DateOnly Jour = new(2026, 4, 2);

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;
    private AtelierId _atelier;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(EnAteliers);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        var atelier = UnAtelier.Prevu(Jour, _convention.Id);
        atelier.Decrire(atelier.Description with { Heure = new(9, 0), HeureFin = new(12, 30) }, EnAteliers, UnAtelier.Le);
        _atelier = atelier.Id;
        await _app.SauverAsync(_convention, atelier);
        await InscrireAsync(new("Zélie Quinquaud", "aiguilleuse", "Mission locale", "zelie.quinquaud@invitee.test"), new(null, null, "MSA", null));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Le_message_porte_un_rendez_vous_valable_et_un_lien_personnel()
    {
        Assert.Equal(1, await EnvoyerAsync("À bientôt"));

        var courriel = Assert.Single(await CourrielsAsync());
        Assert.Equal(("zelie.quinquaud@invitee.test", "Invitation : Grandir et bien vivre"), (courriel.Destinataire, courriel.Objet));
        Assert.Contains("Quand : le jeudi 2 avril 2026, de 9 h à 12 h 30", courriel.Texte, StringComparison.Ordinal);
        Assert.Contains("À bientôt", courriel.Texte, StringComparison.Ordinal);
        Assert.Contains($"/invitations/{_convention.Id.Value}/{_atelier.Value}?jeton=", courriel.Texte, StringComparison.Ordinal);
        Assert.Equal("text/calendar; method=REQUEST; charset=utf-8", courriel.PieceJointe!.TypeMime);

        var rendezVous = Calendrier(courriel);
        var evenement = Assert.Single(rendezVous.Events);
        Assert.Equal(("REQUEST", $"atelier-{_atelier.Value}@ctgportal", 0), (rendezVous.Method, evenement.Uid, evenement.Sequence));
        Assert.Equal(new DateTime(2026, 4, 2, 7, 0, 0, DateTimeKind.Utc), evenement.DtStart!.AsUtc);
        Assert.Equal(new DateTime(2026, 4, 2, 10, 30, 0, DateTimeKind.Utc), evenement.DtEnd!.AsUtc);
        Assert.Equal("Europe/Paris", Assert.Single(rendezVous.TimeZones).TzId);
        Assert.Equal("mailto:zelie.quinquaud@invitee.test", Assert.Single(evenement.Attendees).Value!.OriginalString);
    }

    [Fact]
    public async Task Renvoyer_n_ecrit_qu_a_qui_ne_l_est_pas_encore()
    {
        await EnvoyerAsync();
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => EnvoyerAsync());
        Assert.Equal("personne-a-inviter", Assert.Single(refus.Obstacles).Code);
        await InscrireAsync(new InscrirePersonnes.Saisie(null, null, "Csac", "csac@invitee.test"));

        Assert.Equal(1, await EnvoyerAsync());
        Assert.Equal(2, (await CourrielsAsync()).Select(c => c.Destinataire).Distinct().Count());
    }

    [Fact]
    public async Task Deux_envois_au_meme_instant_n_ecrivent_qu_une_fois()
    {
        var envois = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                return await EnvoyerAsync();
            }
            catch (BusinessRuleException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, envois.Sum());
        Assert.Single(await CourrielsAsync());
    }

    [Fact]
    public async Task Un_autre_jour_corrige_le_meme_rendez_vous_puis_l_annulation_le_retire()
    {
        await EnvoyerAsync();
        await DecrireAsync(d => d with { Date = Jour.AddDays(7) });
        await EnvoyerAsync();
        _app.Horloge.Advance(TimeSpan.FromMinutes(1));
        var revision = (await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, _atelier), _coordination))!.Revision;
        Assert.Equal(1, await _app.EnvoyerAsync(new AnnulerAtelier.Command(_convention.Id, _atelier, revision, "Neige"), _coordination));

        var courriels = await CourrielsAsync();
        Assert.Equal(["Invitation", "Changement", "Annulé"], courriels.Select(c => c.Objet.Split(' ')[0]));
        var calendriers = courriels.Select(Calendrier).ToList();
        Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], calendriers.Select(c => c.Method));
        Assert.Equal([0, 1, 2], calendriers.Select(c => c.Events.Single().Sequence));
        Assert.Single(calendriers.Select(c => c.Events.Single().Uid).Distinct());
        Assert.Equal("CANCELLED", calendriers[2].Events.Single().Status);
        Assert.Contains("Neige", courriels[2].Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_date_qui_n_est_plus_fixee_retire_le_rendez_vous_annonce()
    {
        await EnvoyerAsync();
        await DecrireAsync(d => d with { Date = null, Quand = "au printemps" });
        await EnvoyerAsync();

        var retrait = (await CourrielsAsync())[1];
        Assert.StartsWith("Reporté : ", retrait.Objet, StringComparison.Ordinal);
        Assert.Contains("Il était prévu le jeudi 2 avril 2026.", retrait.Texte, StringComparison.Ordinal);
        Assert.Equal(("CANCEL", new DateTime(2026, 4, 2, 7, 0, 0)), (Calendrier(retrait).Method, Calendrier(retrait).Events.Single().DtStart!.AsUtc));
    }

    [Fact]
    public async Task On_repond_par_son_lien_sans_compte_et_la_lecture_ne_repond_pas()
    {
        await EnvoyerAsync();
        var jeton = await JetonAsync();

        var lue = await _app.EnvoyerAsync(new ConsulterInvitation.Query(_atelier, jeton), Personne.Inconnue);
        Assert.Equal(("Zélie Quinquaud", null), (lue!.Nom, lue.Reponse));
        await _app.EnvoyerAsync(new RepondreInvitation.Command(_convention.Id, _atelier, jeton, ReponseInvitation.Present), Personne.Inconnue);

        var assistance = await ConsulterAsync();
        Assert.Equal((1, 1), (assistance.Synthese.Attendues, assistance.Synthese.SansReponse));
        Assert.Null(await _app.EnvoyerAsync(new ConsulterInvitation.Query(_atelier, "autre"), Personne.Inconnue));
        Assert.Null(await _app.EnvoyerAsync(new ConsulterInvitation.Query(AtelierId.New(), jeton), Personne.Inconnue));
        await Assert.ThrowsAsync<NotFoundException>(
            () => _app.EnvoyerAsync(new RepondreInvitation.Command(_convention.Id, _atelier, "autre", ReponseInvitation.Present), Personne.Inconnue));
    }

    [Fact]
    public async Task Les_noms_sont_pour_qui_prepare_l_atelier()
    {
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(
            new ConsulterAssistance.Query(_convention.Id, _atelier), ApplicationDeTest.Une(Role.Partenaire, _convention.Id)));
        var vu = await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, _atelier), ApplicationDeTest.Une(Role.Partenaire, _convention.Id));

        Assert.Null(vu!.Preparation.Invitations);
        Assert.Empty(vu.Preparation.Bilan);
    }

    [Fact]
    public async Task Passe_le_delai_noms_liens_et_messages_disparaissent_et_les_nombres_restent()
    {
        await EnvoyerAsync();
        await _app.LireAsync(async db =>
        {
            (await db.Courriels.SingleAsync()).NoterEnvoi(UneConvention.Maintenant);
            return await db.SaveChangesAsync();
        });
        await InscrireAsync(new InscrirePersonnes.Saisie(null, null, "Csac", "csac@invitee.test"));
        await EnvoyerAsync();
        await _app.EnvoyerAsync(new RepondreInvitation.Command(_convention.Id, _atelier, await JetonAsync(), ReponseInvitation.Present), Personne.Inconnue);
        Assert.Equal(0, await EffacerAsync());

        _app.Horloge.SetUtcNow(new DateTimeOffset(Jour.AddMonths(Assistance.ConservationParDefaut), new(9, 0), TimeSpan.Zero));
        Assert.Equal(1, await EffacerAsync());
        Assert.Equal(0, await EffacerAsync());

        var dossier = await ConsulterAsync();
        Assert.Empty(dossier.Personnes);
        Assert.Equal(
            [new("Csac", 1, 0, 0, false), new("Mission locale", 1, 1, 0, false), new LigneBilan("MSA", 1, 0, 0, false)],
            dossier.Preparation.Bilan);
        var reste = Assert.Single(await CourrielsAsync());
        Assert.Equal((Courriel.Efface, Courriel.Efface, null), (reste.Destinataire, reste.Texte, reste.PieceJointe));
        await AucuneTraceAsync("quinquaud", "invitee.test", "aiguilleuse");
    }

    [Fact]
    public async Task S_efface_a_la_main_avec_confirmation()
    {
        await EnvoyerAsync();
        await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => _app.EnvoyerAsync(new EffacerAssistance.Command(_convention.Id, _atelier, Confirme: false), _coordination));

        Assert.Equal(2, await _app.EnvoyerAsync(new EffacerAssistance.Command(_convention.Id, _atelier, Confirme: true), _coordination));

        Assert.Empty(await CourrielsAsync());
        await AucuneTraceAsync("quinquaud", "invitee.test", "aiguilleuse");
    }

    [Fact]
    public async Task Une_personne_s_efface_avec_ses_messages()
    {
        await EnvoyerAsync();
        var personne = (await ConsulterAsync()).Personnes.First(p => p.Nom is not null);

        await _app.EnvoyerAsync(new RetirerPersonne.Command(_convention.Id, _atelier, personne.Id), _coordination);

        Assert.Empty(await CourrielsAsync());
        await AucuneTraceAsync("quinquaud", "invitee.test", "aiguilleuse");
    }

    [Fact]
    public async Task Une_entree_a_deux_ne_se_gene_pas()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => _app.EnvoyerAsync(
            new InscrirePersonnes.Command(_convention.Id, _atelier, [new($"Personne {i}", null, "Habitants", null)], Presentes: true), _coordination)));
        var msa = (await ConsulterAsync()).Personnes.Single(p => p.Organisation == "MSA");
        await _app.EnvoyerAsync(new NoterArrivee.Command(_convention.Id, _atelier, msa.Id, Presente: true), _coordination);

        Assert.Equal(9, (await ConsulterAsync()).Personnes.Count(p => p.Presente));
    }

    [Fact]
    public async Task La_feuille_porte_les_invites_puis_des_lignes_vides_sur_des_pages_numerotees()
    {
        await InscrireAsync([.. Enumerable.Range(1, 25).Select(i => new InscrirePersonnes.Saisie($"Personne {i:00}", null, "Csac", null))]);

        var pdf = (await _app.EnvoyerAsync(new ExporterEmargement.Query(_convention.Id, _atelier), _coordination))!.Contenu;

        var pages = LecturePdf.Pages(pdf);
        Assert.Equal(2, pages.Count);
        Assert.Contains("Grandir et bien vivre", pages[0], StringComparison.Ordinal);
        Assert.Contains("de 9 h à 12 h 30", pages[0], StringComparison.Ordinal);
        Assert.Contains("Zélie Quinquaud", string.Concat(pages), StringComparison.Ordinal);
        Assert.All(pages, (page, i) =>
        {
            Assert.Contains("Signature", page, StringComparison.Ordinal);
            Assert.Contains("RGPD", page, StringComparison.Ordinal);
            Assert.Contains($"{i + 1}/2", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Se_lit_avec_autant_de_commandes_SQL_quel_que_soit_le_nombre_de_personnes()
    {
        var peu = await _app.Sql.CompterAsync(() => ConsulterAsync());
        await InscrireAsync([.. Enumerable.Range(1, 100).Select(i => new InscrirePersonnes.Saisie($"Personne {i}", null, $"Organisation {i}", null))]);

        Assert.Equal(peu, await _app.Sql.CompterAsync(() => ConsulterAsync()));
        Assert.InRange(peu, 1, 14);
    }

    private static Calendar Calendrier(Courriel courriel) => Calendar.Load(Encoding.UTF8.GetString(courriel.PieceJointe!.Contenu))!;

    /// <summary>Messages of one instant have no order: each sending has its own.</summary>
    private Task<int> EnvoyerAsync(string? mot = null)
    {
        _app.Horloge.Advance(TimeSpan.FromMinutes(1));
        return _app.EnvoyerAsync(new EnvoyerInvitations.Command(_convention.Id, _atelier, mot), _coordination);
    }

    private Task<IReadOnlyList<PersonneAtelierId>> InscrireAsync(params InscrirePersonnes.Saisie[] personnes) =>
        _app.EnvoyerAsync(new InscrirePersonnes.Command(_convention.Id, _atelier, personnes, Presentes: false), _coordination);

    private Task<int> EffacerAsync() => _app.AvecAsync(s => s.GetRequiredService<EffacementDesNoms>().EffacerAsync(TestContext.Current.CancellationToken));

    private Task<List<Courriel>> CourrielsAsync() => _app.LireAsync(db => db.Courriels.OrderBy(c => c.Id).ToListAsync());

    private Task<string> JetonAsync() => _app.LireAsync(async db =>
        (await db.Assistances.SingleAsync()).Personnes.First(p => p.Courriel is not null).Jeton);

    private Task<int> DecrireAsync(Func<DescriptionAtelier, DescriptionAtelier> changer) => _app.LireAsync(async db =>
    {
        var atelier = await db.Ateliers.SingleAsync();
        atelier.Decrire(changer(atelier.Description), EnAteliers, UneConvention.Maintenant);
        return await db.SaveChangesAsync();
    });

    private async Task<ConsulterAssistance.Dossier> ConsulterAsync() =>
        (await _app.EnvoyerAsync(new ConsulterAssistance.Query(_convention.Id, _atelier), _coordination))!;

    /// <summary>No table of the workshop, of the outbox or of the journal still says any of it.</summary>
    private async Task AucuneTraceAsync(params string[] secrets)
    {
        foreach (var table in new[] { "journal", "courriels", "assistances", "atelier_personnes", "atelier_comptes", "ateliers" })
        {
            foreach (var secret in secrets)
            {
                var sql = $"SELECT count(*)::int AS \"Value\" FROM {table} t WHERE t::text ILIKE '%{secret}%'";
                Assert.Equal((table, secret, 0), (table, secret, await _app.LireAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync())));
            }
        }
    }
}
