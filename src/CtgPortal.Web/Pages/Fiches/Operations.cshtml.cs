using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Plans;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class OperationsModel(IMediator mediator) : LignesFicheModel<OperationsModel.InputModel, OperationsModel.Ligne>(mediator, "Opérations")
{
    protected override InputModel Lire(ConsulterFiche.Dossier fiche) => new()
    {
        Operations = [.. fiche.Operations.Select(o => new Ligne
        {
            Identifiant = o.Id.Value,
            Intitule = o.Description.Intitule,
            Pilote = o.Description.Pilote,
            Public = o.Description.Public,
            Budget = o.Description.Budget,
            Calendrier = o.Description.Calendrier,
            Echeance = o.Description.Echeance,
            Indicateurs = o.Description.Indicateurs,
        })],
    };

    protected override IRedactionDeFiche Commande(CibleFiche cible) => new DefinirOperations.Command(
        cible.Convention, cible.Fiche, cible.Revision,
        [.. Input.Operations.Select(l => new DefinirOperations.Ligne(l.Identifiant is { } id ? new OperationId(id) : null, l.Intitule, l.Pilote, l.Public, l.Budget, l.Calendrier, l.Indicateurs, l.Echeance))],
        cible.Arbitrage);

    public sealed class InputModel : SaisieDeLignes<Ligne>
    {
        [Display(Name = "Opération")]
        public List<Ligne> Operations { get; set; } = [];

        internal override List<Ligne> Lignes => Operations;
    }

    public sealed class Ligne : LigneSaisie
    {
        [Display(Name = "Intitulé")]
        public string Intitule { get; set; } = "";

        [Display(Name = "Pilote")]
        public string? Pilote { get; set; }

        [Display(Name = "Public")]
        public string? Public { get; set; }

        [Display(Name = "Budget")]
        public decimal? Budget { get; set; }

        [Display(Name = "Calendrier")]
        public string? Calendrier { get; set; }

        [Display(Name = "Échéance")]
        public DateOnly? Echeance { get; set; }

        [Display(Name = "Indicateurs")]
        public string? Indicateurs { get; set; }

        public override bool EstVide => Intitule.Length == 0 && Identifiant is null && Budget is null && Echeance is null && (Pilote ?? Public ?? Calendrier ?? Indicateurs) is null;
    }
}
