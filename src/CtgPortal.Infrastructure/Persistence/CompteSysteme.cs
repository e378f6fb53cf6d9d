namespace CtgPortal.Infrastructure.Persistence;

/// <summary>
/// PostgreSQL refuses to run as root. When the portal does (a container, a CI machine), the cluster runs as <c>nobody</c>,
/// through the first of setpriv, runuser and su that works; otherwise as whoever runs the portal.
/// </summary>
internal sealed class CompteSysteme
{
    private readonly IReadOnlyList<string> _prefixe;
    private readonly string? _proprietaire;

    private CompteSysteme(IReadOnlyList<string> prefixe, string? proprietaire) => (_prefixe, _proprietaire) = (prefixe, proprietaire);

    public bool EstUnAutre => _proprietaire is not null;

    public static async Task<CompteSysteme> TrouverAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new([], null);
        }

        var ids = await Task.WhenAll(
            Commande.ExecuterAsync("id", ["-u", "nobody"], cancellationToken), Commande.ExecuterAsync("id", ["-g", "nobody"], cancellationToken));
        var (uid, gid) = (ids[0], ids[1]);
        if (uid.Code != 0 || gid.Code != 0)
        {
            throw new PostgresPriveException(
                "PostgreSQL refuse de tourner sous le compte root, et le compte « nobody » n’existe pas sur cette machine : lancez le portail sous un compte ordinaire, ou donnez la chaîne de connexion ConnectionStrings__CtgPortal.",
                uid.Sortie + gid.Sortie);
        }

        var (u, g) = (uid.Sortie.Trim(), gid.Sortie.Trim());
        string[][] moyens =
        [
            ["setpriv", $"--reuid={u}", $"--regid={g}", "--clear-groups", "--"],
            ["runuser", "-u", "nobody", "--"],
            ["su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"],
        ];
        foreach (var moyen in moyens)
        {
            var (code, _) = await Commande.ExecuterAsync(moyen[0], [.. moyen[1..], "true"], cancellationToken);
            if (code == 0)
            {
                return new(moyen, $"{u}:{g}");
            }
        }

        throw new PostgresPriveException(
            "PostgreSQL refuse de tourner sous le compte root, et ni setpriv, ni runuser, ni su ne permettent d’en changer : installez util-linux, ou lancez le portail sous un compte ordinaire.");
    }

    public (string Fichier, IReadOnlyList<string> Arguments) Ligne(string fichier, params IEnumerable<string> arguments) =>
        _prefixe.Count == 0 ? (fichier, [.. arguments]) : (_prefixe[0], [.. _prefixe.Skip(1), fichier, .. arguments]);

    public Task<(int Code, string Sortie)> ExecuterAsync(
        string fichier, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var ligne = Ligne(fichier, arguments);
        return Commande.ExecuterAsync(ligne.Fichier, ligne.Arguments, cancellationToken);
    }

    public async Task DonnerAsync(string chemin, CancellationToken cancellationToken)
    {
        if (_proprietaire is null)
        {
            return;
        }

        var (code, sortie) = await Commande.ExecuterAsync("chown", ["-h", _proprietaire, chemin], cancellationToken);
        if (code != 0)
        {
            throw new PostgresPriveException($"« {chemin} » ne peut pas être donné au compte qui fait tourner PostgreSQL : vérifiez les droits de ce dossier.", sortie);
        }
    }

    public async Task<bool> PeutEcrireDansAsync(string dossier, CancellationToken cancellationToken)
    {
        if (_proprietaire is null)
        {
            return true;
        }

        var (code, _) = await ExecuterAsync("/bin/sh", ["-c", "test -w \"$1\" && test -x \"$1\"", "sh", dossier], cancellationToken);
        return code == 0;
    }
}
