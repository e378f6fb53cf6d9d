using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CtgPortal.Web.Common;

/// <summary>Reads a number as people type it: « 12 345,67 », « 12345.67 », « 12 345,67 € ».</summary>
internal sealed partial class FrenchDecimalBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var result = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (result == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, result);
        var text = result.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            if (!bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Indiquez un nombre.");
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
        }
        else if (TryParse(text, out var value))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, "Indiquez un nombre, par exemple 1234,50.");
        }

        return Task.CompletedTask;
    }

    internal static bool TryParse(string text, out decimal value)
    {
        var digits = Blanks().Replace(text, "");
        if (PointThenComma().IsMatch(digits))
        {
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }
        else if (CommaThenPoint().IsMatch(digits))
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(
            digits.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out value);
    }

    /// <summary>Spaces of every width, the euro and percent signs at the end; a typographic minus is read by the sign of the culture.</summary>
    [GeneratedRegex(@"\s|[€%]\s*$")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[-+]?\d{1,3}(\.\d{3})+,\d+$")]
    private static partial Regex PointThenComma();

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+\.\d+$")]
    private static partial Regex CommaThenPoint();
}

internal sealed class FrenchDecimalBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? new FrenchDecimalBinder() : null;
}
