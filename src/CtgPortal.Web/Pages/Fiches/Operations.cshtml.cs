using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class OperationsModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public void OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        Input.Operations.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public void OnPostAjouter() => Input.Operations.Add(new());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Operations.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
        var enregistre = await Mediator.Send(
            new DefinirOperations.Command(
                new ConventionId(Id), new FicheActionId(FicheId), Input.Revision,
                [.. Input.Operations.Select(l => new DefinirOperations.Ligne(l.Identifiant is { } id ? new OperationId(id) : null, l.Intitule, l.Pilote, l.Public, l.Budget, l.Calendrier, l.Indicateurs))]),
            cancellationToken);
        return this.RetourALaFiche("Opérations", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Operations = [.. Dossier.Operations.Select(o => new Ligne
        {
            Identifiant = o.Id.Value,
            Intitule = o.Description.Intitule,
            Pilote = o.Description.Pilote,
            Public = o.Description.Public,
            Budget = o.Description.Budget,
            Calendrier = o.Description.Calendrier,
            Indicateurs = o.Description.Indicateurs,
        })],
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Opération")]
        public List<Ligne> Operations { get; set; } = [];
    }

    public sealed class Ligne
    {
        [Display(Name = "Identifiant")]
        public Guid? Identifiant { get; set; }

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

        [Display(Name = "Indicateurs")]
        public string? Indicateurs { get; set; }

        [Display(Name = "Retirer")]
        public bool Retirer { get; set; }

        public bool EstVide => Intitule.Length == 0 && Identifiant is null && Budget is null && (Pilote ?? Public ?? Calendrier ?? Indicateurs) is null;
    }
}
