using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Pages.Equipements;

/// <summary>What is typed of an équipement, new or corrected.</summary>
public sealed class EquipementInput
{
    private const int AnneesProposees = 5;

    public int Revision { get; set; }

    [Display(Name = "Type")]
    public TypeEquipement? Type { get; set; }

    [Display(Name = "Si c’est un autre type, lequel ?")]
    public string? TypePrecise { get; set; }

    [Display(Name = "Nom de l’équipement ou du service")]
    public string? Nom { get; set; }

    [Display(Name = "Gestionnaire")]
    public string? Gestionnaire { get; set; }

    [Display(Name = "Commune")]
    public string? Commune { get; set; }

    [Display(Name = "Soutenu par")]
    public List<string> Soutiens { get; set; } = [];

    [Display(Name = "Autres collectivités")]
    public string? AutresSoutiens { get; set; }

    [Display(Name = "Capacité")]
    public decimal? Capacite { get; set; }

    [Display(Name = "Unité")]
    public UniteCapacite? Unite { get; set; }

    [Display(Name = "Mode de soutien")]
    public List<ModeSoutien> Modes { get; set; } = [];

    [Display(Name = "Bonus territoire")]
    public string? Bonus { get; set; }

    [Display(Name = "Équipement en projet")]
    public bool EstProjet { get; set; }

    [Display(Name = "Année d’ouverture")]
    public int? AnneeOuverture { get; set; }

    [Display(Name = "Montants")]
    public List<MontantInput> Montants { get; set; } = [];

    [Display(Name = "Remarque")]
    public string? Remarque { get; set; }

    /// <param name="proposees">Parties that are boxes to tick: others are typed.</param>
    internal static EquipementInput De(ConsulterEquipement.Detail? detail, IReadOnlyList<string> proposees, Periode? periode, int annee)
    {
        var d = detail?.Description;
        var premiere = periode?.Debut.Year ?? annee;
        var annees = Enumerable.Range(premiere, periode is null ? AnneesProposees : periode.Fin.Year - premiere + 1).Concat(d?.Montants.Select(m => m.Annee) ?? []).Distinct().Order();
        return new()
        {
            Revision = detail?.Revision ?? 0,
            Type = d?.Type,
            TypePrecise = d?.TypePrecise,
            Nom = d?.Nom,
            Gestionnaire = d?.Gestionnaire,
            Commune = d?.Commune,
            Soutiens = [.. (d?.Soutiens ?? []).Where(s => proposees.Contains(s, StringComparer.OrdinalIgnoreCase))],
            AutresSoutiens = string.Join('\n', (d?.Soutiens ?? []).Where(s => !proposees.Contains(s, StringComparer.OrdinalIgnoreCase))),
            Capacite = d?.Capacite?.Quantite,
            Unite = d?.Capacite?.Unite,
            Modes = [.. d?.Modes ?? []],
            Bonus = d?.BonusTerritoire switch { true => "oui", false => "non", null => "" },
            EstProjet = d?.EstProjet == true,
            AnneeOuverture = d?.AnneeOuverture,
            Montants = [.. annees.Select(a => new MontantInput { Annee = a, Montant = d?.Montants.FirstOrDefault(m => m.Annee == a)?.Montant })],
            Remarque = d?.Remarque,
        };
    }

    internal SaisieEquipement VersSaisie() => new(
        Type, TypePrecise, Nom, Gestionnaire, Commune, [.. Soutiens, .. Choix.Lignes(AutresSoutiens)], Capacite, Unite, Modes,
        Bonus switch { "oui" => true, "non" => false, _ => null },
        [.. Montants.Where(m => m.Montant is not null).Select(m => new MontantAnnuel(m.Annee, m.Montant!.Value))], EstProjet, AnneeOuverture, Remarque);

    public sealed class MontantInput
    {
        public int Annee { get; set; }

        [Display(Name = "Montant")]
        public decimal? Montant { get; set; }
    }
}
