using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>One line of the agenda being typed.</summary>
public sealed class EtapeSaisie
{
    public Guid? Id { get; set; }

    [Display(Name = "Étape")]
    public string? Intitule { get; set; }

    [Display(Name = "Durée")]
    public int? Duree { get; set; }

    [Display(Name = "Qui anime")]
    public string? Animateur { get; set; }

    [Display(Name = "Note")]
    public string? Note { get; set; }

    internal bool EstVide => Duree is null && string.IsNullOrWhiteSpace(Intitule + Animateur + Note);

    /// <summary>Conflicts show a line by its words.</summary>
    public override string ToString() => $"{Intitule} ({Duree} min)";

    internal static EtapeSaisie De(EtapeAgenda etape) => new()
    {
        Id = etape.Id.Value,
        Intitule = etape.Intitule,
        Duree = etape.Duree,
        Animateur = etape.Animateur,
        Note = etape.Note,
    };

    internal DefinirAgenda.Etape VersEtape() => new(Id is { } id ? new EtapeAgendaId(id) : null, Intitule, Duree, Animateur, Note);
}
