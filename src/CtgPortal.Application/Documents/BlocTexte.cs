using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CtgPortal.Application.Marques;

namespace CtgPortal.Application.Documents;

[JsonConverter(typeof(JsonStringEnumConverter<TypeBloc>))]
public enum TypeBloc
{
    [JsonStringEnumMemberName("paragraphe")]
    Paragraphe,

    [JsonStringEnumMemberName("liste")]
    Liste,

    [JsonStringEnumMemberName("liste-numerotee")]
    ListeNumerotee,
}

[Description("Bloc d’un texte : un paragraphe, une liste à puces ou une liste numérotée.")]
public sealed partial record BlocTexte
{
    public required TypeBloc Type { get; init; }

    [Description("Texte du paragraphe, avec ses marques : **gras**, *italique*, [lien](https://…).")]
    [Marques(SurUneLigne = true)]
    public string? Texte { get; init; }

    [Description("Éléments de la liste, avec les mêmes marques.")]
    [Marques(SurUneLigne = true)]
    public IReadOnlyList<string> Elements { get; init; } = [];

    [Description("Numéro du premier élément d’une liste numérotée.")]
    public int? Premier { get; init; }

    public static BlocTexte Paragraphe(string texte) => new() { Type = TypeBloc.Paragraphe, Texte = texte };

    public static BlocTexte Liste(params IReadOnlyList<string> elements) => new() { Type = TypeBloc.Liste, Elements = elements };

    public static BlocTexte ListeNumerotee(int premier, params IReadOnlyList<string> elements) =>
        new() { Type = TypeBloc.ListeNumerotee, Elements = elements, Premier = premier };

    /// <summary>
    /// Reads what people type: one paragraph per line, a list for lines that begin with « - », « • » or « * », a numbered one for
    /// « 1. » and the numbers that follow it. The marks inside lines are left to <see cref="TexteRiche.Passages"/>.
    /// </summary>
    public static IReadOnlyList<BlocTexte> DepuisTexte(string? texte)
    {
        List<BlocTexte> blocs = [];
        List<string> elements = [];
        int? premier = null;
        foreach (var ligne in (texte ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ligne.Length > 1 && ligne[0] is '-' or '•' or '*' && ligne[1] == ' ')
            {
                FermerListe(premier is not null);
                elements.Add(ligne[2..].TrimStart());
            }
            else if (Numero().Match(ligne) is { Success: true } numero)
            {
                var rang = int.Parse(numero.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
                FermerListe(premier is null || premier + elements.Count != rang);
                premier ??= rang;
                elements.Add(ligne[numero.Length..]);
            }
            else
            {
                FermerListe();
                blocs.Add(Paragraphe(ligne));
            }
        }

        FermerListe();
        return blocs;

        void FermerListe(bool autre = true)
        {
            if (autre && elements.Count > 0)
            {
                blocs.Add(premier is { } rang ? ListeNumerotee(rang, [.. elements]) : Liste([.. elements]));
                elements.Clear();
                premier = null;
            }
        }
    }

    /// <summary>The text that <see cref="DepuisTexte"/> reads as these blocks.</summary>
    public static IEnumerable<string> EnLignes(IEnumerable<BlocTexte> blocs) => blocs.SelectMany(b => b.Type switch
    {
        TypeBloc.Paragraphe => [b.Texte ?? ""],
        TypeBloc.Liste => b.Elements.Select(e => $"- {e}"),
        TypeBloc.ListeNumerotee => b.Elements.Select((e, i) => $"{b.Premier + i}. {e}"),
        _ => throw new ArgumentOutOfRangeException(nameof(blocs), b.Type, null),
    });

    [GeneratedRegex(@"^(\d{1,3})\. +(?=\S)")]
    private static partial Regex Numero();
}
