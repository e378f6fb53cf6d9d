using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Presences;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Presences;

/// <summary>Who is on a fiche or an article now, and whether somebody saved meanwhile.</summary>
public sealed class PresencesTests(PostgresServer serveur)
{
    [Fact]
    public async Task Deux_personnes_se_voient_et_celle_qui_part_ne_se_voit_plus()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (sophie, paul) = (Une(t, "Sophie Martin"), Une(t, "Paul Durand", Role.Lecteur));

        Assert.Empty((await t.EnvoyerAsync(Signe(t, SectionDeFiche.Quoi, ecrit: true), sophie)).Autres);
        await t.EnvoyerAsync(Signe(t), sophie);

        Assert.Equal([new Present("Sophie Martin", SectionDeFiche.Quoi, true)], (await t.EnvoyerAsync(Signe(t), paul)).Autres);
        Assert.Equal([new Present("Paul Durand", null, false)], (await t.LireAsync(t.Fiches[0], sophie)).Presents);
        Assert.Empty((await t.LireAsync(t.Fiches[1], sophie)).Presents);

        await t.EnvoyerAsync(Signe(t, SectionDeFiche.Quoi, part: true), sophie);
        Assert.Equal([new Present("Sophie Martin", null, false)], (await t.LireAsync(t.Fiches[0], paul)).Presents);
        await t.EnvoyerAsync(Signe(t, part: true), sophie);
        Assert.Empty((await t.LireAsync(t.Fiches[0], paul)).Presents);
        Assert.Empty(await t.Application.JournalAsync(t.Convention) is { } journal ? journal.Where(f => f.Contains("Presence", StringComparison.Ordinal)) : []);
    }

    [Fact]
    public async Task Qui_ne_donne_plus_signe_de_vie_n_est_plus_la_et_rien_n_en_est_garde()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (sophie, paul) = (Une(t, "Sophie Martin"), Une(t, "Paul Durand"));
        await t.EnvoyerAsync(Signe(t), sophie);

        t.Application.Horloge.Advance(Presence.Duree - TimeSpan.FromSeconds(1));
        Assert.Single((await t.LireAsync(t.Fiches[0], paul)).Presents);
        t.Application.Horloge.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty((await t.LireAsync(t.Fiches[0], paul)).Presents);

        await t.EnvoyerAsync(Signe(t), paul);
        Assert.Equal(["Paul Durand"], await t.Application.LireAsync(db => db.Presences.Select(p => p.Nom).ToListAsync()));
        t.Application.Horloge.Advance(TimeSpan.FromHours(1));
        await t.EnvoyerAsync(Signe(t), paul);
        Assert.Equal(1, await t.Application.LireAsync(db => db.Presences.CountAsync()));
    }

    [Fact]
    public async Task Quarante_signes_de_vie_au_meme_instant_parmi_des_presences_expirees_sont_tous_notes()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var gens = Enumerable.Range(0, 40).Select(i => Une(t, $"Personne {i:00}")).ToList();
        await Task.WhenAll(gens.Select(p => t.EnvoyerAsync(Signe(t), p)));
        t.Application.Horloge.Advance(TimeSpan.FromMinutes(1));

        await Task.WhenAll(gens.Select(p => t.EnvoyerAsync(Signe(t), p)));

        Assert.Equal(40, (await t.LireAsync(t.Fiches[0])).Presents.Count);
    }

    [Fact]
    public async Task La_revision_d_un_autre_se_dit_avec_son_nom_et_son_heure()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (fiche, sophie, paul) = (t.Fiches[0], Une(t, "Sophie Martin"), Une(t, "Paul Durand"));
        Assert.Null((await t.EnvoyerAsync(Signe(t, revision: fiche.Revision), paul)).Enregistre);

        t.Application.Horloge.Advance(TimeSpan.FromMinutes(2));
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Intitule = "Autre intitulé" })), sophie);

        var attendu = new DernierEnregistrement(fiche.Revision + 1, "Sophie Martin", false, t.Application.Horloge.GetUtcNow());
        Assert.Equal(attendu, (await t.EnvoyerAsync(Signe(t, revision: fiche.Revision), paul)).Enregistre);
        Assert.Equal(attendu with { DeMoi = true }, (await t.EnvoyerAsync(Signe(t, revision: fiche.Revision), sophie)).Enregistre);
        Assert.Null((await t.EnvoyerAsync(Signe(t, revision: fiche.Revision + 1), paul)).Enregistre);
    }

    [Fact]
    public async Task Un_article_dit_aussi_qui_est_la_et_qui_l_a_enregistre()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (sophie, paul) = (Une(t, "Sophie Martin"), Une(t, "Paul Durand"));
        await t.EnvoyerAsync(new CommencerTexte.Command(t.Convention));
        var lu = (await t.EnvoyerAsync(new ConsulterPassage.Query(t.Convention, "preambule"), paul))!;
        SignalerPresence.Command SurArticle(bool ecrit) => new(t.Convention, CiblePresence.SurPassage("preambule"), null, ecrit, false, lu.Revision);

        await t.EnvoyerAsync(SurArticle(true), sophie);
        Assert.Equal([new Present("Sophie Martin", null, true)], (await t.EnvoyerAsync(SurArticle(false), paul)).Autres);
        await t.EnvoyerAsync(new RedigerPassage.Command(t.Convention, "preambule", lu.Revision, lu.Passage.Titre, "Nos mots.", lu.Passage.Contractuel), sophie);

        var enregistre = (await t.EnvoyerAsync(SurArticle(false), paul)).Enregistre!;
        Assert.Equal((lu.Revision + 1, "Sophie Martin", false), (enregistre.Revision, enregistre.Par, enregistre.DeMoi));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(SurArticle(false) with { Cible = CiblePresence.SurPassage("rien") }, paul));
    }

    [Fact]
    public async Task Une_convention_etrangere_et_une_fiche_confidentielle_ne_disent_rien()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var (fiche, lectrice) = (t.Fiches[0], t.Avec(Role.Lecteur));
        await t.EnvoyerAsync(Signe(t), t.Coordination);
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(fiche.Identite with { Confidentielle = true })));
        var etrangere = ApplicationDeTest.Une(Role.Coordination, ConventionId.New());

        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(Signe(t), etrangere));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(Signe(t), lectrice));
        await Assert.ThrowsAsync<NotFoundException>(() => t.EnvoyerAsync(
            Signe(t) with { Cible = CiblePresence.SurPassage(fiche.Id.Value.ToString()) }, lectrice));
        await Assert.ThrowsAsync<ValidationException>(() => t.EnvoyerAsync(Signe(t) with { Cible = CiblePresence.SurPassage("") }, lectrice));
        Assert.Equal(1, await t.Application.LireAsync(db => db.Presences.CountAsync()));
    }

    [Fact]
    public async Task Un_signe_de_vie_coute_autant_de_commandes_SQL_pour_une_personne_que_pour_trente()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        Task<int> CompterAsync() => t.Application.Sql.CompterAsync(() => t.EnvoyerAsync(Signe(t, revision: 1)));
        var seul = await CompterAsync();
        for (var i = 0; i < 30; i++)
        {
            await t.EnvoyerAsync(Signe(t, (SectionDeFiche)(i % 11), ecrit: true), Une(t, $"Personne {i}"));
        }

        Assert.Equal(seul, await CompterAsync());
        Assert.InRange(seul, 3, 4);
    }

    private static Personne Une(PlanDeTest t, string nom, Role role = Role.Coordination) => ApplicationDeTest.Une(role, t.Convention, nom);

    private static SignalerPresence.Command Signe(PlanDeTest t, SectionDeFiche? section = null, bool ecrit = false, bool part = false, int? revision = null) =>
        new(t.Convention, CiblePresence.Sur(t.Fiches[0].Id), section, ecrit, part, revision);
}
