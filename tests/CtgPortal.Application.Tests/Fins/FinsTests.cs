using CtgPortal.Application.Avenants;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Fins;
using CtgPortal.Application.Reprises;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Fins;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Documents;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Fins;

public sealed class FinsTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);
        await _app.SauverAsync(Referentiel());
        _convention = Au(StatutConvention.EnSuivi);
        await _app.SauverAsync(_convention, Diagnostic.Commencer(_convention.Id, Maintenant), Plan.Commencer(_convention.Id, Maintenant));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Une_denonciation_previent_se_voit_en_tete_et_prend_effet_le_jour_dit()
    {
        await _app.EnvoyerAsync(Acte(), Conseillere);

        var page = (await _app.EnvoyerAsync(new ConsulterFin.Query(_convention.Id), Coordinatrice))!;
        Assert.Equal(new FinAnnoncee(NatureFin.Denonciation, "CC des Trois Rivières", new(2026, 6, 12)), page.EnTete.Fin);
        Assert.Equal(["fin-deja-annoncee"], page.Obstacles.Select(o => o.Code));
        var acte = Assert.Single(page.Actes);
        Assert.True(acte.Retirable);
        Assert.Equal("lettre recommandée.pdf", (await _app.EnvoyerAsync(new ConsulterPiece.Query(_convention.Id, acte.Document), Coordinatrice))!.Nom);
        var messages = await _app.LireAsync(db => db.Courriels.Select(c => c.Objet).ToListAsync(Arret));
        Assert.Equal(_convention.Parties.SelectMany(p => p.Signataires).Count(s => s.Identite.Courriel is not null), messages.Count);
        Assert.All(messages, m => Assert.StartsWith("Dénonciation", m, StringComparison.Ordinal));

        Assert.Equal(0, await JouerAsync());
        _app.Horloge.SetUtcNow(new(2026, 6, 12, 0, 30, 0, TimeSpan.Zero));
        Assert.Equal(1, await JouerAsync());
        Assert.Equal(0, await JouerAsync());
        var finie = (await _app.EnvoyerAsync(new ConsulterFin.Query(_convention.Id), Coordinatrice))!;
        Assert.Equal((StatutConvention.Resiliee, null, StatutFin.Effective), (finie.EnTete.Statut, finie.EnTete.Fin, finie.Actes[0].Statut));
        var journal = await _app.JournalAsync(_convention.Id);
        Assert.Contains("FinEnregistree", journal);
        // two facts of one instant
        Assert.Equal(["EtapeFranchie", "FinEffective"], journal.TakeLast(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Retire_avant_l_effet_la_convention_continue_et_un_autre_acte_peut_venir()
    {
        var id = await _app.EnvoyerAsync(Acte(), Conseillere);
        await _app.EnvoyerAsync(new RetirerFin.Command(_convention.Id, id, 1, "Un accord est trouvé."), Coordinatrice);

        var page = (await _app.EnvoyerAsync(new ConsulterFin.Query(_convention.Id), Coordinatrice))!;
        Assert.Equal((null, StatutFin.Retiree, "Un accord est trouvé."), (page.EnTete.Fin, page.Actes[0].Statut, page.Actes[0].MotifRetrait));
        Assert.Empty(page.Obstacles);
        Assert.Contains("La convention territoriale globale continue", await _app.LireAsync(db => db.Courriels.Select(c => c.Objet).ToListAsync(Arret)));
        _app.Horloge.SetUtcNow(new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await JouerAsync());

        await _app.EnvoyerAsync(Acte() with { Nature = NatureFin.CommunAccord, Partie = null, PreavisMois = 6 }, Conseillere);
        Assert.Equal([StatutFin.EnPreavis, StatutFin.Retiree], (await _app.EnvoyerAsync(new ConsulterFin.Query(_convention.Id), Conseillere))!.Actes.Select(a => a.Statut));
    }

    [Fact]
    public async Task Un_preavis_deja_passe_prend_effet_aussitot()
    {
        await _app.EnvoyerAsync(Acte() with { Nature = NatureFin.ChangementDeLoi, Partie = null, PreavisMois = 0 }, Conseillere);

        Assert.Equal(StatutConvention.Resiliee, await _app.LireAsync(db => db.Conventions.Where(c => c.Id == _convention.Id).Select(c => c.Statut).SingleAsync(Arret)));
    }

    [Fact]
    public async Task Le_jour_venu_aucun_avenant_ne_se_prepare_meme_avant_le_passage_de_la_tache_et_celui_en_cours_est_abandonne()
    {
        var reprise = await _app.EnvoyerAsync(RepriseDeTest.Commande, Conseillere);
        await _app.EnvoyerAsync(new FixerEtatSigne.Command(reprise, 1), Conseillere);
        var preparer = new PreparerAvenant.Command(reprise, 1, [NatureAvenant.ModifierAnnexes], "changer les annexes", null, null, []);
        var avenant = await _app.EnvoyerAsync(preparer, Conseillere);
        var parties = (await _app.EnvoyerAsync(new ConsulterFin.Query(reprise), Conseillere))!.Parties;
        await _app.EnvoyerAsync(Acte() with { Convention = reprise, Revision = 1, Partie = parties[1].Id }, Conseillere);
        Assert.Contains("fin-annoncee", (await _app.EnvoyerAsync(new ConsulterReprise.Query(reprise), Conseillere))!.Obstacles.Select(o => o.Code));

        _app.Horloge.SetUtcNow(new(2026, 6, 12, 9, 0, 0, TimeSpan.Zero));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new OuvrirAvenantALaSignature.Command(reprise, avenant, 1), Conseillere));
        Assert.Equal(["avenant-hors-suivi"], refus.Obstacles.Select(o => o.Code));
        await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(preparer, Conseillere));

        Assert.Equal(1, await JouerAsync());
        Assert.Equal(StatutAvenant.Abandonne, (await _app.EnvoyerAsync(new ConsulterAvenants.Query(reprise), Conseillere))!.Avenants.Single().Statut);
    }

    [Fact]
    public async Task Deux_actes_a_la_fois_n_en_font_qu_un()
    {
        var essais = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await _app.EnvoyerAsync(Acte(), Conseillere);
                return "fait";
            }
            catch (Exception refus) when (refus is BusinessRuleException or ConcurrencyConflictException)
            {
                return "refus";
            }
        }));

        Assert.Equal(["fait", "refus"], essais.Order());
    }

    [Fact]
    public async Task Mal_rempli_ou_par_un_autre_chemin_rien_n_est_garde()
    {
        var vide = await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(Acte() with { Partie = null, Motif = "", ActeLe = null, PreavisMois = null, Document = null }, Conseillere));
        Assert.Equal(["ActeLe", "Document", "Motif", "Partie", "PreavisMois"], vide.Errors.Select(e => e.PropertyName).Distinct().Order());
        await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(Acte() with { Document = new("lettre.pdf", "MZ"u8.ToArray()) }, Conseillere));
        await Assert.ThrowsAsync<AccesRefuseException>(() => _app.EnvoyerAsync(Acte(), Partenaire));
        await Assert.ThrowsAsync<ValidationException>(
            () => _app.EnvoyerAsync(new CloreConvention.Command(_convention.Id, _convention.Revision, StatutConvention.Resiliee, "Sans acte."), Conseillere));

        Assert.Equal(0, await _app.LireAsync(db => db.Fins.CountAsync(Arret)));
    }

    private EnregistrerFin.Command Acte() => new(
        _convention.Id, _convention.Revision, NatureFin.Denonciation, _convention.Parties.Single(p => p.Type == TypePartie.Epci).Id, "Le conseil communautaire ne souhaite pas poursuivre.",
        new(2026, 3, 12), 3, new("lettre recommandée.pdf", PdfSimple.Un("lettre")));

    private Task<int> JouerAsync() => _app.AvecAsync(services => services.GetRequiredService<FinsEchues>().AppliquerAsync(Arret));
}
