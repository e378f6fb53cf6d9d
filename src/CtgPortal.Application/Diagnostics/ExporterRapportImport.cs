using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The report of an import, line by line, for a spreadsheet.</summary>
public static class ExporterRapportImport
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, ImportChiffresId Import) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IFichiersImportes fichiers, IReferentiel referentiel, TimeProvider clock)
        : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == query.Import && i.ConventionId == query.Convention, cancellationToken);
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            var etape = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => (StatutConvention?)c.Statut).SingleOrDefaultAsync(cancellationToken);
            if (import is not { Etat: EtatImport.Lu } || diagnostic is null || etape is null
                || await fichiers.LireResultatAsync(import.Id, cancellationToken) is not { } resultat)
            {
                throw new NotFoundException("This import has no report.");
            }

            var contenu = Ecrire(ConsulterImport.Comparer(
                import, resultat, diagnostic, await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken), etape.Value,
                clock.GetUtcNow().JourEnFrance().Year));
            return new("rapport-import.csv", "text/csv; charset=utf-8", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }

    private static byte[] Ecrire(ConsulterImport.Rapport rapport)
    {
        var texte = new StringBuilder("\uFEFF");
        Ligne("Ligne du fichier", "Suite donnée", "Indicateur ou colonne", "Territoire ou contenu", "Année", "Valeur actuelle", "Valeur du fichier");
        foreach (var anomalie in rapport.Resultat.Anomalies.OrderBy(a => a.Ligne))
        {
            Ligne(Nombre(anomalie.Ligne), $"Écartée : {MotsImport.De(anomalie.Nature)}", anomalie.Colonne, anomalie.Contenu, "", "", "");
        }

        foreach (var (indicateur, effet, ligne, avant) in rapport.Effets)
        {
            Ligne(Nombre(ligne), MotsImport.De(effet.Effet), indicateur, effet.Apres.Territoire.Nom, Nombre(effet.Apres.Annee), Chiffre(avant?.Etat, avant?.Valeur), Chiffre(effet.Apres.Etat, effet.Apres.Valeur));
        }

        return Encoding.UTF8.GetBytes(texte.ToString());

        void Ligne(params ReadOnlySpan<string> cellules)
        {
            for (var i = 0; i < cellules.Length; i++)
            {
                texte.Append(i == 0 ? "" : ";").Append(CelluleCsv.Ecrire(cellules[i]));
            }

            texte.Append("\r\n");
        }
    }

    private static string Nombre(long nombre) => nombre.ToString(CultureInfo.InvariantCulture);

    private static string Chiffre(EtatValeur? etat, decimal? valeur) => etat switch
    {
        null => "",
        EtatValeur.Secret => "secret",
        EtatValeur.NonDisponible => "non disponible",
        _ => valeur!.Value.ToString("0.####", CultureInfo.GetCultureInfo("fr-FR")),
    };
}

/// <summary>French words of the report, for the page and for its file.</summary>
public static class MotsImport
{
    public static string De(NatureAnomalie nature) => nature switch
    {
        NatureAnomalie.NombreIllisible => "nombre illisible",
        NatureAnomalie.CodeInconnu => "code de territoire inconnu",
        NatureAnomalie.TerritoireAbsent => "territoire absent",
        NatureAnomalie.AnneeInvalide => "année illisible ou hors limites",
        NatureAnomalie.DoublonContradictoire => "même chiffre donné deux fois, avec des valeurs différentes",
        NatureAnomalie.LigneIncomplete => "ligne incomplète",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "This anomaly has no words."),
    };

    public static string De(EffetImport effet) => effet switch
    {
        EffetImport.Nouvelle => "Nouvelle valeur",
        EffetImport.Remplacee => "Valeur remplacée",
        EffetImport.Inchangee => "Valeur inchangée",
        _ => throw new ArgumentOutOfRangeException(nameof(effet), effet, "This effect has no words."),
    };
}
