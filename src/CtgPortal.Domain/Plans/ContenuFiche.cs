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
    IReadOnlyList<LigneObjectif> Objectifs,
    IReadOnlyList<LigneOperation> Operations,
    IReadOnlyList<Financement> Financements,
    IReadOnlyList<LigneIndicateur> Indicateurs)
{
    /// <summary>A fiche of which only the title is known.</summary>
    public static ContenuFiche Vide(string intitule) => new(
        new(intitule, [], null, false, false), PourquoiFiche.Vide, QuoiFiche.Vide, PourQuiFiche.Vide, QuiFiche.Vide, QuandFiche.Vide, MoyensFiche.Vide,
        ResultatsFiche.Vide, [], [], [], []);

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

    /// <summary>A line that bears the id of a present one is that one, rewritten; another is new. One typed on several lines is as many objectives.</summary>
    public ContenuFiche AvecObjectifs(IReadOnlyList<(ObjectifId? Id, DescriptionObjectif Description)> objectifs) => this with
    {
        Objectifs = Identifier(
            [.. objectifs.SelectMany(o => Objectif.Lignes(o.Description.Texte).Select((l, rang) => (rang == 0 ? o.Id : null, o.Description with { Texte = l })))],
            [.. Objectifs.Select(o => o.Id)], ObjectifId.New, (id, description) => new LigneObjectif(id, description)),
    };

    /// <summary>
    /// The whole list, in words. One that says the same is the same; one at the place of another that is gone is that one, reworded.
    /// </summary>
    public ContenuFiche AvecObjectifs(IReadOnlyList<string> textes)
    {
        var gardes = Objectifs.Where(o => textes.Contains(o.Description.Texte)).Select(o => o.Id).ToHashSet();
        return AvecObjectifs(
        [
            .. textes.Select((texte, rang) =>
                (Objectifs.FirstOrDefault(o => o.Description.Texte == texte) ?? Objectifs.Skip(rang).Take(1).FirstOrDefault(o => !gardes.Contains(o.Id))) is { } ligne
                    ? ((ObjectifId?)ligne.Id, ligne.Description with { Texte = texte })
                    : (null, new DescriptionObjectif(texte))),
        ]);
    }

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
    /// Its lines as another fiche would hold them: one whose title that fiche has is that line, completed from it; the others are new.
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
        var lignes = indicateurs.ToList();
        return this with
        {
            Objectifs =
            [
                .. Objectifs.Select(o => new LigneObjectif(
                    fiche.Objectifs.FirstOrDefault(x => x.Description.Texte == o.Description.Texte)?.Id ?? ObjectifId.New(),
                    o.Description with { Indicateur = lignes.Find(i => i.Description.Intitule == o.Indicateur(this))?.Id })),
            ],
            Operations = [.. operations],
            Indicateurs = lignes,
        };
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
            Objectif.Normaliser(Objectifs, Indicateurs),
            [.. Operations.Select(o => o with { Description = o.Description.Normaliser() })],
            Financements,
            [.. Indicateurs.Select(i => i with { Description = i.Description.Normaliser() })]);
    }

    private static List<TLigne> Identifier<TId, TDescription, TLigne>(
        IReadOnlyList<(TId? Id, TDescription Description)> lignes, HashSet<TId> connus, Func<TId> nouveau, Func<TId, TDescription, TLigne> ligne)
        where TId : struct =>
        [.. lignes.Select(l => ligne(l.Id is { } id && connus.Remove(id) ? id : nouveau(), l.Description))];
}
