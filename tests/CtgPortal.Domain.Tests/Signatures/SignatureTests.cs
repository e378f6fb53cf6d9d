using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnCircuit;

namespace CtgPortal.Domain.Tests.Signatures;

public sealed class SignatureTests
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;
    private static readonly DateOnly Aujourdhui = new(2026, 3, 12);

    [Fact]
    public void Ouverte_elle_appelle_chaque_signataire_designe_dans_l_ordre_des_parties()
    {
        var convention = UneConvention.Preparee();
        var signature = Ouvert(
            OuvertureCircuit.ParDefaut with { Deliberations = new Dictionary<PartieId, ReferenceActe> { [convention.Parties[1].Id] = new("2026-14", new(2026, 2, 10)) } }, convention);

        Assert.Equal((StatutSignature.Ouverte, 1, Maintenant), (signature.Statut, signature.NumeroVersion, signature.OuverteLe));
        Assert.Null(signature.DerniereSignatureLe);
        Assert.Collection(
            signature.Lignes,
            l => Assert.Equal((1, "Caf de l’Aisne", "Monsieur Paul Lévêque", "Directeur", Directeur, EtatLigne.Appelee), (l.Numero, l.Partie, l.NomComplet, l.Qualite, l.Courriel, l.Etat)),
            l => Assert.Equal((2, "CC des Trois Rivières", "Présidente", Presidente, "2026-14", new DateOnly(2026, 2, 10)), (l.Numero, l.Partie, l.Qualite, l.Courriel, l.DeliberationNumero, l.DeliberationDate)));
        var ouverte = Assert.IsType<SignatureOuverte>(signature.Events[0]);
        Assert.Equal((signature.Empreinte, 2), (ouverte.Empreinte, ouverte.Signataires));
        Assert.Equal(signature.Lignes.Select(l => l.Id), ouverte.Lignes!.Select(l => l.Ligne));
        Assert.Equal(["Monsieur Paul Lévêque", "Madame Claire Morel"], signature.Events.OfType<SignataireAppele>().Select(e => e.Nom));
    }

    [Fact]
    public void Sans_personne_a_faire_signer_elle_ne_s_ouvre_pas() =>
        Assert.Equal(["aucun-signataire"], Refus(() => Ouvert(convention: UneConvention.Ouverte())));

    [Fact]
    public void Un_delai_deja_passe_un_rang_impossible_ou_un_visa_sans_adresse_ne_s_ouvrent_pas()
    {
        var ouverture = OuvertureCircuit.ParDefaut with { ExpireLe = Aujourdhui.AddDays(-1), Associes = [Visa(" ", 100)] };

        Assert.Equal(["associe-sans-adresse", "expiration-passee", "rang-invalide"], Refus(() => Ouvert(ouverture)));
    }

    [Fact]
    public void Les_lignes_gardent_la_designation_du_jour_de_l_ouverture()
    {
        var convention = UneConvention.Preparee();
        var signature = Ouvert(convention: convention);

        convention.RetirerSignataire(convention.Parties[1].Signataires[0].Id, Maintenant);

        Assert.Equal(2, signature.Lignes.Count);
        Assert.NotNull(signature.LigneDe(Presidente));
    }

    [Fact]
    public void Le_visa_precede_les_signatures_et_les_visas_se_suivent_par_rang()
    {
        var signature = Ouvert(OuvertureCircuit.ParDefaut with { Associes = [Visa(rang: 2), Visa("premiere@demo.test", 1), Observe()] });
        Assert.Equal(
            [("premiere@demo.test", EtatLigne.Appelee), (Juriste, EtatLigne.EnAttente), (Directeur, EtatLigne.EnAttente), (Presidente, EtatLigne.EnAttente), (Observatrice, EtatLigne.Informee)],
            signature.Lignes.OrderBy(l => l.Role == RoleLigne.Visa ? l.Rang : 9).Select(l => (l.Courriel, l.Etat)));
        Assert.Equal(["pas-encore"], Refus(() => signature.SignerPour(Presidente)));
        Assert.Equal(["visa-attendu"], Refus(() => signature.DeposerScan([signature.LigneDe(Presidente)!.Id], Aujourdhui, PieceId.New(), Conseiller, Maintenant)));

        signature.SignerPour("premiere@demo.test");
        Assert.Equal(EtatLigne.Appelee, signature.LigneDe(Juriste)!.Etat);
        signature.SignerPour(Juriste);

        Assert.Equal(EtatLigne.Appelee, signature.LigneDe(Presidente)!.Etat);
        Assert.False(signature.EstComplete);
    }

    [Fact]
    public void Par_rang_ceux_d_un_meme_rang_signent_ensemble()
    {
        var convention = UneConvention.Preparee();
        convention.DesignerSignataire(convention.Parties[0].Id, UneConvention.DirecteurCaf with { Nom = "Second", Courriel = "second@demo.test" }, Maintenant);
        var presidente = convention.Parties[1].Signataires[0].Id;
        var signature = Ouvert(OuvertureCircuit.ParDefaut with { Ordre = OrdreCircuit.ParRang, Rangs = new Dictionary<SignataireId, int> { [presidente] = 2 } }, convention);

        signature.SignerPour("second@demo.test");
        Assert.Equal(EtatLigne.EnAttente, signature.LigneDe(Presidente)!.Etat);
        signature.SignerPour(Directeur);

        Assert.Equal(EtatLigne.Appelee, signature.LigneDe(Presidente)!.Etat);
        Assert.Equal("Madame Claire Morel", Assert.IsType<SignataireAppele>(signature.Events[^1]).Nom);
    }

    [Fact]
    public void Signer_dans_le_portail_note_le_compte_le_moyen_le_jour_et_l_instant()
    {
        var signature = Ouvert();
        // half past midnight in France, still the day before in UTC
        var nuit = new DateTimeOffset(2026, 3, 13, 23, 30, 0, TimeSpan.Zero);

        signature.Signer(signature.LigneDe(Presidente)!.Id, signature.Acte("President@Demo.TEST"), nuit);

        var ligne = signature.LigneDe(Presidente)!;
        Assert.Equal(
            (ModeSignature.Compte, MoyenIdentite.MotDePasse, new DateOnly(2026, 3, 14), nuit, Compte),
            (ligne.Mode!.Value, ligne.IdentitePar!.Value, ligne.SigneeLe!.Value, ligne.EnregistreeLe!.Value, ligne.UtilisateurId!.Value));
        Assert.Equal(
            new SignatureRecueillie(
                signature.ConventionId, signature.Id, ligne.Id, ligne.NomComplet, RoleLigne.Signataire, ModeSignature.Compte, MoyenIdentite.MotDePasse,
                signature.Empreinte, new DateOnly(2026, 3, 14), Compte, null, null, nuit),
            signature.Events[^1]);
    }

    [Fact]
    public void Un_lien_personnel_designe_sa_ligne_sans_compte()
    {
        var signature = Ouvert();
        var ligne = signature.LigneDe(Presidente)!;

        signature.Signer(ligne.Id, new(ModeSignature.Lien, MoyenIdentite.CodeCourriel, signature.Empreinte, null, null), Maintenant);

        Assert.Equal((ModeSignature.Lien, MoyenIdentite.CodeCourriel, null), (ligne.Mode!.Value, ligne.IdentitePar!.Value, ligne.UtilisateurId));
    }

    [Fact]
    public void La_derniere_signature_la_complete_une_fois()
    {
        var signature = Ouvert(OuvertureCircuit.ParDefaut with { Associes = [Observe()] });
        signature.SignerSurPapier(new DateOnly(2026, 3, 1), signature.Lignes[0].Id);

        signature.SignerPour(Presidente);

        Assert.True(signature.EstComplete);
        Assert.Equal(Aujourdhui, signature.DerniereSignatureLe);
        Assert.Equal(new SignatureCompletee(signature.ConventionId, signature.Id, Maintenant), Assert.Single(signature.Events, e => e is SignatureCompletee));
    }

    [Fact]
    public void Un_formulaire_envoye_deux_fois_ne_signe_pas_pour_une_autre_partie()
    {
        var convention = UneConvention.Preparee();
        convention.DesignerSignataire(convention.Parties[0].Id, UneConvention.Presidente with { Qualite = "Administratrice" }, Maintenant);
        var signature = Ouvert(convention: convention);
        var montree = signature.LigneDe(Presidente)!.Id;
        signature.Signer(montree, signature.Acte(Presidente), Maintenant);

        Assert.Equal(["deja-signe"], Refus(() => signature.Signer(montree, signature.Acte(Presidente), Maintenant)));
        Assert.Equal(["non-designe"], Refus(() => signature.Signer(montree, signature.Acte(Directeur), Maintenant)));
        Assert.Single(signature.Lignes, l => l.EstSignee);

        // the other party waits for her too
        Assert.Equal("Présidente", signature.LigneDe(Presidente)!.Qualite);
        signature.SignerPour(Presidente);
        Assert.Equal(["Directeur"], signature.Lignes.Where(l => l.EstDue).Select(l => l.Qualite));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("voisin@demo.test")]
    public void Une_personne_non_designee_ne_signe_pas(string? courriel)
    {
        var signature = Ouvert();

        Assert.Equal(["non-designe"], Refus(() => signature.Signer(signature.Lignes[0].Id, signature.Acte(courriel), Maintenant)));
        Assert.Equal(["non-designe"], Refus(() => signature.Signer(LigneSignatureId.New(), signature.Acte(courriel), Maintenant)));
        Assert.Null(signature.LigneDe(courriel));
    }

    [Fact]
    public void Un_autre_texte_que_celui_qui_est_fige_ne_se_signe_pas()
    {
        var signature = Ouvert();

        Assert.Equal(["autre-texte"], Refus(() => signature.Signer(signature.LigneDe(Presidente)!.Id, signature.Acte(Presidente) with { Empreinte = new string('0', 64) }, Maintenant)));
        Assert.False(signature.LigneDe(Presidente)!.EstSignee);
    }

    [Fact]
    public void Une_delegation_qui_a_pris_fin_depuis_l_ouverture_ne_permet_plus_de_signer()
    {
        var signature = Ouvert();
        var delegation = new Delegation("Madame Claire Morel, présidente", "arrêté n° 2026-14", new(2026, 1, 5), Aujourdhui.AddDays(10));
        var ligne = signature.Remplacer(
            signature.LigneDe(Presidente)!.Id, new("Monsieur", "Luc", "Delbos", "Premier vice-président", delegation, "luc@demo.test"), "Absence.", Maintenant);

        Assert.Equal(["delegation-expiree"], Refus(() => signature.SignerPour("luc@demo.test", Maintenant.AddDays(11))));
        Assert.Equal(["delegation-expiree"], Refus(() => signature.DeposerScan([ligne], Aujourdhui.AddDays(11), PieceId.New(), Conseiller, Maintenant.AddDays(12))));

        // what was signed in time on paper counts whenever the page comes back
        signature.DeposerScan([ligne], Aujourdhui.AddDays(10), PieceId.New(), Conseiller, Maintenant.AddDays(12));
        Assert.Equal(EtatLigne.AControler, signature.LigneDe("luc@demo.test")!.Etat);
    }

    [Fact]
    public void Une_reserve_sans_raison_n_est_pas_acceptee() =>
        Assert.Equal(["reserve-sans-motif"], Refus(() => Ouvert(OuvertureCircuit.ParDefaut with { Reserves = [new("aucun-atelier", "Aucun atelier.", " ", "Camille")] })));

    [Fact]
    public void Annulee_elle_dit_pourquoi_et_garde_ce_qui_etait_signe()
    {
        var signature = Ouvert();
        signature.SignerPour(Presidente);

        Assert.Equal(["motif-absent"], Refus(() => signature.Annuler("  ", Maintenant)));
        signature.Annuler(" Une fiche manquait. ", Maintenant);

        Assert.Equal((StatutSignature.Annulee, "Une fiche manquait.", Maintenant), (signature.Statut, signature.MotifAnnulation, signature.AnnuleeLe));
        Assert.True(signature.Lignes[1].EstSignee);
        Assert.Equal(new SignatureAnnulee(signature.ConventionId, signature.Id, "Une fiche manquait.", 1, Maintenant), signature.Events[^1]);
    }

    private static IEnumerable<string> Refus(Action agir) =>
        Assert.Throws<BusinessRuleException>(agir).Obstacles.Select(o => o.Code).Order(StringComparer.Ordinal);
}
