using System.ComponentModel;
using System.Text.Json;
using CtgPortal.Application.Documents;

namespace CtgPortal.Application.Archives;

/// <summary>What an archiving service has to know of the package.</summary>
public sealed record MetadonneesArchive
{
    [Description("« definitive » quand le document scellé est dans le paquet, « provisoire » sinon.")]
    public required string Etat { get; init; }

    [Description("Intitulé de la convention.")]
    public required string Objet { get; init; }

    public required string Territoire { get; init; }

    [Description("Services dont les archives procèdent.")]
    public required IReadOnlyList<ProducteurArchive> Producteurs { get; init; }

    [Description("Identifiant de la convention dans le portail.")]
    public required string Identifiant { get; init; }

    [Description("Référence imprimée sur chaque page du texte signé.")]
    public required string Reference { get; init; }

    public required int Version { get; init; }

    public required DateOnly FigeLe { get; init; }

    public required DateOnly SigneLe { get; init; }

    [Description("SHA-256 du texte que chacun a signé.")]
    public required string Empreinte { get; init; }

    [Description("Avenants signés par toutes les parties, dans l’ordre.")]
    public IReadOnlyList<AvenantArchive> Avenants { get; init; } = [];

    public DateOnly? DebutPeriode { get; init; }

    public DateOnly? FinPeriode { get; init; }

    public string Langue { get; init; } = "fr";

    public string Type { get; init; } = "Convention territoriale globale";

    public required ConservationArchive Conservation { get; init; }

    public required IReadOnlyList<FichierArchive> Fichiers { get; init; }

    public byte[] Serialiser() => JsonSerializer.SerializeToUtf8Bytes(this, DossierJson.Options);
}

/// <param name="Identifiant">SIREN or INSEE code, or code of the Caf.</param>
public sealed record ProducteurArchive(string Nom, string Role, string? Identifiant);

/// <param name="CompterDu">Day from which a length of keeping runs.</param>
public sealed record ConservationArchive(string Statut, DateOnly? CompterDu, string Duree, string SortFinal)
{
    public static ConservationArchive De(DateOnly? finPeriode) => new(
        "Archives publiques (code du patrimoine, articles L211-4 et L212-6)", finPeriode,
        "À fixer avec le service d’archives compétent : le portail n’en propose pas.", "À fixer avec le service d’archives compétent.");
}

/// <param name="Reference">Printed on each page of its text.</param>
/// <param name="Empreinte">SHA-256 of the text that everybody signed.</param>
public sealed record AvenantArchive(int Numero, string Reference, int Version, DateOnly SigneLe, string Empreinte);

public sealed record FichierArchive(string Chemin, string Description, long Taille, string Empreinte);
