using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Diagnostics;

public readonly record struct ConstatId(Guid Value) : IStronglyTypedId<ConstatId>
{
    public static ConstatId From(Guid value) => new(value);

    public static ConstatId New() => new(Guid.CreateVersion7());
}

public enum NatureConstat
{
    Force,
    Faiblesse,
    Opportunite,
    Menace,
    Besoin,
    Enjeu,
}

public enum PrioriteConstat
{
    Haute,
    Moyenne,
    Basse,
}

public enum NatureAppui
{
    Indicateur,
    Enquete,
    Entretien,
    Document,
}

/// <summary>Something of the diagnostic that a finding rests on.</summary>
/// <param name="Cible">Id of the indicator, questionnaire, interview or document.</param>
/// <param name="Intitule">As it was called when it was linked: the history stays readable when it is gone.</param>
public sealed record Appui(NatureAppui Nature, Guid Cible, string Intitule)
{
    public const int IntituleLongueurMax = 300;

    /// <summary>The same thing, whatever it was called.</summary>
    public bool Vise(Appui autre) => Vise(autre.Nature, autre.Cible);

    public bool Vise(NatureAppui nature, Guid cible) => Nature == nature && Cible == cible;

    public override string ToString() => Intitule;
}

/// <summary>What is written of a finding.</summary>
/// <param name="Priorite">Null until the partners chose one.</param>
public sealed record ContenuConstat(string Champ, NatureConstat Nature, string Texte, PrioriteConstat? Priorite, IReadOnlyList<Appui> Appuis);

/// <summary>What the partners read in the figures and hear on the ground; actions answer it.</summary>
public sealed class Constat
{
    public const int TexteLongueurMax = 2_000;
    public const int AppuisMax = 30;

    private readonly List<Appui> _appuis = [];

    internal Constat(ContenuConstat contenu, int rang)
    {
        Id = ConstatId.New();
        Rang = rang;
        Rediger(contenu);
    }

    private Constat()
    {
    }

    public ConstatId Id { get; private init; }

    public string Champ { get; private set; } = "";

    public NatureConstat Nature { get; private set; }

    public string Texte { get; private set; } = "";

    public PrioriteConstat? Priorite { get; private set; }

    public int Rang { get; private init; }

    /// <summary>What it rests on: figures, questionnaires, interviews, documents.</summary>
    public IReadOnlyList<Appui> Appuis => _appuis;

    internal void Rediger(ContenuConstat contenu)
    {
        var appuis = contenu.Appuis.DistinctBy(a => (a.Nature, a.Cible)).ToList();
        BusinessRuleException.ThrowIfAny(When(
            appuis.Count > AppuisMax, "appuis-trop-nombreux", $"Un constat s’appuie sur au plus {AppuisMax} éléments."));
        Champ = Common.Texte.Obligatoire(contenu.Champ, "champ", Indicateur.ChampLongueurMax);
        Nature = contenu.Nature;
        Texte = Common.Texte.Obligatoire(contenu.Texte, "constat", TexteLongueurMax);
        Priorite = contenu.Priorite;

        // a link that stays keeps its row and its name
        _appuis.RemoveAll(a => !appuis.Exists(a.Vise));
        _appuis.AddRange(appuis.Where(a => !_appuis.Exists(a.Vise)));
    }

    internal void Prioriser(PrioriteConstat? priorite) => Priorite = priorite;

    /// <returns>False when it did not rest on it.</returns>
    internal bool Detacher(NatureAppui nature, Guid cible) => _appuis.RemoveAll(a => a.Vise(nature, cible)) > 0;
}
