using CtgPortal.Application.Plans;
using MediatR;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Common;

/// <summary>What the refusal filter needs from a page whose form was saved by someone else meanwhile.</summary>
internal interface IPageAvecConflits
{
    IReadOnlyList<Conflit> Conflits { set; }

    /// <summary>The form as it would be filled from what is stored now; null when the page has no form to compare.</summary>
    Task<object?> RechargerSaisieAsync();

    string? LibelleDeValeur(string champ, object valeur);
}

/// <summary>A page that shows place by place what two persons wrote in two ways, and asks which to keep.</summary>
public interface IPageAvecHeurt
{
    void Montrer(ConflitDeFicheException heurt);
}

/// <summary>The one base class: the dossier is there for GET and for a POST shown again; an unknown one is a 404.</summary>
/// <typeparam name="T">What the page shows, projected by <see cref="DossierQuery"/>.</typeparam>
public abstract class DossierPageModel<T>(IMediator mediator) : PageModel, IPageAvecConflits
    where T : class
{
    public T Dossier { get; private set; } = null!;

    /// <summary>After a stale save: what is stored now beside what was typed. Shown by <c>_Conflits</c>.</summary>
    public IReadOnlyList<Conflit> Conflits { get; private set; } = [];

    protected IMediator Mediator { get; } = mediator;

    protected abstract IRequest<T?> DossierQuery { get; }

    IReadOnlyList<Conflit> IPageAvecConflits.Conflits { set => Conflits = value; }

    async Task<object?> IPageAvecConflits.RechargerSaisieAsync()
    {
        if (await Mediator.Send(DossierQuery, HttpContext.RequestAborted) is not { } dossier)
        {
            throw new Application.Common.NotFoundException("The dossier was deleted while its form was open.");
        }

        Dossier = dossier;
        return EstConnu ? SaisieActuelle() : throw new Application.Common.NotFoundException("What the form is about was deleted while it was open.");
    }

    string? IPageAvecConflits.LibelleDeValeur(string champ, object valeur) => LibelleDeValeur(champ, valeur);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);

        if (await Mediator.Send(DossierQuery, HttpContext.RequestAborted) is not { } dossier)
        {
            context.Result = NotFound();
            return;
        }

        Dossier = dossier;
        if (!EstConnu)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    /// <summary>False when the address names a part that the dossier does not have: a 404, for GET and POST alike.</summary>
    protected virtual bool EstConnu => true;

    /// <summary>A new input model filled from <see cref="Dossier"/>, as OnGet does; a page with a form that saves an aggregate gives it.</summary>
    protected virtual object? SaisieActuelle() => null;

    /// <summary>Words for a value that does not speak by itself, such as the id of an axe; null: the usual format.</summary>
    protected virtual string? LibelleDeValeur(string champ, object valeur) => null;
}
