using CtgPortal.Benchmarks;

string[] parts = ["pages", "pdf", "apercu", "demarrage", "salle", "editeurs"];
if (args.Except(parts).ToList() is { Count: > 0 } inconnus)
{
    await Console.Error.WriteLineAsync($"Unknown part: {string.Join(", ", inconnus)}. The parts are: {string.Join(", ", parts)}; none means all.");
    return 2;
}

using var fin = new CancellationTokenSource(TimeSpan.FromMinutes(10));
Console.CancelKeyPress += (_, touche) =>
{
    touche.Cancel = true;
    fin.Cancel();
};

var choisies = args.Length == 0 ? parts : args;
if (choisies.Intersect(["pages", "pdf", "apercu"]).Any())
{
    await using var banc = await Banc.OuvrirAsync(fin.Token);
    if (choisies.Contains("pages"))
    {
        await banc.MesurerPagesAsync(fin.Token);
    }

    if (choisies.Contains("pdf"))
    {
        await banc.MesurerPdfAsync(fin.Token);
    }

    if (choisies.Contains("apercu"))
    {
        await banc.MesurerApercuAsync(fin.Token);
    }

    await banc.MesurerMemoireAsync(fin.Token);
}

if (choisies.Contains("demarrage"))
{
    await Demarrage.MesurerAsync(fin.Token);
}

if (choisies.Contains("salle"))
{
    await BancSalle.MesurerAsync(fin.Token);
}

if (choisies.Contains("editeurs") && !await BancEditeurs.MesurerAsync(fin.Token))
{
    await Console.Error.WriteLineAsync("Something that was acknowledged is missing.");
    return 1;
}

return 0;
