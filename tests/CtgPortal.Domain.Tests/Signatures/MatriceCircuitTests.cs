using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using CtgPortal.TestSupport.Builders;

namespace CtgPortal.Domain.Tests.Signatures;

/// <summary>Every state of a line × every action, and every state of a circuit × every action.</summary>
public sealed class MatriceCircuitTests
{
    private const string Cible = "cible@demo.test";

    private static readonly DateTimeOffset Ouverture = UneConvention.Maintenant;
    private static readonly DateTimeOffset Plus4Jours = Ouverture.AddDays(4);
    private static readonly PieceId Scan = PieceId.New();
    private static readonly IdentiteSignataire Suppleante = new("Madame", "Inès", "Nouvelle", "Première adjointe", null, "nouvelle@demo.test");

    public enum Action
    {
        Signer,
        SignerParLien,
        Refuser,
        Deposer,
        Controler,
        Parapheur,
        Remplacer,
        Retirer,
        Relancer,
    }

    /// <summary>One line for each state of a line, in the order of <see cref="Action"/>; « ok » where it is done.</summary>
    private const string Table =
        """
        EnAttente   pas-encore        pas-encore        ok                ok                scan-deja-controle  ok                ok                ok                rien-a-relancer
        Appelee     ok                ok                ok                ok                scan-deja-controle  ok                ok                ok                ok
        AControler  scan-a-controler  scan-a-controler  scan-a-controler  scan-a-controler  ok                  scan-a-controler  scan-a-controler  scan-a-controler  rien-a-relancer
        Signee      deja-signe        deja-signe        deja-signe        deja-signe        scan-deja-controle  deja-signe        deja-signe        deja-signe        rien-a-relancer
        Reportee    deja-signe        deja-signe        deja-signe        deja-signe        scan-deja-controle  deja-signe        deja-signe        deja-signe        rien-a-relancer
        Refusee     ok                ok                deja-refuse       ok                scan-deja-controle  ok                ok                ok                circuit-arrete
        Remplacee   remplace          remplace          remplace          remplace          scan-deja-controle  remplace          remplace          remplace          rien-a-relancer
        Retiree     retire            retire            retire            retire            scan-deja-controle  retire            retire            retire            rien-a-relancer
        Informee    observateur       observateur       observateur       observateur       scan-deja-controle  observateur       ok                ok                rien-a-relancer
        """;

    public static TheoryData<EtatLigne, Action> Toutes => [.. Enum.GetValues<EtatLigne>().SelectMany(e => Enum.GetValues<Action>().Select(a => (e, a)))];

    public static TheoryData<StatutSignature, Action> Closes =>
        [.. Enum.GetValues<StatutSignature>().Except([StatutSignature.Ouverte]).SelectMany(s => Enum.GetValues<Action>().Select(a => (s, a)))];

    public static TheoryData<Action> Actions => [.. Enum.GetValues<Action>()];

    [Theory, MemberData(nameof(Toutes))]
    public void Chaque_action_dans_chaque_etat_d_une_ligne(EtatLigne etat, Action action)
    {
        var (signature, ligne) = Avec(etat);
        Assert.Equal(etat, ligne.Etat);
        var (revision, signeeLe) = (signature.Revision, ligne.SigneeLe);

        var refus = Essayer(signature, ligne, action, Plus4Jours);

        var attendu = Attendu(etat, action);
        if (attendu == "ok")
        {
            Assert.Empty(refus);
            Assert.True(signature.Revision > revision);
        }
        else
        {
            Assert.Contains(attendu, refus);
            Assert.Equal((revision, etat, signeeLe), (signature.Revision, ligne.Etat, ligne.SigneeLe));
        }
    }

    [Theory, MemberData(nameof(Closes))]
    public void Un_circuit_clos_refuse_tout(StatutSignature statut, Action action)
    {
        var signature = Clos(statut);
        var ligne = signature.Lignes[0];
        var revision = signature.Revision;

        Assert.Contains("signature-close", Essayer(signature, ligne, action, Plus4Jours));
        Assert.Contains("signature-close", Refus(() => signature.Annuler("Encore", Plus4Jours)));
        Assert.Contains("signature-close", Refus(() => signature.Prolonger(new DateOnly(2027, 1, 1), Plus4Jours)));
        Assert.Contains("signature-close", Refus(() => signature.PlanifierCeremonie(new DateOnly(2027, 1, 1), new(10, 0), "Mairie", Plus4Jours)));
        Assert.Contains("signature-close", Refus(() => signature.AnnulerCeremonie(Plus4Jours)));
        Assert.Equal((revision, statut), (signature.Revision, signature.Statut));
    }

    [Theory, MemberData(nameof(Actions))]
    public void Le_delai_passe_on_ne_signe_plus_mais_on_conduit_encore(Action action)
    {
        var (signature, ligne) = Avec(action == Action.Controler ? EtatLigne.AControler : EtatLigne.Appelee, expireLe: new DateOnly(2026, 3, 14));

        var refus = Essayer(signature, ligne, action, Plus4Jours);

        if (action is Action.Signer or Action.SignerParLien or Action.Deposer or Action.Parapheur or Action.Relancer)
        {
            Assert.Contains("circuit-expire", refus);
            signature.Prolonger(new DateOnly(2026, 4, 30), Plus4Jours);
            Assert.Empty(Essayer(signature, ligne, action, Plus4Jours));
        }
        else
        {
            Assert.Empty(refus);
        }
    }

    [Fact]
    public void La_table_dit_tous_les_etats() =>
        Assert.Equal(Enum.GetNames<EtatLigne>().Order(StringComparer.Ordinal), Table.Split('\n').Select(l => l.Split(' ')[0]).Order(StringComparer.Ordinal));

    private static string Attendu(EtatLigne etat, Action action) => Table.Split('\n')
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Single(l => l[0] == etat.ToString())[1 + (int)action];

    private static IReadOnlyList<string> Essayer(Signature signature, LigneSignature ligne, Action action, DateTimeOffset now) => Refus(() =>
    {
        switch (action)
        {
            case Action.Signer:
                signature.Signer(ligne.Id, signature.Acte(ligne.Courriel), now);
                break;
            case Action.SignerParLien:
                signature.Signer(ligne.Id, new(ModeSignature.Lien, MoyenIdentite.CodeCourriel, signature.Empreinte, null, null), now);
                break;
            case Action.Refuser:
                signature.Refuser(ligne.Id, new(ModeSignature.Compte, "Le conseil n’a pas délibéré.", UnCircuit.Compte, ligne.Courriel), now);
                break;
            case Action.Deposer:
                signature.DeposerScan([ligne.Id], now.JourEnFrance(), PieceId.New(), UnCircuit.Conseiller, now);
                break;
            case Action.Controler:
                signature.ControlerScan(Scan, [ligne.Id], null, UnCircuit.Coordinatrice, now);
                break;
            case Action.Parapheur:
                signature.RecueillirDuParapheur(new Dictionary<LigneSignatureId, DateOnly> { [ligne.Id] = now.JourEnFrance() }, PieceId.New(), now);
                break;
            case Action.Remplacer:
                signature.Remplacer(ligne.Id, Suppleante, "Élections", now);
                break;
            case Action.Retirer:
                signature.Retirer(ligne.Id, "Plus nécessaire", now);
                break;
            case Action.Relancer:
                signature.Relancer(ligne.Id, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "A new action needs its gesture here.");
        }
    });

    /// <summary>Two people sign for the Caf, one of whom is the target, one for the EPCI.</summary>
    private static Convention ConventionATrois()
    {
        var convention = UneConvention.Preparee();
        convention.DesignerSignataire(convention.Parties[0].Id, new("Madame", "Cléo", "Cible", "Présidente du conseil", null, Cible), Ouverture);
        return convention;
    }

    private static (Signature Signature, LigneSignature Ligne) Avec(EtatLigne etat, DateOnly? expireLe = null)
    {
        var convention = ConventionATrois();
        var cible = convention.Parties[0].Signataires.Single(s => s.Identite.Courriel == Cible).Id;
        var parRang = etat == EtatLigne.EnAttente;
        var ouverture = new OuvertureCircuit(
            parRang ? OrdreCircuit.ParRang : OrdreCircuit.Parallele, expireLe, new Dictionary<SignataireId, int> { [cible] = parRang ? 2 : 1 },
            etat == EtatLigne.Informee ? [UnCircuit.Observe()] : [], []);
        if (etat == EtatLigne.Reportee)
        {
            var avant = UnCircuit.Ouvert(ouverture, convention, Ouverture);
            avant.SignerPour(Cible, Ouverture);
            avant.Annuler("Une faute de frappe", Ouverture);
            var (texte, donnees) = UnCircuit.Pieces(convention, "%PDF-1.7 corrigé");
            var apres = Signature.Ouvrir(convention, 2, texte, donnees, ouverture, Ouverture, annulee: avant);
            return (apres, apres.LigneDe(Cible)!);
        }

        var signature = UnCircuit.Ouvert(ouverture, convention, Ouverture);
        var ligne = etat == EtatLigne.Informee ? signature.LigneDe(UnCircuit.Observatrice)! : signature.LigneDe(Cible)!;
        switch (etat)
        {
            case EtatLigne.AControler:
                signature.DeposerScan([ligne.Id], Ouverture.JourEnFrance(), Scan, UnCircuit.Conseiller, Ouverture);
                break;
            case EtatLigne.Signee:
                signature.SignerPour(Cible, Ouverture);
                break;
            case EtatLigne.Refusee:
                signature.Refuser(ligne.Id, new(ModeSignature.Compte, "Non", UnCircuit.Compte, Cible), Ouverture);
                break;
            case EtatLigne.Remplacee:
                signature.Remplacer(ligne.Id, Suppleante with { Courriel = "autre@demo.test" }, "Absence", Ouverture);
                break;
            case EtatLigne.Retiree:
                signature.Retirer(ligne.Id, "Plus nécessaire", Ouverture);
                break;
        }

        return (signature, ligne);
    }

    private static Signature Clos(StatutSignature statut)
    {
        var signature = UnCircuit.Ouvert();
        switch (statut)
        {
            case StatutSignature.Complete:
                signature.SignerPour(UnCircuit.Directeur);
                signature.SignerPour(UnCircuit.Presidente);
                break;
            case StatutSignature.Annulee:
                signature.Annuler("Retour au texte", Ouverture);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statut), statut, "A new state needs its way here.");
        }

        return signature;
    }

    private static IReadOnlyList<string> Refus(System.Action agir) =>
        Record.Exception(agir) switch
        {
            null => [],
            BusinessRuleException refus => [.. refus.Obstacles.Select(o => o.Code)],
            var autre => throw autre,
        };
}
