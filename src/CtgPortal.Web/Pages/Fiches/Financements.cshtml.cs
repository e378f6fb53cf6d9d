using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class FinancementsModel(IMediator mediator) : LignesFicheModel<FinancementsModel.InputModel, FinancementsModel.Ligne>(mediator, "Financements")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Financements = [.. fiche.Financements.Select(f => new Ligne
        {
            Financeur = f.Financeur,
            Annee = f.Annee,
            Nature = f.Nature,
            Prevu = f.Prevu,
            Realise = f.Realise,
        })],
    };

    protected override IRequest<EnregistrementFiche> Commande(CibleFiche cible) => new DefinirFinancements.Command(
        cible.Convention, cible.Fiche, cible.Revision,
        [.. Input.Financements.Select(l => new DefinirFinancements.Ligne(l.Financeur, l.Annee ?? 0, l.Nature, l.Prevu, l.Realise))],
        cible.Arbitrage);

    public sealed class InputModel : SaisieDeLignes<Ligne>
    {
        [Display(Name = "Financement")]
        public List<Ligne> Financements { get; set; } = [];

        internal override List<Ligne> Lignes => Financements;
    }

    public sealed class Ligne : LigneSaisie
    {
        [Display(Name = "Financeur")]
        public string Financeur { get; set; } = "";

        [Display(Name = "Année")]
        public int? Annee { get; set; }

        [Display(Name = "Nature")]
        public NatureDepense Nature { get; set; }

        [Display(Name = "Montant prévu")]
        public decimal? Prevu { get; set; }

        [Display(Name = "Montant réalisé")]
        public decimal? Realise { get; set; }

        public override bool EstVide => Financeur.Length == 0 && Annee is null && Prevu is null && Realise is null;
    }
}
