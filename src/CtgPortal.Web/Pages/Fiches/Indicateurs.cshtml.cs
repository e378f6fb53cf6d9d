using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class IndicateursModel(IMediator mediator) : LignesFicheModel<IndicateursModel.InputModel, IndicateurSaisi>(mediator, "Indicateurs")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Indicateurs = [.. fiche.Indicateurs.Select(IndicateurSaisi.Depuis)],
    };

    protected override IRedactionDeFiche Commande(CibleFiche cible) => new DefinirIndicateurs.Command(
        cible.Convention, cible.Fiche, cible.Revision,
        [.. Input.Indicateurs.Select(l => l.VersLigne())],
        cible.Arbitrage);

    public sealed class InputModel : SaisieDeLignes<IndicateurSaisi>
    {
        [Display(Name = "Indicateur")]
        public List<IndicateurSaisi> Indicateurs { get; set; } = [];

        internal override List<IndicateurSaisi> Lignes => Indicateurs;
    }
}
