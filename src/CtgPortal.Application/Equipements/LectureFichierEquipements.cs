using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Application.Equipements;

/// <summary>Compares the lines of a sheet with annexe 2 as it is: the same file read twice adds nothing the second time.</summary>
internal sealed class LectureFichierEquipements(
    ClasseurLu classeur, LectureTableur lecture, IReadOnlyList<CommunePerimetre> perimetre, IReadOnlyList<EquipementSoutenu> existants)
{
    private static readonly string[] Comptes = ["équipement", "structure", "service"];

    private readonly LecteurDeLigne _lecteur = new(lecture, perimetre);
    private readonly Dictionary<string, EquipementSoutenu> _parCode = existants.ToDictionary(e => e.Code, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, EquipementSoutenu> _parNom = existants.ToLookup(e => Cle(e.Description));
    // after those of the convention and those that the file gives by itself
    private int _numero = existants.Select(e => EquipementSoutenu.NumeroDe(e.Code))
        .Concat(classeur.Feuilles[lecture.Feuille].Lignes.Select(l => EquipementSoutenu.NumeroDe(l.Cellule(lecture.Champs.ToList().IndexOf(ColonnesEquipement.Code))))).DefaultIfEmpty().Max();

    // what this file has said already, and on which line
    private readonly Dictionary<string, int> _vus = [];

    public RapportEquipements Comparer(StatutConvention etape, int? attendu)
    {
        var feuille = classeur.Feuilles[lecture.Feuille];
        List<int> ignorees = [];
        List<LigneEquipement> lignes = [];
        foreach (var ligne in feuille.Lignes.Where(l => l.Numero > lecture.LigneEnTete))
        {
            if (ReconnaissanceTableur.EstUnTotal(ligne) || lecture.Champs.Select((c, i) => c.Length > 0 && ligne.Cellule(i).Length > 0).All(x => !x))
            {
                ignorees.Add(ligne.Numero);
            }
            else
            {
                lignes.Add(Lire(ligne));
            }
        }

        var rapport = new RapportEquipements(lignes)
        {
            Ignorees = ignorees,
            Attendu = attendu,
            Annonce = ReconnaissanceTableur.Annonce(feuille, lecture.LigneEnTete, Comptes),
            FeuillesMasquees = [.. classeur.Feuilles.Where((f, i) => f.Masquee && i != lecture.Feuille).Select(f => f.Nom)],
            Feuille = feuille,
        };
        return rapport with
        {
            Obstacles =
            [
                .. EquipementSoutenu.Obstacles(etape),
                .. When(!lecture.Champs.Contains(ColonnesEquipement.Nom), "colonne-nom-absente", "Dites quelle colonne donne le nom de l’équipement ou du service."),
                .. When(
                    feuille.EstTronquee, "trop-de-lignes",
                    $"Cette feuille a plus de {FeuilleLue.LignesMax:N0} lignes. Gardez celles des équipements, puis envoyez de nouveau le fichier."),
                .. EquipementSoutenu.ObstaclesAuNombre(existants.Count + rapport.Nombre(SuiteLigne.Nouvelle)),
                .. When(!rapport.ChangeQuelqueChose, RapportTableur.RienAEcrire, "Ce fichier n’apporte rien de nouveau : la convention dit déjà la même chose."),
            ],
        };
    }

    private LigneEquipement Lire(LigneLue ligne)
    {
        var code = _lecteur.Code(ligne);
        var existant = code.Length > 0 ? _parCode.GetValueOrDefault(code) : _parNom[Cle(_lecteur.Nom(ligne), _lecteur.Commune(ligne, []).Nom)].FirstOrDefault(e => _lecteur.EstDuType(ligne, e.Description));
        List<RemarqueLigne> remarques = [];
        var description = _lecteur.Lire(ligne, existant?.Description, remarques);
        if (description is null)
        {
            return new(ligne.Numero, SuiteLigne.Ecartee, code, _lecteur.Nom(ligne), null, null, [], remarques);
        }

        string[] cles = code.Length > 0 ? [$"code {code.ToUpperInvariant()}"] : [CleEntiere(description), .. existant is null ? Array.Empty<string>() : [$"code {existant.Code}"]];
        if (cles.Where(_vus.ContainsKey).Select(c => (int?)_vus[c]).FirstOrDefault() is { } avant)
        {
            remarques.Add(new(NatureRemarque.Doublon, $"Même équipement qu’à la ligne {avant}."));
            return new(ligne.Numero, SuiteLigne.Doublon, code, description.Nom, null, null, [], remarques);
        }

        foreach (var cle in cles.Append(CleEntiere(description)))
        {
            _vus.TryAdd(cle, ligne.Numero);
        }

        if (existant is not null)
        {
            var changements = existant.Differences(description);
            return new(ligne.Numero, changements.Count == 0 ? SuiteLigne.Inchangee : SuiteLigne.Modifiee, existant.Code, description.Nom, description, existant.Id, changements, remarques);
        }

        remarques.AddRange(LecteurDeLigne.Manques(description));
        var nouveau = code.Length > 0 ? code.ToUpperInvariant() : EquipementSoutenu.CodeDe(++_numero);
        return new(ligne.Numero, SuiteLigne.Nouvelle, nouveau, description.Nom, description, null, [], remarques);
    }

    /// <summary>One centre may be an accueil extrascolaire and an accueil périscolaire.</summary>
    private static string CleEntiere(DescriptionEquipement description) => $"{Cle(description)}|{description.Type}";

    private static string Cle(DescriptionEquipement description) => Cle(description.Nom, description.Commune);

    private static string Cle(string nom, string? commune) => $"{EnTete.Normaliser(nom)}|{EnTete.Normaliser(commune ?? "")}";
}
