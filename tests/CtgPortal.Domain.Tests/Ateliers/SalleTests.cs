using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Ateliers;

public sealed class SalleTests
{
    private static readonly DateTimeOffset Now = UnAtelier.Le.AddDays(1);

    private static readonly SujetId[] Sujets = [.. Enumerable.Range(0, 3).Select(_ => SujetId.From(Guid.CreateVersion7()))];

    private readonly Atelier _atelier = UnAtelier.Prevu();

    private SituationAtelier Situation => UnAtelier.Situation(_atelier);

    [Fact]
    public void S_ouvre_et_se_ferme_et_l_histoire_dit_les_comptes_jamais_le_code()
    {
        var salle = Salle.Preparer(_atelier.Id);

        salle.Ouvrir(UneSalle.Code, Situation, Now);
        Assert.Equal("salle-ouverte", Code(() => salle.Ouvrir(UneSalle.Code, Situation, Now)));
        salle.Fermer(new(312, 148, 740), Situation, Now);

        Assert.Equal(["SalleOuverte", "SalleFermee"], salle.Events.Select(e => e.GetType().Name));
        Assert.Equal((312, 148, 740), salle.Events.OfType<SalleFermee>().Select(f => (f.Contributions, f.Participants, f.Points)).Single());
        Assert.DoesNotContain(UneSalle.Code, string.Concat(salle.Events), StringComparison.Ordinal);
        Assert.Null(salle.Code);
        Assert.Equal("salle-deja-fermee", Code(() => salle.Fermer(new(0, 0, 0), Situation, Now)));
    }

    [Fact]
    public void Ne_s_ouvre_pas_pour_un_atelier_clos_mais_se_ferme_toujours()
    {
        var salle = UneSalle.Ouverte(_atelier);
        var clos = Situation with { Statut = StatutAtelier.Clos };

        Assert.Equal("atelier-clos", Code(() => Salle.Preparer(_atelier.Id).Ouvrir(UneSalle.Code, clos, Now)));
        Assert.Equal("salle-fermee", Code(() => salle.PasserA(PhaseSalle.Points, clos)));
        Assert.Equal("salle-fermee", Code(() => ParticipantSalle.Entrer(salle, clos, "x", null, null, 0, Now)));
        salle.Fermer(new(0, 0, 0), clos, Now);

        Assert.Equal(EtatSalle.Fermee, salle.Etat);
    }

    [Fact]
    public void Quitter_les_points_commence_un_nouveau_tour_et_la_restitution_n_en_est_pas_une_sortie()
    {
        var salle = UneSalle.Ouverte(_atelier);
        int Tour(PhaseSalle phase)
        {
            salle.PasserA(phase, Situation);
            return salle.Tour;
        }

        Assert.Equal(
            [1, 1, 1, 1, 2, 2, 3],
            new[] { PhaseSalle.Regroupement, PhaseSalle.Points, PhaseSalle.Restitution, PhaseSalle.Points, PhaseSalle.Regroupement, PhaseSalle.Points, PhaseSalle.Contributions }.Select(Tour));
    }

    [Theory]
    [InlineData(0, null, 1, "points-invalides")]
    [InlineData(21, null, 1, "points-invalides")]
    [InlineData(5, 6, 1, "max-invalide")]
    [InlineData(5, 0, 1, "max-invalide")]
    [InlineData(5, null, 0, "natures-absentes")]
    public void Des_reglages_qui_n_ont_pas_de_sens_sont_refuses(int points, int? max, int natures, string code) =>
        Assert.Equal(code, Code(() => UneSalle.Ouverte(_atelier, reglages: new(
            ModerationSalle.APriori, [.. Enum.GetValues<NatureContribution>().Take(natures)], points, max))));

    [Fact]
    public void Le_code_a_six_signes_qu_on_ne_confond_pas_et_se_lit_comme_on_le_tape()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => CodeSalle.Nouveau()).ToList();

        Assert.All(codes, c => Assert.Equal(c, CodeSalle.Lire(c)));
        Assert.True(codes.Distinct().Count() > 990);
        Assert.Equal("KM7QWX", CodeSalle.Lire(" km7-qwx "));
        Assert.Null(CodeSalle.Lire("KM7QW"));
        Assert.Null(CodeSalle.Lire("KM7QWO"));
        Assert.Null(CodeSalle.Lire(null));
        Assert.Equal("code-invalide", Code(() => Salle.Preparer(_atelier.Id).Ouvrir("abc", Situation, Now)));
    }

    [Fact]
    public void Le_minuteur_dit_quoi_et_combien()
    {
        var salle = UneSalle.Ouverte(_atelier);

        salle.LancerMinuteur(" En petits groupes ", 10, Situation, Now);
        Assert.Equal(new("En petits groupes", 10, Now), salle.Minuteur);
        salle.ArreterMinuteur();

        Assert.Null(salle.Minuteur);
        Assert.Equal("minutes-invalides", Code(() => salle.LancerMinuteur("Trop", 481, Situation, Now)));
        Assert.Equal("minuteur-absent", Code(() => salle.LancerMinuteur(" ", 5, Situation, Now)));
    }

    [Fact]
    public void La_salle_pleine_n_admet_plus() => Assert.Equal("salle-pleine", Code(() =>
        ParticipantSalle.Entrer(UneSalle.Ouverte(_atelier), Situation, "x", null, null, Salle.ParticipantsMax, Now)));

    [Fact]
    public void Un_bulletin_se_remplace_entier_et_le_meme_ne_change_rien()
    {
        var (salle, bulletin) = Bulletin();

        Repartir(bulletin, salle, (0, 3), (1, 2));
        Repartir(bulletin, salle, (1, 2), (0, 3), (2, 0));
        Assert.Equal(1, bulletin.Revision);
        Repartir(bulletin, salle, (2, 5));
        Repartir(bulletin, salle);

        Assert.Empty(bulletin.Lignes);
        Assert.Equal(3, bulletin.Revision);
    }

    [Fact]
    public void Un_bulletin_ne_depasse_ni_ses_points_ni_le_maximum_par_sujet_ni_les_sujets_proposes()
    {
        var (salle, bulletin) = Bulletin(UneSalle.Reglages with { PointsParParticipant = 5, MaxParSujet = 3 });

        Assert.Equal("points-trop-nombreux", Code(() => Repartir(bulletin, salle, (0, 3), (1, 3))));
        Assert.Equal("sujet-trop-charge", Code(() => Repartir(bulletin, salle, (0, 4))));
        Assert.Equal("points-negatifs", Code(() => Repartir(bulletin, salle, (0, 3), (1, -1))));
        Assert.Equal("sujet-double", Code(() => Repartir(bulletin, salle, (0, 1), (0, 1))));
        Assert.Equal("sujet-inconnu", Code(() => bulletin.Repartir([new(SujetId.From(Guid.CreateVersion7()), 1)], 1, salle, Situation, Sujets.ToHashSet())));
        Assert.Empty(bulletin.Lignes);
    }

    [Fact]
    public void Un_bulletin_ne_se_donne_ni_hors_des_points_ni_pour_un_tour_passe_ni_apres_la_fermeture()
    {
        var (salle, bulletin) = Bulletin();

        Assert.Equal("points-fermes", Code(() => bulletin.Repartir([], 0, salle, Situation, Sujets.ToHashSet())));
        salle.PasserA(PhaseSalle.Restitution, Situation);
        Assert.Equal("points-fermes", Code(() => Repartir(bulletin, salle, (0, 1))));
        salle.PasserA(PhaseSalle.Regroupement, Situation);
        salle.PasserA(PhaseSalle.Points, Situation);
        Assert.Equal("points-fermes", Code(() => Repartir(bulletin, salle, (0, 1))));
        salle.Fermer(new(0, 0, 0), Situation, Now);
        Assert.Equal("salle-fermee", Code(() => Repartir(bulletin, salle, (0, 1))));
    }

    private (Salle Salle, Bulletin Bulletin) Bulletin(ReglagesSalle? reglages = null)
    {
        var salle = UneSalle.Ouverte(_atelier, PhaseSalle.Points, reglages);
        return (salle, Domain.Ateliers.Bulletin.Prendre(salle, UneSalle.Participant(salle, _atelier)));
    }

    private void Repartir(Bulletin bulletin, Salle salle, params (int Sujet, int Nombre)[] points) =>
        bulletin.Repartir([.. points.Select(p => new PointsDonnes(Sujets[p.Sujet], p.Nombre))], bulletin.Tour, salle, Situation, Sujets.ToHashSet());

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
