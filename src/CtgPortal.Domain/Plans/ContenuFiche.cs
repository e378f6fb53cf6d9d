using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Plans;

/// <summary>A step of a fiche in a <see cref="ContenuFiche"/>: the id tells it from another one with the same words.</summary>
public sealed record LigneOperation(OperationId Id, DescriptionOperation Description)
{
    public override string ToString() => Description.ToString();
}

/// <summary>An indicator of a fiche in a <see cref="ContenuFiche"/>: readings point to its id.</summary>
public sealed record LigneIndicateur(IndicateurFicheId Id, DescriptionIndicateur Description)
{
    public override string ToString() => Description.ToString();
}

/// <summary>
/// Everything written on a fiche at one instant, as one value: what is compared, merged, kept for each revision and restored.
/// Its fields are declared once, by <see cref="ChampsFiche"/>.
/// </summary>
public sealed record ContenuFiche(
    IdentiteFiche Identite,
    PourquoiFiche Pourquoi,
    QuoiFiche Quoi,
    PourQuiFiche PourQui,
    QuiFiche Qui,
    QuandFiche Quand,
    MoyensFiche Moyens,
    ResultatsFiche Resultats,
    IReadOnlyList<LigneOperation> Operations,
    IReadOnlyList<Financement> Financements,
    IReadOnlyList<LigneIndicateur> Indicateurs)
{
    /// <summary>A fiche of which only the title is known.</summary>
    public static ContenuFiche Vide(string intitule) => new(
        new(intitule, [], null, false, false), PourquoiFiche.Vide, QuoiFiche.Vide, PourQuiFiche.Vide, QuiFiche.Vide, QuandFiche.Vide, MoyensFiche.Vide,
        ResultatsFiche.Vide, [], [], []);

    /// <summary>The title and the fields asked for; the others are empty.</summary>
    /// <param name="champs">Codes of <see cref="ChampsFiche"/>.</param>
    public ContenuFiche Seulement(IReadOnlyCollection<string> champs) =>
        ChampsFiche.Tous.Where(c => champs.Contains(c.Code)).Aggregate(Vide(Identite.Intitule), (vers, champ) => champ.Copier(this, vers));

    /// <summary>The sections given take the place of the present ones.</summary>
    public ContenuFiche Avec(SectionsFiche sections) => this with
    {
        Identite = sections.Identite ?? Identite,
        Pourquoi = sections.Pourquoi ?? Pourquoi,
        Quoi = sections.Quoi ?? Quoi,
        PourQui = sections.PourQui ?? PourQui,
        Qui = sections.Qui ?? Qui,
        Quand = sections.Quand ?? Quand,
        Moyens = sections.Moyens ?? Moyens,
        Resultats = sections.Resultats ?? Resultats,
    };

    /// <summary>A line that bears the id of a present one is that one, rewritten; another is new, whatever id it claims.</summary>
    public ContenuFiche AvecOperations(IReadOnlyList<(OperationId? Id, DescriptionOperation Description)> operations) => this with
    {
        Operations = Identifier(operations, [.. Operations.Select(o => o.Id)], OperationId.New, (id, description) => new LigneOperation(id, description)),
    };

    /// <summary>A line that bears the id of a present one is that one, rewritten; another is new, whatever id it claims.</summary>
    public ContenuFiche AvecIndicateurs(IReadOnlyList<(IndicateurFicheId? Id, DescriptionIndicateur Description)> indicateurs) => this with
    {
        Indicateurs = Identifier(
            indicateurs, [.. Indicateurs.Select(i => i.Id)], IndicateurFicheId.New, (id, description) => new LigneIndicateur(id, description)),
    };

    /// <summary>
    /// Its operations and indicators as another fiche would hold them: one whose title that fiche has is that line, completed from it; the others are new.
    /// </summary>
    public ContenuFiche AvecLignesDe(
        ContenuFiche fiche, Func<DescriptionOperation, DescriptionOperation, DescriptionOperation> operation,
        Func<DescriptionIndicateur, DescriptionIndicateur, DescriptionIndicateur> indicateur)
    {
        var operations = Operations.DistinctBy(o => o.Description.Intitule).Select(o =>
            fiche.Operations.FirstOrDefault(x => x.Description.Intitule == o.Description.Intitule) is { } deja
                ? deja with { Description = operation(o.Description, deja.Description) }
                : new LigneOperation(OperationId.New(), o.Description));
        var indicateurs = Indicateurs.DistinctBy(i => i.Description.Intitule).Select(i =>
            fiche.Indicateurs.FirstOrDefault(x => x.Description.Intitule == i.Description.Intitule) is { } deja
                ? deja with { Description = indicateur(i.Description, deja.Description) }
                : new LigneIndicateur(IndicateurFicheId.New(), i.Description));
        return this with { Operations = [.. operations], Indicateurs = [.. indicateurs] };
    }

    /// <summary>What was typed as it is kept: trimmed, within the limits, every rule of the fiche checked.</summary>
    /// <exception cref="BusinessRuleException">A field or a line that breaks a rule.</exception>
    public ContenuFiche Normaliser()
    {
        Limites.Exiger(Operations.Count, Operation.Max, "operations");
        Limites.Exiger(Financements.Count, Financement.Max, "financements");
        Limites.Exiger(Indicateurs.Count, IndicateurFiche.Max, "indicateurs");
        BusinessRuleException.ThrowIfAny(When(
            Financements.DistinctBy(f => f.Cle).Count() != Financements.Count,
            "financement-double", "Deux lignes portent le même financeur, la même année et la même nature."));
        return new(
            Identite.Normaliser(), Pourquoi.Normaliser(), Quoi.Normaliser(), PourQui.Normaliser(),
            Qui.Normaliser(), Quand.Normaliser(), Moyens.Normaliser(), Resultats.Normaliser(),
            [.. Operations.Select(o => o with { Description = o.Description.Normaliser() })],
            Financements,
            [.. Indicateurs.Select(i => i with { Description = i.Description.Normaliser() })]);
    }

    private static List<TLigne> Identifier<TId, TDescription, TLigne>(
        IReadOnlyList<(TId? Id, TDescription Description)> lignes, HashSet<TId> connus, Func<TId> nouveau, Func<TId, TDescription, TLigne> ligne)
        where TId : struct =>
        [.. lignes.Select(l => ligne(l.Id is { } id && connus.Remove(id) ? id : nouveau(), l.Description))];
}
