using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Plans;

public readonly record struct ObjectifId(Guid Value) : IStronglyTypedId<ObjectifId>
{
    public static ObjectifId From(Guid value) => new(value);

    public static ObjectifId New() => new(Guid.CreateVersion7());

    /// <summary>For a line of the text that held the objectives once: the same words are the same objective, in each state of a fiche.</summary>
    public static ObjectifId DeTexte(string texte) =>
        new(Guid.ParseExact(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte)).AsSpan(0, 16)), "N"));
}

/// <param name="Texte">One line, with the marks of a long text.</param>
/// <param name="Indicateur">The one of the fiche that tells whether it is reached.</param>
public sealed record DescriptionObjectif(string Texte, IndicateurFicheId? Indicateur = null);

/// <summary>An operational objective of a fiche in a <see cref="ContenuFiche"/>.</summary>
public sealed record LigneObjectif(ObjectifId Id, DescriptionObjectif Description)
{
    public override string ToString() => Description.Texte;

    /// <summary>With the name of its indicator, which only the fiche knows.</summary>
    internal string Dans(ContenuFiche fiche) => Indicateur(fiche) is { } nom ? $"{Description.Texte} | {nom}" : Description.Texte;

    internal string? Indicateur(ContenuFiche fiche) => fiche.Indicateurs.FirstOrDefault(i => i.Id == Description.Indicateur)?.Description.Intitule;

    public LigneObjectif MesurePar(IndicateurFicheId? indicateur) => this with { Description = Description with { Indicateur = indicateur } };
}

/// <summary>What the action must obtain, one thing at a time.</summary>
public sealed partial class Objectif
{
    public const int Max = 200;

    internal Objectif(ObjectifId id) => Id = id;

    private Objectif()
    {
    }

    public static GenreDeLigne<LigneObjectif> Genre { get; } = new(
        o => o.Id.Value.ToString(), o => Court(o.Description.Texte), _ => true,
        [
            new("texte", NatureChamp.TexteLong, o => o.Description.Texte, (vers, de) => vers with { Description = vers.Description with { Texte = de.Description.Texte } }),
            new(
                "indicateur", NatureChamp.TexteCourt, o => o.Description.Indicateur, (vers, de) => vers.MesurePar(de.Description.Indicateur),
                (o, fiche) => o.Indicateur(fiche)),
        ],
        (o, fiche) => o.Dans(fiche));

    public ObjectifId Id { get; private init; }

    public int Rang { get; private set; }

    public string Texte { get; private set; } = "";

    public IndicateurFicheId? IndicateurFicheId { get; private set; }

    /// <summary>The objectives that a text says, one a line, without the bullet or the number before it.</summary>
    public static IReadOnlyList<string> Lignes(string? texte) =>
    [
        .. (texte ?? "").Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Split('\n').Select(l => Puces().Replace(l.Trim(), "").Trim()).Where(l => l.Length > 0),
    ];

    public DescriptionObjectif Decrit() => new(Texte, IndicateurFicheId);

    internal void Decrire(DescriptionObjectif d, int rang) => (Rang, Texte, IndicateurFicheId) = (rang, d.Texte, d.Indicateur);

    /// <summary>As they are kept: on one line, each said once, measured by indicators that the fiche has.</summary>
    internal static IReadOnlyList<LigneObjectif> Normaliser(IReadOnlyList<LigneObjectif> objectifs, IReadOnlyList<LigneIndicateur> indicateurs)
    {
        Limites.Exiger(objectifs.Count, Max, "objectifs-operationnels");
        var connus = indicateurs.Select(i => i.Id).ToHashSet();
        return
        [
            .. objectifs
                .Select(o => new LigneObjectif(o.Id, new(
                    Common.Texte.Obligatoire(string.Join(' ', Lignes(o.Description.Texte)), "objectif", Limites.LongMax),
                    o.Description.Indicateur is { } lien && connus.Contains(lien) ? lien : null)))
                .GroupBy(o => o.Description.Texte)
                .Select(memes => memes.First().MesurePar(memes.Select(o => o.Description.Indicateur).FirstOrDefault(i => i is not null))),
        ];
    }

    private static string Court(string texte) => texte.Length <= 80 ? texte : $"{texte.AsSpan(0, 80).TrimEnd()}…";

    [GeneratedRegex(@"^(?:(?:[-•–]|[0-9]{1,2}[.)])[ \t\u00A0]+)+")]
    private static partial Regex Puces();
}
