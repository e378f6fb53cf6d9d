using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Follow-ups that lived through their own methods.</summary>
public static class UnSuivi
{
    public static SuiviFiche Neuf(FicheAction? fiche = null) => SuiviFiche.Commencer(fiche ?? UneFiche.Nouvelle());

    public static SuiviFiche Au(Avancement avancement, FicheAction? fiche = null)
    {
        var suivi = Neuf(fiche);
        suivi.NoterAvancement(
            avancement, SuiviFiche.DemandeUnMotif(avancement) ? "Le poste est vacant." : null, StatutConvention.EnSuivi, UnPlan.Maintenant);
        return suivi;
    }
}
