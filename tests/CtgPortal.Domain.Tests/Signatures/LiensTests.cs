using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnCircuit;

namespace CtgPortal.Domain.Tests.Signatures;

public sealed class LiensTests
{
    private static readonly DateTimeOffset Maintenant = UneConvention.Maintenant;
    private static readonly DateOnly Aujourdhui = new(2026, 3, 12);

    /// <summary>What happens to a line after its link was sent, and what the link says then.</summary>
    public static TheoryData<string, EtatLien> Suites => new()
    {
        { "rien", EtatLien.Valide },
        { "signe", EtatLien.DejaSigne },
        { "scan", EtatLien.ScanDepose },
        { "refuse", EtatLien.Refuse },
        { "remplace", EtatLien.Remplace },
        { "retire", EtatLien.Retire },
        { "annule", EtatLien.AutreVersion },
        { "signe-puis-annule", EtatLien.AutreVersion },
        { "trente-jours", EtatLien.Perime },
    };

    [Theory, MemberData(nameof(Suites))]
    public void L_etat_d_un_lien_suit_les_faits_du_circuit(string suite, EtatLien attendu)
    {
        var circuit = Ouvert(convention: UneConvention.Preparee());
        var lien = Lien(circuit, Presidente);
        var (id, apres) = (circuit.LigneDe(Presidente)!.Id, Maintenant.AddMinutes(1));
        switch (suite)
        {
            case "signe":
                circuit.SignerPour(Presidente);
                break;
            case "scan":
                circuit.DeposerScan([id], Aujourdhui, Domain.Documents.PieceId.New(), Conseiller, apres);
                break;
            case "refuse":
                circuit.Refuser(id, new(ModeSignature.Lien, "Non.", null, null), apres);
                break;
            case "remplace":
                circuit.Remplacer(id, new(null, "Anne", "Neuve", "Maire", null, "anne@demo.test"), "Élections.", apres);
                break;
            case "retire":
                circuit = Ouvert(OuvertureCircuit.ParDefaut with { Associes = [Visa()] });
                lien = Lien(circuit, Juriste);
                circuit.Retirer(circuit.LigneDe(Juriste)!.Id, "Plus utile.", apres);
                break;
            case "annule":
                circuit.Annuler("Une fiche manquait.", apres);
                break;
            case "signe-puis-annule":
                circuit.SignerPour(Presidente);
                circuit.Annuler("Une fiche manquait.", apres);
                break;
            case "trente-jours":
                apres = Maintenant.AddDays(LienSignature.JoursSansEcheance).AddSeconds(1);
                break;
        }

        Assert.Equal(attendu, lien.Etat(circuit, apres));
    }

    [Fact]
    public void Un_circuit_a_date_limite_donne_sa_duree_au_lien_et_le_prolonge()
    {
        var circuit = Ouvert(OuvertureCircuit.ParDefaut with { ExpireLe = Aujourdhui.AddDays(60) });
        var lien = Lien(circuit, Presidente);

        Assert.Equal(EtatLien.Valide, lien.Etat(circuit, Maintenant.AddDays(60)));
        Assert.Equal(EtatLien.DelaiPasse, lien.Etat(circuit, Maintenant.AddDays(61)));
        circuit.Prolonger(Aujourdhui.AddDays(90), Maintenant.AddDays(61));
        Assert.Equal(EtatLien.Valide, lien.Etat(circuit, Maintenant.AddDays(61)));
    }

    [Fact]
    public void Avant_son_tour_le_lien_dit_d_attendre()
    {
        var circuit = Ouvert(OuvertureCircuit.ParDefaut with { Associes = [Visa()] });

        Assert.Equal(EtatLien.PasEncore, Lien(circuit, Presidente).Etat(circuit, Maintenant));
        Assert.Equal(EtatLien.Valide, Lien(circuit, Juriste).Etat(circuit, Maintenant));
    }

    [Fact]
    public void Apres_un_refus_seul_un_lien_demande_depuis_signe()
    {
        var circuit = Ouvert();
        var avant = Lien(circuit, Presidente);
        circuit.Refuser(circuit.LigneDe(Presidente)!.Id, new(ModeSignature.Lien, "Non.", null, null), Maintenant.AddMinutes(1));
        var (apres, _) = LienSignature.Creer(circuit, circuit.LigneDe(Presidente)!.Id, Maintenant.AddMinutes(2));

        Assert.Equal(["lien-apres-refus"], Refus(() => avant.Exiger(circuit, Maintenant.AddMinutes(3))));
        apres.Exiger(circuit, Maintenant.AddMinutes(3));
        Assert.Equal(EtatLien.Valide, apres.Etat(circuit, Maintenant.AddMinutes(3)));
    }

    [Fact]
    public void Un_lien_ne_garde_que_l_empreinte_de_son_jeton_et_deux_jetons_n_ont_rien_de_commun()
    {
        var circuit = Ouvert();
        var (lien, jeton) = LienSignature.Creer(circuit, circuit.LigneDe(Presidente)!.Id, Maintenant);
        var (_, autre) = LienSignature.Creer(circuit, circuit.LigneDe(Presidente)!.Id, Maintenant);

        Assert.Equal(43, jeton.Length);
        Assert.NotEqual(jeton, autre);
        Assert.Equal(lien.Empreinte, LienSignature.EmpreinteDe(jeton));
        Assert.NotEqual(lien.Empreinte, LienSignature.EmpreinteDe(jeton[..^1]));
    }

    [Fact]
    public void Un_lien_d_un_autre_texte_n_ouvre_pas_celui_ci()
    {
        var convention = UneConvention.Preparee();
        var (texte, donnees) = Pieces(convention, "%PDF-1.7 un autre");
        var (circuit, autre) = (Ouvert(), Signature.Ouvrir(convention, 1, texte, donnees, OuvertureCircuit.ParDefaut, Maintenant));
        var (lien, _) = LienSignature.Creer(autre, circuit.LigneDe(Presidente)!.Id, Maintenant);

        Assert.Equal(["autre-texte"], Refus(() => lien.Exiger(circuit, Maintenant)));
    }

    [Fact]
    public void Un_code_juste_sert_une_fois()
    {
        var (code, bon, _) = Code();

        Assert.True(code.Essayer(bon, Maintenant.AddMinutes(9)));
        Assert.False(code.Essayer(bon, Maintenant.AddMinutes(9)));
    }

    [Fact]
    public void Un_code_ne_sert_plus_apres_dix_minutes_ni_avant_de_partir()
    {
        var (code, bon, _) = Code();
        var pasParti = Demande();

        Assert.False(code.Essayer(bon, Maintenant.Add(CodeSignature.Duree).AddSeconds(1)));
        Assert.Equal(0, code.Essais);
        Assert.False(pasParti.Essayer(bon, Maintenant));
    }

    [Fact]
    public void Cinq_codes_faux_epuisent_le_bon()
    {
        var (code, bon, faux) = Code();

        for (var i = 1; i <= CodeSignature.EssaisMax; i++)
        {
            Assert.False(code.Essayer(faux, Maintenant));
            Assert.Equal(i, code.Essais);
        }

        Assert.True(code.EstEpuise);
        Assert.False(code.Essayer(bon, Maintenant));
        Assert.Equal(CodeSignature.EssaisMax, code.Essais);
    }

    [Fact]
    public void Un_code_d_une_personne_ou_d_un_texte_n_est_rien_pour_un_autre()
    {
        byte[] cle = new byte[32];
        var (ligne, texte) = (LigneSignatureId.New(), new string('a', 64));

        var sceau = CodeSignature.Sceller(cle, ligne, texte, "123456");

        Assert.NotEqual(sceau, CodeSignature.Sceller(cle, LigneSignatureId.New(), texte, "123456"));
        Assert.NotEqual(sceau, CodeSignature.Sceller(cle, ligne, new('b', 64), "123456"));
        Assert.NotEqual(sceau, CodeSignature.Sceller(cle, ligne, texte, "123457"));
    }

    [Fact]
    public void Un_autre_code_attend_une_minute_cinq_apres_cinq_erreurs_et_une_heure_apres_cinq_codes()
    {
        var circuit = Ouvert();
        var ligne = circuit.LigneDe(Presidente)!.Id;
        CodeSignature Demander(DateTimeOffset le, params CodeSignature[] precedents) => CodeSignature.Demander(circuit, ligne, precedents, le);
        var premier = Demander(Maintenant);

        Assert.Equal(["code-trop-tot"], Refus(() => Demander(Maintenant.AddSeconds(59), premier)));
        Assert.NotNull(Demander(Maintenant.AddSeconds(60), premier));

        premier.Partir(new('0', 64), [1], Maintenant);
        for (var i = 0; i < CodeSignature.EssaisMax; i++)
        {
            premier.Essayer(new('1', 64), Maintenant.AddMinutes(2));
        }

        Assert.Equal(["code-trop-tot"], Refus(() => Demander(Maintenant.AddMinutes(6), premier)));
        Assert.NotNull(Demander(Maintenant.AddMinutes(7), premier));

        var cinq = Enumerable.Range(0, 5).Select(i => Demander(Maintenant.AddMinutes(2 * i))).ToArray();
        Assert.Equal(["code-trop-tot"], Refus(() => Demander(Maintenant.AddMinutes(59), cinq)));
        Assert.NotNull(Demander(Maintenant.AddMinutes(60), cinq));
    }

    [Fact]
    public void Qui_ne_peut_pas_signer_ne_recoit_pas_de_code()
    {
        var circuit = Ouvert();
        circuit.SignerPour(Presidente);

        Assert.Equal(["deja-signe"], Refus(() => CodeSignature.Demander(circuit, circuit.LigneDe(Presidente)!.Id, [], Maintenant)));
        Assert.Equal(["non-designe"], Refus(() => CodeSignature.Demander(circuit, LigneSignatureId.New(), [], Maintenant)));
    }

    [Fact]
    public void Les_codes_sont_six_chiffres_et_tous_les_chiffres_y_passent()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => CodeSignature.Tirer()).ToList();

        Assert.All(codes, c => Assert.Matches("^[0-9]{6}$", c));
        Assert.Equal(10, codes.SelectMany(c => c).Distinct().Count());
    }

    private static LienSignature Lien(Signature circuit, string courriel) => LienSignature.Creer(circuit, circuit.LigneDe(courriel)!.Id, Maintenant).Lien;

    private static CodeSignature Demande()
    {
        var circuit = Ouvert();
        return CodeSignature.Demander(circuit, circuit.LigneDe(Presidente)!.Id, [], Maintenant);
    }

    private static (CodeSignature Code, string Bon, string Faux) Code()
    {
        var code = Demande();
        byte[] cle = new byte[32];
        var (bon, faux) = (CodeSignature.Sceller(cle, code.LigneId, code.EmpreinteTexte, "000000"), CodeSignature.Sceller(cle, code.LigneId, code.EmpreinteTexte, "000001"));
        code.Partir(bon, cle, Maintenant);
        return (code, bon, faux);
    }

    private static List<string> Refus(Action action) => [.. Assert.Throws<BusinessRuleException>(action).Obstacles.Select(o => o.Code).Order(StringComparer.Ordinal)];
}
