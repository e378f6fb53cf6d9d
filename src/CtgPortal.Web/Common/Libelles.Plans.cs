using CtgPortal.Application.Documents;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Common;

public static partial class Libelles
{
    public static string De(CouleurAxe couleur) => couleur switch
    {
        CouleurAxe.Canard => "Bleu canard",
        CouleurAxe.Terracotta => "Terre cuite",
        CouleurAxe.Prune => "Prune",
        CouleurAxe.Olive => "Olive",
        CouleurAxe.Ocean => "Bleu océan",
        CouleurAxe.Ambre => "Ambre",
        CouleurAxe.Ardoise => "Ardoise",
        CouleurAxe.Framboise => "Framboise",
        _ => throw new ArgumentOutOfRangeException(nameof(couleur), couleur, null),
    };

    public static string De(Numerotation numerotation) => numerotation switch
    {
        Numerotation.Continue => "Continue : 1, 2, 3… à travers tout le plan",
        Numerotation.Hierarchique => "Hiérarchique : 2.1.3, qui dit la branche",
        _ => throw new ArgumentOutOfRangeException(nameof(numerotation), numerotation, null),
    };

    public static string De(PrioriteFiche priorite) => Mots.De(priorite);

    public static string De(NatureAction nature) => Mots.De(nature);

    public static string De(ParticipationHabitants participation) => Mots.De(participation);

    public static string De(NatureDepense nature) => Mots.De(nature);

    public static string De(TypeIndicateur type) => Mots.De(type);

    public static string De(CategorieIndicateur categorie) => categorie switch
    {
        CategorieIndicateur.Realisation => "Réalisation",
        CategorieIndicateur.Resultat => "Résultat",
        CategorieIndicateur.Impact => "Impact",
        _ => throw new ArgumentOutOfRangeException(nameof(categorie), categorie, null),
    };
}
