using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Imports;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Diagnostics.Imports;

/// <summary>From a file to the diagnostic, on PostgreSQL.</summary>
public sealed class ImportTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Fichier =
        "Code commune;Nom commune;Année;Naissances;Mesure maison\n02381;Hirson;2022;95;1\n02738;Saint-Michel;2022;3;2\n75056;Paris;2022;20000;3\n02381;Hirson;2022;95;1\n";

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(_convention, UnDiagnostic.Commence(_convention.Id));
        await _app.SauverAsync(new Region("32", "Hauts-de-France"));
        await _app.SauverAsync(new Departement("02", "Aisne", "32"), new Departement("75", "Paris", "32"));
        await _app.SauverAsync([.. new[] { ("02381", "Hirson"), ("02738", "Saint-Michel"), ("75056", "Paris") }
            .Select(c => (object)new Commune(c.Item1, null, c.Item2, c.Item1[..2], 1, null))]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Un_fichier_se_depose_se_lit_se_verifie_et_s_ecrit_en_un_seul_fait()
    {
        var import = await LuAsync(Fichier);
        var avant = await ConsulterAsync(import);

        Assert.Equal(["Naissances", "Mesure maison"], avant.Rapport!.Series.Select(s => s.Serie.Nom));
        Assert.Equal(["Naissances", null], avant.Rapport.Series.Select(s => s.Cible));
        Assert.Equal((4, 1, 1), (avant.Rapport.Resultat.Comptes.Lignes, avant.Rapport.Resultat.Comptes.Ailleurs, (int)avant.Rapport.Resultat.Comptes.DoublonsIdentiques / 2));
        Assert.Equal((2, 0, 0), (avant.Rapport.Series[0].Nouvelles, avant.Rapport.Series[0].Remplacees, avant.Rapport.Series[0].Inchangees));
        Assert.Empty(avant.Rapport.Obstacles);

        var bilan = await EcrireAsync(avant);

        Assert.Equal((1, 2, 0, 0), (bilan.Indicateurs, bilan.Nouvelles, bilan.Remplacees, bilan.Inchangees));
        var indicateur = Assert.Single(await _app.LireAsync(async db => (await db.Diagnostics.AsNoTracking().SingleAsync()).Indicateurs));
        Assert.Equal("naissances", indicateur.CodeCatalogue);
        Assert.Equal(["Hirson", "Saint-Michel"], indicateur.Valeurs.Select(v => v.Territoire.Nom).Order());
        Assert.Equal(95, indicateur.Valeurs.Single(v => v.Territoire.Code == "02381").Valeur);
        Assert.Equal("ChiffresImportes", (await _app.JournalAsync(_convention.Id))[^1]);
        Assert.Equal(0, await _app.LireAsync(db => db.Set<BlocImporte>().CountAsync()));
    }

    [Fact]
    public async Task Un_second_clic_n_ecrit_pas_deux_fois()
    {
        var dossier = await ConsulterAsync(await LuAsync(Fichier));

        var premier = await EcrireAsync(dossier);
        var second = await EcrireAsync(dossier);

        Assert.Equal(premier, second);
        Assert.Single(await _app.JournalAsync(_convention.Id), t => t == "ChiffresImportes");
    }

    [Fact]
    public async Task Un_rapport_depasse_est_refait_au_lieu_d_etre_ecrit()
    {
        var dossier = await ConsulterAsync(await LuAsync(Fichier));
        await _app.EnvoyerAsync(new DecrireDemarche.Command(_convention.Id, 1, "Un autre geste", []), _coordination);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => EcrireAsync(dossier));

        Assert.Empty(await _app.LireAsync(async db => (await db.Diagnostics.AsNoTracking().SingleAsync()).Indicateurs));
        await EcrireAsync(await ConsulterAsync(dossier.Import.Id));
    }

    [Fact]
    public async Task Un_diagnostic_valide_refuse_tout_et_ne_garde_rien()
    {
        var dossier = await ConsulterAsync(await LuAsync(Fichier));
        await _app.LireAsync(async db =>
        {
            var diagnostic = await db.Diagnostics.SingleAsync();
            diagnostic.AjouterConstat("enfance", NatureConstat.Besoin, "Des places.", StatutConvention.EnDiagnostic, UneConvention.Maintenant);
            diagnostic.Valider(StatutConvention.EnDiagnostic, UneConvention.Maintenant);
            return await db.SaveChangesAsync();
        });
        var depasse = await ConsulterAsync(dossier.Import.Id);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => EcrireAsync(depasse));

        Assert.Equal("diagnostic-valide", Assert.Single(refus.Obstacles).Code);
        Assert.Empty(await _app.LireAsync(async db => (await db.Diagnostics.AsNoTracking().SingleAsync()).Indicateurs));
        Assert.Equal(EtatImport.Lu, (await ConsulterAsync(dossier.Import.Id)).Import.Etat);
        await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new CommencerDepot.Command(_convention.Id, "autre.csv"), _coordination));
    }

    [Fact]
    public async Task Une_lecture_tuee_reprend_du_debut_et_abandonne_apres_trois_fois()
    {
        var import = await ALireAsync(Fichier);
        for (var i = 0; i < ImportChiffres.TentativesMax - 1; i++)
        {
            await EntamerAsync(import);
        }

        await LireLesImportsAsync();
        Assert.Equal(EtatImport.Lu, (await ConsulterAsync(import)).Import.Etat);

        var autre = await ALireAsync(Fichier);
        for (var i = 0; i < ImportChiffres.TentativesMax; i++)
        {
            await EntamerAsync(autre);
        }

        await LireLesImportsAsync();
        var dossier = await ConsulterAsync(autre);
        Assert.Equal(EtatImport.Echoue, dossier.Import.Etat);
        Assert.StartsWith("La lecture s’est interrompue", dossier.Import.Motif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_fichier_reimporte_dit_ce_qu_il_remplace_et_ce_qui_ne_change_pas()
    {
        await EcrireAsync(await ConsulterAsync(await LuAsync(Fichier)));

        var dossier = await ConsulterAsync(await LuAsync(Fichier.Replace("Saint-Michel;2022;3", "Saint-Michel;2022;4", StringComparison.Ordinal)));

        var serie = dossier.Rapport!.Series[0];
        Assert.Equal((0, 1, 1), (serie.Nouvelles, serie.Remplacees, serie.Inchangees));
        var remplacee = Assert.Single(dossier.Rapport.Effets, e => e.Effet.Effet == EffetImport.Remplacee).Effet;
        Assert.Equal((3, 4), (remplacee.Avant!.Valeur, remplacee.Apres.Valeur));
    }

    [Fact]
    public async Task Un_petit_effectif_devient_secret_et_ne_se_lit_ni_au_rapport_ni_au_diagnostic()
    {
        var indicateur = await _app.EnvoyerAsync(
            new AjouterIndicateur.Command(_convention.Id, 1, "social", "Foyers allocataires test", null, NatureIndicateur.Effectif, Seuil: 5), _coordination);
        var dossier = await ConsulterAsync(await LuAsync(Fichier.Replace("Mesure maison", "Foyers allocataires test", StringComparison.Ordinal)));

        Assert.Equal(2, dossier.Rapport!.Series.Single(s => s.Cible == "Foyers allocataires test").Secretes);
        var rapport = Encoding.UTF8.GetString((await _app.EnvoyerAsync(new ExporterRapportImport.Query(_convention.Id, dossier.Import.Id), _coordination)).Contenu);
        Assert.Contains("Foyers allocataires test;Saint-Michel;2022;;secret", rapport, StringComparison.Ordinal);

        await EcrireAsync(dossier);
        var valeurs = await _app.LireAsync(async db => (await db.Diagnostics.AsNoTracking().SingleAsync()).Indicateurs.Single(i => i.Id == indicateur).Valeurs);
        Assert.All(valeurs, v => Assert.Equal((EtatValeur.Secret, (decimal?)null), (v.Etat, v.Valeur)));
    }

    [Fact]
    public async Task Une_personne_choisit_les_indicateurs_et_le_champ_des_nouveaux()
    {
        var import = await LuAsync(Fichier);
        var dossier = await ConsulterAsync(import);
        LiaisonSerie[] liaisons = [new(0, CibleSerie.Aucune), new(1, new(Intitule: "Mesure à nous"))];

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(
            () => _app.EnvoyerAsync(new RelierSeries.Command(_convention.Id, import, dossier.Import.Revision, liaisons, null, []), _coordination));
        await _app.EnvoyerAsync(new RelierSeries.Command(_convention.Id, import, dossier.Import.Revision, liaisons, "enfance", []), _coordination);
        await EcrireAsync(await ConsulterAsync(import));

        Assert.Equal("champ-absent", Assert.Single(refus.Obstacles).Code);
        var indicateur = Assert.Single(await _app.LireAsync(async db => (await db.Diagnostics.AsNoTracking().SingleAsync()).Indicateurs));
        Assert.Equal(("enfance", "Mesure à nous", 2), (indicateur.Champ, indicateur.Intitule, indicateur.Valeurs.Count));
    }

    [Fact]
    public async Task Les_blocs_arrivent_dans_l_ordre_et_un_fichier_menteur_n_est_pas_garde()
    {
        var import = await _app.EnvoyerAsync(new CommencerDepot.Command(_convention.Id, "../secret/essai.csv"), _coordination);

        await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new DeposerBloc.Command(_convention.Id, import, 1, [1]), _coordination));
        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(new DeposerBloc.Command(_convention.Id, import, 0, "%PDF-1.7"u8.ToArray()), _coordination));

        Assert.Contains("PDF", refus.Message, StringComparison.Ordinal);
        Assert.Equal("essai.csv", (await ConsulterAsync(import)).Import.Fichier);
        Assert.Equal(0, await _app.LireAsync(db => db.Set<BlocImporte>().CountAsync()));
    }

    [Fact]
    public async Task Les_fichiers_s_oublient_apres_sept_jours()
    {
        var ancien = await LuAsync(Fichier);
        _app.Horloge.Advance(TimeSpan.FromDays(ImportChiffres.JoursGardes) + TimeSpan.FromMinutes(1));
        var recent = await LuAsync(Fichier);

        var oublies = await _app.AvecAsync(s => s.GetRequiredService<LectureImports>().PurgerAsync(TestContext.Current.CancellationToken));

        Assert.Equal(1, oublies);
        Assert.Null(await _app.EnvoyerAsync(new ConsulterImport.Query(_convention.Id, ancien), _coordination));
        Assert.NotNull((await ConsulterAsync(recent)).Rapport);
    }

    [Fact]
    public async Task Se_consulte_avec_autant_de_commandes_SQL_quel_que_soit_le_fichier()
    {
        var court = await LuAsync(Fichier);
        var long_ = await LuAsync(
            $"Code commune;Année;Naissances\n{string.Concat(Enumerable.Range(1960, 60).Select(a => $"02381;{a};1\n02738;{a};2\n"))}");

        var peu = await _app.Sql.CompterAsync(() => ConsulterAsync(court));
        var beaucoup = await _app.Sql.CompterAsync(() => ConsulterAsync(long_));

        Assert.Equal(120, (await ConsulterAsync(long_)).Rapport!.Resultat.Valeurs.Count);
        Assert.Equal(peu, beaucoup);
        Assert.InRange(beaucoup, 1, 15);
    }

    [Fact]
    public async Task Cinq_cent_mille_lignes_se_lisent_bloc_par_bloc_et_seul_ce_qui_compte_est_garde()
    {
        var import = await _app.EnvoyerAsync(new CommencerDepot.Command(_convention.Id, "national.csv"), _coordination);
        var rang = 0;
        foreach (var bloc in Blocs())
        {
            await _app.EnvoyerAsync(new DeposerBloc.Command(_convention.Id, import, rang++, bloc), _coordination);
        }

        await _app.EnvoyerAsync(new TerminerDepot.Command(_convention.Id, import), _coordination);
        await PreciserAsync(import);
        var commandes = await _app.Sql.CompterAsync(LireLesImportsAsync);

        var dossier = await ConsulterAsync(import);
        Assert.Equal((500_000, 100), (dossier.Rapport!.Resultat.Comptes.Lignes, dossier.Rapport.Resultat.Comptes.Retenues));
        Assert.Equal(499_900, dossier.Rapport.Resultat.NombresDAnomalies[NatureAnomalie.CodeInconnu]);
        Assert.Equal(LectureFichier.AnomaliesMax, dossier.Rapport.Resultat.Anomalies.Count);
        Assert.Equal(100, dossier.Rapport.Resultat.Valeurs.Count);
        Assert.True(dossier.Import.Octets > 15_000_000);
        // one block in memory at a time: a command for each, never one for the file
        Assert.InRange(commandes, rang, int.MaxValue);

        static IEnumerable<byte[]> Blocs()
        {
            var texte = new StringBuilder("Code commune;Nom commune;Année;Naissances\n");
            for (var i = 0; i < 500_000; i++)
            {
                var (k, hirson) = (i / 5_000, i / 5_000 % 2 == 0);
                texte.Append(i % 5_000 == 0
                    ? $"{(hirson ? "02381;Hirson" : "2738;Saint-Michel")};{1970 + (k / 2)};{k}\n"
                    : $"{(i % 90_000) + 100_000};Commune numéro {i};2022;{i}\n");
                if (texte.Length > 900_000)
                {
                    yield return Encoding.UTF8.GetBytes(texte.ToString());
                    texte.Clear();
                }
            }

            yield return Encoding.UTF8.GetBytes(texte.ToString());
        }
    }

    private async Task<ImportChiffresId> ALireAsync(string texte)
    {
        var import = await _app.EnvoyerAsync(new CommencerDepot.Command(_convention.Id, "naissances.csv"), _coordination);
        await _app.EnvoyerAsync(new DeposerBloc.Command(_convention.Id, import, 0, Encoding.UTF8.GetBytes(texte)), _coordination);
        await _app.EnvoyerAsync(new TerminerDepot.Command(_convention.Id, import), _coordination);
        await PreciserAsync(import);
        return import;
    }

    private async Task PreciserAsync(ImportChiffresId import)
    {
        var dossier = await ConsulterAsync(import);
        var plan = dossier.Import.Plan!;
        await _app.EnvoyerAsync(
            new PreciserColonnes.Command(_convention.Id, import, dossier.Import.Revision, [.. plan.Colonnes.Select(c => c.Role)], plan.AnneeFixe, plan.Mesure, "Insee", null, null),
            _coordination);
    }

    private async Task<ImportChiffresId> LuAsync(string texte)
    {
        var import = await ALireAsync(texte);
        await LireLesImportsAsync();
        return import;
    }

    private Task<int> LireLesImportsAsync() => _app.AvecAsync(s => s.GetRequiredService<LectureImports>().LireAsync(TestContext.Current.CancellationToken));

    // what is left of a job whose process was killed
    private Task<int> EntamerAsync(ImportChiffresId id) => _app.LireAsync(async db =>
    {
        var import = await db.Imports.SingleAsync(i => i.Id == id);
        Assert.True(import.EntamerLecture());
        return await db.SaveChangesAsync();
    });

    private async Task<ConsulterImport.Dossier> ConsulterAsync(ImportChiffresId import)
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterImport.Query(_convention.Id, import), _coordination);
        Assert.NotNull(dossier);
        return dossier;
    }

    private Task<BilanImport> EcrireAsync(ConsulterImport.Dossier dossier) =>
        _app.EnvoyerAsync(new EcrireChiffres.Command(_convention.Id, dossier.RevisionDiagnostic, dossier.Import.Id, dossier.Import.Revision), _coordination);
}
