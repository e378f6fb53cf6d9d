using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CtgPortal.Web.Common;

/// <summary>Reads a number as people type it: « 12 345,67 », « 12345.67 », « 12 345,67 € », « 12,5 k€ ».</summary>
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
        var factor = 1m;
        if (Thousands().Match(digits) is { Success: true } unit)
        {
            factor = unit.Value[0] is 'M' ? 1_000_000 : 1_000;
            digits = digits[..unit.Index];
        }
        if (PointThenComma().IsMatch(digits))
        {
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }
        else if (CommaThenPoint().IsMatch(digits))
        {
            digits = digits.Replace(",", "", StringComparison.Ordinal);
        }

        if (!decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            || Math.Abs(value) > decimal.MaxValue / factor)
        {
            return false;
        }

        value *= factor;
        return true;
    }

    /// <summary>Spaces of every width, the euro and percent signs at the end; a typographic minus is read by the sign of the culture.</summary>
    [GeneratedRegex(@"\s|(?<![kKM]\s*)[€%]\s*$")]
    private static partial Regex Blanks();

    /// <summary>« k€ », « M€ », or « k » alone, which says the same; « M » alone could be anything.</summary>
    [GeneratedRegex(@"(?<=\d)([kK]€?|M€)$")]
    private static partial Regex Thousands();

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
