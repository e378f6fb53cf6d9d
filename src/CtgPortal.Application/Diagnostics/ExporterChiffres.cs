using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>The figures of the diagnostic as a CSV that French spreadsheets open: semicolons, decimal commas, one line a value.</summary>
public static class ExporterChiffres
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IReferentiel referentiel) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == query.Convention, cancellationToken);
            if (diagnostic is null)
            {
                return null;
            }

            var csv = new StringBuilder("\uFEFF").Append("Champ;Code;Indicateur;Unité;Territoire;Niveau;Code du territoire;Année;État;Valeur;Arrondi;Source;Licence\r\n");
            foreach (var vue in await db.LireChiffresAsync(referentiel, diagnostic, cancellationToken))
            {
                foreach (var v in vue.Valeurs)
                {
                    string?[] cellules =
                    [
                        vue.Champ, vue.CodeCatalogue, vue.Intitule, vue.Unite, v.Geographie, Mots.De(v.Type), v.Cle[(v.Cle.IndexOf(':', StringComparison.Ordinal) + 1)..],
                        v.Annee.ToString(CultureInfo.InvariantCulture), Mots.De(v.Etat), Nombre(v.Valeur), Nombre(v.Arrondi), v.Source, v.Licence,
                    ];
                    csv.AppendJoin(';', cellules.Select(CelluleCsv.Ecrire)).Append("\r\n");
                }
            }

            var contenu = Encoding.UTF8.GetBytes(csv.ToString());
            return new("diagnostic-chiffres.csv", "text/csv; charset=utf-8", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }

        private static string? Nombre(decimal? valeur) => valeur?.ToString("0.####", Nombres.Format).Replace('−', '-');
    }
}
