using System.Globalization;
using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Infrastructure.Comptes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>The demonstration shows the way from what is said and found to what is done, and says of each invented word that it is.</summary>
public sealed class FilTests(DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    private const string TroisRivieres = "240200600";

    [Fact]
    public async Task Le_diagnostic_de_Trois_Rivieres_garde_les_faits_de_son_enquete_et_de_ses_entretiens()
    {
        var convention = donnees.De(TroisRivieres);
        var enquete = await donnees.Services.LireAsync(db => db.Enquetes.AsNoTracking().SingleAsync());
        var entretiens = await donnees.Services.LireAsync(db => db.Entretiens.AsNoTracking().ToListAsync());

        Assert.Equal(convention.Id, enquete.ConventionId);
        Assert.Equal((2_200, null, "allocataires"), (enquete.Description.Envoyes, enquete.Description.Reponses, enquete.Description.Public));
        EstUnExemple(enquete.Description.Methode!);
        Assert.Equal(4, enquete.Questions.Count);
        Assert.All(enquete.Questions, q => EstUnExemple(q.Intitule));
        Assert.Equal(
            ["Aubenton", "Buire", "Hirson", "Landouzy-la-Ville", "Mondrepuis", "Neuve-Maison", "Origny-en-Thiérache", "Saint-Michel", "Wimy"],
            entretiens.Select(e => e.Communes.Single().Nom).Order(StringComparer.Ordinal));
        Assert.All(entretiens, e => Assert.Equal((null, null), (e.Description.Date, e.Description.Synthese)));
        Assert.All(entretiens, e => Assert.Contains(convention.Perimetre, c => c.Code == e.Communes[0].Code));
    }

    [Theory]
    [InlineData(TroisRivieres, 1)]
    [InlineData("200039832", 2)]
    [InlineData("240700302", 2)]
    public async Task Un_diagnostic_valide_est_garde_entier(string code, int validations)
    {
        var convention = donnees.De(code);
        var gardees = await donnees.Services.LireAsync(db =>
            db.ValidationsDiagnostic.AsNoTracking().Where(v => v.ConventionId == convention.Id).OrderBy(v => v.Numero).ToListAsync());
        var diagnostic = await donnees.DiagnosticAsync(convention);

        Assert.Equal(Enumerable.Range(1, validations), gardees.Select(v => v.Numero));
        Assert.All(gardees, v => Assert.True(v.EstIntacte));
        Assert.Equal(diagnostic.ValideLe, gardees[^1].Le);
        Assert.All(diagnostic.Constats, c => Assert.Contains(c.Texte, gardees[^1].Contenu, StringComparison.Ordinal));
        Assert.All(diagnostic.Constats, c => EstUnExemple(c.Texte));
    }

    [Fact]
    public async Task Les_constats_de_Trois_Rivieres_s_appuient_sur_chiffres_enquete_et_entretien()
    {
        var diagnostic = await donnees.DiagnosticAsync(donnees.De(TroisRivieres));

        Assert.Equal(
            ["Indicateur Indicateur Enquete", "Indicateur Entretien", "Indicateur", "Indicateur Indicateur Enquete", ""],
            diagnostic.Constats.OrderBy(c => c.Rang).Select(c => string.Join(' ', c.Appuis.Select(a => a.Nature).Order())));
    }

    [Fact]
    public async Task Les_chiffres_de_Trois_Rivieres_tiennent_en_une_ligne_d_historique()
    {
        var convention = donnees.De(TroisRivieres);
        var lignes = await donnees.Services.LireAsync(db => db.Journal.AsNoTracking().Where(e => e.ConventionId == convention.Id).Select(e => e.Type).ToListAsync());
        var diagnostic = await donnees.DiagnosticAsync(convention);

        Assert.Single(lignes, nameof(ChiffresImportes));
        Assert.DoesNotContain(nameof(ValeurRenseignee), lignes);
        Assert.Contains(diagnostic.Indicateurs.SelectMany(i => i.Valeurs), v => v.Etat == EtatValeur.Secret);
        Assert.Contains(diagnostic.Indicateurs, i => i.Valeurs.Count == 0);
    }

    [Fact]
    public async Task A_Trois_Rivieres_un_fil_va_de_la_parole_a_la_fiche_en_passant_par_le_constat()
    {
        var fil = await FilAsync(donnees.De(TroisRivieres));

        var fiches = fil.De(NatureMaillon.FicheAction)
            .Where(f => fil.OriginesDe(f.Maillon).Any(constat => fil.OriginesDe(constat.Maillon.Maillon).Any(p => p.Maillon.Contribution is not null)));
        Assert.Equal([6, 7, 8, 10, 11, 12], fiches.Select(f => int.Parse(f.Numero!["Fiche action ".Length..], CultureInfo.InvariantCulture)));
        Assert.Equal("animation de la vie sociale", Assert.Single(fil.ConstatsSansSuite).Contexte);
    }

    [Fact]
    public async Task Les_deux_voisines_tirent_chacune_leur_fil_des_memes_ateliers()
    {
        var lesVans = await OriginesAsync(donnees.De("200039832"));
        var beaumeDrobie = await OriginesAsync(donnees.De("240700302"));

        Assert.NotEmpty(lesVans);
        Assert.NotEmpty(beaumeDrobie);
        Assert.Empty(lesVans.Intersect(beaumeDrobie));
        var paroles = await donnees.ContributionsAsync();
        var groupes = await donnees.Services.LireAsync(db => db.Groupes.AsNoTracking().ToListAsync());
        Assert.All(paroles, p => EstUnExemple(p.Texte));
        Assert.All(groupes, g => EstUnExemple(g.Titre));
        var connus = paroles.Select(p => p.Id.Value).Concat(groupes.Select(g => g.Id.Value)).ToHashSet();
        Assert.Superset(lesVans.Concat(beaumeDrobie).ToHashSet(), connus);
    }

    [Fact]
    public async Task Une_demi_journee_a_eu_sa_salle_et_la_salle_est_fermee()
    {
        var salle = await donnees.Services.LireAsync(db => db.Salles.AsNoTracking().SingleAsync());
        var bulletins = await donnees.Services.LireAsync(db => db.Bulletins.AsNoTracking().ToListAsync());
        var participants = await donnees.Services.LireAsync(db => db.ParticipantsSalle.AsNoTracking().ToListAsync());

        Assert.Equal((EtatSalle.Fermee, PhaseSalle.Restitution, null), (salle.Etat, salle.Phase, salle.Code));
        Assert.Equal(participants.Select(p => p.Id).ToHashSet(), [.. bulletins.Select(b => b.ParticipantId)]);
        Assert.All(participants, p => Assert.Null(p.Prenom));
        Assert.All(participants, p => EstUnExemple(p.Organisation!));
        Assert.All(bulletins, b => Assert.InRange(b.Lignes.Sum(l => l.Nombre), 1, salle.PointsParParticipant));
    }

    [Fact]
    public async Task Un_atelier_attend_qui_veut_essayer_la_salle()
    {
        var atelier = Assert.Single(await donnees.AteliersAsync(donnees.De("")));

        Assert.Equal(StatutAtelier.Prevu, atelier.Statut);
        EstUnExemple(atelier.Description.Intitule);
        Assert.All(atelier.Agenda, e => EstUnExemple(e.Intitule));
    }

    private async Task<HashSet<Guid>> OriginesAsync(Convention convention) =>
        [.. (await donnees.Services.LireAsync(db => db.Filiations.AsNoTracking().Where(f => f.ConventionId == convention.Id).ToListAsync()))
            .Where(f => f.Origine.Nature != NatureMaillon.Constat).Select(f => f.Origine.Id)];

    private async Task<Fil> FilAsync(Convention convention)
    {
        await using var scope = donnees.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UtilisateurAmbiant>().AgirComme(new(UtilisateurId.New(), "Test", null, [Habilitation.Nationale(Role.Administrateur)]));
        var dossier = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ConsulterFil.Query(convention.Id), TestContext.Current.CancellationToken);
        return dossier!.Fil;
    }

    private static void EstUnExemple(string texte) => Assert.StartsWith("Exemple", texte, StringComparison.Ordinal);
}
