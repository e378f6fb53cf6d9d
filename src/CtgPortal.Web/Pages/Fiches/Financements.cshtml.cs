using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>The money of a fiche as a sheet: a row a funder and a nature, a column a year.</summary>
public sealed class FinancementsModel(IMediator mediator, TimeProvider clock)
    : LignesFicheModel<FinancementsModel.InputModel, RangSaisi>(mediator, "Financements")
{
    private const int AnneesProposees = 4;

    /// <summary>Of what is typed, as the fiche will show it.</summary>
    public Budget<NatureDepense> Budget => Domain.Plans.Budget.De(Input.Financements.Where(l => !l.Retirer).SelectMany(
        l => l.Cellules.Select(c => new Poste<NatureDepense>(l.Financeur.Trim(), c.Annee, l.Nature, new(c.Prevu, c.Realise)))));

    /// <summary>Those that the plan already names: one name for one funder.</summary>
    public IReadOnlyList<string> Financeurs =>
        [.. Dossier.Plan.Fiches.SelectMany(f => f.Financements).Select(f => f.Financeur).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];

    public override void OnGet()
    {
        base.OnGet();
        Input.Aligner();
    }

    public override void OnPostAjouter()
    {
        base.OnPostAjouter();
        Input.Aligner();
    }

    /// <summary>One more column.</summary>
    public void OnPostAnnee()
    {
        ModelState.Clear();
        if (Input.AutreAnnee is >= Financement.AnneeMin and <= Financement.AnneeMax)
        {
            Input.Annees = [.. Input.Annees.Append(Input.AutreAnnee.Value).Distinct().Order()];
            Input.AutreAnnee = null;
        }
        else
        {
            ModelState.AddModelError("Input.AutreAnnee", $"Indiquez une année de {Financement.AnneeMin} à {Financement.AnneeMax}.");
        }

        Input.Aligner();
    }

    protected override InputModel Lire(ConsulterFiche.Dossier fiche)
    {
        var periode = fiche.EnTete.Periode;
        var premiere = periode?.Debut.Year ?? clock.GetUtcNow().Year;
        return new()
        {
            Annees =
            [
                .. Enumerable.Range(premiere, periode is null ? AnneesProposees : periode.Fin.Year - premiere + 1)
                    .Concat(fiche.Financements.Select(f => f.Annee)).Distinct().Order(),
            ],
            Financements = [.. VueFiche.Lignes(fiche.Financements).Select(l => new RangSaisi
            {
                Financeur = l.Key.Financeur,
                Nature = l.Key.Nature,
                Cellules = [.. l.Select(f => new CelluleSaisie { Annee = f.Annee, Prevu = f.Prevu, Realise = f.Realise })],
            })],
        };
    }

    protected override IRedactionDeFiche Commande(CibleFiche cible) => new DefinirFinancements.Command(
        cible.Convention, cible.Fiche, cible.Revision,
        [.. Input.Financements.Select(l => new DefinirFinancements.Rang(
            l.Financeur, l.Nature, [.. l.Cellules.Select(c => new DefinirFinancements.Cellule(c.Annee, c.Prevu, c.Realise))]))],
        cible.Arbitrage);

    public sealed class InputModel : SaisieDeLignes<RangSaisi>
    {
        [Display(Name = "Financement")]
        public List<RangSaisi> Financements { get; set; } = [];

        [Display(Name = "Années")]
        public List<int> Annees { get; set; } = [];

        [Display(Name = "Autre année")]
        public int? AutreAnnee { get; set; }

        internal override List<RangSaisi> Lignes => Financements;

        /// <summary>Gives each row a cell for each year, in order.</summary>
        internal void Aligner()
        {
            foreach (var ligne in Financements)
            {
                ligne.Cellules = [.. Annees.Select(a => ligne.Cellules.Find(c => c.Annee == a) ?? new CelluleSaisie { Annee = a })];
            }
        }
    }
}
