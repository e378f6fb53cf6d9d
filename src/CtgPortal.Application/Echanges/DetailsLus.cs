using CtgPortal.Application.Imports;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>One line of the sheets of operations, money or indicators: its cells by the name of their column.</summary>
internal sealed record DetailLu(string Feuille, int Ligne, string Code, string Fiche, IReadOnlyDictionary<string, string> Cellules)
{
    public string Cellule(string titre) => Cellules.GetValueOrDefault(EnTete.Normaliser(titre), "");

    public string Cellule(ChampFiche champ, string colonne) => Cellule(LibellesFiche.De(champ.Code, colonne).Libelle);
}

/// <summary>The sheets that go with the one of the fiches, in a workbook that keeps the names of the portal.</summary>
internal sealed class DetailsLus
{
    private readonly List<DetailLu> _restants = [];

    /// <param name="principale">The sheet of the fiches.</param>
    public DetailsLus(ClasseurLu classeur, int principale)
    {
        foreach (var (index, feuille) in classeur.Feuilles.Index())
        {
            if (index == principale || feuille.Masquee || !EstLue(feuille.Nom) || feuille.Lignes.Count == 0)
            {
                continue;
            }

            var titres = feuille.Lignes[0].Cellules.Select(EnTete.Normaliser).ToList();
            foreach (var ligne in feuille.Lignes.Skip(1))
            {
                var cellules = titres.Select((t, i) => (Titre: t, Texte: Texte(ligne.Cellule(i)))).Where(c => c.Titre.Length > 0 && c.Texte.Length > 0)
                    .DistinctBy(c => c.Titre).ToDictionary(c => c.Titre, c => c.Texte);
                var detail = new DetailLu(NomExact(feuille.Nom), ligne.Numero, "", "", cellules);
                _restants.Add(detail with { Code = detail.Cellule(ColonnesEchange.TitreCode), Fiche = detail.Cellule(ColonnesEchange.TitreFiche) });
            }
        }
    }

    /// <summary>The lines that no fiche of the file took.</summary>
    public IEnumerable<DetailPerdu> Perdus => _restants.Select(d => new DetailPerdu(
        d.Feuille, d.Ligne, d.Code.Length + d.Fiche.Length == 0 ? "Cette ligne ne dit pas sa fiche." : $"La fiche « {(d.Code.Length > 0 ? d.Code : d.Fiche)} » n’est pas dans la feuille des fiches."));

    /// <summary>Those of a fiche: by its code, or by its title when the line gives no code.</summary>
    public IReadOnlyList<DetailLu> Prendre(string? code, string intitule)
    {
        var siens = _restants.FindAll(d => d.Code.Length > 0
            ? code is not null && CodeFiche.EstLeMeme(d.Code, code)
            : d.Fiche.Length > 0 && EnTete.Normaliser(d.Fiche) == EnTete.Normaliser(intitule));
        _restants.RemoveAll(siens.Contains);
        return siens;
    }

    /// <summary>A CSV made safe for spreadsheets puts an apostrophe before what looks like a formula; lines end alike.</summary>
    public static string Texte(string cellule) =>
        (cellule.Length > 1 && cellule[0] == '\'' && "=+-@＝＋－＠\t\n".Contains(cellule[1], StringComparison.Ordinal) ? cellule[1..] : cellule).ReplaceLineEndings("\n").Trim();

    private static bool EstLue(string nom) => ReconnaissancePlan.EstUneFeuilleDeDetails(nom) && EnTete.Normaliser(nom) != EnTete.Normaliser(ColonnesEchange.FeuilleNotice);

    private static string NomExact(string nom) =>
        new[] { ColonnesEchange.FeuilleOperations, ColonnesEchange.FeuilleFinancements, ColonnesEchange.FeuilleIndicateurs }.First(n => EnTete.Normaliser(n) == EnTete.Normaliser(nom));
}
