using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Filiations;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Ateliers;

public sealed class LectureAtelierTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = UneConvention.Au(EnRedaction);
    private ApplicationDeTest _app = null!;
    private Atelier _atelier = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _atelier = UnAtelier.Prevu(DateOnly.FromDateTime(UneConvention.Maintenant.Date.AddDays(1)), _convention.Id);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task La_page_d_un_atelier_lit_autant_de_fois_la_base_quoi_qu_il_s_y_soit_dit()
    {
        var salle = UneSalle.Ouverte(_atelier);
        await _app.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id), UnPlan.Vide(_convention.Id), _atelier, salle);
        await DireAsync(salle, 1);
        var peu = await LireAsync();

        await DireAsync(salle, 20);

        Assert.Equal(peu, await LireAsync());
        Assert.InRange(peu, 1, 30);
        var dossier = await _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, _atelier.Id), _coordination);
        Assert.All(dossier!.Contributions, c => Assert.Single(dossier.Fil.SuitesDe(Maillon.De(c.Id))));
        Assert.Equal(21, dossier.Groupes.Count);

        Task<int> LireAsync() => _app.Sql.CompterAsync(() => _app.EnvoyerAsync(new ConsulterAtelier.Query(_convention.Id, _atelier.Id), _coordination));
    }

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(0, 0)]
    [InlineData(20, 1)]
    [InlineData(600, 2)]
    public async Task Avant_tout_minuteur_l_etape_proposee_est_celle_prevue_a_cette_heure(int minutes, int attendue)
    {
        var debut = new TimeOnly(10, 0);
        _atelier.Decrire(_atelier.Description with { Heure = debut }, EnRedaction, UnAtelier.Le);
        _atelier.DefinirAgenda(
            [new(null, "Accueil", 15, null, null), new(null, new string('x', EtapeAgenda.IntituleLongueurMax), 90, null, null), new(null, "Fin", 45, null, null)],
            EnRedaction, UnAtelier.Le);
        await _app.SauverAsync(_convention, _atelier, UneSalle.Ouverte(_atelier));
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var jour = _atelier.Description.Date!.Value.ToDateTime(debut);
        _app.Horloge.SetUtcNow(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(jour, paris)).AddMinutes(minutes));

        var deroule = await DerouleAsync();

        Assert.Equal((null, attendue), (deroule.Courante, deroule.Suivante));

        // what the wall says is what the clock says, even of a long title
        await _app.EnvoyerAsync(
            new LancerMinuteur.Command(_convention.Id, _atelier.Id, await RevisionAsync(), deroule.Etapes[1].Libelle, 90), _coordination);
        deroule = await DerouleAsync();
        Assert.Equal((1, 2), (deroule.Courante, deroule.Suivante));
    }

    private async Task<DerouleSalle> DerouleAsync() =>
        (await _app.EnvoyerAsync(new ConsulterSalle.Query(_convention.Id, _atelier.Id), _coordination))!.Deroule;

    private Task<int> RevisionAsync() => _app.LireAsync(db => db.Salles.Select(s => s.Revision).SingleAsync());

    private async Task DireAsync(Salle salle, int nombre)
    {
        foreach (var i in Enumerable.Range(0, nombre))
        {
            var contribution = UnAtelier.Contribution(_atelier, $"Parole {nombre}.{i}", rang: nombre + i);
            await _app.SauverAsync(contribution, Groupe.Creer(salle, UnAtelier.Situation(_atelier), $"Groupe {nombre}.{i}", i, nombre + i));
            var revision = await _app.LireAsync(db => db.Diagnostics.Select(d => d.Revision).SingleAsync());
            await _app.EnvoyerAsync(
                new FaireConstat.Command(_convention.Id, revision, [Maillon.De(contribution.Id)], "jeunesse", NatureConstat.Force, "Un constat"), _coordination);
        }
    }
}
