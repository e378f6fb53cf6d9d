using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(RoleColonne role) => role switch
    {
        RoleColonne.Ignorer => "À ignorer",
        RoleColonne.CodeCommune => "Code de la commune (Insee)",
        RoleColonne.CodeEpci => "Code de l’intercommunalité (Siren)",
        RoleColonne.CodeDepartement => "Code du département",
        RoleColonne.CodeRegion => "Code de la région",
        RoleColonne.CodeTerritoire => "Code de territoires divers",
        RoleColonne.NomTerritoire => "Nom du territoire",
        RoleColonne.Niveau => "Type de territoire",
        RoleColonne.Annee => "Année ou date",
        RoleColonne.Indicateur => "Nom de l’indicateur",
        RoleColonne.Precision => "Précision : âge, sexe, type…",
        RoleColonne.Valeur => "Valeur",
        RoleColonne.Confidentialite => "Secret statistique (CONF_STATUS)",
        RoleColonne.Disponibilite => "Valeur manquante (OBS_STATUS)",
        RoleColonne.Multiplicateur => "Puissance de dix (UNIT_MULT)",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string De(EtatImport etat) => etat switch
    {
        EtatImport.EnDepot => "En cours d’envoi",
        EtatImport.APreciser => "Colonnes à préciser",
        EtatImport.ALire => "En cours de lecture",
        EtatImport.Lu => "À vérifier et écrire",
        EtatImport.Ecrit => "Écrit dans le diagnostic",
        EtatImport.Echoue => "Lecture impossible",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static string De(FormatFichier format) => format switch
    {
        FormatFichier.Csv => "CSV",
        FormatFichier.Xlsx => "classeur Excel",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    public static string De(Situation situation) => situation switch
    {
        Situation.Retenue => "Retenue",
        Situation.Ailleurs => "Ailleurs",
        Situation.AutreMaillage => "Autre découpage",
        Situation.Inconnue => "Inconnue",
        Situation.Absente => "Absente",
        _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, null),
    };

    public static string De(NatureAnomalie nature) => MotsImport.De(nature);

    public static string De(EffetImport effet) => MotsImport.De(effet);
}

/// <summary>Choices of the pages of an import.</summary>
internal static class ChoixImport
{
    private static readonly (string Groupe, RoleColonne[] Roles)[] Groupes =
    [
        ("Où", [RoleColonne.CodeCommune, RoleColonne.CodeEpci, RoleColonne.CodeDepartement, RoleColonne.CodeRegion, RoleColonne.CodeTerritoire, RoleColonne.NomTerritoire, RoleColonne.Niveau]),
        ("Quand", [RoleColonne.Annee]),
        ("Quoi", [RoleColonne.Valeur, RoleColonne.Indicateur, RoleColonne.Precision]),
        ("Ce que vaut la valeur", [RoleColonne.Confidentialite, RoleColonne.Disponibilite, RoleColonne.Multiplicateur]),
    ];

    public static IReadOnlyList<SelectListItem> Roles(RoleColonne choisi) =>
    [
        new(Libelles.De(RoleColonne.Ignorer), nameof(RoleColonne.Ignorer), choisi == RoleColonne.Ignorer),
        .. Groupes.SelectMany(g => new SelectListGroup { Name = g.Groupe } is var groupe
            ? g.Roles.Select(r => new SelectListItem(Libelles.De(r), r.ToString(), r == choisi) { Group = groupe }) : []),
    ];

    /// <summary>The key that a form sends back for a target; <see cref="Lire"/> reads it.</summary>
    public static string Cle(CibleSerie cible) => cible switch
    {
        { Indicateur: { } id } => $"i:{id}",
        { Code: { } code } => $"c:{code}",
        { Intitule: not null } => "nouveau",
        _ => "",
    };

    public static CibleSerie Lire(string? cle, string? intitule) => cle switch
    {
        ['i', ':', .. var id] when Guid.TryParse(id, out var indicateur) => new(Indicateur: indicateur),
        ['c', ':', .. var code] when CatalogueIndicateurs.Trouver(code) is not null => new(Code: code),
        "nouveau" when !string.IsNullOrWhiteSpace(intitule) => new(Intitule: intitule.Trim()),
        _ => CibleSerie.Aucune,
    };

    public static IReadOnlyList<SelectListItem> Cibles(IReadOnlyList<ConsulterImport.IndicateurOffert> presents)
    {
        var (dejaLa, catalogue) = (new SelectListGroup { Name = "Déjà dans le diagnostic" }, new SelectListGroup { Name = "Catalogue" });
        return
        [
            new("Ne pas importer", ""),
            new("Nouvel indicateur, sous ce nom", "nouveau"),
            .. presents.Select(p => new SelectListItem($"{p.Intitule} ({p.Champ})", Cle(new(Indicateur: p.Id))) { Group = dejaLa }),
            .. CatalogueIndicateurs.Tous.Select(e => new SelectListItem($"{e.Intitule} ({e.Champ})", Cle(new(Code: e.Code))) { Group = catalogue }),
        ];
    }
}
