using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CtgPortal.Web.Common;

/// <summary>The page reads the body of its form itself, as it comes: binding would first keep all of it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SansFormulaireAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // the page checks the token of what it receives; what it does not expect is checked here, as on every other page
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            context.Result = new BadRequestResult();
            return;
        }

        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        await next();
    }
}

/// <summary>Takes a file of figures block after block into the database. The form sends its antiforgery token before the file.</summary>
internal static class DepotDeFichier
{
    private const string ChampJeton = "__RequestVerificationToken";
    private const int ChampLongueurMax = 4_096;

    /// <returns>Null when the token of the form is missing or wrong; an id of an empty file never comes back.</returns>
    /// <exception cref="BusinessRuleException">The file is refused; nothing of it is kept.</exception>
    public static async Task<ImportChiffresId?> RecevoirAsync(
        HttpContext http, IAntiforgery antiforgery, IMediator mediator, ConventionId convention, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } limite)
        {
            return null;
        }

        var lecteur = new MultipartReader(limite, http.Request.Body);
        while (await lecteur.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var disposition = section.GetContentDispositionHeader();
            if (disposition?.IsFormDisposition() == true && disposition.Name.Value?.Trim('"') == ChampJeton)
            {
                http.Request.Headers["RequestVerificationToken"] = await LireChampAsync(section, cancellationToken);
            }
            else if (disposition?.IsFileDisposition() == true)
            {
                // without a header the check would look for a form that is not there any more
                return http.Request.Headers.ContainsKey("RequestVerificationToken") && await antiforgery.IsRequestValidAsync(http)
                    ? await DeposerAsync(section.Body, (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value?.Trim('"') ?? "", mediator, convention, cancellationToken)
                    : null;
            }
        }

        return null;
    }

    private static async Task<ImportChiffresId> DeposerAsync(
        Stream contenu, string nom, IMediator mediator, ConventionId convention, CancellationToken cancellationToken)
    {
        ImportChiffresId? import = null;
        try
        {
            import = await mediator.Send(new CommencerDepot.Command(convention, nom), cancellationToken);
            var bloc = new byte[ImportChiffres.OctetsBloc];
            for (var rang = 0; await contenu.ReadAtLeastAsync(bloc, bloc.Length, throwOnEndOfStream: false, cancellationToken) is > 0 and var lus; rang++)
            {
                await mediator.Send(new DeposerBloc.Command(convention, import.Value, rang, bloc[..lus]), cancellationToken);
            }

            await mediator.Send(new TerminerDepot.Command(convention, import.Value), cancellationToken);
            return import.Value;
        }
        catch (BusinessRuleException)
        {
            if (import is { } refuse)
            {
                await mediator.Send(new AbandonnerImport.Command(convention, refuse), cancellationToken);
            }

            // a browser shows the answer once its file is taken to the end; the server bounds how much that is
            await contenu.CopyToAsync(Stream.Null, cancellationToken);
            throw;
        }
    }

    private static async Task<string> LireChampAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var valeur = new byte[ChampLongueurMax];
        var lus = await section.Body.ReadAtLeastAsync(valeur, valeur.Length, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.ASCII.GetString(valeur, 0, lus);
    }
}
