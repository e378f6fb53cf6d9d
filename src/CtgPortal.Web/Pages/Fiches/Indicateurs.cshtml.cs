using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class IndicateursModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
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
        Input.Indicateurs.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public void OnPostAjouter() => Input.Indicateurs.Add(new());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Indicateurs.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
        var enregistre = await Mediator.Send(
            new DefinirIndicateurs.Command(
                new ConventionId(Id), new FicheActionId(FicheId), Input.Revision,
                [.. Input.Indicateurs.Select(l => l.VersLigne())]),
            cancellationToken);
        return this.RetourALaFiche("Indicateurs", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Indicateurs = [.. Dossier.Indicateurs.Select(IndicateurSaisi.Depuis)],
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Indicateur")]
        public List<IndicateurSaisi> Indicateurs { get; set; } = [];
    }
}
