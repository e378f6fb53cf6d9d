using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Signatures;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Web.Pages.Signature;

/// <summary>The choices of an opening.</summary>
public sealed class SaisieOuverture
{
    public int Revision { get; set; }

    [Display(Name = "Qui signe quand")]
    public OrdreCircuit Ordre { get; set; }

    [Display(Name = "Dernier jour pour signer")]
    public DateOnly? ExpireLe { get; set; }

    [Display(Name = "Relancer chaque semaine les personnes qui n’ont pas signé")]
    public bool RelanceDOffice { get; set; } = true;

    public List<SaisieRang> Rangs { get; set; } = [];

    public List<SaisieAssocie> Associes { get; set; } = [];

    public List<SaisieReserve> Reserves { get; set; } = [];

    public ChoixOuverture EnChoix() => new(
        Ordre, ExpireLe, RelanceDOffice,
        Rangs.DistinctBy(r => r.Signataire).ToDictionary(r => new SignataireId(r.Signataire), r => r.Rang),
        [.. Associes.Where(a => !a.EstVide).Select(a => a.EnPersonne())],
        Reserves.DistinctBy(r => r.Code).ToDictionary(r => r.Code, r => r.Motif));
}

public sealed class SaisieRang
{
    public Guid Signataire { get; set; }

    [Display(Name = "Rang")]
    public int Rang { get; set; } = 1;
}

public sealed class SaisieReserve
{
    public string Code { get; set; } = "";

    [Display(Name = "Pourquoi ouvrir malgré cette réserve")]
    public string? Motif { get; set; }
}

/// <summary>A visa or an observer; all empty when the line is not used.</summary>
public sealed class SaisieAssocie
{
    [Display(Name = "Rôle")]
    public RoleLigne Role { get; set; } = RoleLigne.Visa;

    [Display(Name = "Civilité")]
    public string? Civilite { get; set; }

    [Display(Name = "Prénom")]
    public string Prenom { get; set; } = "";

    [Display(Name = "Nom")]
    public string Nom { get; set; } = "";

    [Display(Name = "Qualité")]
    public string Qualite { get; set; } = "";

    [Display(Name = "Organisme")]
    public string Organisme { get; set; } = "";

    [Display(Name = "Adresse électronique")]
    public string? Courriel { get; set; }

    [Display(Name = "Rang")]
    public int Rang { get; set; } = 1;

    public bool EstVide => string.IsNullOrWhiteSpace($"{Prenom}{Nom}{Qualite}{Organisme}{Courriel}");

    public PersonneAssociee EnPersonne() => new(Role, new(Civilite, Prenom, Nom, Qualite, null, Courriel), Organisme, Rang);
}
