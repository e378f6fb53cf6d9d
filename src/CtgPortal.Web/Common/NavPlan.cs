using CtgPortal.Application.Equipements;

namespace CtgPortal.Web.Common;

/// <summary>What <c>_NavPlan</c> shows under the title of the pages of the tab « Plan ».</summary>
/// <param name="Adresse">Of the convention.</param>
/// <param name="Actif">One of the keys of <see cref="Parties"/>.</param>
public sealed record NavPlan(string Adresse, string Actif)
{
    /// <summary>The same parts in the same order everywhere.</summary>
    public static IReadOnlyList<(string Cle, string Libelle, string Chemin, string Icone)> Parties { get; } =
    [
        ("plan", "Plan d’actions", "/plan", "bullseye"),
        ("equipements", "Équipements soutenus", "/equipements", "building"),
        ("petite-enfance", "Petite enfance", "/petite-enfance", "balloon-heart"),
        ("commentaires", "Commentaires", "/commentaires", "chat-left-text"),
    ];
}

/// <summary>The breadcrumb of the pages about équipements.</summary>
internal static class FilEquipements
{
    public static Etape[] Pour(Application.Conventions.EnTeteConvention enTete, params Etape[] suite) =>
    [
        new("Conventions", "/conventions"), new(enTete.Intitule, $"/conventions/{enTete.Id.Value}"),
        new("Équipements soutenus", suite.Length == 0 ? null : $"/conventions/{enTete.Id.Value}/equipements"), .. suite,
    ];
}

/// <summary>Where the proofs of the checklist are.</summary>
internal static class LieuxPreuves
{
    /// <param name="convention">Address of the convention.</param>
    public static string Adresse(string convention, LieuPreuve lieu) => convention + lieu.Nature switch
    {
        NatureLieu.Equipements => "/equipements",
        NatureLieu.Equipement => $"/equipements/{lieu.Id}",
        NatureLieu.Fiche => $"/fiches/{lieu.Id}",
        NatureLieu.Plan => "/plan",
        NatureLieu.Constat => $"/diagnostic/constats/{lieu.Id}",
        NatureLieu.Constats => "/diagnostic/constats",
        NatureLieu.Indicateur => $"/diagnostic/indicateurs/{lieu.Id}",
        NatureLieu.Chiffres => "/diagnostic",
        NatureLieu.Atelier => $"/ateliers/{lieu.Id}",
        NatureLieu.Ateliers => "/ateliers",
        NatureLieu.Enquete => $"/diagnostic/enquetes/{lieu.Id}",
        NatureLieu.Enquetes => "/diagnostic/enquetes",
        _ => throw new ArgumentOutOfRangeException(nameof(lieu), lieu.Nature, null),
    };
}
