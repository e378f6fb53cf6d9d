using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace CtgPortal.Web.Common;

/// <summary>Refuses at its field the one character that the database cannot store; every text of a form, an address or a route passes here.</summary>
internal sealed class TexteBinder(IModelBinder texte) : IModelBinder
{
    public const string Message = "Ce texte contenait un caractère invisible que le portail ne peut pas enregistrer. Il est retiré : vérifiez, puis recommencez.";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var valeurs = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
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
}

internal sealed class TexteBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
            ? new TexteBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
