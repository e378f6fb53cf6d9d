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

/// <summary>The act by which the body of a party authorises the signature (conseil municipal, communautaire, conseil d’administration).</summary>
public sealed record Deliberation
{
    public const int NumeroLongueurMax = 80;

    /// <exception cref="BusinessRuleException">No number, or a day out of any plausible century.</exception>
    public Deliberation(string numero, DateOnly date)
    {
        BusinessRuleException.ThrowIfAny(Conditions.When(
            date.Year is < Periode.PremiereAnnee or > Periode.DerniereAnnee,
            "deliberation-date-invalide", $"La date de la délibération doit se situer entre {Periode.PremiereAnnee} et {Periode.DerniereAnnee}."));
        Numero = Texte.Obligatoire(numero, "deliberation", NumeroLongueurMax);
        Date = date;
    }

    private Deliberation()
    {
    }

    public string Numero { get; private init; } = "";

    public DateOnly Date { get; private init; }

    public override string ToString() => $"{Numero} ({Date:yyyy-MM-dd})";
}

/// <summary>A body that binds itself: the Caf, the EPCI, communes, MSA, CPAM, Département … Two to forty-six of them.</summary>
public sealed class Partie
{
    public const int NomLongueurMax = 200;
    public const int NomCourtLongueurMax = 60;

    private readonly List<Signataire> _signataires = [];

    internal Partie(TypePartie type, string nom, string? nomCourt, int rang)
    {
        Id = PartieId.New();
        Rang = rang;
        Decrire(type, nom, nomCourt, null);
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

    public Deliberation? Deliberation { get; private set; }

    public IReadOnlyList<Signataire> Signataires => [.. _signataires.OrderBy(s => s.Rang)];

    internal FaitsPartie Faits => new(
        Nom, _signataires.Count > 0, Deliberation is not null,
        [.. Signataires.Where(s => s.Identite.Delegation is not null).Select(s => new FaitsDelegation(s.Identite.NomComplet, s.Identite.Delegation!))]);

    internal void Decrire(TypePartie type, string nom, string? nomCourt, Deliberation? deliberation)
    {
        Type = type;
        Nom = Texte.Obligatoire(nom, "partie-nom", NomLongueurMax);
        NomCourt = Texte.Facultatif(nomCourt, "partie-nom-court", NomCourtLongueurMax);
        Deliberation = deliberation;
    }

    internal Signataire Designer(IdentiteSignataire identite)
    {
        var signataire = new Signataire(identite, _signataires.Select(s => s.Rang).DefaultIfEmpty().Max() + 1);
        _signataires.Add(signataire);
        return signataire;
    }

    internal void Retirer(Signataire signataire) => _signataires.Remove(signataire);
}
