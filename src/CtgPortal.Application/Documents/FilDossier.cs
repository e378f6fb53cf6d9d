using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Documents;

/// <summary>The thread as the document prints it: each part of the plan with what it answers.</summary>
internal static class FilDossier
{
    /// <param name="fiches">Those that the document prints: a confidential one is not named here either.</param>
    public static IReadOnlyList<LienFilDossier> De(Fil fil, IEnumerable<FicheActionId> fiches)
    {
        var imprimees = fiches.Select(Maillon.De).ToHashSet();
        return
        [
            .. fil.Maillons
                .Where(m => m.Maillon.Nature is NatureMaillon.Axe or NatureMaillon.Orientation || imprimees.Contains(m.Maillon))
                .Where(m => fil.OriginesDe(m.Maillon).Any())
                .Select(m => new LienFilDossier
                {
                    Id = m.Maillon.Id.ToString(),
                    Numero = m.Numero!,
                    Intitule = m.Texte,
                    Origines = [.. fil.OriginesDe(m.Maillon).Select(v => Origine(fil, v.Maillon))],
                }),
        ];
    }

    private static OrigineFilDossier Origine(Fil fil, MaillonLu origine) => new()
    {
        Id = origine.Maillon.Id.ToString(),
        Nature = origine switch
        {
            { Constat: { } nature } => Mots.De(nature),
            { Contribution: { } nature } => Mots.De(nature),
            _ => origine.Maillon.Nature == NatureMaillon.Indicateur ? "Chiffre" : "Groupe",
        },
        Texte = origine.Texte,
        Contexte = origine.Contexte,
        DitEnAtelier = [.. fil.OriginesDe(origine.Maillon).Select(v => v.Maillon.Texte)],
    };
}
