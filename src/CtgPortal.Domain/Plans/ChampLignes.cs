namespace CtgPortal.Domain.Plans;

/// <summary>One cell of the lines of a field: how to read it, and how to carry it from one line to another.</summary>
/// <param name="Dans">What people read of it, when it names something else of the fiche; null: the value itself.</param>
public sealed record ColonneLigne<T>(
    string Code, NatureChamp Nature, Func<T, object?> Lire, Func<T, T, T> Copier, Func<T, ContenuFiche, string?>? Dans = null)
{
    internal string? Texte(T ligne, ContenuFiche fiche) => Dans is null ? ChampsFiche.Texte(Lire(ligne)) : Dans(ligne, fiche);
}

/// <summary>What tells the lines of a field apart, and what they are made of.</summary>
/// <param name="Cle">The identity of a line: two persons speak of the same one when they are equal.</param>
/// <param name="Titre">The line in a few words.</param>
/// <param name="EstCoherente">Whether its cells go together.</param>
/// <param name="Dans">The whole line as people read it, when it names something else of the fiche; null: its own words.</param>
public sealed record GenreDeLigne<T>(
    Func<T, string> Cle, Func<T, string> Titre, Func<T, bool> EstCoherente, IReadOnlyList<ColonneLigne<T>> Colonnes,
    Func<T, ContenuFiche, string>? Dans = null)
    where T : class
{
    internal string? Texte(T? ligne, ContenuFiche fiche) => ligne is null || Dans is null ? ligne?.ToString() : Dans(ligne, fiche);
}

/// <summary>A field made of lines, merged line by line and, within a line, cell by cell.</summary>
public sealed class ChampLignes<T> : ChampFiche
    where T : class, IEquatable<T>
{
    private readonly Func<ContenuFiche, IReadOnlyList<T>> _lire;
    private readonly Func<ContenuFiche, IReadOnlyList<T>, ContenuFiche> _ecrire;

    internal ChampLignes(
        string code, SectionDeFiche section, GenreDeLigne<T> genre,
        Func<ContenuFiche, IReadOnlyList<T>> lire, Func<ContenuFiche, IReadOnlyList<T>, ContenuFiche> ecrire)
        : base(code, section, NatureChamp.Lignes, typeof(IReadOnlyList<T>)) =>
        (Genre, _lire, _ecrire) = (genre, lire, ecrire);

    public GenreDeLigne<T> Genre { get; }

    public IReadOnlyList<T> Lignes(ContenuFiche contenu) => _lire(contenu);

    public override object? Lire(ContenuFiche contenu) => _lire(contenu);

    public override ContenuFiche Ecrire(ContenuFiche contenu, object? valeur) => _ecrire(contenu, (IReadOnlyList<T>)valeur!);

    public override string? Texte(ContenuFiche contenu) => ChampsFiche.Texte(_lire(contenu).Select(l => Genre.Texte(l, contenu)));

    public override bool Egal(ContenuFiche a, ContenuFiche b) => _lire(a).SequenceEqual(_lire(b));

    public override NatureChamp NatureDe(string colonne) => Genre.Colonnes.Single(c => c.Code == colonne).Nature;

    internal override IEnumerable<DifferenceFiche> Comparer(ContenuFiche avant, ContenuFiche apres)
    {
        var (anciennes, nouvelles) = (ParCle(avant), ParCle(apres));
        foreach (var cle in Ordre([.. anciennes.Keys], [.. anciennes.Keys], [.. nouvelles.Keys]))
        {
            var (ancienne, nouvelle) = (anciennes.GetValueOrDefault(cle), nouvelles.GetValueOrDefault(cle));
            if (ancienne is null || nouvelle is null)
            {
                yield return new(Code, Genre.Titre((nouvelle ?? ancienne)!), null, Genre.Texte(ancienne, avant), Genre.Texte(nouvelle, apres));
                continue;
            }

            foreach (var colonne in Genre.Colonnes.Where(c => !Equals(c.Lire(ancienne), c.Lire(nouvelle))))
            {
                yield return new(Code, Genre.Titre(nouvelle), colonne.Code, colonne.Texte(ancienne, avant), colonne.Texte(nouvelle, apres));
            }
        }
    }

    internal override ContenuFiche Fusionner(TroisEtats etats, ContenuFiche vers, ArbitreFusion arbitre)
    {
        if (Egal(etats.Saisi, etats.Depart))
        {
            return vers;
        }

        if (Egal(etats.Actuel, etats.Depart))
        {
            return Copier(etats.Saisi, vers);
        }

        var (depart, actuel, saisi) = (ParCle(etats.Depart), ParCle(etats.Actuel), ParCle(etats.Saisi));
        var lignes = new List<T>();
        foreach (var cle in Ordre([.. depart.Keys], [.. actuel.Keys], [.. saisi.Keys]))
        {
            if (Fusionner(etats, cle, depart.GetValueOrDefault(cle), actuel.GetValueOrDefault(cle), saisi.GetValueOrDefault(cle), arbitre) is { } ligne)
            {
                lignes.Add(ligne);
            }
        }

        return _ecrire(vers, lignes);
    }

    /// <summary>Null when the line goes away.</summary>
    private T? Fusionner(TroisEtats etats, string cle, T? depart, T? actuel, T? saisi, ArbitreFusion arbitre)
    {
        if (Equals(saisi, depart) || Equals(saisi, actuel))
        {
            return actuel;
        }

        if (Equals(actuel, depart))
        {
            return saisi;
        }

        if (actuel is null || saisi is null)
        {
            return arbitre.Garde(Conflit(etats, cle, depart, saisi, actuel)) ? saisi : actuel;
        }

        var ligne = Genre.Colonnes.Aggregate(actuel, (vers, colonne) => Fusionner(etats, cle, colonne, vers, depart, actuel, saisi, arbitre));
        return Genre.EstCoherente(ligne) ? ligne : arbitre.Garde(Conflit(etats, cle, depart, saisi, actuel)) ? saisi : actuel;
    }

    private T Fusionner(TroisEtats etats, string cle, ColonneLigne<T> colonne, T vers, T? depart, T actuel, T saisi, ArbitreFusion arbitre)
    {
        var (avant, ici, la) = (depart is null ? null : colonne.Lire(depart), colonne.Lire(saisi), colonne.Lire(actuel));
        if (Equals(ici, avant) || Equals(ici, la))
        {
            return vers;
        }

        return Equals(la, avant)
            || arbitre.Garde(new(
                Code, cle, Genre.Titre(actuel), colonne.Code,
                depart is null ? null : colonne.Texte(depart, etats.Depart), colonne.Texte(saisi, etats.Saisi), colonne.Texte(actuel, etats.Actuel)))
            ? colonne.Copier(vers, saisi)
            : vers;
    }

    private ConflitFiche Conflit(TroisEtats etats, string cle, T? depart, T? saisi, T? actuel) => new(
        Code, cle, Genre.Titre((actuel ?? saisi ?? depart)!), null,
        Genre.Texte(depart, etats.Depart), Genre.Texte(saisi, etats.Saisi), Genre.Texte(actuel, etats.Actuel));

    private Dictionary<string, T> ParCle(ContenuFiche contenu) => _lire(contenu).ToDictionary(Genre.Cle, StringComparer.Ordinal);

    /// <summary>The order of whoever moved lines, otherwise the stored one; what only the other has comes after the line it followed.</summary>
    private static List<string> Ordre(List<string> depart, List<string> actuel, List<string> saisi)
    {
        var aDeplace = !saisi.Intersect(depart).SequenceEqual(depart.Intersect(saisi));
        var (ordre, autre) = aDeplace ? (saisi, actuel) : (actuel, saisi);
        for (var i = 0; i < autre.Count; i++)
        {
            if (!ordre.Contains(autre[i]))
            {
                ordre.Insert(i == 0 ? 0 : ordre.IndexOf(autre[i - 1]) + 1, autre[i]);
            }
        }

        return ordre;
    }
}
