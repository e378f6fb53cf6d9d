using CtgPortal.Application.Brouillons;
using MediatR;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CtgPortal.Web.Common;

/// <summary>A form that was saved has no draft any more: the script adds the address of the draft to what the form posts.</summary>
internal sealed class BrouillonPageFilter(IMediator mediator) : IAsyncPageFilter
{
    public const string Champ = "Brouillon";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[Champ] is [{ Length: > 0 } formulaire]
            && executed.Exception is null && executed.Result is IKeepTempDataResult)
        {
            await mediator.Send(new AbandonnerBrouillon.Command(formulaire), context.HttpContext.RequestAborted);
        }
    }
}
