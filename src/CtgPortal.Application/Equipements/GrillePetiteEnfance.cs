using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Equipements;

public enum EtatExigence
{
    /// <summary>The data of the convention hold it.</summary>
    Presente,

    /// <summary>The portal cannot tell; a person said so, with a reason.</summary>
    Confirmee,

    /// <summary>Only a part of it is there.</summary>
    Incomplete,

    /// <summary>The portal cannot tell: a person reads and confirms.</summary>
    AConfirmer,
    Absente,
}

/// <summary>Where a proof is, or where one goes to make it.</summary>
public enum NatureLieu
{
    Equipements,
    Equipement,
    Fiche,
    Plan,
    Constat,
    Constats,
    Indicateur,
    Chiffres,
    Atelier,
    Ateliers,
    Enquete,
    Enquetes,
}

/// <param name="Id">Of what is shown; null for a whole page.</param>
public sealed record LieuPreuve(NatureLieu Nature, Guid? Id = null);

/// <summary>Something that the convention holds already.</summary>
public sealed record Preuve(string Texte, LieuPreuve Lieu);

/// <param name="Constat">What the portal sees, in a sentence.</param>
/// <param name="AFaire">What to do when something is missing; null when nothing is.</param>
/// <param name="Confirmation">What a person stated, even where the data now tell.</param>
public sealed record LigneExigence(
    ExigenceSchema Exigence, EtatExigence Etat, string Constat, IReadOnlyList<Preuve> Preuves, string? AFaire, LieuPreuve? Ou, ConfirmationExigence? Confirmation)
{
    public bool EstAcquise => Etat is EtatExigence.Presente or EtatExigence.Confirmee;
}

/// <summary>What the decree asks of one autorité organisatrice over 10,000 inhabitants, line by line.</summary>
/// <param name="Code">INSEE code, or SIREN of an intercommunalité.</param>
/// <param name="Population">Null when nobody knows it.</param>
/// <param name="Relais">Its relais petite enfance, compulsory since 1 January 2026.</param>
public sealed record GrilleTerritoire(
    string Code, string Nom, bool EstIntercommunalite, int? Population, IReadOnlyList<LigneExigence> Lignes, IReadOnlyList<Preuve> Relais)
{
    public int Acquises => Lignes.Count(l => l.EstAcquise);

    public int AConfirmer => Lignes.Count(l => l.Etat == EtatExigence.AConfirmer);

    public int AFaire => Lignes.Count - Acquises - AConfirmer;
}

/// <summary>The duties of one commune, by its size.</summary>
public sealed record DevoirsCommune(string Code, string Nom, int? Population, int Equipements, bool ARelais)
{
    public bool Planifie => Population > SchemaPetiteEnfance.SeuilPlanification;

    public bool DoitUnSchema => Population > SchemaPetiteEnfance.SeuilSchema;
}
