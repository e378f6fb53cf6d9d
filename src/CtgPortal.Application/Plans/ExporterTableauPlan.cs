using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>The rows and the columns that the table shows, in its order, as a CSV that French spreadsheets open.</summary>
public static class ExporterTableauPlan
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FiltrePlan Filtre, IReadOnlyList<string> Colonnes, string? Tri) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireArbreAsync(query.Convention, cancellationToken) is not { } plan)
            {
                return null;
            }

            var colonnes = ColonnesPlan.Choisir(query.Colonnes);
            var csv = new StringBuilder("\uFEFF");
            Ligne(["Numéro", plan.NomFiche, .. colonnes.Select(c => Libelle(c, plan))]);
            foreach (var ligne in ColonnesPlan.Trier(query.Filtre.Appliquer(plan).Lignes, query.Tri))
            {
                Ligne([ligne.Fiche.Numero, ligne.Fiche.Intitule, .. colonnes.Select(c => Texte(c, ligne))]);
            }

            var contenu = Encoding.UTF8.GetBytes(csv.ToString());
            return new("plan-actions.csv", "text/csv; charset=utf-8", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));

            void Ligne(IEnumerable<string?> cellules) => csv.AppendJoin(';', cellules.Select(c => CelluleCsv.Ecrire(c ?? ""))).Append("\r\n");
        }

        private static string Libelle(ColonnePlan colonne, ArbrePlan plan) =>
            colonne.Libelle ?? (colonne.Code == ColonnesPlan.Axe ? plan.NomAxe : plan.Profondeur == 0 ? "Niveau" : string.Join(" / ", plan.Niveaux.Skip(1).Take(plan.Profondeur)));

        private static string? Texte(ColonnePlan colonne, LignePlan ligne) => colonne.Code == ColonnesPlan.Axe
            ? $"{ligne.Axe.Rang} – {ligne.Axe.Intitule}"
            : colonne.Valeur(ligne) switch
            {
                decimal montant => montant.ToString("0.##", Nombres.Format).Replace('−', '-'),
                DateOnly date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                var autre => autre?.ToString(),
            };
    }
}
