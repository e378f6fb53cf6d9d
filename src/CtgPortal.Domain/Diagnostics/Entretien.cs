using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct EntretienId(Guid Value) : IStronglyTypedId<EntretienId>
{
    public static EntretienId From(Guid value) => new(value);

    public static EntretienId New() => new(Guid.CreateVersion7());
}

/// <summary>A commune of the perimeter that an interview heard, as it was called then.</summary>
public sealed record CommuneEntendue(string Code, string Nom)
{
    public const int CodeLongueurMax = 20;
    public const int NomLongueurMax = 200;

    public override string ToString() => Nom;
}

/// <summary>Who was heard, by function and organisation; a name is never asked for.</summary>
/// <param name="Synthese">What was said. Plain text, paragraphs separated by an empty line.</param>
public sealed record DescriptionEntretien(
    string Fonction, string? Organisation, DateOnly? Date, IReadOnlyList<string> Themes, string? Synthese)
{
    public const int FonctionLongueurMax = 200;
    public const int OrganisationLongueurMax = 200;
    public const int SyntheseLongueurMax = 20_000;
    public const int ThemesMax = 30;
    public const int AnneeMin = 2000;

    public string Intitule => Organisation is null ? Fonction : $"{Fonction}, {Organisation}";

    internal DescriptionEntretien Normaliser(DateTimeOffset now)
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Date is { Year: < AnneeMin } || Date > now.JourEnFrance(), "date-invalide", $"La date doit se situer entre {AnneeMin} et aujourd’hui."),
            .. When(Themes.Count > ThemesMax, "themes-trop-nombreux", $"Un entretien porte sur au plus {ThemesMax} thèmes."),
        ]);
        return new(
            Texte.Obligatoire(Fonction, "fonction", FonctionLongueurMax),
            Texte.Facultatif(Organisation, "organisation", OrganisationLongueurMax),
            Date,
            [.. Themes.Select(t => Texte.Facultatif(t, "theme", Indicateur.ChampLongueurMax)).OfType<string>().Distinct()],
            Texte.Facultatif(Synthese, "synthese", SyntheseLongueurMax));
    }
}

/// <summary>Somebody was heard for the diagnostic.</summary>
public sealed class Entretien : AggregateRoot
{
    public const int CommunesMax = 1_500;

    private static readonly string[] Mairies =
        [.. from quoi in (string[])["commune", "mairie", "ville"] from article in (string[])["de", "d", "du", "des", "de la", "de l"] select $"{quoi} {article}"];

    private readonly List<CommuneEntendue> _communes = [];

    private Entretien()
    {
    }

    public EntretienId Id { get; private init; }

    public ConventionId ConventionId { get; private init; }

    public DescriptionEntretien Description { get; private set; } = null!;

    /// <summary>The communes it concerns; none for a partner of the whole territory.</summary>
    public IReadOnlyList<CommuneEntendue> Communes => _communes;

    /// <summary>Those that its title does not name yet: « Commune d’Aubenton », « Mairie de Hirson » or « Hirson » is the commune itself.</summary>
    public IEnumerable<CommuneEntendue> CommunesHorsIntitule()
    {
        var organisation = EnTete.Normaliser(Description.Organisation ?? "");
        return _communes.Where(c => EnTete.Normaliser(c.Nom) is var nom && organisation != nom && !Mairies.Any(m => organisation == $"{m} {nom}"));
    }

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public static Entretien Noter(
        ConventionId convention, DescriptionEntretien description, IReadOnlyList<CommuneEntendue> communes, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var entretien = new Entretien { Id = EntretienId.New(), ConventionId = convention, Description = description.Normaliser(now) };
        entretien.Entendre(communes);
        entretien.Record(new EntretienNote(convention, entretien.Id, entretien.Description.Intitule, now));
        return entretien;
    }

    /// <exception cref="BusinessRuleException">The diagnostic is frozen, or a description that breaks a rule.</exception>
    public void Modifier(
        DescriptionEntretien description, IReadOnlyList<CommuneEntendue> communes, EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        var (avant, apres) = (Description, description.Normaliser(now));
        List<CommuneEntendue> entendues = [.. _communes];
        Entendre(communes);
        var comparaison = new Comparaison()
            .Noter("fonction", avant.Fonction, apres.Fonction)
            .Noter("organisation", avant.Organisation, apres.Organisation)
            .Noter("date", avant.Date, apres.Date)
            .Noter("themes", avant.Themes, apres.Themes)
            .Noter("synthese", avant.Synthese, apres.Synthese)
            .Noter("communes", entendues, _communes);
        if (!comparaison.EstVide)
        {
            Description = apres;
            Record(new EntretienModifie(ConventionId, Id, apres.Intitule, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>The caller then deletes it and takes it off the findings.</summary>
    /// <exception cref="BusinessRuleException">The diagnostic is frozen.</exception>
    public void Retirer(EtatDiagnostic etat, DateTimeOffset now)
    {
        etat.ExigerModifiable();
        Record(new EntretienRetire(ConventionId, Id, Description.Intitule, now));
    }

    private void Entendre(IReadOnlyList<CommuneEntendue> communes)
    {
        BusinessRuleException.ThrowIfAny(When(communes.Count > CommunesMax, "communes-trop-nombreuses", $"Un entretien concerne au plus {CommunesMax} communes."));
        _communes.RemoveAll(c => !communes.Any(x => x.Code == c.Code));
        _communes.AddRange(communes.DistinctBy(c => c.Code).Where(c => !_communes.Exists(x => x.Code == c.Code)));
        _communes.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
    }
}
