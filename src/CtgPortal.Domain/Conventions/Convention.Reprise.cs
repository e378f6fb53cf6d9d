using CtgPortal.Domain.Common;
using CtgPortal.Domain.Reprises;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Conventions;

public sealed partial class Convention
{
    /// <summary>Takes in a convention signed elsewhere, with those who signed it: they are its signers and make its parties.</summary>
    /// <exception cref="BusinessRuleException">No holder, no period, a frame that breaks a rule, or a party that nobody signed for.</exception>
    public static Convention ReprendreSignee(OuvertureConvention ouverture, IReadOnlyList<SignataireOriginal> signataires, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(ouverture.Cadre.Periode is null, ObstaclesReprise.PeriodeAbsente),
            .. OriginalSigne.Obstacles(signataires, [], now.JourEnFrance()),
        ]);
        var convention = Creer(ouverture, StatutConvention.EnSuivi, signataires.Max(s => s.SigneLe), horsPortail: true);
        convention.PrendreSignataires([.. signataires.Select(s => s.Normaliser())]);
        convention.Record(new ConventionReprise(convention.Id, convention.Intitule, convention.SigneeLe, now));
        return convention;
    }

    /// <summary>Corrects what was taken in, as long as nothing is built on it; records nothing when nothing differs.</summary>
    /// <exception cref="BusinessRuleException">Signed in the portal, something depends on it, or facts that cannot be.</exception>
    public void CorrigerReprise(CadreConvention cadre, IReadOnlyList<SignataireOriginal> signataires, SuitesReprise suites, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(!SigneeHorsPortail, ObstaclesReprise.SigneeIci),
            .. OriginalSigne.ObstaclesACorriger(Statut, suites),
            .. When(cadre.Periode is null, ObstaclesReprise.PeriodeAbsente),
            .. OriginalSigne.Obstacles(signataires, [], now.JourEnFrance()),
        ]);
        var (avant, apres) = (Cadre, cadre.Normaliser());
        var (parties, personnes, signeeLe) = (Noms(Parties.Select(p => p.Nom)), Designes(), SigneeLe);
        Appliquer(apres);
        SigneeLe = signataires.Max(s => s.SigneLe);
        PrendreSignataires([.. signataires.Select(s => s.Normaliser())]);
        var comparaison = new Comparaison()
            .Noter("intitule", avant.Intitule, apres.Intitule)
            .Noter("periode", avant.Periode, apres.Periode)
            .Noter("generation", avant.Generation, apres.Generation)
            .Noter("champs", avant.Champs, apres.Champs)
            .Noter("remplace", avant.Remplace, apres.Remplace)
            .Noter("parties", parties, Noms(Parties.Select(p => p.Nom)))
            .Noter("signataires", personnes, Designes())
            .Noter("signee-le", signeeLe, SigneeLe);
        if (!comparaison.EstVide)
        {
            Record(new CadreModifie(Id, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>The parties are the Caf, the holders, and whoever else signed; each is signed for by those who signed for it.</summary>
    private void PrendreSignataires(IReadOnlyList<SignataireOriginal> signataires)
    {
        bool Est(Partie partie, SignataireOriginal s) => string.Equals(partie.Nom, s.Partie, StringComparison.OrdinalIgnoreCase);
        BusinessRuleException.ThrowIfAny(_parties
            .Where(p => (p.Type == TypePartie.Caf || _titulaires.Exists(t => t.Nom == p.Nom)) && !signataires.Any(s => Est(p, s)))
            .Select(p => ObstaclesReprise.PartieSansSignataire(p.Nom)));

        _parties.RemoveAll(p => !signataires.Any(s => Est(p, s)));
        foreach (var autre in signataires.Where(s => !_parties.Exists(p => Est(p, s))).DistinctBy(s => s.Partie, StringComparer.OrdinalIgnoreCase).ToList())
        {
            _parties.Add(new Partie(autre.Type, autre.Partie, null, _parties.Select(p => p.Rang).DefaultIfEmpty().Max() + 1));
        }

        foreach (var partie in _parties)
        {
            partie.Remplacer([.. signataires.Where(s => Est(partie, s)).Select(s => s.Identite)]);
        }
    }

    private List<string> Designes() => [.. Parties.SelectMany(p => p.Signataires, (p, s) => $"{s.Identite.NomComplet}, {s.Identite.Qualite}, pour {p.Nom}")];
}
