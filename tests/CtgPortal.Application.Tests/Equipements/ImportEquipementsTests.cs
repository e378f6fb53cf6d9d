using System.Globalization;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Equipements;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Equipements;

public sealed class ImportEquipementsTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Tableau = """
        Équipements soutenus : 4 structures;;;;;;
        ;;;;;;
        Type de structure;Structure;Ville;Places;Collectivités;Bonus territoire;Montant 2026
        Crèche;Les P’tits Loups;HIRSON;25 places;Hirson;oui;12 000,50 €
        RPE;Relais;;1,5 ETP;"CC des Trois Rivières ; Hirson";peut-être;beaucoup
        Piscine;Bassin;Paris;;;;
        Crèche;;Hirson;;;;
        Crèche;Les P’tits Loups;Hirson;30;;;
        TOTAL;4;;;;;
        """;

    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(StatutConvention.EnRedaction);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id);
        await _app.SauverAsync(_convention);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Le_rapport_dit_chaque_ligne_avant_que_rien_ne_soit_ecrit()
    {
        var import = await DeposerAsync(Encoding.UTF8.GetBytes(Tableau));

        var dossier = await ConsulterAsync(import);

        Assert.Equal(["type", "nom", "commune", "capacite", "soutiens", "bonus-territoire", "montant-2026"], dossier.Import.Lecture.Champs);
        Assert.Equal((0, 3), (dossier.Import.Lecture.Feuille, dossier.Import.Lecture.LigneEnTete));
        var rapport = dossier.Rapport!;
        Assert.Equal(
            [(4, SuiteLigne.Nouvelle), (5, SuiteLigne.Nouvelle), (6, SuiteLigne.Nouvelle), (7, SuiteLigne.Ecartee), (8, SuiteLigne.Doublon)],
            rapport.Lignes.Select(l => (l.Numero, l.Suite)));
        Assert.Equal((3, 2, new CompteAnnonce(1, 4)), (rapport.Trouves, rapport.Laissees, rapport.Annonce));
        Assert.Equal([9], rapport.Ignorees);

        var creche = rapport.Lignes[0].Description!;
        Assert.Equal((TypeEquipement.Creche, "02381", "Hirson", new Capacite(25, UniteCapacite.Places), true), (creche.Type, creche.CommuneCode, creche.Commune, creche.Capacite, creche.BonusTerritoire));
        Assert.Equal([new MontantAnnuel(2026, 12000.50m)], creche.Montants);
        var relais = rapport.Lignes[1];
        Assert.Equal(["CC des Trois Rivières", "Hirson"], relais.Description!.Soutiens);
        Assert.Equal(new Capacite(1.5m, UniteCapacite.Etp), relais.Description.Capacite);
        Assert.Equal([NatureRemarque.Douteux, NatureRemarque.Douteux, NatureRemarque.Manquant, NatureRemarque.Manquant], relais.Remarques.Select(r => r.Nature));
        var piscine = rapport.Lignes[2];
        Assert.Equal((TypeEquipement.Autre, "Piscine", null, "Paris"), (piscine.Description!.Type, piscine.Description.TypePrecise, piscine.Description.CommuneCode, piscine.Description.Commune));
        Assert.Equal(NatureRemarque.Doublon, Assert.Single(rapport.Lignes[4].Remarques).Nature);
        Assert.Empty(await InscritsAsync());
    }

    [Fact]
    public async Task Tout_s_ecrit_ou_rien_et_les_lignes_laissees_le_sont_en_le_disant()
    {
        var import = await DeposerAsync(Encoding.UTF8.GetBytes(Tableau));
        var dossier = await ConsulterAsync(import);

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => EcrireAsync(dossier, sansLesAutres: false));
        Assert.Equal("lignes-laissees", Assert.Single(refus.Obstacles).Code);
        Assert.Empty(await InscritsAsync());
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => _app.EnvoyerAsync(
            new ImporterEquipements.Command(_convention.Id, import, dossier.Import.Revision, "autre", true), _coordination));

        Assert.Equal(new ImporterEquipements.Bilan(3, 0), await EcrireAsync(dossier, sansLesAutres: true));
        Assert.Equal(new ImporterEquipements.Bilan(3, 0), await EcrireAsync(dossier, sansLesAutres: true));

        Assert.Equal(["EQ-001", "EQ-002", "EQ-003"], (await InscritsAsync()).Select(e => e.Code));
        Assert.Equal(["EquipementsImportes"], await _app.LireAsync(db => db.Journal.Where(j => j.Type.StartsWith("Equipement")).Select(j => j.Type).ToListAsync()));
    }

    [Fact]
    public async Task Ce_qui_est_exporte_se_reimporte_a_l_identique_et_une_correction_se_voit()
    {
        await EcrireAsync(await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes(Tableau))), sansLesAutres: true);
        foreach (var format in new[] { FormatTableur.Xlsx, FormatTableur.Csv })
        {
            var fichier = await _app.EnvoyerAsync(new ExporterEquipements.Query(_convention.Id, format), _coordination);
            var rapport = (await ConsulterAsync(await DeposerAsync(fichier!.Contenu))).Rapport!;

            Assert.All(rapport.Lignes, l => Assert.Equal((SuiteLigne.Inchangee, 0), (l.Suite, l.Changements.Count)));
            Assert.Equal("rien-a-ecrire", Assert.Single(rapport.Obstacles).Code);
        }

        var correction = await DeposerAsync(Encoding.UTF8.GetBytes("Code;Nom;Capacité;Gestionnaire\neq-001;Les Petits Loups;30;\n;Nouveau;;\n"));
        var dossier = await ConsulterAsync(correction);
        Assert.Equal([SuiteLigne.Modifiee, SuiteLigne.Nouvelle], dossier.Rapport!.Lignes.Select(l => l.Suite));
        Assert.Equal(["nom", "capacite"], dossier.Rapport.Lignes[0].Changements.Select(c => c.Champ));
        await EcrireAsync(dossier, sansLesAutres: false);
        Assert.Equal(["Les Petits Loups", "Relais", "Bassin", "Nouveau"], (await InscritsAsync()).Select(e => e.Description.Nom));
        Assert.Equal("Hirson", (await InscritsAsync())[0].Description.Commune);
    }

    [Fact]
    public async Task Une_personne_corrige_les_colonnes_et_deux_colonnes_ne_disent_pas_la_meme_chose()
    {
        var import = await DeposerAsync(Encoding.UTF8.GetBytes("Quoi;Machin\nCrèche Les Loups;Hirson\n"));
        var dossier = await ConsulterAsync(import);
        Assert.Equal("colonne-nom-absente", dossier.Rapport!.Obstacles[0].Code);

        await Assert.ThrowsAsync<ValidationException>(() => PreciserAsync(dossier, ["nom", "nom"]));
        await PreciserAsync(dossier, ["nom", "commune"], attendu: 2);

        var rapport = (await ConsulterAsync(import)).Rapport!;
        Assert.Equal((2, 1), (rapport.Attendu, rapport.Trouves));
        var ligne = Assert.Single(rapport.Lignes);
        Assert.Equal((TypeEquipement.Creche, "02381"), (ligne.Description!.Type, ligne.Description.CommuneCode));
        Assert.Equal(NatureRemarque.Douteux, ligne.Remarques[0].Nature);
    }

    [Fact]
    public async Task Ce_qu_une_personne_dit_des_colonnes_est_propose_au_prochain_tableau_de_la_Caf_et_a_elle_seule()
    {
        var tableau = Encoding.UTF8.GetBytes("Quoi;Lieu;Observations\nCrèche Les Loups;Hirson;à revoir\n");
        await PreciserAsync(await ConsulterAsync(await DeposerAsync(tableau)), ["nom", "commune", ""]);

        Assert.Equal(["nom", "commune", ""], (await ConsulterAsync(await DeposerAsync(tableau))).Import.Lecture.Champs);

        // the names that the portal writes itself keep their meaning, whatever was said of one of them
        await PreciserAsync(await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes("Nom;Capacité\nLes Loups;25\n"))), ["nom", "remarque"]);
        Assert.Equal("remarque", (await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes("Nom;Capacité\nLes Loups;25\n")))).Import.Lecture.Champs[1]);
        var export = await _app.EnvoyerAsync(new ExporterEquipements.Query(_convention.Id, FormatTableur.Csv), _coordination);
        Assert.Contains("capacite", (await ConsulterAsync(await DeposerAsync(export!.Contenu))).Import.Lecture.Champs);

        var ailleurs = UneConvention.Au(StatutConvention.EnRedaction, UneConvention.Ouverture(caf: new("591", "Caf du Nord")));
        await _app.SauverAsync(ailleurs);
        var autre = ApplicationDeTest.Une(Role.Coordination, ailleurs.Id);
        var import = await _app.EnvoyerAsync(new DeposerTableur.Command(ailleurs.Id, NatureImport.Equipements, "tableau", tableau), autre);
        var dossier = await _app.EnvoyerAsync(new ConsulterImportEquipements.Query(ailleurs.Id, import), autre);
        Assert.Equal(["", "commune", "remarque"], dossier!.Import.Lecture.Champs);
    }

    [Fact]
    public async Task Vingt_mille_lignes_recoivent_une_reponse_claire()
    {
        var texte = new StringBuilder("Nom;Commune\n");
        for (var i = 0; i < 20_000; i++)
        {
            texte.Append(CultureInfo.InvariantCulture, $"Crèche {i};Hirson\n");
        }

        var rapport = (await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes(texte.ToString())))).Rapport!;

        Assert.Equal(["trop-de-lignes", "equipements-trop-nombreux"], rapport.Obstacles.Select(o => o.Code));
    }

    [Fact]
    public async Task Les_lectures_coutent_autant_de_sql_pour_trois_equipements_que_pour_cent()
    {
        Func<Task>[] lectures =
        [
            () => _app.EnvoyerAsync(new ListerEquipements.Query(_convention.Id), _coordination),
            () => _app.EnvoyerAsync(new ConsulterPetiteEnfance.Query(_convention.Id), _coordination),
            () => _app.EnvoyerAsync(new ExporterEquipements.Query(_convention.Id, FormatTableur.Xlsx), _coordination),
        ];
        await EcrireAsync(await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes(Tableau))), sansLesAutres: true);
        var trois = new List<int>();
        foreach (var lecture in lectures)
        {
            trois.Add(await _app.Sql.CompterAsync(lecture));
        }

        await EcrireAsync(await ConsulterAsync(await DeposerAsync(Encoding.UTF8.GetBytes(
            "Nom;Commune\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"Crèche {i};Hirson\n"))))), sansLesAutres: false);

        foreach (var (lecture, commandes) in lectures.Zip(trois))
        {
            Assert.Equal(commandes, await _app.Sql.CompterAsync(lecture));
        }
    }

    private Task<ImportTableurId> DeposerAsync(byte[] octets) => _app.EnvoyerAsync(new DeposerTableur.Command(_convention.Id, NatureImport.Equipements, "tableau", octets), _coordination);

    private async Task<ConsulterImportEquipements.Dossier> ConsulterAsync(ImportTableurId import) =>
        (await _app.EnvoyerAsync(new ConsulterImportEquipements.Query(_convention.Id, import), _coordination))!;

    private Task<int> PreciserAsync(ConsulterImportEquipements.Dossier dossier, IReadOnlyList<string> champs, int? attendu = null) => _app.EnvoyerAsync(
        new PreciserTableur.Command(_convention.Id, NatureImport.Equipements, dossier.Import.Id, dossier.Import.Revision, 0, 1, champs, attendu), _coordination);

    private Task<ImporterEquipements.Bilan> EcrireAsync(ConsulterImportEquipements.Dossier dossier, bool sansLesAutres) => _app.EnvoyerAsync(
        new ImporterEquipements.Command(_convention.Id, dossier.Import.Id, dossier.Import.Revision, dossier.Rapport!.Empreinte, sansLesAutres), _coordination);

    private Task<List<EquipementSoutenu>> InscritsAsync() => _app.LireAsync(db => db.Equipements.OrderBy(e => e.Code).ToListAsync());
}
