using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class ObjectifsModel(IMediator mediator) : LignesFicheModel<ObjectifsModel.InputModel, ObjectifsModel.ObjectifSaisi>(mediator, "Objectifs opérationnels")
{
    /// <summary>Those of the fiche.</summary>
    public IReadOnlyList<SelectListItem> Indicateurs => [.. Dossier.Indicateurs.Select(i => new SelectListItem(i.Description.Intitule, i.Id.Value.ToString()))];

    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        ObjectifsOperationnels = [.. fiche.Contenu.Objectifs.Select(o => new ObjectifSaisi
        {
            Identifiant = o.Id.Value,
            Texte = o.Description.Texte,
            Indicateur = o.Description.Indicateur?.Value,
        })],
    };

    protected override IRedactionDeFiche Commande(CibleFiche cible) => new DefinirObjectifs.Command(
        cible.Convention, cible.Fiche, cible.Revision,
        [
            .. Input.ObjectifsOperationnels.Select(l => new DefinirObjectifs.Ligne(
                l.Identifiant is { } id ? new ObjectifId(id) : null, l.Texte, l.Indicateur is { } indicateur ? new IndicateurFicheId(indicateur) : null)),
        ],
        cible.Arbitrage);

    public sealed class InputModel : SaisieDeLignes<ObjectifSaisi>
    {
        [Display(Name = "Objectifs opérationnels")]
        public List<ObjectifSaisi> ObjectifsOperationnels { get; set; } = [];

        internal override List<ObjectifSaisi> Lignes => ObjectifsOperationnels;
    }

    public sealed class ObjectifSaisi : LigneSaisie
    {
        [Display(Name = "Objectif")]
        public string Texte { get; set; } = "";

        [Display(Name = "Indicateur")]
        public Guid? Indicateur { get; set; }

        public override bool EstVide => string.IsNullOrWhiteSpace(Texte);
    }
}
