using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Diagnostics;

public sealed class SourcesTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    private static SaisieEnquete UneSaisie => new("Questionnaire", "Parents", ModeEnquete.EnLigne, null, null, 2_200, null, null, ["jeunesse"], 5);

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(_convention, UnDiagnostic.Rempli(_convention.Id).Diagnostic);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_enquete_se_decrit_recoit_ses_resultats_et_se_relit()
    {
        var id = await _app.EnvoyerAsync(new AjouterEnquete.Command(_convention.Id, UneSaisie), _coordination);
        await LireAsync(id, 1, FormeResultats.Effectifs, "Question;Réponse;Effectif\nHoraires ?;Oui;412\nHoraires ?;Non;400\nHoraires ?;Ne sait pas;2\n");

        var lue = await ConsulterAsync(id);
        Assert.Empty(lue.Questions);
        Assert.Equal("UTF-8, point-virgule", lue.Lecture!.Format);
        await _app.EnvoyerAsync(new RetenirResultats.Command(_convention.Id, id, lue.Revision), _coordination);

        var retenue = await ConsulterAsync(id);
        Assert.Null(retenue.Lecture);
        var question = Assert.Single(retenue.Questions);
        Assert.Equal(("Horaires ?", TypeQuestion.Fermee, 814), (question.Intitule, question.Type, question.Repondants));
        Assert.Equal([new ReponseQuestion("Oui", 412), new("", 402, 2)], question.Reponses);
    }

    [Fact]
    public async Task De_reponses_brutes_rien_de_personnel_n_est_ecrit_en_base()
    {
        var id = await _app.EnvoyerAsync(new AjouterEnquete.Command(_convention.Id, UneSaisie), _coordination);
        var brut = new StringBuilder("Courriel;Satisfait ?;Racontez\n");
        for (var i = 0; i < 30; i++)
        {
            brut.Append(System.Globalization.CultureInfo.InvariantCulture, $"secret{i}@exemple.fr;{(i % 3 == 0 ? "Non" : "Oui")};Histoire très intime {i}\n");
        }

        var revision = await LireAsync(id, 1, FormeResultats.Reponses, brut.ToString());
        await _app.EnvoyerAsync(new RetenirResultats.Command(_convention.Id, id, revision), _coordination);

        var textes = await _app.LireAsync(db => db.Database.SqlQuery<string>(
            $"""SELECT coalesce(string_agg(e::text, '') || (SELECT string_agg(j::text, '') FROM journal j), '') AS "Value" FROM enquetes e""").SingleAsync());
        Assert.DoesNotContain("secret", textes, StringComparison.Ordinal);
        Assert.DoesNotContain("intime", textes, StringComparison.Ordinal);
        Assert.Equal(30, (await ConsulterAsync(id)).Description.Reponses);
        Assert.Equal(0, await _app.LireAsync(db => db.Pieces.CountAsync()));
    }

    [Fact]
    public async Task Ce_qui_n_est_pas_un_csv_est_dit_au_champ_et_un_fichier_ecarte_ne_laisse_rien()
    {
        var id = await _app.EnvoyerAsync(new AjouterEnquete.Command(_convention.Id, UneSaisie), _coordination);

        var refus = await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new LireResultats.Command(_convention.Id, id, 1, FormeResultats.Effectifs, "r.xlsx", [0x50, 0x4B, 3, 4, 0]), _coordination));
        Assert.Equal("Fichier", Assert.Single(refus.Errors).PropertyName);
        Assert.Equal(["Forme", "Fichier"], (await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(new LireResultats.Command(_convention.Id, id, 1, null, "", []), _coordination))).Errors.Select(e => e.PropertyName));

        var revision = await LireAsync(id, 1, FormeResultats.Effectifs, "question,réponse,effectif\nA,B,9\n");
        await _app.EnvoyerAsync(new EcarterResultats.Command(_convention.Id, id, revision), _coordination);
        var enquete = await ConsulterAsync(id);
        Assert.Null(enquete.Lecture);
        Assert.Empty(enquete.Questions);
    }

    [Fact]
    public async Task Un_constat_s_appuie_sur_tout_et_perd_ce_qui_est_retire_avec_trace()
    {
        var (enquete, entretien, document) = (UneEnquete.AvecResultats(_convention.Id), UneEnquete.Entretien(_convention.Id), UneEnquete.Document(_convention.Id));
        await _app.SauverAsync(enquete, entretien, document);
        var possibles = await _app.EnvoyerAsync(new ConsulterAppuis.Query(_convention.Id), _coordination);
        Assert.Equal(
            ["Taux de couverture", "Questionnaire aux parents", "Maire, Commune d’Aubenton", "Analyse des besoins sociaux"], possibles!.Possibles.Select(p => p.Intitule));
        var constat = await _app.EnvoyerAsync(new AjouterConstat.Command(
            _convention.Id, possibles.Revision, new("jeunesse", NatureConstat.Besoin, "Un lieu", PrioriteConstat.Haute, [.. possibles.Possibles.Select(p => p.Cle)])), _coordination);
        Assert.Equal(constat, Assert.Single((await ConsulterAsync(enquete.Id)).Constats).Id);

        await _app.EnvoyerAsync(new RetirerEnquete.Command(_convention.Id, enquete.Id, enquete.Revision), _coordination);
        await _app.EnvoyerAsync(new RetirerEntretien.Command(_convention.Id, entretien.Id, entretien.Revision), _coordination);
        await _app.EnvoyerAsync(new RetirerDocument.Command(_convention.Id, document.Id, document.Revision), _coordination);

        var lu = await _app.EnvoyerAsync(new ConsulterConstat.Query(_convention.Id, constat), _coordination);
        Assert.Equal([NatureAppui.Indicateur], lu!.Appuis.Select(a => a.Nature));
        Assert.Equal(3, (await _app.JournalAsync(_convention.Id)).Count(t => t == nameof(AppuiRetire)));
        Assert.Equal((0, 0, 0), await _app.LireAsync(async db => (await db.Enquetes.CountAsync(), await db.Entretiens.CountAsync(), await db.DocumentsExistants.CountAsync())));
    }

    [Fact]
    public async Task Un_appui_inconnu_est_refuse_au_champ()
    {
        var revision = (await _app.EnvoyerAsync(new ConsulterAppuis.Query(_convention.Id), _coordination))!.Revision;

        var refus = await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new AjouterConstat.Command(_convention.Id, revision, new("jeunesse", NatureConstat.Besoin, "x", null, [$"Enquete:{Guid.CreateVersion7()}"])), _coordination));

        Assert.Equal("Appuis", Assert.Single(refus.Errors).PropertyName);
    }

    [Fact]
    public async Task Les_communes_entendues_se_lisent_et_une_commune_d_ailleurs_est_refusee_au_champ()
    {
        var saisie = new SaisieEntretien("Maire", null, null, [], null, ["02053"]);
        await _app.EnvoyerAsync(new AjouterEntretien.Command(_convention.Id, saisie), _coordination);

        var entendues = await _app.EnvoyerAsync(new ListerEntretiens.Query(_convention.Id), _coordination);
        Assert.Equal([("Aubenton", true), ("Hirson", false), ("Saint-Michel", false)], entendues!.Communes.Select(c => (c.Nom, c.Entretiens.Count > 0)));
        Assert.Equal("Communes", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new AjouterEntretien.Command(_convention.Id, saisie with { Communes = ["75056"] }), _coordination))).Errors).PropertyName);
    }

    [Fact]
    public async Task Une_revision_depassee_est_un_conflit()
    {
        var entretien = UneEnquete.Entretien(_convention.Id);
        await _app.SauverAsync(entretien);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => _app.EnvoyerAsync(new RetirerEntretien.Command(_convention.Id, entretien.Id, entretien.Revision - 1), _coordination));
    }

    [Fact]
    public async Task Chaque_page_se_lit_avec_autant_de_commandes_SQL_quel_que_soit_le_volume()
    {
        var (enquete, entretien) = (UneEnquete.AvecResultats(_convention.Id), UneEnquete.Entretien(_convention.Id, new CommuneEntendue("02053", "Aubenton")));
        await _app.SauverAsync(enquete, entretien, UneEnquete.Document(_convention.Id));
        var peu = await CompterAsync();
        await _app.SauverAsync([.. Enumerable.Range(0, 40).SelectMany(_ => new AggregateRoot[]
        {
            UneEnquete.AvecResultats(_convention.Id), UneEnquete.Entretien(_convention.Id, new CommuneEntendue("02053", "Aubenton")), UneEnquete.Document(_convention.Id),
        })]);

        Assert.Equal(peu, await CompterAsync());
        Assert.All(peu, n => Assert.InRange(n, 1, 21));

        async Task<int[]> CompterAsync() =>
        [
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerConstats.Query(_convention.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ConsulterAppuis.Query(_convention.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerEnquetes.Query(_convention.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ConsulterEnquete.Query(_convention.Id, enquete.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerEntretiens.Query(_convention.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ConsulterEntretien.Query(_convention.Id, entretien.Id), _coordination)),
            await _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ListerValidations.Query(_convention.Id), _coordination)),
        ];
    }

    private async Task<int> LireAsync(EnqueteId id, int revision, FormeResultats forme, string csv) => await _app.EnvoyerAsync(
        new LireResultats.Command(_convention.Id, id, revision, forme, "résultats.csv", Encoding.UTF8.GetBytes(csv)), _coordination);

    private async Task<ConsulterEnquete.Dossier> ConsulterAsync(EnqueteId id)
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterEnquete.Query(_convention.Id, id), _coordination);
        Assert.NotNull(dossier);
        return dossier;
    }
}
