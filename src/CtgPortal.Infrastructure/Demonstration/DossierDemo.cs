using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>The aggregates of one convention while its life is told.</summary>
internal sealed record DossierDemo(FaitsConvention Faits, Convention Convention, Diagnostic Diagnostic, Plan Plan, HeureDuRecit Heure)
{
    private readonly List<(FicheAction Fiche, SuiviFiche Suivi)> _fiches = [];
    private readonly List<(ExempleDeConstat Exemple, ConstatId Id)> _constats = [];

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<(FicheAction Fiche, SuiviFiche Suivi)> Fiches => _fiches;

    public DateTimeOffset Maintenant => Heure.GetUtcNow();

    /// <summary>The day on which the data are created.</summary>
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>What this convention makes of its workshops; null when nothing is told.</summary>
    public ExemplesDeFil? Exemples => ExemplesDeFil.ParConvention.GetValueOrDefault(Faits.Cle);

    /// <summary>With the example each was written from.</summary>
    public IReadOnlyList<(ExempleDeConstat Exemple, ConstatId Id)> Constats => _constats;

    /// <param name="ecoutes">Questionnaires and interviews that findings may rest on.</param>
    public void Constater(IReadOnlyList<ExempleDeConstat> exemples, IReadOnlyList<Appui> ecoutes)
    {
        foreach (var exemple in exemples)
        {
            var chiffres = exemple.Indicateurs.Select(code => Diagnostic.Indicateurs.Single(i => i.CodeCatalogue == code))
                .Select(i => new Appui(NatureAppui.Indicateur, i.Id.Value, i.Intitule));
            // a copy each: a finding owns what it rests on
            var entendus = ecoutes.Where(a => a.Nature == NatureAppui.Enquete
                ? exemple.SelonLEnquete
                : exemple.SelonLaCommune is { } commune && a.Intitule.EndsWith(commune, StringComparison.Ordinal))
                .Select(a => a with { });
            _constats.Add((exemple, Diagnostic.AjouterConstat(
                exemple.Champ, exemple.Nature, exemple.Texte, Convention.Statut, Maintenant, exemple.Priorite, [.. chiffres, .. entendus])));
        }
    }

    /// <summary>Writes the plan that the source gives, or the example of one: titles and places, nothing else.</summary>
    public void EcrireLePlan()
    {
        if ((Faits.Plan ?? Exemples?.Plan) is not { } faits)
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
