using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CtgPortal.Benchmarks;

/// <summary>Somebody who writes a fiche and looks at its pages: the answer to each pause, and what the typesetters hold in the end.</summary>
internal static partial class BancApercu
{
    private const int Apercus = 300;
    private const int Tranche = 100;

    /// <summary>PAUSE of epreuve.js: what the script waits for after the last key.</summary>
    private const int Pause = 600;

    /// <param name="client">Signed in, as who writes the fiche.</param>
    /// <param name="formulaire">Address of a form of the fiche.</param>
    public static async Task MesurerAsync(Portail portail, HttpClient client, string formulaire, CancellationToken cancellationToken)
    {
        var page = await client.GetStringAsync(new Uri(formulaire, UriKind.Relative), cancellationToken);
        var (jeton, revision) = (Portail.Jeton().Match(page).Groups[1].Value, Revision().Match(page).Groups[1].Value);
        Console.WriteLine($"Preview of a fiche, {Apercus} in a row by one person, each with one more word (the script waits {Pause} ms after the last key)");
        var durees = new List<double>();
        var (octets, fin, texte) = (0L, 0, "");
        for (var i = 1; i <= Apercus; i++)
        {
            texte = $"{texte} mot{i}";
            var depart = Stopwatch.GetTimestamp();
            using var reponse = await client.PostAsync(
                new Uri($"{formulaire}?handler=Apercu", UriKind.Relative),
                new FormUrlEncodedContent([new("__RequestVerificationToken", jeton), new("Input.Revision", revision), new("Input.Descriptif", texte)]),
                cancellationToken);
            if (reponse.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"Preview {i} answered {(int)reponse.StatusCode}.");
            }

            octets += (await reponse.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
            durees.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
            if (i % Tranche == 0)
            {
                var tranche = durees[fin..].Order().ToList();
                fin = durees.Count;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {i,4} previews   median {Charge.Centile(tranche, 0.5),6:0} ms   p99 {Charge.Centile(tranche, 0.99),6:0} ms   typesetters {portail.MemoireDesTypographesMo:0} MB"));
            }
        }

        var toutes = durees.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  from the last key to the new picture: median {Pause + Charge.Centile(toutes, 0.5):0} ms, drawing of {octets / Apercus / 1024} kB before compression, first {durees[0]:0} ms"));
    }

    [GeneratedRegex("name=\"Input.Revision\" value=\"(\\d+)\"")]
    private static partial Regex Revision();
}
