namespace CtgPortal.Domain.Plans;

public enum SectionDeFiche
{
    Identite,
    Pourquoi,
    Quoi,
    Objectifs,
    PourQui,
    Qui,
    Quand,
    Operations,
    Moyens,
    Financements,
    Resultats,
    Indicateurs,
}

/// <summary>What a value looks like, for whoever compares it, shows it, types it or reads it from a file.</summary>
public enum NatureChamp
{
    TexteCourt,
    TexteLong,
    Nombre,
    Montant,
    Date,
    Choix,
    OuiNon,
    Liste,
    Lignes,
}

/// <summary>One field of a fiche: how to read it in a content and how to write it there. Declared in <see cref="ChampsFiche"/>.</summary>
public abstract class ChampFiche
{
    private protected ChampFiche(string code, SectionDeFiche section, NatureChamp nature, Type type) =>
        (Code, Section, Nature, Type) = (code, section, nature, type);

    /// <summary>Stable, in kebab-case: the one of the journal.</summary>
    public string Code { get; }

    public SectionDeFiche Section { get; }

    public NatureChamp Nature { get; }

    /// <summary>The type of the value, such as <see cref="NatureAction"/> for a choice.</summary>
    public Type Type { get; }

    public abstract object? Lire(ContenuFiche contenu);

    /// <exception cref="InvalidCastException">A value of another type.</exception>
    public abstract ContenuFiche Ecrire(ContenuFiche contenu, object? valeur);

    public abstract bool Egal(ContenuFiche a, ContenuFiche b);

    /// <summary>The value as the journal writes it; null for nothing.</summary>
    public virtual string? Texte(ContenuFiche contenu) => ChampsFiche.Texte(Lire(contenu));

    /// <summary>The nature of a cell of its lines, for a field made of lines.</summary>
    public virtual NatureChamp NatureDe(string colonne) => Nature;

    /// <summary>Where two contents are not the same in this field: once, or line by line and cell by cell.</summary>
    internal virtual IEnumerable<DifferenceFiche> Comparer(ContenuFiche avant, ContenuFiche apres) =>
        Egal(avant, apres) ? [] : [new(Code, null, null, Texte(avant), Texte(apres))];

    /// <returns><paramref name="vers"/>, with the value of <paramref name="de"/> in this field.</returns>
    public ContenuFiche Copier(ContenuFiche de, ContenuFiche vers) => Ecrire(vers, Lire(de));

    /// <summary>Writes on <paramref name="vers"/>, which begins as what is stored, what was typed in this field since the start.</summary>
    internal abstract ContenuFiche Fusionner(TroisEtats etats, ContenuFiche vers, ArbitreFusion arbitre);
}

/// <summary>One place of a fiche before and after, as the journal writes values; null for nothing.</summary>
/// <param name="Titre">The line in a few words, for a field made of lines.</param>
/// <param name="Colonne">The cell of that line; null when the whole line came or went away.</param>
public sealed record DifferenceFiche(string Champ, string? Titre, string? Colonne, string? Avant, string? Apres);

/// <summary>What a person was shown, what is stored now, and what they typed.</summary>
internal sealed record TroisEtats(ContenuFiche Depart, ContenuFiche Actuel, ContenuFiche Saisi);

/// <summary>A field that has one value.</summary>
internal sealed class ChampSimple<T>(
    string code, SectionDeFiche section, NatureChamp nature, Func<ContenuFiche, T> lire, Func<ContenuFiche, T, ContenuFiche> ecrire)
    : ChampFiche(code, section, nature, typeof(T))
{
    public override object? Lire(ContenuFiche contenu) => lire(contenu);

    public override ContenuFiche Ecrire(ContenuFiche contenu, object? valeur) => ecrire(contenu, (T)valeur!);

    public override bool Egal(ContenuFiche a, ContenuFiche b) => EqualityComparer<T>.Default.Equals(lire(a), lire(b));

    internal override ContenuFiche Fusionner(TroisEtats etats, ContenuFiche vers, ArbitreFusion arbitre)
    {
        var (depart, actuel, saisi) = etats;
        if (Egal(saisi, depart) || Egal(saisi, actuel))
        {
            return vers;
        }

        return Egal(actuel, depart) || arbitre.Garde(new(Code, null, null, null, Texte(depart), Texte(saisi), Texte(actuel)))
            ? Copier(saisi, vers)
            : vers;
    }
}

/// <summary>A choice of several words: what one adds and what the other takes away do not collide.</summary>
internal sealed class ChampListe(
    string code, SectionDeFiche section, Func<ContenuFiche, IReadOnlyList<string>> lire, Func<ContenuFiche, IReadOnlyList<string>, ContenuFiche> ecrire)
    : ChampFiche(code, section, NatureChamp.Liste, typeof(IReadOnlyList<string>))
{
    public override object? Lire(ContenuFiche contenu) => lire(contenu);

    public override ContenuFiche Ecrire(ContenuFiche contenu, object? valeur) => ecrire(contenu, (IReadOnlyList<string>)valeur!);

    public override bool Egal(ContenuFiche a, ContenuFiche b) => lire(a).SequenceEqual(lire(b), StringComparer.Ordinal);

    internal override ContenuFiche Fusionner(TroisEtats etats, ContenuFiche vers, ArbitreFusion arbitre)
    {
        var (depart, actuel, saisi) = etats;
        if (Egal(saisi, depart))
        {
            return vers;
        }

        if (Egal(actuel, depart))
        {
            return Copier(saisi, vers);
        }

        var (avant, ici, la) = (lire(depart), lire(saisi), lire(actuel));
        return ecrire(vers, [.. la.Where(v => ici.Contains(v) || !avant.Contains(v)), .. ici.Where(v => !avant.Contains(v) && !la.Contains(v))]);
    }
}
