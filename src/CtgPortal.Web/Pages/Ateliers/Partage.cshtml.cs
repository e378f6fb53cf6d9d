using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>Which conventions hold the workshop.</summary>
public sealed class PartageModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Where this person may plan workshops too.</summary>
    public IReadOnlyList<ConsulterPlanification.Voisine> Voisines { get; private set; } = [];

    public IEnumerable<ConsulterPlanification.Voisine> Possibles => Voisines.Where(v => Dossier.PartageAvec.All(p => p.Convention != v.Id));

    public bool PeutRetirer(ConventionId convention) => Voisines.Any(v => v.Id == convention);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Voisines = (await Mediator.Send(new ConsulterPlanification.Query(Convention), HttpContext.RequestAborted))?.Voisines ?? [];
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        return Formulaire<PartagerAtelier.Command>();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await Mediator.Send(
            new PartagerAtelier.Command(Convention, AtelierId, Input.Revision, Input.Avec is { } avec ? new ConventionId(avec) : null, Input.Confirme),
            cancellationToken);
        return Encore("L’atelier est partagé. Les deux historiques le disent.");
    }

    public async Task<IActionResult> OnPostRetirerAsync(int revision, Guid autre, CancellationToken cancellationToken)
    {
        await Mediator.Send(new RetirerDuPartage.Command(Convention, AtelierId, revision, new ConventionId(autre)), cancellationToken);
        return Encore("Le partage est retiré. Les deux historiques le disent.");
    }

    protected override object SaisieActuelle() => new InputModel { Revision = Dossier.Revision, Avec = Input.Avec, Confirme = Input.Confirme };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Partager avec")]
        public Guid? Avec { get; set; }

        [Display(Name = "Je confirme : tout ce qui est dit dans cet atelier sera lu aussi dans cette convention")]
        public bool Confirme { get; set; }
    }
}
