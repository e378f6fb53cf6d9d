using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Ateliers;

public sealed class ContributionTests
{
    private static readonly DateTimeOffset Now = UnAtelier.Le.AddDays(1);

    private readonly Atelier _atelier = UnAtelier.Prevu(null, ConventionId.New(), ConventionId.New());
    private readonly Salle _salle;
    private readonly ParticipantSalle _participant;

    public ContributionTests()
    {
        _salle = UneSalle.Ouverte(_atelier);
        _participant = UneSalle.Participant(_salle, _atelier, organisation: "Csac");
    }

    private SituationAtelier Situation => UnAtelier.Situation(_atelier);

    [Fact]
    public void Recueillie_par_un_compte_elle_est_dans_chaque_histoire()
    {
        var contribution = Contribution.Recueillir(Situation, NatureContribution.Menace, " Départ\r\ndes médecins ", " ", new(3, 7), Now);

        Assert.Equal(("Départ\ndes médecins", null, 8, EtatContribution.Visible), (contribution.Texte, contribution.Organisation, contribution.Rang, contribution.Etat));
        Assert.Equal(_atelier.Conventions.Select(c => c.ConventionId), Assert.IsType<ContributionRecueillie>(Assert.Single(contribution.Events)).Conventions);
    }

    [Fact]
    public void Vide_trop_longue_ou_de_trop_elle_est_refusee()
    {
        Assert.Equal("contribution-absent", Code(() => Recueillir(" ")));
        Assert.Equal("contribution-trop-long", Code(() => Recueillir(new('x', Contribution.TexteLongueurMax + 1))));
        Assert.Equal("atelier-plein", Code(() => Recueillir("Une de trop", Contribution.ParAtelierMax)));

        void Recueillir(string texte, int deja = 0) => Contribution.Recueillir(Situation, NatureContribution.Force, texte, null, new(deja, deja), Now);
    }

    [Theory]
    [InlineData(ModerationSalle.APosteriori, PhaseSalle.Contributions, EtatContribution.Visible)]
    [InlineData(ModerationSalle.APosteriori, PhaseSalle.Regroupement, EtatContribution.Visible)]
    [InlineData(ModerationSalle.APosteriori, PhaseSalle.Points, EtatContribution.EnAttente)]
    [InlineData(ModerationSalle.APosteriori, PhaseSalle.Restitution, EtatContribution.EnAttente)]
    [InlineData(ModerationSalle.APriori, PhaseSalle.Contributions, EtatContribution.EnAttente)]
    public void Postee_de_la_salle_elle_porte_l_organisation_et_attend_s_il_le_faut(ModerationSalle moderation, PhaseSalle phase, EtatContribution etat)
    {
        var salle = UneSalle.Ouverte(_atelier, phase, UneSalle.Reglages with { Moderation = moderation });

        var contribution = Poster(salle);

        Assert.Equal((etat, "Csac", _participant.Id), (contribution.Etat, contribution.Organisation, contribution.ParticipantId!.Value));
        Assert.Equal((1, 0), (contribution.Revision, contribution.Events.Count));
    }

    [Fact]
    public void La_salle_fermee_l_atelier_clos_ou_le_texte_fige_refusent_de_la_meme_facon()
    {
        var fermee = UneSalle.Ouverte(_atelier);
        fermee.Fermer(new(0, 0, 0), Situation, Now);

        Assert.Equal("salle-fermee", Code(() => Poster(fermee)));
        Assert.Equal("salle-fermee", Code(() => Poster(_salle, Situation with { Statut = StatutAtelier.Clos })));
        Assert.Equal("salle-fermee", Code(() => Poster(_salle, Situation with { Etapes = EtapesAtelier.DeToutes([EnAteliers, EnSuivi]) })));
        Poster(_salle, Situation with { Etapes = EtapesAtelier.DeToutes([Abandonnee, EnAteliers]) });
    }

    [Fact]
    public void Un_participant_poste_cent_contributions_pas_davantage_et_des_natures_proposees()
    {
        var salle = UneSalle.Ouverte(_atelier, reglages: UneSalle.Reglages with { Natures = [NatureContribution.IdeeAction] });

        Assert.Equal("participant-trop-bavard", Code(() => Poster(_salle, deja: new(100, 100, Contribution.ParParticipantMax))));
        Assert.Equal("nature-non-proposee", Code(() => Poster(salle)));
    }

    [Fact]
    public void La_meme_postee_deux_fois_est_la_meme_et_une_autre_sous_son_nom_est_refusee()
    {
        var contribution = Poster(_salle, texte: "Une\nnavette");

        contribution.ExigerIdentique(_atelier.Id, _participant.Id, NatureContribution.Force, " Une\r\nnavette ");
        Assert.Equal("contribution-differente", Code(() => contribution.ExigerIdentique(_atelier.Id, _participant.Id, NatureContribution.Force, "Un bus")));
        Assert.Equal("contribution-differente", Code(() => contribution.ExigerIdentique(_atelier.Id, ParticipantId.New(), NatureContribution.Force, "Une\nnavette")));
        Assert.Equal("contribution-differente", Code(() => contribution.ExigerIdentique(AtelierId.New(), _participant.Id, NatureContribution.Force, "Une\nnavette")));
    }

    [Fact]
    public void Se_range_dans_un_groupe_et_en_sort_sans_bruit()
    {
        var (contribution, groupe) = (Poster(_salle), Groupe.Creer(_salle, Situation, "Transports", 0, 0));

        contribution.Deplacer(groupe, 9, _salle, Situation);
        contribution.Deplacer(groupe, 12, _salle, Situation);

        Assert.Equal((groupe.Id, 9, 2, 0), (contribution.GroupeId!.Value, contribution.Rang, contribution.Revision, contribution.Events.Count));
        contribution.Deplacer(null, 10, _salle, Situation);
        Assert.Null(contribution.GroupeId);
    }

    [Theory]
    [InlineData(null, "C A B D")]
    [InlineData(0, "A C B D")]
    [InlineData(1, "A B C D")]
    [InlineData(3, "A B D C")]
    public void Se_place_dans_son_groupe_et_les_autres_gardent_leur_ordre(int? apres, string attendu)
    {
        var groupe = Groupe.Creer(_salle, Situation, "Transports", 0, 0);
        List<Contribution> colonne = [.. "ABCD".Select(nom => Poster(_salle, texte: nom.ToString()))];
        // B and C came at once and share a rank
        foreach (var (contribution, rang) in colonne.Zip([4, 5, 5, 6]))
        {
            contribution.Deplacer(groupe, rang, _salle, Situation);
        }

        colonne[2].Placer(groupe, apres is { } i ? colonne[i].Id : null, colonne, _salle, Situation);

        Assert.Equal(attendu, string.Join(' ', colonne.OrderBy(c => c.Rang).Select(c => c.Texte)));
        Assert.Equal(4, colonne.Select(c => c.Rang).Distinct().Count());
        // what only moves down is not changed by anybody: who holds it on screen may still act on it
        Assert.Equal([2, 2, 3, 2], colonne.Select(c => c.Revision));
    }

    [Fact]
    public void Se_place_dans_un_autre_groupe_jamais_apres_une_contribution_partie()
    {
        var (vers, ailleurs) = (Groupe.Creer(_salle, Situation, "Bus", 0, 0), Poster(_salle));
        var (une, autre) = (Poster(_salle), Poster(_salle));
        autre.Deplacer(vers, 3, _salle, Situation);

        une.Placer(vers, autre.Id, [autre], _salle, Situation);
        Assert.Equal((vers.Id, 4), (une.GroupeId!.Value, une.Rang));

        Assert.Equal("repere-parti", Code(() => une.Placer(vers, ailleurs.Id, [autre, une], _salle, Situation)));
        une.Placer(null, null, [], _salle, Situation);
        Assert.Null(une.GroupeId);
        var vote = UneSalle.Ouverte(_atelier, PhaseSalle.Points);
        Assert.Equal("vote-en-cours", Code(() => une.Placer(vers, null, [autre], vote, Situation)));
    }

    [Fact]
    public void Un_groupe_retire_ou_fusionne_ne_perd_aucune_contribution()
    {
        var (a, b) = (Groupe.Creer(_salle, Situation, "Bus", 0, 0), Groupe.Creer(_salle, Situation, "Cars", 1, 1));
        var (une, autre) = (Poster(_salle), Poster(_salle));
        une.Deplacer(a, 1, _salle, Situation);
        autre.Deplacer(b, 2, _salle, Situation);

        a.FusionnerDans(b, _salle, Situation, [une]);
        Assert.Equal(b.Id, une.GroupeId);
        Assert.Equal("fusion-impossible", Code(() => b.FusionnerDans(b, _salle, Situation, [une])));
        b.Retirer(_salle, Situation, [une, autre], Now);

        Assert.Equal((null, null), (une.GroupeId, autre.GroupeId));
        Assert.Equal(("Cars", 2), (Assert.IsType<GroupeRetire>(Assert.Single(b.Events)).Titre, ((GroupeRetire)b.Events[0]).Contributions));
    }

    [Fact]
    public void Ecartee_elle_quitte_l_ecran_son_groupe_et_l_histoire_garde_son_texte()
    {
        var contribution = Poster(_salle, texte: "Une injure");
        contribution.Deplacer(Groupe.Creer(_salle, Situation, "Bus", 0, 0), 1, _salle, Situation);

        contribution.Ecarter(Situation, Now);
        contribution.Ecarter(Situation, Now);

        Assert.Equal((EtatContribution.Ecartee, null), (contribution.Etat, contribution.GroupeId));
        Assert.Equal("Une injure", Assert.IsType<ContributionEcartee>(Assert.Single(contribution.Events)).Texte);
        Assert.Equal("contribution-masquee", Code(() => contribution.Deplacer(null, 1, _salle, Situation)));
        contribution.Afficher(_salle, Situation);
        Assert.Equal(EtatContribution.Visible, contribution.Etat);
    }

    [Theory]
    [InlineData(PhaseSalle.Points)]
    [InlineData(PhaseSalle.Restitution)]
    public void Le_tableau_ne_bouge_pas_pendant_les_points_mais_on_peut_toujours_ecarter(PhaseSalle phase)
    {
        var (contribution, groupe) = (Poster(_salle), Groupe.Creer(_salle, Situation, "Bus", 0, 0));
        var salle = UneSalle.Ouverte(_atelier, phase);

        foreach (var geste in (Action[])
        [
            () => contribution.Deplacer(groupe, 1, salle, Situation), () => contribution.Afficher(salle, Situation),
            () => groupe.Renommer(salle, Situation, "Cars"), () => groupe.Retirer(salle, Situation, [], Now),
            () => Groupe.Creer(salle, Situation, "Cars", 1, 1),
            () => Contribution.Transcrire(ContributionId.New(), salle, Situation, NatureContribution.Force, "Papier", ContributionsRecues.Aucune, Now),
            () => salle.Regler(UneSalle.Reglages, Situation),
        ])
        {
            Assert.Equal("vote-en-cours", Code(geste));
        }

        contribution.Ecarter(Situation, Now);
        Assert.Equal(EtatContribution.Ecartee, contribution.Etat);
    }

    [Fact]
    public void Rien_ne_change_dans_un_atelier_clos_ou_fige()
    {
        var (contribution, groupe) = (Poster(_salle), Groupe.Creer(_salle, Situation, "Bus", 0, 0));

        foreach (var (situation, code) in new[] { (Situation with { Statut = StatutAtelier.Clos }, "atelier-clos"), (Situation with { Etapes = EnSuivi }, "texte-fige") })
        {
            foreach (var geste in (Action[])
            [
                () => contribution.Deplacer(groupe, 1, _salle, situation), () => contribution.Afficher(_salle, situation),
                () => contribution.Ecarter(situation, Now), () => contribution.Retirer(situation, Now), () => groupe.Renommer(_salle, situation, "Cars"),
                () => groupe.Retirer(_salle, situation, [], Now), () => Groupe.Creer(_salle, situation, "Cars", 1, 1),
                () => Contribution.Recueillir(situation, NatureContribution.Force, "Non", null, ContributionsRecues.Aucune, Now),
            ])
            {
                Assert.Equal(code, Code(geste));
            }
        }
    }

    private Contribution Poster(Salle salle, SituationAtelier? situation = null, string texte = "Un réseau de bénévoles", ContributionsRecues? deja = null) =>
        Contribution.Poster(
            ContributionId.New(), salle, situation ?? Situation, _participant, NatureContribution.Force, texte, deja ?? ContributionsRecues.Aucune, Now);

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
