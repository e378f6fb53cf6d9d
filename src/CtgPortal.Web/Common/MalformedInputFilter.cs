using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Common;

/// <summary>
/// What cannot be read is never acted on: 400, the page again, the message at the field, what was typed kept. A method that the page
/// has no answer to is 405: Razor Pages would show the page as if nothing had been asked.
/// </summary>
internal sealed class MalformedInputFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var lecture = HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (context.HandlerMethod is null && !lecture)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (context.ModelState.IsValid)
        {
            await next();
        }
        else if (lecture)
        {
            // a filter mistyped in the address: the page is still read, with its default, and says what is wrong
            var executed = await next();
            if (executed.Exception is null && executed.Result is null or PageResult { StatusCode: null })
            {
                executed.Result = new PageResult { StatusCode = StatusCodes.Status400BadRequest };
            }
        }
        else if (context.HttpContext.Request.WantsJson())
        {
            var messages = context.ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage);
            context.Result = new JsonResult(new { message = string.Join(" ", messages) }) { StatusCode = StatusCodes.Status400BadRequest };
        }
        else
        {
            context.Result = new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
    }
}
