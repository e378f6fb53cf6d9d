namespace CtgPortal.Domain.Plans;

/// <summary>What a fiche still lacks to be read by people who were not in the room: advice, never a refusal.</summary>
public static class CompletudeFiche
{
    /// <summary>The sections to fill in, each with the codes of its missing fields, in the order of the pages.</summary>
    public static IReadOnlyList<(SectionDeFiche Section, IReadOnlyList<string> Champs)> Manques(ContenuFiche c) =>
    [
        .. Champs(c).Where(x => x.Manque).Select(x => x.Champ).GroupBy(champ => ChampsFiche.De(champ).Section)
            .Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
    ];

    private static IEnumerable<(string Champ, bool Manque)> Champs(ContenuFiche c) =>
    [
        ("champs", c.Identite.Champs.Count == 0),
        ("constat", c.Pourquoi.Constat is null),
        ("objectif-general", c.Quoi.ObjectifGeneral is null),
        ("descriptif", c.Quoi.Descriptif is null && c.Operations.Count == 0),
        ("nature", c.Quoi.Nature is null),
        ("publics", c.PourQui.Publics is null),
        ("pilote-structure", !c.Qui.APilote),
        ("calendrier", c.Quand is { Calendrier: null, Debut: null, Fin: null, AmeliorationContinue: false }),
        ("financements", c.Financements.Count == 0 && !c.Moyens.FinancementADefinir),
        ("resultats-attendus", c.Resultats.ResultatsAttendus is null),
        ("indicateurs", c.Indicateurs.Count == 0),
    ];
}
