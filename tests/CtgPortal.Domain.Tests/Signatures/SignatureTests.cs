using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Signatures;

public sealed class SignatureTests
{
    private const string Presidente = "president@demo.test";
    private const string Directeur = "direction@demo.test";

    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;
    private static readonly DateOnly Aujourdhui = new(2026, 3, 12);
    private static readonly UtilisateurId Compte = UtilisateurId.New();

    public static TheoryData<StatutSignature> Closes => [.. Enum.GetValues<StatutSignature>().Except([StatutSignature.Ouverte])];

    [Fact]
    public void Ouverte_elle_attend_chaque_signataire_designe_dans_l_ordre_des_parties()
    {
        var (signature, texte, donnees) = Ouvrir();

        Assert.Equal((StatutSignature.Ouverte, 1, Maintenant), (signature.Statut, signature.NumeroVersion, signature.OuverteLe));
        Assert.Equal((texte.Id, donnees.Id, texte.Empreinte), (signature.TexteId, signature.DonneesId, signature.Empreinte));
        Assert.Null(signature.DerniereSignatureLe);
        Assert.Collection(
            signature.Lignes,
            l => Assert.Equal((1, "Caf de l’Aisne", "Monsieur Paul Lévêque", "Directeur", null, Directeur), (l.Rang, l.Partie, l.NomComplet, l.Qualite, l.Delegation, l.Courriel)),
            l => Assert.Equal((2, "CC des Trois Rivières", "Présidente", Presidente), (l.Rang, l.Partie, l.Qualite, l.Courriel)));
        Assert.All(signature.Lignes, l => Assert.False(l.EstSignee));
        Assert.Equal(
            new SignatureOuverte(signature.ConventionId, signature.Id, 1, texte.Empreinte, 2, Maintenant), Assert.Single(signature.Events));
        Assert.Equal(1, signature.Revision);
    }

    [Fact]
    public void Sans_personne_a_faire_signer_elle_ne_s_ouvre_pas()
    {
        var convention = UneConvention.Ouverte();

        var refus = Assert.Throws<BusinessRuleException>(() =>
            Signature.Ouvrir(convention, 1, Texte(convention), Donnees(convention), Maintenant));

        Assert.Equal("aucun-signataire", Assert.Single(refus.Obstacles).Code);
    }

    [Fact]
    public void Les_lignes_gardent_la_designation_du_jour_de_l_ouverture()
    {
        var convention = UneConvention.Preparee();
        var signature = Signature.Ouvrir(convention, 1, Texte(convention), Donnees(convention), Maintenant);
        var partie = convention.Parties[1];

        convention.RetirerSignataire(partie.Signataires[0].Id, Maintenant);

        Assert.Equal(2, signature.Lignes.Count);
        Assert.NotNull(signature.LigneDe(Presidente));
    }

    [Fact]
    public void Signer_dans_le_portail_note_le_compte_le_jour_et_l_instant()
    {
        var (signature, _, _) = Ouvrir();
        // half past midnight in France, still the day before in UTC
        var nuit = new DateTimeOffset(2026, 3, 13, 23, 30, 0, TimeSpan.Zero);

        signature.Signer(Compte, "President@Demo.TEST", signature.Empreinte, nuit);

        var ligne = signature.LigneDe(Presidente)!;
        Assert.Equal((ModeSignature.Portail, new DateOnly(2026, 3, 14), nuit, Compte, null), (ligne.Mode!.Value, ligne.SigneeLe!.Value, ligne.EnregistreeLe!.Value, ligne.UtilisateurId!.Value, ligne.ScanId));
        Assert.Equal(StatutSignature.Ouverte, signature.Statut);
        Assert.Equal(
            new SignatureRecueillie(signature.ConventionId, signature.Id, ligne.NomComplet, ModeSignature.Portail, signature.Empreinte, nuit), signature.Events[^1]);
    }

    [Fact]
    public void Recueillir_sur_papier_note_le_jour_ecrit_et_le_scan()
    {
        var (signature, _, _) = Ouvrir();
        var (scan, jour) = (PieceId.New(), new DateOnly(2026, 3, 1));

        signature.RecueillirSurPapier(signature.Lignes[0].SignataireId, jour, scan, Maintenant);

        var ligne = signature.Lignes[0];
        Assert.Equal((ModeSignature.Papier, jour, Maintenant, scan, null), (ligne.Mode!.Value, ligne.SigneeLe!.Value, ligne.EnregistreeLe!.Value, ligne.ScanId!.Value, ligne.UtilisateurId));
        Assert.Equal(jour, signature.DerniereSignatureLe);
    }

    [Fact]
    public void La_derniere_signature_la_complete_une_fois()
    {
        var (signature, _, _) = Ouvrir();
        signature.RecueillirSurPapier(signature.Lignes[0].SignataireId, new DateOnly(2026, 3, 1), PieceId.New(), Maintenant);

        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);

        Assert.True(signature.EstComplete);
        Assert.Equal(Aujourdhui, signature.DerniereSignatureLe);
        Assert.Equal(new SignatureCompletee(signature.ConventionId, signature.Id, Maintenant), Assert.Single(signature.Events, e => e is SignatureCompletee));
        Assert.Equal(4, signature.Revision);
    }

    [Fact]
    public void La_ligne_d_une_personne_se_trouve_par_son_adresse_sans_casse()
    {
        var (signature, _, _) = Ouvrir();

        Assert.Null(signature.LigneDe(null));
        Assert.Null(signature.LigneDe("autre@demo.test"));
        Assert.Equal(2, signature.LigneDe(Presidente.ToUpperInvariant())!.Rang);
    }

    [Fact]
    public void Une_personne_designee_par_deux_parties_signe_pour_chacune()
    {
        var convention = UneConvention.Preparee();
        convention.DesignerSignataire(convention.Parties[0].Id, UneConvention.Presidente with { Qualite = "Administratrice" }, Maintenant);
        var signature = Signature.Ouvrir(convention, 1, Texte(convention), Donnees(convention), Maintenant);

        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);
        Assert.Equal("Présidente", signature.LigneDe(Presidente)!.Qualite);
        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);

        Assert.Equal(["Directeur"], signature.Lignes.Where(l => !l.EstSignee).Select(l => l.Qualite));
        Assert.Equal(["deja-signe"], Refus(() => signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant)));
    }

    [Fact]
    public void Un_formulaire_envoye_deux_fois_ne_signe_pas_pour_une_autre_partie()
    {
        var convention = UneConvention.Preparee();
        convention.DesignerSignataire(convention.Parties[0].Id, UneConvention.Presidente with { Qualite = "Administratrice" }, Maintenant);
        var signature = Signature.Ouvrir(convention, 1, Texte(convention), Donnees(convention), Maintenant);
        var montree = signature.LigneDe(Presidente)!.SignataireId;
        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant, montree);

        Assert.Equal(["deja-signe"], Refus(() => signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant, montree)));
        Assert.Equal(["non-designe"], Refus(() => signature.Signer(Compte, Directeur, signature.Empreinte, Maintenant, montree)));
        Assert.Single(signature.Lignes, l => l.EstSignee);
    }

    [Fact]
    public void Toutes_les_raisons_de_ne_pas_signer_sont_dites_ensemble()
    {
        var signature = Close(StatutSignature.Complete);

        var refus = Refus(() => signature.Signer(Compte, "inconnu@demo.test", "autre", Maintenant));

        Assert.Equal(["autre-texte", "non-designe", "signature-close"], refus);
    }

    [Fact]
    public void Signer_deux_fois_est_refuse()
    {
        var (signature, _, _) = Ouvrir();
        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);

        Assert.Equal(["deja-signe"], Refus(() => signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant)));
        Assert.Equal(["deja-signe"], Refus(() => signature.RecueillirSurPapier(signature.Lignes[1].SignataireId, Aujourdhui, PieceId.New(), Maintenant)));
        Assert.Equal(ModeSignature.Portail, signature.Lignes[1].Mode);
        Assert.Equal(2, signature.Revision);
    }

    [Fact]
    public void Un_autre_texte_que_celui_qui_est_fige_ne_se_signe_pas()
    {
        var (signature, _, _) = Ouvrir();

        Assert.Equal(["autre-texte"], Refus(() => signature.Signer(Compte, Presidente, new string('0', 64), Maintenant)));
        Assert.Null(signature.LigneDe(Presidente)!.Mode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("voisin@demo.test")]
    public void Une_personne_non_designee_ne_signe_pas(string? courriel)
    {
        var (signature, _, _) = Ouvrir();

        Assert.Equal(["non-designe"], Refus(() => signature.Signer(Compte, courriel, signature.Empreinte, Maintenant)));
    }

    [Theory]
    [InlineData("2026-03-13", "signature-future")]
    [InlineData("0001-01-01", "date-invalide")]
    [InlineData("1999-12-31", "date-invalide")]
    public void Une_signature_sur_papier_a_un_jour_possible(string jour, string code)
    {
        var (signature, _, _) = Ouvrir();

        Assert.Equal([code], Refus(() => signature.RecueillirSurPapier(
            signature.Lignes[0].SignataireId, DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), PieceId.New(), Maintenant)));
        Assert.False(signature.Lignes[0].EstSignee);
    }

    [Fact]
    public void Sur_papier_aussi_il_faut_etre_designe()
    {
        var (signature, _, _) = Ouvrir();

        Assert.Equal(["non-designe"], Refus(() => signature.RecueillirSurPapier(SignataireId.New(), Aujourdhui, PieceId.New(), Maintenant)));
    }

    [Fact]
    public void Annulee_elle_dit_pourquoi_et_garde_ce_qui_etait_signe()
    {
        var (signature, _, _) = Ouvrir();
        signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);

        signature.Annuler(" Une fiche manquait. ", Maintenant);

        Assert.Equal((StatutSignature.Annulee, "Une fiche manquait."), (signature.Statut, signature.MotifAnnulation));
        Assert.True(signature.Lignes[1].EstSignee);
        Assert.Equal(new SignatureAnnulee(signature.ConventionId, signature.Id, "Une fiche manquait.", 1, Maintenant), signature.Events[^1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Annuler_demande_un_motif(string? motif)
    {
        var (signature, _, _) = Ouvrir();

        Assert.Equal(["motif-absent"], Refus(() => signature.Annuler(motif, Maintenant)));
        Assert.Equal(StatutSignature.Ouverte, signature.Statut);
    }

    [Theory, MemberData(nameof(Closes))]
    public void Close_elle_refuse_tout(StatutSignature statut)
    {
        var signature = Close(statut);
        var (revision, lignes) = (signature.Revision, signature.Lignes.Select(l => l.Mode).ToList());

        Assert.Contains("signature-close", Refus(() => signature.Signer(Compte, Directeur, signature.Empreinte, Maintenant)));
        Assert.Contains("signature-close", Refus(() => signature.RecueillirSurPapier(signature.Lignes[0].SignataireId, Aujourdhui, PieceId.New(), Maintenant)));
        Assert.Contains("signature-close", Refus(() => signature.Annuler("Encore", Maintenant)));
        Assert.Equal((revision, statut), (signature.Revision, signature.Statut));
        Assert.Equal(lignes, signature.Lignes.Select(l => l.Mode));
    }

    private static (Signature Signature, Piece Texte, Piece Donnees) Ouvrir()
    {
        var convention = UneConvention.Preparee();
        var (texte, donnees) = (Texte(convention), Donnees(convention));
        return (Signature.Ouvrir(convention, 1, texte, donnees, Maintenant), texte, donnees);
    }

    private static Signature Close(StatutSignature statut)
    {
        var (signature, _, _) = Ouvrir();
        switch (statut)
        {
            case StatutSignature.Complete:
                signature.Signer(Compte, Directeur, signature.Empreinte, Maintenant);
                signature.Signer(Compte, Presidente, signature.Empreinte, Maintenant);
                break;
            case StatutSignature.Annulee:
                signature.Annuler("Retour au texte", Maintenant);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statut), statut, "A new state needs its way here.");
        }

        return signature;
    }

    private static Piece Texte(Convention convention) =>
        Piece.Deposer(convention.Id, NaturePiece.TexteFige, "convention.pdf", "application/pdf", "%PDF-1.7"u8.ToArray(), Maintenant);

    private static Piece Donnees(Convention convention) =>
        Piece.Deposer(convention.Id, NaturePiece.DonneesFigees, "convention.json", "application/json", "{}"u8.ToArray(), Maintenant);

    private static IEnumerable<string> Refus(Action agir) =>
        Assert.Throws<BusinessRuleException>(agir).Obstacles.Select(o => o.Code).Order(StringComparer.Ordinal);
}
