using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Deliberations;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Web.Pages.Deliberations;

/// <summary>What is typed of an act.</summary>
public sealed class DeliberationInput
{
    public int Revision { get; set; }

    [Display(Name = "Numéro de l’acte")]
    public string? Numero { get; set; }

    [Display(Name = "Date de l’acte")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Assemblée qui a délibéré")]
    public string? Organe { get; set; }

    [Display(Name = "Objet")]
    public string? Objet { get; set; }

    [Display(Name = "À l’unanimité")]
    public bool Unanimite { get; set; }

    [Display(Name = "Pour")]
    public int? Pour { get; set; }

    [Display(Name = "Contre")]
    public int? Contre { get; set; }

    [Display(Name = "Abstentions")]
    public int? Abstentions { get; set; }

    [Display(Name = "Transmis le")]
    public DateOnly? TransmisLe { get; set; }

    [Display(Name = "Reçu le")]
    public DateOnly? RecuLe { get; set; }

    [Display(Name = "Publié le")]
    public DateOnly? PublieLe { get; set; }

    [Display(Name = "Identifiant @CTES")]
    public string? Identifiant { get; set; }

    internal static DeliberationInput De(ConsulterDeliberation.Dossier dossier) => dossier.Acte is not { } acte
        ? new()
        : new()
        {
            Revision = dossier.Revision,
            Numero = acte.Reference.Numero,
            Date = acte.Reference.Date,
            Organe = acte.Organe,
            Objet = acte.Objet,
            Unanimite = acte.Vote?.Unanimite == true,
            Pour = acte.Vote?.Pour,
            Contre = acte.Vote?.Contre,
            Abstentions = acte.Vote?.Abstentions,
            TransmisLe = acte.Controle.TransmisLe,
            RecuLe = acte.Controle.RecuLe,
            PublieLe = acte.Controle.PublieLe,
            Identifiant = acte.Controle.Identifiant,
        };

    internal EnregistrerDeliberation.Command VersCommande(ConventionId convention, PartieId partie, AvenantId? avenant) => new(convention, Revision, partie, avenant)
    {
        Numero = Numero,
        Date = Date,
        Organe = Organe,
        Objet = Objet,
        Unanimite = Unanimite,
        Pour = Pour,
        Contre = Contre,
        Abstentions = Abstentions,
        TransmisLe = TransmisLe,
        RecuLe = RecuLe,
        PublieLe = PublieLe,
        Identifiant = Identifiant,
    };
}
