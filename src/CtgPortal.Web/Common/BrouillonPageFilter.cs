using CtgPortal.Application.Brouillons;
using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CtgPortal.Web.Common;

/// <summary>A form that was saved has no draft any more: the script adds the address of the draft to what the form posts.</summary>
internal sealed class BrouillonPageFilter : IAsyncPageFilter
{
    public const string Champ = "Brouillon";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        var http = context.HttpContext;

        // a form that the page streamed by itself was never read here, and must not be
        if (HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IFormFeature>()?.Form is { } form && form[Champ] is [{ Length: > 0 } formulaire]
            && executed.Exception is null && executed.Result is IKeepTempDataResult)
        {
            await http.RequestServices.GetRequiredService<IMediator>().Send(new AbandonnerBrouillon.Command(formulaire), http.RequestAborted);
        }
    }
}
