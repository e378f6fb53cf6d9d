using CtgPortal.Domain.Comptes;

namespace CtgPortal.Application.Brouillons;

/// <summary>
/// What a person typed in a form and has not saved: theirs alone, offered again when they come back from any machine, deleted by the
/// save, forgotten after <see cref="JoursGardes"/> days.
/// </summary>
public sealed class Brouillon
{
    public const int FormulaireLongueurMax = 300;
    public const int TitreLongueurMax = 300;
    public const int ContenuLongueurMax = 300_000;

    /// <summary>Per person; the oldest goes away.</summary>
    public const int Max = 50;

    public const int JoursGardes = 30;

    private Brouillon()
    {
    }

    public UtilisateurId UtilisateurId { get; private init; }

    /// <summary>The address of the form.</summary>
    public string Formulaire { get; private init; } = "";

    /// <summary>What the form is about, as its page is called.</summary>
    public string Titre { get; private set; } = "";

    /// <summary>The fields as the script wrote them; the portal does not read them.</summary>
    public string Contenu { get; private set; } = "";

    public DateTimeOffset Le { get; private set; }

    internal static Brouillon Commencer(UtilisateurId utilisateur, string formulaire) => new() { UtilisateurId = utilisateur, Formulaire = formulaire };

    internal void Garder(string titre, string contenu, DateTimeOffset now) => (Titre, Contenu, Le) = (titre, contenu, now);
}
