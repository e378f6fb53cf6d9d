namespace CtgPortal.Domain.Plans;

/// <summary>The same place written by two persons in two ways.</summary>
/// <param name="Champ">Code of the field, see <see cref="ChampsFiche"/>.</param>
/// <param name="Ligne">Key of the line, for a field made of lines.</param>
/// <param name="Titre">That line in a few words.</param>
/// <param name="Colonne">Code of the cell of that line; null when one took away the line that the other changed.</param>
/// <param name="Depart">As both read it; the three values are written as in the journal, null for nothing.</param>
public sealed record ConflitFiche(string Champ, string? Ligne, string? Titre, string? Colonne, string? Depart, string? Mien, string? Leur)
{
    /// <summary>What a choice names.</summary>
    public string Cle => string.Join('/', new[] { Champ, Ligne, Colonne }.OfType<string>());
}

public enum Camp
{
    Mien,
    Leur,
}

/// <summary>Applies the choices already made, and notes what remains to choose.</summary>
internal sealed class ArbitreFusion(IReadOnlyDictionary<string, Camp> choix)
{
    private readonly Dictionary<string, ConflitFiche> _conflits = [];

    public IReadOnlyList<ConflitFiche> Conflits => [.. _conflits.Values];

    /// <summary>Whether what was typed takes the place of what is stored; what is stored stays while nobody chose.</summary>
    public bool Garde(ConflitFiche conflit)
    {
        if (choix.TryGetValue(conflit.Cle, out var camp))
        {
            return camp == Camp.Mien;
        }

        _conflits[conflit.Cle] = conflit;
        return false;
    }
}

/// <summary>
/// Two persons wrote on the same fiche from the same start: what does not collide is all kept, what does is told place by place.
/// </summary>
/// <param name="Contenu">Complete when there is no conflict; otherwise what is stored stays at the places in conflict.</param>
public sealed record FusionFiche(ContenuFiche Contenu, IReadOnlyList<ConflitFiche> Conflits)
{
    private static readonly string[] Dates = ["debut", "fin", "amelioration-continue"];

    /// <param name="depart">What the person was shown.</param>
    /// <param name="actuel">What is stored now.</param>
    /// <param name="saisi">What the person typed, normalised.</param>
    /// <param name="choix">By <see cref="ConflitFiche.Cle"/>, what the person chose.</param>
    public static FusionFiche Fusionner(
        ContenuFiche depart, ContenuFiche actuel, ContenuFiche saisi, IReadOnlyDictionary<string, Camp>? choix = null)
    {
        var etats = new TroisEtats(depart, actuel, saisi);
        var arbitre = new ArbitreFusion(choix ?? new Dictionary<string, Camp>());
        var contenu = ChampsFiche.Tous.Aggregate(actuel, (vers, champ) => champ.Fusionner(etats, vers, arbitre));
        var siTousMiens = arbitre.Conflits.Where(c => Dates.Contains(c.Champ)).Aggregate(contenu, (vers, c) => ChampsFiche.De(c.Champ).Copier(saisi, vers));
        if (actuel.Quand.EstCoherente && !(contenu.Quand.EstCoherente && siTousMiens.Quand.EstCoherente))
        {
            contenu = Dates.Select(ChampsFiche.De).Aggregate(contenu, (vers, champ) => Ensemble(champ, etats, vers, arbitre));
        }

        return new(contenu, arbitre.Conflits);
    }

    /// <summary>Dates that would not go together once merged are chosen together.</summary>
    private static ContenuFiche Ensemble(ChampFiche champ, TroisEtats etats, ContenuFiche vers, ArbitreFusion arbitre)
    {
        var (depart, actuel, saisi) = etats;
        var garde = !champ.Egal(saisi, actuel)
            && arbitre.Garde(new(champ.Code, null, null, null, champ.Texte(depart), champ.Texte(saisi), champ.Texte(actuel)));
        return champ.Copier(garde ? saisi : actuel, vers);
    }
}
