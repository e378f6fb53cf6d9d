using CtgPortal.Domain.Common;
using CtgPortal.Domain.Territoires;
using static CtgPortal.Domain.Common.Conditions;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Domain.Conventions;

/// <summary>A Convention Territoriale Globale: who binds themselves, where, for how long, and at which stage of its life it is.</summary>
public sealed partial class Convention : AggregateRoot
{
    public const int MotifLongueurMax = 1_000;

    private readonly List<TerritoireRef> _titulaires = [];
    private readonly List<CommunePerimetre> _perimetre = [];
    private readonly List<Partie> _parties = [];

    private Convention()
    {
    }

    public ConventionId Id { get; private init; }

    public string Intitule { get; private set; } = "";

    public StatutConvention Statut { get; private set; }

    /// <summary>Code of the Caf: its département, except in the Pyrénées-Atlantiques, which have two.</summary>
    public string CafCode { get; private init; } = "";

    /// <summary>INSEE code of the département of the holders.</summary>
    public string Departement { get; private init; } = "";

    /// <summary>Null as long as the parties have not settled it.</summary>
    public Periode? Periode { get; private set; }

    public int? Generation { get; private set; }

    public IReadOnlyList<string> Champs { get; private set; } = [];

    public string? Remplace { get; private set; }

    /// <summary>Day of the last signature; not the day it takes effect.</summary>
    public DateOnly? SigneeLe { get; private set; }

    /// <summary>Signed before the portal existed: no circuit and no frozen text here.</summary>
    public bool SigneeHorsPortail { get; private init; }

    /// <summary>EPCI, commune, several communes, syndicat, two EPCI: never assume one EPCI.</summary>
    public IReadOnlyList<TerritoireRef> Titulaires => _titulaires;

    public IReadOnlyList<CommunePerimetre> Perimetre => _perimetre;

    public IReadOnlyList<Partie> Parties => [.. _parties.OrderBy(p => p.Rang)];

    public CadreConvention Cadre => new(Intitule, Periode, Generation, Champs, Remplace);

    public FaitsConvention Faits =>
        new(Statut, Periode, [.. Parties.Select(p => p.Faits)]);

    /// <summary>A new convention begins with its diagnostic. The Caf and the holders are its first parties.</summary>
    /// <exception cref="BusinessRuleException">No holder, or a frame that breaks a rule.</exception>
    public static Convention Ouvrir(OuvertureConvention ouverture, DateTimeOffset now)
    {
        var convention = Creer(ouverture, EnDiagnostic, signeeLe: null, horsPortail: false);
        convention.Record(new ConventionOuverte(convention.Id, convention.Intitule, now));
        return convention;
    }

    /// <summary>Takes in a convention signed elsewhere: it enters the follow-up directly, marked as such.</summary>
    /// <exception cref="BusinessRuleException">No holder, a frame that breaks a rule, or a signature in the future.</exception>
    public static Convention Reprendre(OuvertureConvention ouverture, DateOnly? signeeLe, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(signeeLe > now.JourEnFrance(), "signature-future", "La date de signature est dans l’avenir."),
            .. When(signeeLe?.Year < Periode.PremiereAnnee, "signature-invalide", $"La date de signature ne peut pas précéder {Periode.PremiereAnnee}."),
        ]);

        var convention = Creer(ouverture, EnSuivi, signeeLe, horsPortail: true);
        convention.Record(new ConventionReprise(convention.Id, convention.Intitule, signeeLe, now));
        return convention;
    }

    /// <summary>What stands between this convention and a stage. Pages show the list; the transitions enforce its blocking part.</summary>
    /// <param name="aujourdhui">The day of the question, to tell a period that has already begun.</param>
    public IReadOnlyList<Obstacle> ObstaclesPour(StatutConvention cible, EtatDossier dossier, DateOnly aujourdhui) =>
        Faits.ObstaclesPour(cible, dossier, aujourdhui);

    /// <summary>Moves on to the next stage of preparation: workshops, then writing.</summary>
    /// <exception cref="BusinessRuleException">The table forbids it or an obstacle blocks.</exception>
    public void Avancer(StatutConvention cible, EtatDossier dossier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(cible is not (EnAteliers or EnRedaction) || CycleDeVie.SensDe(Statut, cible) != SensEtape.Avancer, Obstacles.EtapeInterdite),
            .. ObstaclesPour(cible, dossier, now.JourEnFrance()),
        ]);
        PasserA(cible, null, now);
    }

    /// <summary>The text is frozen and the designated people are asked to sign it.</summary>
    /// <exception cref="BusinessRuleException">With every blocking obstacle.</exception>
    public void OuvrirALaSignature(EtatDossier dossier, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(ObstaclesPour(EnSignature, dossier, now.JourEnFrance()));
        PasserA(EnSignature, null, now);
    }

    /// <summary>A step back: reopens the diagnostic, the workshops or the text. From the signature it voids the circuit, which the caller cancels with it.</summary>
    /// <exception cref="BusinessRuleException">Not a step back of the table, or no reason given.</exception>
    public void Revenir(StatutConvention cible, string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(CycleDeVie.SensDe(Statut, cible) != SensEtape.Revenir || !CycleDeVie.Autorise(Statut, cible), Obstacles.EtapeInterdite),
            .. When(string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        PasserA(cible, motif, now);
    }

    /// <summary>The last signature is in.</summary>
    /// <exception cref="BusinessRuleException">The convention is not being signed.</exception>
    public void EntrerEnSuivi(DateOnly signeeLe, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(Statut != EnSignature, Obstacles.EtapeInterdite));
        SigneeLe = signeeLe;
        PasserA(EnSuivi, null, now);
    }

    /// <summary>Ends a convention: at its term, by résiliation, or by giving up before it was signed.</summary>
    /// <exception cref="BusinessRuleException">Not an end that the stage allows; before its term; or no reason for an unplanned end.</exception>
    public void Clore(StatutConvention cible, string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(CycleDeVie.SensDe(Statut, cible) != SensEtape.Clore, Obstacles.EtapeInterdite),
            .. ObstaclesPour(cible, EtatDossier.Vide, now.JourEnFrance()),
            .. When(cible != Terminee && string.IsNullOrWhiteSpace(motif), Obstacles.MotifAbsent),
        ]);
        PasserA(cible, motif, now);
    }

    /// <summary>Rewrites the frame; records only the fields that differ, and nothing when none does.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen, or the frame breaks a rule.</exception>
    public void ModifierCadre(CadreConvention cadre, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        var (avant, apres) = (Cadre, cadre.Normaliser());
        var comparaison = new Comparaison()
            .Noter("intitule", avant.Intitule, apres.Intitule)
            .Noter("periode", avant.Periode, apres.Periode)
            .Noter("generation", avant.Generation, apres.Generation)
            .Noter("champs", avant.Champs, apres.Champs)
            .Noter("remplace", avant.Remplace, apres.Remplace);
        if (!comparaison.EstVide)
        {
            Appliquer(apres);
            Record(new CadreModifie(Id, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Only some communes of an EPCI may take part (5 of 72 seen).</summary>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public void DefinirPerimetre(IReadOnlyCollection<CommunePerimetre> communes, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        var apres = communes.DistinctBy(c => c.Code).OrderBy(c => c.Code, StringComparer.Ordinal).Select(c => _perimetre.Find(p => p == c) ?? c with { }).ToList();
        var comparaison = new Comparaison().Noter(
            "perimetre", EnTexte(_perimetre.OrderBy(c => c.Code, StringComparer.Ordinal)), EnTexte(apres));
        if (!comparaison.EstVide)
        {
            _perimetre.Clear();
            _perimetre.AddRange(apres);
            Record(new PerimetreModifie(Id, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or a party already bears this name.</exception>
    public PartieId AjouterPartie(TypePartie type, string nom, string? nomCourt, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        ExigerNomLibre(nom, null);
        var partie = new Partie(type, nom, nomCourt, _parties.Select(p => p.Rang).DefaultIfEmpty().Max() + 1);
        _parties.Add(partie);
        Record(new PartieAjoutee(Id, partie.Nom, now));
        return partie.Id;
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or another party already bears this name.</exception>
    public void ModifierPartie(PartieId id, TypePartie type, string nom, string? nomCourt, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        ExigerNomLibre(nom, id);
        var partie = TrouverPartie(id);
        var (avantType, avantNom, avantNomCourt) = (partie.Type, partie.Nom, partie.NomCourt);
        partie.Decrire(type, nom, nomCourt);
        var comparaison = new Comparaison()
            .Noter("partie-type", avantType, partie.Type)
            .Noter("partie-nom", avantNom, partie.Nom)
            .Noter("partie-nom-court", avantNomCourt, partie.NomCourt);
        if (!comparaison.EstVide)
        {
            Record(new PartieModifiee(Id, partie.Nom, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Removes a party with its signers.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public void RetirerPartie(PartieId id, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(Statut);
        var partie = TrouverPartie(id);
        _parties.Remove(partie);
        Record(new PartieRetiree(Id, partie.Nom, now));
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or the same address is already designated.</exception>
    public SignataireId DesignerSignataire(PartieId id, IdentiteSignataire identite, DateTimeOffset now)
    {
        CycleDeVie.ExigerSignatairesModifiables(Statut);
        var partie = TrouverPartie(id);
        var courriel = identite.Courriel?.Trim().ToLowerInvariant();
        BusinessRuleException.ThrowIfAny(When(
            !string.IsNullOrEmpty(courriel) && partie.Signataires.Any(s => s.Identite.Courriel == courriel),
            "signataire-deja-designe", "Cette personne est déjà désignée pour cette partie."));

        var signataire = partie.Designer(identite);
        Record(new SignataireDesigne(Id, partie.Nom, signataire.Identite.NomComplet, now));
        return signataire.Id;
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or nobody bears this id.</exception>
    public void RetirerSignataire(SignataireId id, DateTimeOffset now)
    {
        CycleDeVie.ExigerSignatairesModifiables(Statut);
        var partie = _parties.Find(p => p.Signataires.Any(s => s.Id == id))
            ?? throw new BusinessRuleException("signataire-inconnu", "Cette personne n’est plus désignée.");
        var signataire = partie.Signataires.Single(s => s.Id == id);
        partie.Retirer(signataire);
        Record(new SignataireRetire(Id, partie.Nom, signataire.Identite.NomComplet, now));
    }

    private static Convention Creer(OuvertureConvention ouverture, StatutConvention statut, DateOnly? signeeLe, bool horsPortail)
    {
        BusinessRuleException.ThrowIfAny(When(
            ouverture.Titulaires.Count == 0, "titulaire-absent", "Choisissez le territoire qui porte la convention."));

        var convention = new Convention
        {
            Id = ConventionId.New(),
            CafCode = ouverture.Caf.Code,
            Departement = ouverture.Departement,
            Statut = statut,
            SigneeLe = signeeLe,
            SigneeHorsPortail = horsPortail,
        };

        // copies of its own: persistence ties an owned object to one owner
        convention._titulaires.AddRange(ouverture.Titulaires.Distinct().Select(t => t with { }));
        convention._perimetre.AddRange(ouverture.Perimetre.DistinctBy(c => c.Code).Select(c => c with { }));
        convention.Appliquer(ouverture.Cadre.Normaliser());
        convention._parties.Add(new Partie(TypePartie.Caf, ouverture.Caf.Nom, "la Caf", 1));
        foreach (var titulaire in convention._titulaires)
        {
            var type = titulaire.Type switch
            {
                TypeTerritoire.Epci => TypePartie.Epci,
                TypeTerritoire.Commune => TypePartie.Commune,
                _ => TypePartie.Autre,
            };
            convention._parties.Add(new Partie(type, titulaire.Nom, null, convention._parties.Count + 1));
        }

        foreach (var (type, nom) in ouverture.AutresParties)
        {
            convention.ExigerNomLibre(nom, null);
            convention._parties.Add(new Partie(type, nom, null, convention._parties.Count + 1));
        }

        return convention;
    }

    private Partie TrouverPartie(PartieId id) =>
        _parties.Find(p => p.Id == id) ?? throw new BusinessRuleException("partie-inconnue", "Cette partie n’existe plus dans la convention.");

    private void ExigerNomLibre(string nom, PartieId? sauf) => BusinessRuleException.ThrowIfAny(When(
        _parties.Any(p => p.Id != sauf && string.Equals(p.Nom, nom?.Trim(), StringComparison.OrdinalIgnoreCase)),
        "partie-deja-la", "Une partie porte déjà ce nom."));

    // two communes of one département may bear the same name
    private static IEnumerable<string> EnTexte(IEnumerable<CommunePerimetre> communes) => communes.Select(c => $"{c.Nom} ({c.Code})");

    private void Appliquer(CadreConvention cadre) =>
        (Intitule, Periode, Generation, Champs, Remplace) =
        (cadre.Intitule, cadre.Periode, cadre.Generation, cadre.Champs, cadre.Remplace);

    /// <summary>The only line that writes the stage after birth.</summary>
    private void PasserA(StatutConvention cible, string? motif, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(When(!CycleDeVie.Autorise(Statut, cible), Obstacles.EtapeInterdite));
        var fait = new EtapeFranchie(Id, Statut, cible, Texte.Facultatif(motif, "motif", MotifLongueurMax), now);
        Statut = cible;
        Record(fait);
    }
}
