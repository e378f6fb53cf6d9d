using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Presences;

/// <summary>Somebody who has a fiche or an article open: seen a moment ago, or no longer there. Nothing of it outlives the moment.</summary>
public sealed class Presence
{
    public const int CleLongueurMax = 300;
    public const int NomLongueurMax = 250;

    /// <summary>How long somebody who says nothing more is still there: three times what the script waits between two signs.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromSeconds(45);

    private Presence()
    {
    }

    public ConventionId ConventionId { get; private init; }

    /// <summary>The id of the fiche, or the key of the article.</summary>
    public string Cle { get; private init; } = "";

    /// <summary>Null for an article.</summary>
    public FicheActionId? FicheActionId { get; private init; }

    public UtilisateurId UtilisateurId { get; private init; }

    /// <summary>Code of the section whose form is open; empty when the whole is read.</summary>
    public string Section { get; private init; } = "";

    public string Nom { get; private init; } = "";

    /// <summary>Something is typed there and not saved.</summary>
    public bool Ecrit { get; private init; }

    public DateTimeOffset VuLe { get; private init; }
}

/// <summary>Where one can be present: a fiche, or an article of the text.</summary>
public sealed record CiblePresence
{
    private CiblePresence(FicheActionId? fiche, string cle) => (Fiche, Cle) = (fiche, cle);

    /// <summary>Null for an article.</summary>
    public FicheActionId? Fiche { get; }

    public string Cle { get; }

    public static CiblePresence Sur(FicheActionId fiche) => new(fiche, fiche.Value.ToString());

    public static CiblePresence SurPassage(string cle) => new(null, cle);
}

/// <summary>One of the others who are there now.</summary>
/// <param name="Section">The one whose form they have open; null when they read the whole.</param>
public sealed record Present(string Nom, SectionDeFiche? Section, bool Ecrit);

/// <summary>The last save of a fiche or of an article.</summary>
/// <param name="Par">Null when nobody knows.</param>
/// <param name="DeMoi">By the one who asks, elsewhere.</param>
public sealed record DernierEnregistrement(int Revision, string? Par, bool DeMoi, DateTimeOffset? Le);
