using Microsoft.AspNetCore.WebUtilities;

namespace CtgPortal.Web.Common;

/// <summary>One step of the breadcrumb; the last one, without address, is the page itself.</summary>
public sealed record Etape(string Libelle, string? Adresse = null);

/// <summary>One line of a task list.</summary>
/// <param name="Adresse">Where it is done; null when the person cannot act on it.</param>
public sealed record Tache(string Libelle, string? Adresse, EtatTache Etat, string? Precision = null);

public enum EtatTache
{
    Fait,
    AFaire,
    Facultatif,
    PasEncore,
}

/// <summary>One line of a history; <paramref name="Details"/> are the fields that changed, old and new.</summary>
public sealed record LigneHistorique(
    DateTimeOffset Le, string Qui, string Phrase, string Icone = "circle", IReadOnlyList<ChampModifie>? Details = null);

public sealed record ChampModifie(string Libelle, string? Avant, string? Apres);

/// <summary>One part of a stacked bar.</summary>
/// <param name="Couleur">One of the classes <c>serie-1</c> to <c>serie-8</c>, or <c>serie-vide</c>.</param>
public sealed record Segment(string Libelle, decimal Valeur, string Couleur);

/// <summary>Pages of a list, numbered by the parameter <c>p</c> (<c>page</c> is taken by Razor Pages); the filters of the address are kept.</summary>
public sealed record Pagination(int Page, int TaillePage, int Total, string Unite = "résultat", string? UnitePluriel = null)
{
    public int Pages => Application.Common.Pagination.Nombre(Total, TaillePage);

    public int Premier => Total == 0 ? 0 : ((Page - 1) * TaillePage) + 1;

    public int Dernier => Math.Min(Page * TaillePage, Total);

    /// <summary>First, last and the neighbours of the current page; 0 stands for a gap.</summary>
    public IEnumerable<int> Numeros()
    {
        var precedent = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Page) <= 1))
        {
            if (page > precedent + 1)
            {
                yield return page == precedent + 2 ? page - 1 : 0;
            }

            yield return precedent = page;
        }
    }
}

/// <summary>Addresses that keep the filters people have set.</summary>
public static class Adresses
{
    /// <summary>The current address with some parameters changed; an empty value removes its parameter.</summary>
    public static string Avec(this HttpRequest request, params (string Nom, string? Valeur)[] parametres)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(parametres);

        var query = request.Query
            .Where(q => !Array.Exists(parametres, p => string.Equals(p.Nom, q.Key, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(q => q.Value, (q, valeur) => KeyValuePair.Create(q.Key, valeur))
            .Concat(parametres.Select(p => KeyValuePair.Create(p.Nom, p.Valeur)))
            .Where(q => !string.IsNullOrEmpty(q.Value));
        return QueryHelpers.AddQueryString($"{request.PathBase}{request.Path}", query);
    }
}
