using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Web.Common;

/// <summary>The only place where a refusal meets HTTP.</summary>
/// <remarks>
/// A refusal thrown by a handler shows its page again with the reasons and what was typed (as page filter, inside the loading
/// of the dossier); a refusal to show the page at all is a status that the error pages put into words (as exception filter).
/// </remarks>
internal sealed class RefusalPageFilter : IAsyncPageFilter, IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        IActionResult? result = context.Exception switch
        {
            NotFoundException => new NotFoundResult(),
            AccesRefuseException when context.HttpContext.User.Identity is not { IsAuthenticated: true } => new ChallengeResult(),
            AccesRefuseException e => Status(StatusCodes.Status403Forbidden, e.Message),
            ServiceIndisponibleException e => Status(StatusCodes.Status503ServiceUnavailable, e.Message),
            BusinessRuleException e => Status(StatusCodes.Status409Conflict, e.Message),
            ConcurrencyConflictException e => Status(StatusCodes.Status409Conflict, e.Message),
            ValidationException e => Status(StatusCodes.Status400BadRequest, string.Join(" ", e.Errors.Select(x => x.ErrorMessage))),
            _ => null,
        };

        if (result is not null)
        {
            (context.Result, context.ExceptionHandled) = (result, true);
        }

        StatusCodeResult Status(int code, string message)
        {
            context.HttpContext.SetRefusal(message);
            return new StatusCodeResult(code);
        }
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        switch (executed.Exception)
        {
            case ValidationException e:
                Redisplay(StatusCodes.Status400BadRequest, e.Errors.Select(x => (Key(x.PropertyName), x.ErrorMessage)));
                break;
            case BusinessRuleException e:
                Redisplay(StatusCodes.Status409Conflict, e.Obstacles.Select(o => ("", o.Message)));
                break;
            case ServiceIndisponibleException e:
                Redisplay(StatusCodes.Status503ServiceUnavailable, [("", e.Message)]);
                break;
            case ConflitDeFicheException e when context.HandlerInstance is IPageAvecHeurt page:
                page.Montrer(e);
                Redisplay(StatusCodes.Status409Conflict, [("", e.Message)]);
                break;
            case ConcurrencyConflictException e:
                await CompareAsync(context);
                Redisplay(StatusCodes.Status409Conflict, [("", e.Message)]);
                break;
        }

        void Redisplay(int statusCode, IEnumerable<(string Key, string Message)> errors)
        {
            if (context.HttpContext.Request.WantsJson())
            {
                // a script that asked has its own way to say it, beside what was typed
                executed.Result = new JsonResult(new { message = string.Join(" ", errors.Select(e => e.Message)) }) { StatusCode = statusCode };
                executed.ExceptionHandled = true;
                return;
            }

            foreach (var (key, message) in errors)
            {
                context.ModelState.AddModelError(key, message);
            }

            executed.Result = new PageResult { StatusCode = statusCode };
            executed.ExceptionHandled = true;
        }

        string Key(string property) => FieldKey(context.ModelState, context.HandlerInstance, property);
    }

    /// <summary>Finds the field a validator speaks of among what was posted; a message that belongs to no field goes to the summary.</summary>
    internal static string FieldKey(ModelStateDictionary posted, object page, string property)
    {
        if (property.Length == 0)
        {
            return "";
        }

        var key = posted.Keys.FirstOrDefault(k => k.Equals(property, StringComparison.OrdinalIgnoreCase))
            ?? posted.Keys.FirstOrDefault(k => k.EndsWith("." + property, StringComparison.OrdinalIgnoreCase));
        if (key is not null)
        {
            return key;
        }

        var root = property.Split('.', '[')[0];
        var input = page.GetType().GetProperty("Input")?.PropertyType;
        return input?.GetProperty(root) is not null ? $"Input.{property}" : "";
    }

    /// <summary>Both values side by side, and the current revision in the form, so that the person decides and saves again.</summary>
    private static async Task CompareAsync(PageHandlerExecutingContext context)
    {
        if (context.HandlerInstance is not IPageAvecConflits page || await page.RechargerSaisieAsync() is not { } actuelle)
        {
            return;
        }

        var type = actuelle.GetType();
        var property = Array.Find(context.HandlerInstance.GetType().GetProperties(), p => p.PropertyType == type);
        var saisie = property?.GetValue(context.HandlerInstance)
            ?? context.HandlerArguments.Values.FirstOrDefault(a => a?.GetType() == type)
            ?? throw new InvalidOperationException($"{context.HandlerInstance.GetType().Name} compares a {type.Name} that it does not receive.");

        var conflits = ComparaisonSaisie.Comparer(actuelle, saisie, page.LibelleDeValeur);
        page.Conflits = conflits;
        if (conflits.Count == 0)
        {
            context.ModelState.AddModelError("", "Ce qui est enregistré est identique à votre saisie : vous pouvez quitter cette page.");
        }

        if (type.GetProperty(ComparaisonSaisie.Revision) is { CanWrite: true } revision)
        {
            revision.SetValue(saisie, revision.GetValue(actuelle));
        }

        foreach (var key in context.ModelState.Keys.Where(IsRevision).ToList())
        {
            context.ModelState.Remove(key);
        }

        static bool IsRevision(string key) =>
            key == ComparaisonSaisie.Revision || key.EndsWith("." + ComparaisonSaisie.Revision, StringComparison.Ordinal);
    }
}
