using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>What somebody else wrote on the fiche since it was opened, kept beside what was just saved.</summary>
/// <param name="Par">Null for the person who saves, from another window.</param>
/// <param name="Champs">Codes of <see cref="ChampsFiche"/>.</param>
public sealed record ApportEntretemps(string? Par, DateTimeOffset Le, IReadOnlyList<string> Champs);

public sealed record EnregistrementFiche(int Revision, IReadOnlyList<ApportEntretemps> Entretemps);

/// <summary>What the person chose after a conflict: at this revision of the fiche, their words or the stored ones, by <see cref="ConflitFiche.Cle"/>.</summary>
public sealed record ArbitrageFiche(int Revision, IReadOnlyDictionary<string, Camp> Choix);

/// <param name="Par">Who wrote the stored value; null for the person who saves, from another window.</param>
public sealed record ConflitSitue(ConflitFiche Conflit, string? Par, DateTimeOffset Le);

/// <summary>The same places of a fiche were written in two ways: nothing was saved, the person chooses.</summary>
public sealed class ConflitDeFicheException(int revision, IReadOnlyList<ConflitSitue> conflits) : ConcurrencyConflictException
{
    /// <summary>The stored one, to which the values of the others belong.</summary>
    public int Revision => revision;

    public IReadOnlyList<ConflitSitue> Conflits => conflits;
}

/// <summary>What a form of a fiche holds: saved by its handler, shown before that by the preview.</summary>
public interface IRedactionDeFiche : IRequest<EnregistrementFiche>, IRequeteSurFiche
{
    /// <summary>What was typed, put in what the fiche holds.</summary>
    ContenuFiche Saisir(ContenuFiche contenu);
}

/// <summary>
/// The one way a person’s words reach a fiche: what was typed from an older revision is merged with what was written meanwhile, and
/// two saves at the same instant wait for each other.
/// </summary>
internal sealed class EcritureFiche(ICtgDbContext db, IDroits droits, IUtilisateurCourant utilisateur, TimeProvider clock)
{
    private const int Essais = 5;

    /// <param name="revision">The one the person was shown.</param>
    /// <param name="saisir">What they typed, put in what they were shown.</param>
    /// <exception cref="ConflitDeFicheException">Places written in two ways remain to be chosen.</exception>
    /// <exception cref="ConcurrencyConflictException">What the person was shown is not known any more.</exception>
    public async Task<EnregistrementFiche> EnregistrerAsync(
        ConventionId convention, FicheActionId id, int revision, ArbitrageFiche? arbitrage, Func<ContenuFiche, ContenuFiche> saisir,
        CancellationToken cancellationToken)
    {
        for (var essai = 1; ; essai++)
        {
            try
            {
                return await EssayerAsync(convention, id, revision, arbitrage, saisir, cancellationToken);
            }
            catch (ConcurrencyConflictException e) when (e is not ConflitDeFicheException && e.InnerException is not null && essai < Essais)
            {
                // a writer who does not wait for the fiche saved between our reading and our writing: read again, merge again
                db.Oublier();
            }
        }
    }

    private async Task<EnregistrementFiche> EssayerAsync(
        ConventionId convention, FicheActionId id, int revision, ArbitrageFiche? arbitrage, Func<ContenuFiche, ContenuFiche> saisir,
        CancellationToken cancellationToken)
    {
        await db.VerrouillerAsync(id, cancellationToken);
        var fiche = await db.LoadAsync(convention, id, cancellationToken);
        var etats = await LireEtatsAsync(fiche, revision, cancellationToken);
        var (avant, actuel) = (Etat(etats, revision).Contenu, fiche.Contenu);
        var (saisi, conflits, depuis) = (saisir(avant).Normaliser(), (IReadOnlyList<ConflitFiche>)[], revision);
        if (arbitrage is not null)
        {
            // first as the person saw it when they chose, then with what may have come since
            var vu = Etat(etats, arbitrage.Revision).Contenu;
            (saisi, conflits) = FusionFiche.Fusionner(avant, vu, saisi, arbitrage.Choix);
            (avant, depuis) = (vu, arbitrage.Revision);
        }

        if (conflits.Count == 0)
        {
            (saisi, conflits) = FusionFiche.Fusionner(avant, actuel, saisi);
            depuis = fiche.Revision;
        }

        if (conflits.Count > 0)
        {
            throw new ConflitDeFicheException(depuis, [.. conflits.Select(c => Situer(c, etats))]);
        }

        await EcrireAsync(fiche, saisi, cancellationToken);
        return new(fiche.Revision, Entretemps(etats, arbitrage));
    }

    /// <summary>Writes a content on a fiche as loaded, within what the person may decide.</summary>
    public async Task EcrireAsync(FicheAction fiche, ContenuFiche contenu, CancellationToken cancellationToken)
    {
        if (Reservees(contenu) != Reservees(fiche.Contenu) && !DroitsPlan.PeutModifier(await droits.RolesSurAsync(fiche.ConventionId, cancellationToken)))
        {
            throw new AccesRefuseException("La Caf et la coordination décident si une fiche est imposée ou confidentielle.");
        }

        fiche.Reecrire(contenu, await db.EtapeAsync(fiche.ConventionId, cancellationToken), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>From the revision that the person was shown to the present one, in order.</summary>
    private async Task<List<EtatFiche>> LireEtatsAsync(FicheAction fiche, int revision, CancellationToken cancellationToken)
    {
        var etats = await db.EtatsFiche.Where(e => e.FicheActionId == fiche.Id && e.Revision >= revision && e.Revision <= fiche.Revision)
            .OrderBy(e => e.Revision).ToListAsync(cancellationToken);
        if (etats.Count == 0 || etats[^1].Revision != fiche.Revision)
        {
            // a fiche older than the states: its present one is kept before the first change
            var present = EtatFiche.DAvant(fiche, clock.GetUtcNow());
            db.EtatsFiche.Add(present);
            etats.Add(present);
        }

        return etats;
    }

    private static EtatFiche Etat(List<EtatFiche> etats, int revision) =>
        etats.Find(e => e.Revision == revision) ?? throw new ConcurrencyConflictException();

    private ConflitSitue Situer(ConflitFiche conflit, List<EtatFiche> etats)
    {
        var champ = ChampsFiche.De(conflit.Champ);
        var auteur = etats[Enumerable.Range(1, etats.Count - 1).Last(i => i == 1 || !champ.Egal(etats[i - 1].Contenu, etats[i].Contenu))];
        return new(conflit, Nom(auteur), auteur.Le);
    }

    /// <summary>Without the fields where the person chose their own words.</summary>
    private List<ApportEntretemps> Entretemps(List<EtatFiche> etats, ArbitrageFiche? arbitrage) =>
    [
        .. etats.Zip(etats.Skip(1), (avant, apres) => (Etat: apres, Champs: Gardes(avant, apres, arbitrage)))
            .Where(x => x.Champs.Count > 0)
            .GroupBy(x => Nom(x.Etat))
            .Select(g => new ApportEntretemps(g.Key, g.Max(x => x.Etat.Le), [.. g.SelectMany(x => x.Champs).Distinct()])),
    ];

    private static List<string> Gardes(EtatFiche avant, EtatFiche apres, ArbitrageFiche? arbitrage) =>
        [.. ChampsFiche.Differents(avant.Contenu, apres.Contenu).Select(c => c.Code).Where(c => !EstRepris(c, arbitrage))];

    private static bool EstRepris(string champ, ArbitrageFiche? arbitrage) =>
        arbitrage?.Choix.Any(c => c.Value == Camp.Mien && c.Key.Split('/')[0] == champ) == true;

    private string? Nom(EtatFiche etat) => etat.Par is not null && etat.Par == utilisateur.Id ? null : etat.ParNom;

    private static (bool Imposee, bool Confidentielle) Reservees(ContenuFiche contenu) =>
        (contenu.Identite.ImposeeParLaCaf, contenu.Identite.Confidentielle);
}
