using System.Text.Json;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CtgPortal.Infrastructure.Persistence;

/// <summary>What a fiche said once, kept as jsonb and never written again: also as it was written before its objectives were lines.</summary>
internal static class ContenuFicheJson
{
    public static PropertyBuilder<ContenuFiche> EnContenuDeFiche(this PropertyBuilder<ContenuFiche> builder) => builder.EnJson(texte => Lire(texte));

    public static ContenuFiche Lire(string texte)
    {
        var contenu = JsonSerializer.Deserialize<ContenuFiche>(texte, JournalJson.Options)!;
        return contenu.Objectifs is null ? contenu with { Objectifs = EnUnTexte(texte) } : contenu;
    }

    /// <summary>One text, an objective a line.</summary>
    private static IReadOnlyList<LigneObjectif> EnUnTexte(string contenu)
    {
        using var document = JsonDocument.Parse(contenu);
        var ecrit = document.RootElement.GetProperty("quoi").TryGetProperty("objectifsOperationnels", out var texte) ? texte.GetString() : null;
        return [.. Objectif.Lignes(ecrit).Distinct().Select(l => new LigneObjectif(ObjectifId.DeTexte(l), new(l)))];
    }
}
