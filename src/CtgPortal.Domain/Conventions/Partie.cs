using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

public readonly record struct PartieId(Guid Value) : IStronglyTypedId<PartieId>
{
    public static PartieId From(Guid value) => new(value);

    public static PartieId New() => new(Guid.CreateVersion7());
}

public enum TypePartie
{
    Caf,
    Epci,
    Commune,
    Msa,
    Cpam,
    Departement,
    Etat,
    Autre,
}

/// <summary>A body that binds itself: the Caf, the EPCI, communes, MSA, CPAM, Département … Two to forty-six of them.</summary>
public sealed class Partie
{
    public const int NomLongueurMax = 200;
    public const int NomCourtLongueurMax = 60;

    private readonly List<Signataire> _signataires = [];

    /// <param name="id">Of a party that was known before it entered.</param>
    internal Partie(TypePartie type, string nom, string? nomCourt, int rang, PartieId id = default)
    {
        Id = id == default ? PartieId.New() : id;
        Rang = rang;
        Decrire(type, nom, nomCourt);
    }

    private Partie()
    {
    }

    public PartieId Id { get; private init; }

    public TypePartie Type { get; private set; }

    public string Nom { get; private set; } = "";

    /// <summary>« ci-après dénommée … »</summary>
    public string? NomCourt { get; private set; }

    public int Rang { get; private set; }

    public IReadOnlyList<Signataire> Signataires => [.. _signataires.OrderBy(s => s.Rang)];

    internal FaitsPartie Faits => new(
        Nom, _signataires.Count > 0,
        [.. Signataires.Where(s => s.Identite.Delegation is not null).Select(s => new FaitsDelegation(s.Identite.NomComplet, s.Identite.Delegation!))]);

    internal void Decrire(TypePartie type, string nom, string? nomCourt)
    {
        Type = type;
        Nom = Texte.Obligatoire(nom, "partie-nom", NomLongueurMax);
        NomCourt = Texte.Facultatif(nomCourt, "partie-nom-court", NomCourtLongueurMax);
    }

    internal Signataire Designer(IdentiteSignataire identite)
    {
        var signataire = new Signataire(identite, _signataires.Select(s => s.Rang).DefaultIfEmpty().Max() + 1);
        _signataires.Add(signataire);
        return signataire;
    }

    internal void Retirer(Signataire signataire) => _signataires.Remove(signataire);

    /// <summary>Those who are there already stay as they are, with their address.</summary>
    internal void Remplacer(IReadOnlyList<IdentiteSignataire> identites)
    {
        bool Meme(Signataire s, IdentiteSignataire i) => (s.Identite.Prenom, s.Identite.Nom, s.Identite.Qualite) == (i.Prenom, i.Nom, i.Qualite);
        _signataires.RemoveAll(s => !identites.Any(i => Meme(s, i)));
        foreach (var identite in identites.Where(i => !_signataires.Exists(s => Meme(s, i))))
        {
            Designer(identite);
        }
    }
}
