using CtgPortal.Application.Documents;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Tests.Documents;
using CtgPortal.Application.Tests.Echanges;
using CtgPortal.Domain.Plans;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Tests.Echanges.EchangesDeTest;

namespace CtgPortal.Application.Tests.Plans;

public sealed class ObjectifsFicheTests(PostgresServer serveur)
{
    private const string Ancien = "- Recenser l’offre\r\n- Recenser l’offre\n\n2. **Former** les agents\n  Ouvrir un lieu ";

    [Fact]
    public async Task Deux_personnes_ajoutent_chacune_un_objectif_et_les_deux_restent()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];

        await t.EnvoyerAsync(Ajouter("Former"));
        var apres = await t.EnvoyerAsync(Ajouter("Accueillir"), t.Avec(Domain.Comptes.Role.Conseiller));

        Assert.Equal(["objectifs-operationnels"], Assert.Single(apres.Entretemps).Champs);
        Assert.Equal(
            ["Accueillir", "Des horaires élargis.", "Dix places par an.", "Former"],
            (await t.LireAsync(fiche)).Contenu.Objectifs.Select(o => o.Description.Texte).Order(StringComparer.Ordinal));

        DefinirObjectifs.Command Ajouter(string texte) => new(
            t.Convention, fiche.Id, fiche.Revision, [.. fiche.Objectifs.Select(o => new DefinirObjectifs.Ligne(o.Id, o.Texte, null)), new(null, texte, null)]);
    }

    [Fact]
    public async Task Une_case_de_plusieurs_lignes_est_autant_d_objectifs_et_ce_qui_les_mesure_revient()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new DefinirObjectifs.Command(
            t.Convention, fiche.Id, fiche.Revision, [.. fiche.Objectifs.Select(o => new DefinirObjectifs.Ligne(o.Id, o.Texte, fiche.Indicateurs[0].Id))]));
        var classeur = await EchangesDeTest.LireAsync(await t.ExporterAsync());
        var plan = classeur.Feuilles.Single(f => f.Nom == ColonnesEchange.FeuillePlan);
        var colonne = plan.Lignes[0].Cellules.ToList().IndexOf("Objectifs opérationnels");
        Assert.Equal("Dix places par an.\nDes horaires élargis.", plan.Lignes[1].Cellules[colonne].ReplaceLineEndings("\n"));

        await t.ImporterAsync(Csv("Intitulé;Objectifs opérationnels", "Fiche 1.1.1;\"- Vingt places par an.\n- Des horaires élargis.\n- Former\""));

        var lue = await t.LireAsync(fiche);
        Assert.Equal(["Vingt places par an.", "Des horaires élargis.", "Former"], lue.Contenu.Objectifs.Select(o => o.Description.Texte));
        Assert.Equal(fiche.Objectifs.Select(o => (ObjectifId?)o.Id), lue.Contenu.Objectifs.Take(2).Select(o => (ObjectifId?)o.Id));
        Assert.Equal([fiche.Indicateurs[0].Id, fiche.Indicateurs[0].Id, null], lue.Contenu.Objectifs.Select(o => o.Description.Indicateur));
    }

    [Fact]
    public async Task Le_document_dit_les_objectifs_et_ce_que_chaque_indicateur_mesure()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new DefinirObjectifs.Command(
            t.Convention, fiche.Id, fiche.Revision, [new(null, "Ouvrir", fiche.Indicateurs[1].Id), new(null, "Former", null)]));

        var imprimee = LecturePdf.Texte((await t.EnvoyerAsync(new ExporterFiches.Query(t.Convention, FormatDocument.Pdf, [], FiltrePlan.Aucun, fiche.Id)))!.Contenu);

        Assert.Contains("Former", imprimee, StringComparison.Ordinal);
        Assert.Contains("Mesure : Ouvrir", imprimee.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    // the column as it was just before, then the SQL of the migration, and back
    [Fact]
    public async Task Le_texte_d_avant_devient_des_lignes_les_memes_que_dans_les_etats_gardes()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);
        var fiche = t.Fiches[0];
        await t.EnvoyerAsync(new RedigerFiche.Command(t.Convention, fiche.Id, fiche.Revision, new(Qui: fiche.Qui with { Service = "Jeunesse" })));
        await Sql(t, "ALTER TABLE fiches_action ADD quoi_objectifs_operationnels text; DELETE FROM fiche_objectifs;");
        await t.Application.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE fiches_action SET quoi_objectifs_operationnels = {Ancien} WHERE id = {fiche.Id.Value}"));
        await t.Application.LireAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE etats_fiche SET contenu = (contenu - 'objectifs') || jsonb_build_object('quoi', contenu -> 'quoi' || jsonb_build_object('objectifsOperationnels', {Ancien}::text))"));

        await Sql(t, ObjectifsSql.Up);

        var lue = await t.LireAsync(fiche);
        Assert.Equal(["Recenser l’offre", "**Former** les agents", "Ouvrir un lieu"], lue.Contenu.Objectifs.Select(o => o.Description.Texte));
        var etat = await t.Application.LireAsync(db => db.EtatsFiche.AsNoTracking().SingleAsync(e => e.FicheActionId == fiche.Id && e.Revision == fiche.Revision));
        Assert.Equal(lue.Contenu.Objectifs, etat.Contenu.Objectifs);

        // what a form opened before the change says is merged with it
        await t.EnvoyerAsync(new DefinirObjectifs.Command(
            t.Convention, fiche.Id, fiche.Revision, [.. lue.Contenu.Objectifs.Skip(1).Select(o => new DefinirObjectifs.Ligne(o.Id, o.Description.Texte, null))]));
        Assert.Equal(["**Former** les agents", "Ouvrir un lieu"], (await t.LireAsync(fiche)).Contenu.Objectifs.Select(o => o.Description.Texte));

        await Sql(t, ObjectifsSql.Down);
        Assert.Equal(
            "- **Former** les agents\n- Ouvrir un lieu",
            await t.Application.LireAsync(db => db.Database.SqlQuery<string>($"SELECT quoi_objectifs_operationnels AS \"Value\" FROM fiches_action WHERE id = {fiche.Id.Value}").SingleAsync()));
    }

    [Fact]
    public void Un_contenu_d_avant_sans_objectif_se_lit_aussi() =>
        Assert.Empty(ContenuFicheJson.Lire("""{"identite":{"intitule":"x","champs":[]},"quoi":{"objectifGeneral":"y"},"operations":[],"financements":[],"indicateurs":[]}""").Objectifs);

    private static Task<int> Sql(PlanDeTest t, string sql) => t.Application.LireAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
