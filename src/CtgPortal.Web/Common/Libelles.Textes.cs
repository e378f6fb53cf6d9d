using CtgPortal.Application.Textes;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(EtatPassage etat) => etat switch
    {
        EtatPassage.Inchange => "Texte du modèle, inchangé",
        EtatPassage.Adapte => "Adapté",
        EtatPassage.Ajoute => "Propre à la convention",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    public static string De(GraphieSigles graphie) => graphie switch
    {
        GraphieSigles.Bas => "Ctg et Caf",
        GraphieSigles.Haut => "CTG et CAF",
        _ => throw new ArgumentOutOfRangeException(nameof(graphie), graphie, null),
    };

    public static string De(SensAvis sens) => sens switch
    {
        SensAvis.Favorable => "Favorable",
        SensAvis.AvecRemarques => "Favorable avec remarques",
        SensAvis.Defavorable => "Défavorable",
        _ => throw new ArgumentOutOfRangeException(nameof(sens), sens, null),
    };

    public static string De(SortDuModele sort) => sort switch
    {
        SortDuModele.Modifie => "Rédaction changée",
        SortDuModele.Nouveau => "Article nouveau",
        SortDuModele.Retire => "Article retiré du modèle",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    /// <summary>« Article 4 – Les objectifs partagés », « Préambule ».</summary>
    public static string NomDe(Passage passage, int? numero)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return passage.Nature == NaturePassage.Article ? $"{(numero is { } n ? $"Article {n} – " : "")}{passage.Titre}" : PassagesFixes.NomDe(passage.Nature);
    }
}
