using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Avenants;

/// <summary>An article of an avenant.</summary>
/// <param name="Corps">With its marks.</param>
public sealed record ArticleAvenant(string Titre, string Corps)
{
    public const int TitreLongueurMax = 200;
    public const int CorpsLongueurMax = 20_000;

    internal ArticleAvenant Normaliser() => new(
        Texte.Obligatoire(Titre, "titre-article", TitreLongueurMax), Texte.Obligatoire(Corps, "corps-article", CorpsLongueurMax));
}

/// <summary>Somebody who joins the convention by signing the avenant.</summary>
public sealed record PartieEntrante(TypePartie Type, string Nom, string? NomCourt, IReadOnlyList<IdentiteSignataire> Signataires)
{
    /// <summary>Of the party that it becomes: its délibération is written down before.</summary>
    public PartieId Id { get; init; }

    internal PartieEntrante Normaliser() => new(
        Type,
        Texte.Obligatoire(Nom, "partie-nom", Partie.NomLongueurMax),
        Texte.Facultatif(NomCourt, "partie-nom-court", Partie.NomCourtLongueurMax),
        [.. Signataires.Select(s => s.Normaliser())])
    {
        Id = Id == default ? PartieId.New() : Id,
    };

    public override string ToString() => Nom;
}

/// <summary>What an avenant says. The convention stays as it was signed until everybody has signed this.</summary>
/// <param name="NouvelleFin">Last day of the convention once prolonged.</param>
/// <param name="Communes">That enter the perimeter.</param>
public sealed record ContenuAvenant(
    IReadOnlyList<NatureAvenant> Natures,
    string Objet,
    string? Motifs,
    DateOnly? NouvelleFin,
    IReadOnlyList<CommunePerimetre> Communes,
    IReadOnlyList<PartieEntrante> Parties,
    IReadOnlyList<ArticleAvenant> Articles)
{
    public const int ObjetLongueurMax = 300;
    public const int MotifsLongueurMax = 5_000;
    public const int ArticlesMax = 40;
    public const int PartiesMax = 50;

    public bool Fait(NatureAvenant nature) => Natures.Contains(nature);

    /// <exception cref="BusinessRuleException">A text too long, or what cannot be added to this convention.</exception>
    internal ContenuAvenant Normaliser(Convention convention)
    {
        var communes = Communes.DistinctBy(c => c.Code).Select(c => c with { }).ToList();
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Natures.Count == 0, "nature-absente", "Choisissez ce que l’avenant change."),
            .. When(Articles.Count > ArticlesMax, "articles-trop-nombreux", $"Un avenant compte au plus {ArticlesMax} articles."),
            .. When(Parties.Count > PartiesMax, "parties-trop-nombreuses", $"Un avenant fait entrer au plus {PartiesMax} parties."),
            .. ObstaclesALaFin(convention.Periode),
            .. communes.Where(c => convention.Perimetre.Any(p => p.Code == c.Code))
                .Select(c => new Obstacle("commune-deja-couverte", $"{c.Nom} fait déjà partie du périmètre.")),
            .. Parties.Where(p => convention.Parties.Any(x => string.Equals(x.Nom, p.Nom?.Trim(), StringComparison.OrdinalIgnoreCase)))
                .Select(p => new Obstacle("partie-deja-la", $"« {p.Nom} » est déjà partie à la convention.")),
            .. When(
                Parties.DistinctBy(p => p.Nom?.Trim(), StringComparer.OrdinalIgnoreCase).Count() < Parties.Count,
                "partie-deja-la", "Deux parties qui entrent portent le même nom."),
        ]);
        return new(
            [.. Natures.Distinct().Order()],
            Texte.Obligatoire(Objet, "objet-avenant", ObjetLongueurMax),
            Texte.Facultatif(Motifs, "motifs-avenant", MotifsLongueurMax),
            Fait(NatureAvenant.Prolonger) ? NouvelleFin : null,
            Fait(NatureAvenant.AjouterCommunes) ? [.. communes.OrderBy(c => c.Code, StringComparer.Ordinal)] : [],
            Fait(NatureAvenant.AjouterParties) ? [.. Parties.Select(p => p.Normaliser())] : [],
            [.. Articles.Select(a => a.Normaliser())]);
    }

    private IEnumerable<Obstacle> ObstaclesALaFin(Periode? periode) => !Fait(NatureAvenant.Prolonger) || NouvelleFin is not { } fin
        ? []
        : periode is null
            ? [Obstacles.PeriodeAbsente]
            : [.. When(fin <= periode.Fin, "fin-avant-terme", $"La convention va déjà jusqu’au {periode.Fin:dd/MM/yyyy} : choisissez un jour plus lointain."), .. Periode.Obstacles(periode.Debut, fin)];
}
