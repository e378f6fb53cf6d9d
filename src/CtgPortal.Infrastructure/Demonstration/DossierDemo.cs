using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>The aggregates of one convention while its life is told.</summary>
internal sealed record DossierDemo(FaitsConvention Faits, Convention Convention, Diagnostic Diagnostic, Plan Plan, HeureDuRecit Heure)
{
    private readonly List<(FicheAction Fiche, SuiviFiche Suivi)> _fiches = [];

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<(FicheAction Fiche, SuiviFiche Suivi)> Fiches => _fiches;

    public DateTimeOffset Maintenant => Heure.GetUtcNow();

    /// <summary>Describes how the diagnostic was made, and validates it where the story goes further.</summary>
    public void FaireLeDiagnostic()
    {
        if (Faits.Diagnostic is { } faits)
        {
            var demarche = faits.Demarche is { } paragraphes ? string.Join("\n\n", paragraphes) : null;
            Diagnostic.DecrireDemarche(demarche, faits.Sources ?? [], Convention.Statut, Maintenant);
        }

        if (Faits.Etape != StatutConvention.EnDiagnostic)
        {
            AllerAu(Faits.Diagnostic?.ValideLe);

            // the sources publish no finding, and an empty diagnostic cannot be validated
            Diagnostic.AjouterConstat(
                Faits.Champs![0], NatureConstat.Enjeu, "Exemple : constat ajouté pour la démonstration ; la source n’en publie aucun.",
                Convention.Statut, Maintenant);
            Diagnostic.Valider(Convention.Statut, Maintenant);
        }
    }

    /// <summary>Writes the plan that the source gives: titles and places, nothing else.</summary>
    public void EcrireLePlan()
    {
        if (Faits.Plan is not { } faits)
        {
            return;
        }

        Plan.DefinirNiveaux(faits.Niveaux, Numerotation.Continue, Convention.Statut, Maintenant);
        foreach (var axe in faits.Axes)
        {
            var axeId = Plan.AjouterAxe(axe.Titre, null, axe.Icone, Convention.Statut, Maintenant);
            foreach (var titre in axe.Fiches ?? [])
            {
                var fiche = FicheAction.Creer(Convention.Id, titre, Convention.Statut, Maintenant);
                if (faits.Secteur is { } secteur)
                {
                    fiche.Rediger(new(PourQui: PourQuiFiche.Vide with { Secteur = secteur }), Convention.Statut, Maintenant);
                }

                Plan.Placer(fiche.Id, axeId, null, Convention.Statut, Maintenant);
                _fiches.Add((fiche, SuiviFiche.Commencer(fiche)));
            }
        }
    }

    public void AllerAu(DateOnly? jour)
    {
        if (jour is { } connu)
        {
            Heure.Aller(connu);
        }
    }
}
