using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CtgPortal.Web.Common;

/// <summary>Drawings of the icons, taken one by one from the sprite: a page carries the few it shows, not the 1 MB of all.</summary>
public sealed class Icones(IWebHostEnvironment environment)
{
    private const string Sprite = "lib/bootstrap-icons/bootstrap-icons.svg";

    private readonly Lazy<string> _sprite = new(() =>
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(Sprite).CreateReadStream());
        return reader.ReadToEnd();
    });

    private readonly ConcurrentDictionary<string, string> _dessins = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No icon has this name: a mistake of the page.</exception>
    public string Dessin(string nom) => _dessins.GetOrAdd(nom, n =>
    {
        var symbole = Regex.Match(_sprite.Value, $"""<symbol [^>]*id="{Regex.Escape(n)}"[^>]*>(.*?)</symbol>""", RegexOptions.Singleline);
        return symbole.Success ? symbole.Groups[1].Value : throw new ArgumentException($"No icon is named {n}.", nameof(nom));
    });
}
