using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Tableurs;

namespace CtgPortal.Infrastructure.Tableurs;

internal sealed class Tableurs : ITableurs
{
    public Fichier EnXlsx(string nom, IReadOnlyList<FeuilleAEcrire> feuilles) =>
        Fichier($"{nom}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ClasseurExcel.Ecrire(feuilles));

    public Fichier EnCsv(string nom, FeuilleAEcrire feuille)
    {
        var texte = new StringBuilder("\uFEFF");
        Ligne(feuille.Colonnes.Select(c => c.Titre));
        foreach (var ligne in feuille.Lignes)
        {
            Ligne(ligne.Select(Cellule));
        }

        return Fichier($"{nom}.csv", "text/csv; charset=utf-8", Encoding.UTF8.GetBytes(texte.ToString()));

        void Ligne(IEnumerable<string> cellules) => texte.AppendJoin(';', cellules.Select(CelluleCsv.Ecrire)).Append("\r\n");
    }

    private static string Cellule(object? valeur) => valeur switch
    {
        null => "",
        string mot => mot,
        bool vrai => vrai ? "Oui" : "Non",
        int nombre => nombre.ToString(CultureInfo.InvariantCulture),
        decimal nombre => nombre.ToString("0.####", CultureInfo.GetCultureInfo("fr-FR")),
        DateOnly jour => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(valeur), valeur.GetType().Name, "A cell holds no such value."),
    };

    private static Fichier Fichier(string nom, string type, byte[] contenu) => new(nom, type, contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
}
