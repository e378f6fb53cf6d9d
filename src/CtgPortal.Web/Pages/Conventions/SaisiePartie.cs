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

    public SaisieDelegation Delegation { get; set; } = new();

    [Display(Name = "Adresse électronique")]
    public string? Courriel { get; set; }
}

/// <summary>« Par délégation de … »; all empty when the person signs in their own name.</summary>
public sealed class SaisieDelegation
{
    [Display(Name = "Par délégation de")]
    public string? Titulaire { get; set; }

    [Display(Name = "Référence de l’acte")]
    public string? Reference { get; set; }

    [Display(Name = "Date de l’acte")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Valable jusqu’au")]
    public DateOnly? FinLe { get; set; }

    public bool EstVide => string.IsNullOrWhiteSpace(Titulaire) && string.IsNullOrWhiteSpace(Reference) && Date is null && FinLe is null;

    public Delegation EnDelegation() => new(Titulaire, Reference, Date, FinLe);
}
