using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Versions;

/// <summary>The parts of a convention, as people filter what changed.</summary>
public enum PartieComparee
{
    Cadre,
    Parties,
    Perimetre,
    Texte,
    Plan,
    Diagnostic,
    Ateliers,
    Fil,
    Equipements,
    Suivi,
}

public enum NatureDifference
{
    Ajout,
    Retrait,
    Modification,
}

public enum NatureChamp
{
    /// <summary>Compared word by word.</summary>
    Texte,

    /// <summary>Compared item by item.</summary>
    Liste,

    /// <summary>A date, a choice, a name: before and after.</summary>
    Valeur,

    /// <summary>A figure: before, after, and the gap.</summary>
    Nombre,

    /// <summary>The same in euros.</summary>
    Montant,
}

/// <summary>One field that is not the same.</summary>
/// <param name="Code">Stable, unique within its thing.</param>
/// <param name="Avant">In words; null where there was nothing.</param>
/// <param name="Apres">In words; null where there is nothing any more.</param>
/// <param name="Fragments">Of a text or a list; empty for the others.</param>
/// <param name="Ecart">Of two figures, signed and in words: « + 45 000 € ».</param>
/// <param name="Contractuel">It binds the parties: changed, it asks for their signature again.</param>
public sealed record ChampCompare(
    string Code, string Libelle, NatureChamp Nature, string? Avant, string? Apres, IReadOnlyList<Fragment> Fragments, string? Ecart, bool Contractuel);

/// <summary>Where a part of the plan stood and stands.</summary>
/// <param name="Contractuel">It stands in another part; its rank among its like binds nobody.</param>
public sealed record Deplacement(string? De, string? Vers, string? NumeroAvant, string? NumeroApres, bool Contractuel);

/// <summary>One thing of a convention that is not the same in two dossiers; named once.</summary>
/// <param name="Genre">« fiche », « article », « constat »…</param>
/// <param name="Sujet">« Fiche 7 – Créer un relais ».</param>
/// <param name="Contexte">What it belongs to: its axe, its theme.</param>
/// <param name="Deplacement">Null unless it moved.</param>
/// <param name="Contractuelle">It binds the parties: it asks for their signature again.</param>
public sealed record DifferenceDossier(
    PartieComparee Partie, NatureDifference Nature, string Genre, string Sujet, string? Contexte, Deplacement? Deplacement, IReadOnlyList<ChampCompare> Champs,
    bool Contractuelle)
{
    public int MotsAjoutes => Champs.Sum(c => MotsCompares.Mots(c.Fragments, EtatFragment.Insere));

    public int MotsRetires => Champs.Sum(c => MotsCompares.Mots(c.Fragments, EtatFragment.Supprime));

    /// <summary>The part of it that binds and the part that does not; null for an empty part. What comes or goes is whole.</summary>
    public (DifferenceDossier? Engage, DifferenceDossier? Libre) Separer()
    {
        if (!Contractuelle || Nature != NatureDifference.Modification)
        {
            return Contractuelle ? (this, null) : (null, this);
        }

        var (engages, libres) = (Champs.Where(c => c.Contractuel).ToList(), Champs.Where(c => !c.Contractuel).ToList());
        var place = Deplacement is { Contractuel: true };
        return (
            this with { Champs = engages, Deplacement = place ? Deplacement : null },
            libres.Count > 0 || (Deplacement is not null && !place)
                ? this with { Champs = libres, Deplacement = place ? null : Deplacement, Contractuelle = false }
                : null);
    }
}

/// <summary>What is not the same in two dossiers of one convention.</summary>
/// <param name="SansVecu">
/// A frozen text holds neither signatures nor follow-up: they are then not compared, rather than told as new.
/// </param>
public sealed record ComparaisonDossiers(IReadOnlyList<DifferenceDossier> Differences, ArgentCompare Argent, bool SansVecu)
{
    public bool EstVide => Differences.Count == 0;

    /// <summary>Something that binds the parties is not the same.</summary>
    public bool EngageAutrement => Differences.Any(d => d.Contractuelle);

    public IReadOnlyList<PartieComparee> Parties => [.. Differences.Select(d => d.Partie).Distinct().Order()];
}

/// <summary>What the fiches plan to spend, all together; null when no fiche says anything.</summary>
public sealed record ArgentCompare(decimal? Avant, decimal? Apres)
{
    public decimal Ecart => (Apres ?? 0) - (Avant ?? 0);
}
