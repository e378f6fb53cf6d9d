using CtgPortal.Application.Marques;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace CtgPortal.Web.Common;

/// <summary>
/// Every text of a form, an address or a route passes here: the one character that the database cannot store is refused at its field,
/// and what an editor wrote as HTML becomes a marked text.
/// </summary>
internal sealed class TexteBinder(IModelBinder texte) : IModelBinder
{
    public const string Message = "Ce texte contenait un caractère invisible que le portail ne peut pas enregistrer. Il est retiré : vérifiez, puis recommencez.";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var valeurs = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (SaisieRiche.EstHtml(valeurs.FirstValue))
        {
            await LireAsync(bindingContext, valeurs.FirstValue!);
            return;
        }

        if (!valeurs.Any(v => v is not null && v.Contains('\0', StringComparison.Ordinal)))
        {
            await texte.BindModelAsync(bindingContext);
            return;
        }

        // what was typed is shown again without it: nobody could see the character to remove it
        bindingContext.ModelState.SetModelValue(
            bindingContext.ModelName, new ValueProviderResult(valeurs.Select(v => v?.Replace("\0", "", StringComparison.Ordinal)).ToArray()));
        bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Message);
    }

    private async Task LireAsync(ModelBindingContext bindingContext, string saisie)
    {
        if (saisie.Length > TexteRiche.HtmlLongueurMax)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, new ValueProviderResult(""));
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, SaisieRiche.TropLong);
            return;
        }

        bindingContext.ValueProvider = new SaisieRiche.Valeur(bindingContext.ValueProvider, bindingContext.ModelName, SaisieRiche.Lire(saisie));
        await texte.BindModelAsync(bindingContext);
    }
}

internal sealed class TexteBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
            ? new TexteBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
