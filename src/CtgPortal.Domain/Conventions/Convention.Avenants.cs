using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Conventions;

public sealed partial class Convention
{
    /// <summary>Takes the period, the communes and the parties of an avenant that everybody has signed.</summary>
    /// <exception cref="BusinessRuleException">The avenant is not signed, or the convention is not followed.</exception>
    public void Appliquer(Avenant avenant, DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Statut != StatutConvention.EnSuivi, Obstacles.HorsSuivi),
            .. When(avenant.ConventionId != Id || avenant.Statut != StatutAvenant.Signe, "avenant-non-signe", "L’avenant n’est pas signé par toutes les parties."),
        ]);
        var (periode, communes, parties) = (Periode, Noms(_perimetre.Select(c => c.Nom)), Noms(Parties.Select(p => p.Nom)));
        if (avenant.Contenu.NouvelleFin is { } fin && Periode is { } avant)
        {
            Periode = new(avant.Debut, fin);
        }

        _perimetre.AddRange(avenant.Contenu.Communes.Where(c => _perimetre.TrueForAll(p => p.Code != c.Code)).Select(c => c with { }));
        foreach (var entrante in avenant.Contenu.Parties)
        {
            var partie = new Partie(entrante.Type, entrante.Nom, entrante.NomCourt, _parties.Select(p => p.Rang).DefaultIfEmpty().Max() + 1, entrante.Id);
            foreach (var identite in entrante.Signataires)
            {
                partie.Designer(identite);
            }

            _parties.Add(partie);
        }

        Record(new AvenantApplique(Id, avenant.Numero, now)
        {
            Changements = new Comparaison()
                .Noter("periode", periode, Periode)
                .Noter("perimetre", communes, Noms(_perimetre.Select(c => c.Nom)))
                .Noter("parties", parties, Noms(Parties.Select(p => p.Nom)))
                .Changements,
        });
    }

    private static List<string> Noms(IEnumerable<string> noms) => [.. noms];
}
