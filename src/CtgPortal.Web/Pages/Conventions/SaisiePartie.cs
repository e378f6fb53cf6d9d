using System.ComponentModel.DataAnnotations;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class SaisiePartie
{
    public int Revision { get; set; }

    [Display(Name = "Type de partie")]
    public TypePartie Type { get; set; }

    [Display(Name = "Nom")]
    public string Nom { get; set; } = "";

    [Display(Name = "Nom court")]
    public string? NomCourt { get; set; }

    [Display(Name = "Numéro de la délibération")]
    public string? DeliberationNumero { get; set; }

    [Display(Name = "Date de la délibération")]
    public DateOnly? DeliberationDate { get; set; }
}

public sealed class SaisieSignataire
{
    public int Revision { get; set; }

    [Display(Name = "Civilité")]
    public string? Civilite { get; set; }

    [Display(Name = "Prénom")]
    public string Prenom { get; set; } = "";

    [Display(Name = "Nom")]
    public string Nom { get; set; } = "";

    [Display(Name = "Qualité")]
    public string Qualite { get; set; } = "";

    [Display(Name = "Délégation")]
    public string? Delegation { get; set; }

    [Display(Name = "Adresse électronique")]
    public string? Courriel { get; set; }
}
