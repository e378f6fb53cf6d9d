using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>One file of figures, at whatever stage it is; its effect is compared with the diagnostic as it is now.</summary>
public static class ConsulterImport
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, ImportChiffresId Import) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="RevisionDiagnostic">What the report was compared with.</param>
    /// <param name="Rapport">Null until the file is read, and once it is written.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        ImportChiffres Import,
        int RevisionDiagnostic,
        IReadOnlyList<IndicateurOffert> Indicateurs,
        Rapport? Rapport);

    public sealed record IndicateurOffert(Guid Id, string Champ, string Intitule);

    /// <param name="Effets">Every figure to write, series by series.</param>
    /// <param name="Obstacles">What forbids to write.</param>
    public sealed record Rapport(
        ResultatLecture Resultat, IReadOnlyList<LigneSerie> Series, IReadOnlyList<LigneEffet> Effets, IReadOnlyList<Obstacle> Obstacles);

    /// <param name="Cible">Title of the indicator; null when the series is left out.</param>
    /// <param name="EstNouvel">The import would add the indicator.</param>
    public sealed record LigneSerie(
        int Index, SerieLue Serie, string? Cible, bool EstNouvel, int Nouvelles, int Remplacees, int Inchangees, int Secretes);

    /// <param name="Avant">The figure there is, as it may be shown; null when there is none.</param>
    public sealed record LigneEffet(string Indicateur, EffetSurValeur Effet, long Ligne, LigneValeur? Avant);

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IFichiersImportes fichiers, IReferentiel referentiel, TimeProvider clock)
        : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == query.Import && i.ConventionId == query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (enTete is null || import is null || diagnostic is null)
            {
                return null;
            }

            var resultat = import.Etat == EtatImport.Lu ? await fichiers.LireResultatAsync(import.Id, cancellationToken) : null;
            return new(
                enTete, import, diagnostic.Revision,
                [.. diagnostic.Indicateurs.OrderBy(i => i.Champ).ThenBy(i => i.Rang).Select(i => new IndicateurOffert(i.Id.Value, i.Champ, i.Intitule))],
                resultat is null
                    ? null
                    : Comparer(
                        import, resultat, diagnostic, await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken), enTete.Statut,
                        clock.GetUtcNow().JourEnFrance().Year));
        }
    }

    /// <param name="montrables">The figures of the diagnostic as they may be shown: the report gives away no other.</param>
    internal static Rapport Comparer(
        ImportChiffres import, ResultatLecture resultat, Diagnostic diagnostic, IReadOnlyList<VueIndicateur> montrables, StatutConvention etape, int anneeMax)
    {
        var actuelles = montrables.SelectMany(i => i.Valeurs, (i, v) => (i.Intitule, v.Annee, v.Cle, Valeur: v))
            .DistinctBy(v => (v.Intitule, v.Annee, v.Cle)).ToDictionary(v => (v.Intitule, v.Annee, v.Cle), v => v.Valeur);
        var series = import.SeriesAEcrire(resultat, diagnostic, anneeMax);
        var effets = diagnostic.PrevoirImport(series);
        var parSerie = effets.ToLookup(e => e.Serie);
        List<LigneSerie> lignes = [];
        List<LigneEffet> detail = [];
        var rang = 0;
        var lignesDuFichier = resultat.Valeurs.ToLookup(v => v.Serie, v => v.Ligne);
        for (var i = 0; i < resultat.Series.Count; i++)
        {
            var cible = import.Liaisons.FirstOrDefault(l => l.Serie == i)?.Cible ?? CibleSerie.Aucune;
            if (LiaisonsImport.NomDe(cible, diagnostic) is not { } nom)
            {
                lignes.Add(new(i, resultat.Series[i], null, false, 0, 0, 0, 0));
                continue;
            }

            var siens = parSerie[rang++].ToList();
            detail.AddRange(siens.Zip(lignesDuFichier[i], (e, ligne) => new LigneEffet(
                nom, e, ligne, e.Avant is null ? null : actuelles.GetValueOrDefault((nom, e.Apres.Annee, e.Apres.Territoire.Cle)))));
            lignes.Add(new(
                i, resultat.Series[i], nom, cible.Indicateur is null,
                siens.Count(e => e.Effet == EffetImport.Nouvelle), siens.Count(e => e.Effet == EffetImport.Remplacee),
                siens.Count(e => e.Effet == EffetImport.Inchangee), siens.Count(e => e.Apres.Etat == EtatValeur.Secret)));
        }

        return new(resultat, lignes, detail, [.. import.ObstaclesALEcriture, .. diagnostic.ObstaclesALImport(series, etape)]);
    }
}
