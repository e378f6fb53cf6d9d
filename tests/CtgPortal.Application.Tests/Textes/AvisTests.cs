using System.Text.RegularExpressions;
using CtgPortal.Application.Common;
using CtgPortal.Application.Textes;
using CtgPortal.Application.Textes.Avis;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Textes;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Textes;

public sealed class AvisTests(PostgresServer serveur) : IAsyncLifetime
{
    private static readonly DateOnly Echeance = new(2026, 4, 1);

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant);
        _convention = Au(StatutConvention.EnRedaction);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(
            _convention, Diagnostic.Commencer(_convention.Id, Maintenant), Plan.Commencer(_convention.Id, Maintenant),
            new Region("32", "Hauts-de-France"), new Departement("02", "Aisne", "32"), new Caf("02", "Caf de l’Aisne", "02"));
        await _app.EnvoyerAsync(
            new DemanderAvis.Command(_convention.Id, [new("MSA de Picardie", "msa@demo.test"), new("Csac", "camille@demo.test")], Echeance, "L’article 6 surtout."), _coordination);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Le_lien_ouvre_le_texte_soumis_et_recueille_l_avis_sans_compte()
    {
        var (avis, jeton) = await LienAsync("msa@demo.test");
        var pdf = (await _app.EnvoyerAsync(new ExporterTexteSoumis.Query(avis, jeton), Personne.Inconnue))!;
        Assert.True(pdf.Contenu.AsSpan().StartsWith("%PDF"u8));
        Assert.Equal(1, await _app.LireAsync(db => db.Pieces.CountAsync(p => p.Nature == Domain.Documents.NaturePiece.TexteSoumis)));

        await _app.EnvoyerAsync(new RendreAvis.Command(avis, jeton, SensAvis.AvecRemarques, "Nommer la MSA."), Personne.Inconnue);
        await _app.EnvoyerAsync(new RendreAvis.Command(avis, jeton, SensAvis.Favorable, null), Personne.Inconnue);

        var vu = (await TexteAsync()).Avis.Single(a => a.Id == avis);
        Assert.Equal((EtatAvis.Rendu, SensAvis.Favorable, null), (vu.Etat, vu.Sens, vu.Texte));
        Assert.Equal(["AvisDemande", "AvisDemande", "AvisRendu", "AvisRendu"], (await _app.JournalAsync(_convention.Id)).Where(t => t.StartsWith("Avis", StringComparison.Ordinal)));
        Assert.DoesNotContain("demo.test", await _app.LireAsync(db => db.Journal.Where(j => j.Type.StartsWith("Avis")).Select(j => j.Donnees).FirstAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_lien_faux_n_ouvre_rien_et_un_compte_a_la_bonne_adresse_suffit()
    {
        var (msa, _) = await LienAsync("msa@demo.test");
        var (csac, _) = await LienAsync("camille@demo.test");

        Assert.Null(await _app.EnvoyerAsync(new ConsulterAvis.Query(msa, "faux"), Personne.Inconnue));
        Assert.Null(await _app.EnvoyerAsync(new ConsulterAvis.Query(msa, null), Personne.Inconnue));
        Assert.Null(await _app.EnvoyerAsync(new ExporterTexteSoumis.Query(msa, ""), _coordination));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(new RendreAvis.Command(msa, null, SensAvis.Favorable, null), _coordination));

        // the account of these tests has this address
        Assert.Equal(csac, (await TexteAsync()).MonAvis);
        await _app.EnvoyerAsync(new RendreAvis.Command(csac, null, SensAvis.Defavorable, "Trop tôt."), _coordination);
        Assert.Null((await TexteAsync()).MonAvis);
    }

    [Fact]
    public async Task Les_rappels_partent_une_fois_avant_et_une_fois_le_jour_meme()
    {
        var (csac, _) = await LienAsync("camille@demo.test");
        await _app.EnvoyerAsync(new RendreAvis.Command(csac, null, SensAvis.Favorable, null), _coordination);

        List<int> partis = [];
        foreach (var (jour, mois) in new[] { (28, 3), (29, 3), (30, 3), (1, 4), (1, 4), (2, 4) })
        {
            partis.Add(await RappelerLeAsync(jour, mois));
        }

        Assert.Equal([0, 1, 0, 1, 0, 0], partis);

        var objets = await _app.LireAsync(db => db.Courriels.OrderBy(c => c.Id).Where(c => c.Destinataire == "msa@demo.test").Select(c => c.Objet).ToListAsync());
        Assert.Equal(["Votre avis est demandé", "Rappel, avis attendu", "Dernier jour pour votre avis"], objets.Select(o => o.Split(" : ")[0]));
        Assert.Equal(EtatAvis.SansReponse, (await TexteAsync()).Avis.Single(a => a.Structure == "MSA de Picardie").Etat);
    }

    [Fact]
    public async Task Une_demande_retiree_ferme_son_lien()
    {
        var (msa, jeton) = await LienAsync("msa@demo.test");

        await _app.EnvoyerAsync(new RetirerAvis.Command(_convention.Id, msa, 1), _coordination);

        Assert.Null(await _app.EnvoyerAsync(new ConsulterAvis.Query(msa, jeton), Personne.Inconnue));
        Assert.Contains("AvisRetire", await _app.JournalAsync(_convention.Id));
    }

    private async Task<int> RappelerLeAsync(int jour, int mois)
    {
        _app.Horloge.SetUtcNow(new DateTimeOffset(2026, mois, jour, 8, 0, 0, TimeSpan.Zero));
        return await _app.AvecAsync(services => services.GetRequiredService<RappelsAvis>().RappelerAsync(CancellationToken.None));
    }

    private async Task<(AvisPartenaireId Avis, string Jeton)> LienAsync(string courriel)
    {
        var texte = await _app.LireAsync(db => db.Courriels.Where(c => c.Destinataire == courriel).Select(c => c.Texte).FirstAsync());
        Assert.Contains("avant le 1er avril 2026 inclus", texte, StringComparison.Ordinal);
        Assert.Contains("L’article 6 surtout.", texte, StringComparison.Ordinal);
        var lien = Regex.Match(texte, @"/avis/([0-9a-f-]{36})\?jeton=([0-9a-f]{40})");
        return (new(Guid.Parse(lien.Groups[1].Value)), lien.Groups[2].Value);
    }

    private async Task<ConsulterTexte.Dossier> TexteAsync() => (await _app.EnvoyerAsync(new ConsulterTexte.Query(_convention.Id), _coordination))!;
}
