using System.Text.Json;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Tests.Ateliers;

public sealed class AssistanceTests
{
    private static readonly DateTimeOffset Now = UnAtelier.Le.AddDays(1);

    [Fact]
    public void On_ecrit_une_fois_a_ceux_qui_ont_une_adresse()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();

        var envoi = assistance.Envoyer(atelier, EnAteliers, Now);

        Assert.Equal(["claire.morel@exemple.fr", "paul@exemple.fr"], envoi.Personnes.Select(p => p.Personne.Courriel));
        Assert.Equal((2, 0, 1), (envoi.Combien(NatureEnvoi.Invitation), envoi.Sequence, envoi.SansCourriel));
        Assert.Equal((Now, true), (assistance.DernierEnvoiLe!.Value, envoi.Personnes.All(p => p.Personne.InviteeLe == Now)));
        Assert.Equal("personne-a-inviter", Code(() => assistance.Envoyer(atelier, EnAteliers, Now)));
    }

    [Fact]
    public void Un_invite_de_plus_est_le_seul_a_qui_l_on_ecrit()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();
        assistance.Envoyer(atelier, EnAteliers, Now);
        assistance.Inscrire(atelier, [new(null, null, "Csac", "csac@exemple.fr")], presentes: false, EnAteliers, Now);

        var envoi = assistance.Envoyer(atelier, EnAteliers, Now);

        Assert.Equal(("csac@exemple.fr", 0), (Assert.Single(envoi.Personnes).Personne.Courriel, envoi.Sequence));
    }

    [Fact]
    public void Un_autre_jour_previent_les_invites_et_leur_redemande_leur_reponse()
    {
        var (atelier, assistance) = Invites();
        Repondre(atelier, assistance, ReponseInvitation.Present);
        atelier.Decrire(atelier.Description with { Date = new(2026, 3, 27) }, EnAteliers, Now);

        var envoi = assistance.Envoyer(atelier, EnAteliers, Now);

        Assert.Equal((2, 1, new DateOnly(2026, 3, 20)), (envoi.Combien(NatureEnvoi.Changement), envoi.Sequence, envoi.Avant!.Date!.Value));
        Assert.All(assistance.Personnes, p => Assert.Null(p.Reponse));
    }

    [Fact]
    public void Un_autre_lieu_previent_sans_redemander()
    {
        var (atelier, assistance) = Invites();
        Repondre(atelier, assistance, ReponseInvitation.Absent);
        atelier.Decrire(atelier.Description with { Lieu = "Hirson" }, EnAteliers, Now);

        assistance.Envoyer(atelier, EnAteliers, Now);

        Assert.Equal(ReponseInvitation.Absent, assistance.Personnes[0].Reponse);
    }

    [Fact]
    public void Une_date_retiree_retire_le_rendez_vous_une_seule_fois()
    {
        var (atelier, assistance) = Invites();
        atelier.Decrire(atelier.Description with { Date = null, Quand = "au printemps" }, EnAteliers, Now);

        Assert.Equal(2, assistance.Envoyer(atelier, EnAteliers, Now).Combien(NatureEnvoi.Report));
        atelier.Decrire(atelier.Description with { Lieu = "Hirson" }, EnAteliers, Now);

        Assert.Equal("personne-a-inviter", Code(() => assistance.Envoyer(atelier, EnAteliers, Now)));
    }

    [Fact]
    public void Une_annulation_previent_ceux_qui_etaient_invites()
    {
        var (atelier, assistance) = Invites();
        atelier.Annuler("Neige", EnAteliers, Now);

        var envoi = assistance.EnvoyerAnnulation(atelier, Now);

        Assert.Equal((2, 1), (envoi.Combien(NatureEnvoi.Annulation), envoi.Sequence));
        Assert.Empty(UnAtelier.AvecInvites().Assistance.EnvoyerAnnulation(atelier, Now).Personnes);
    }

    [Fact]
    public void Un_atelier_rouvert_apres_annulation_s_annonce_de_nouveau()
    {
        var (atelier, assistance) = Invites();
        atelier.Annuler("Neige", EnAteliers, Now);
        assistance.EnvoyerAnnulation(atelier, Now);
        atelier.Rouvrir("Dégel", EnAteliers, Now);

        var envoi = assistance.Envoyer(atelier, EnAteliers, Now);

        Assert.Equal((2, 2), (envoi.Combien(NatureEnvoi.Changement), envoi.Sequence));
        Assert.Equal(new DateOnly(2026, 3, 20), envoi.Annonce.Date);
    }

    [Fact]
    public void Rien_ne_part_sans_date_ni_pour_un_jour_passe()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();
        atelier.Decrire(atelier.Description with { Date = null }, EnAteliers, Now);
        Assert.Equal("date-absente", Code(() => assistance.Envoyer(atelier, EnAteliers, Now)));

        var (passe, invites) = UnAtelier.AvecInvites(Now.JourEnFrance().AddDays(-1));
        Assert.Equal("atelier-passe", Code(() => invites.Envoyer(passe, EnAteliers, Now)));
    }

    [Fact]
    public void La_derniere_reponse_compte_jusqu_au_jour_dit()
    {
        var (atelier, assistance) = Invites();
        Repondre(atelier, assistance, ReponseInvitation.NeSaitPas);
        Repondre(atelier, assistance, ReponseInvitation.Present);

        Assert.Equal(ReponseInvitation.Present, assistance.Personnes[0].Reponse);
        Assert.Equal("lien-inconnu", Code(() => assistance.Repondre(atelier, "autre", ReponseInvitation.Present, EnAteliers, Now)));
        var apres = new DateTimeOffset(2026, 3, 21, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("reponses-closes", Code(() => assistance.Repondre(atelier, assistance.Personnes[0].Jeton, ReponseInvitation.Absent, EnAteliers, apres)));
    }

    [Fact]
    public void Une_adresse_ne_s_inscrit_qu_une_fois()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();

        Assert.Equal("deja-inscrite", Code(() => Inscrire(new(null, null, "MSA", "PAUL@exemple.fr"))));
        Assert.Equal("courriel-invalide", Code(() => Inscrire(new(null, null, "MSA", "paul"))));
        Assert.Equal("organisation-absent", Code(() => Inscrire(new("Paul", null, " ", null))));
        Assert.Equal(3, assistance.Personnes.Count);

        void Inscrire(IdentitePersonne identite) => assistance.Inscrire(atelier, [identite], presentes: true, EnAteliers, Now);
    }

    [Fact]
    public void Le_bilan_reunit_noms_et_nombres_sans_les_additionner()
    {
        var (atelier, assistance) = Invites();
        Repondre(atelier, assistance, ReponseInvitation.Present);
        assistance.NoterArrivee(atelier, assistance.Personnes[0].Id, presente: true, EnAteliers, Now);
        assistance.Inscrire(atelier, [new(null, null, "mission LOCALE", null)], presentes: true, EnAteliers, Now);
        atelier.NoterPresence("Mission locale", 3, EnAteliers, Now);
        atelier.NoterPresence("Csac", null, EnAteliers, Now);

        var bilan = BilanPresence.De(atelier.Organisations, assistance);

        Assert.Equal(
            [
                new("Mission locale", 1, 1, 3, true), new("MSA", 1, 0, 0, false), new("Conseil de développement", 1, 0, 0, false),
                new LigneBilan("Csac", 0, 0, null, true),
            ],
            bilan);
    }

    [Fact]
    public void Effacer_garde_les_nombres_et_rien_d_autre()
    {
        var (atelier, assistance) = Invites();
        Repondre(atelier, assistance, ReponseInvitation.Present);
        assistance.NoterArrivee(atelier, assistance.Personnes[0].Id, presente: true, EnAteliers, Now);
        var avant = BilanPresence.De(atelier.Organisations, assistance);

        assistance.Effacer(atelier, 2, Now);

        Assert.Empty(assistance.Personnes);
        Assert.Equal(avant, BilanPresence.De(atelier.Organisations, assistance));
        Assert.Equal((3, 2), (((AssistanceEffacee)assistance.Events[^1]).Personnes, ((AssistanceEffacee)assistance.Events[^1]).Courriels));
        Assert.Equal("rien-a-effacer", Code(() => assistance.Effacer(atelier, 0, Now)));
    }

    [Fact]
    public void L_effacement_se_compte_a_partir_de_l_atelier()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();
        Assert.Equal(new(2027, 3, 20), assistance.EffacementPrevuLe(atelier));

        assistance.FixerConservation(atelier, 3, Now);

        Assert.Equal(new(2026, 6, 20), assistance.EffacementPrevuLe(atelier));
        Assert.Equal([new Changement("conservation", "12", "3")], Assert.Single(assistance.Events).Changements);
        Assert.Equal("conservation-invalide", Code(() => assistance.FixerConservation(atelier, 0, Now)));
    }

    [Fact]
    public void Une_personne_s_efface_meme_d_un_atelier_clos_dont_les_nombres_restent()
    {
        var (atelier, assistance) = Invites(UnAtelier.Le.JourEnFrance());
        atelier.Clore(null, EnAteliers, Now);

        Assert.Equal("claire.morel@exemple.fr", assistance.Retirer(atelier, assistance.Personnes[0].Id, EnAteliers, Now));

        Assert.Equal(2, assistance.Personnes.Count);
        Assert.Equal(1, BilanPresence.De(atelier.Organisations, assistance).Single(l => l.Organisation == "Mission locale").Invitees);
    }

    [Fact]
    public void Aucun_fait_ne_porte_un_nom_une_adresse_ou_un_lien()
    {
        var (atelier, assistance) = UnAtelier.AvecInvites();
        var personne = assistance.Personnes[0];
        assistance.Inscrire(atelier, [new("Nadia Nom", "élue", "Habitants de Nulle-Part", "nadia@exemple.fr")], presentes: true, EnAteliers, Now);
        assistance.Envoyer(atelier, EnAteliers, Now);
        Repondre(atelier, assistance, ReponseInvitation.Present);
        assistance.NoterArrivee(atelier, personne.Id, presente: true, EnAteliers, Now);
        assistance.FixerConservation(atelier, 6, Now);
        assistance.Retirer(atelier, personne.Id, EnAteliers, Now);
        assistance.Effacer(atelier, 1, Now);

        var journal = string.Concat(assistance.Events.Select(f => JsonSerializer.Serialize(f, f.GetType())));

        Assert.Equal(7, assistance.Events.Count);
        Assert.All(
            new[] { "Claire", "Morel", "Nadia", "Nulle-Part", "exemple.fr", "directrice", "Paul", "MSA", personne.Jeton, personne.Id.Value.ToString() },
            secret => Assert.DoesNotContain(secret, journal, StringComparison.OrdinalIgnoreCase));
    }

    private static (Atelier Atelier, Assistance Assistance) Invites(DateOnly? date = null)
    {
        var (atelier, assistance) = UnAtelier.AvecInvites(date);
        if (date is null)
        {
            assistance.Envoyer(atelier, EnAteliers, Now);
        }

        assistance.ClearEvents();
        return (atelier, assistance);
    }

    private static void Repondre(Atelier atelier, Assistance assistance, ReponseInvitation reponse) =>
        assistance.Repondre(atelier, assistance.Personnes[0].Jeton, reponse, EnAteliers, Now);

    private static string Code(Action action) => Assert.Single(Assert.Throws<BusinessRuleException>(action).Obstacles).Code;
}
