using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>A row of the sheet of money: a funder and a nature.</summary>
public sealed class RangSaisi : LigneSaisie
{
    [Display(Name = "Financeur")]
    public string Financeur { get; set; } = "";

    [Display(Name = "Nature")]
    public NatureDepense Nature { get; set; }

    [Display(Name = "Montants")]
    public List<CelluleSaisie> Cellules { get; set; } = [];

    public override bool EstVide => Financeur.Length == 0 && Cellules.TrueForAll(c => c.Prevu is null && c.Realise is null);
}

/// <summary>One year of a row.</summary>
public sealed class CelluleSaisie
{
    [Display(Name = "Année")]
    public int Annee { get; set; }

    [Display(Name = "Montant prévu")]
    public decimal? Prevu { get; set; }

    [Display(Name = "Montant réalisé")]
    public decimal? Realise { get; set; }
}
