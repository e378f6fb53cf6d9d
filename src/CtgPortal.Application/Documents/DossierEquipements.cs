using System.ComponentModel;

namespace CtgPortal.Application.Documents;

[Description("Équipement ou service soutenu.")]
public sealed record EquipementDossier
{
    [Description("Code de l’équipement dans la convention.")]
    public string? Code { get; init; }

    public required string Nom { get; init; }

    [Description("Établissement d’accueil du jeune enfant, accueil de loisirs, relais petite enfance…")]
    public string? Type { get; init; }

    public string? Gestionnaire { get; init; }

    public string? Commune { get; init; }

    [Description("Collectivités qui le soutiennent.")]
    public IReadOnlyList<string> Soutiens { get; init; } = [];

    [Description("Capacité avec son unité : « 40 places », « 1,5 ETP », « 600 heures ».")]
    public string? Capacite { get; init; }

    [Description("Subvention, délégation de service public, marché, mise à disposition…")]
    public string? ModeSoutien { get; init; }

    [Description("Vrai si le bonus territoire s’applique, faux sinon, absent si ce n’est pas connu.")]
    public bool? BonusTerritoire { get; init; }

    [Description("Vrai pour un équipement qui n’est pas encore ouvert.")]
    public bool EstProjet { get; init; }

    [Description("Année d’ouverture, passée ou prévue.")]
    public int? AnneeOuverture { get; init; }

    public string? Remarque { get; init; }
}
