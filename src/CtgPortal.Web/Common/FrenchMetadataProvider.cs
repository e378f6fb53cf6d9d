using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CtgPortal.Web.Common;

/// <summary>French messages for what the framework checks by itself; an empty text box stays "" where the property is not nullable.</summary>
internal sealed class FrenchMetadataProvider : IDisplayMetadataProvider, IValidationMetadataProvider
{
    public static void Translate(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, champ) => $"La valeur saisie pour « {champ} » n’est pas valide.");
        messages.SetUnknownValueIsInvalidAccessor(champ => $"La valeur saisie pour « {champ} » n’est pas valide.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "La valeur saisie n’est pas valide.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "La valeur saisie n’est pas valide.");
        messages.SetValueIsInvalidAccessor(_ => "La valeur saisie n’est pas valide.");
        messages.SetValueMustBeANumberAccessor(champ => $"Indiquez un nombre pour « {champ} ».");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Indiquez un nombre.");
        messages.SetValueMustNotBeNullAccessor(_ => "Renseignez ce champ.");
        messages.SetMissingBindRequiredValueAccessor(champ => $"Renseignez « {champ} ».");
        messages.SetMissingKeyOrValueAccessor(() => "Renseignez ce champ.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Le formulaire est arrivé vide.");
    }

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key is { ModelType: var type, PropertyInfo: { } property } && type == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null })
            {
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "Renseignez ce champ.",
                    EmailAddressAttribute => "Indiquez une adresse électronique complète, par exemple prenom.nom@exemple.fr.",
                    StringLengthAttribute { MinimumLength: > 0 } => "Ce texte doit compter entre {2} et {1} caractères.",
                    StringLengthAttribute or MaxLengthAttribute => "Ce texte dépasse {1} caractères.",
                    RangeAttribute => "Indiquez une valeur entre {1} et {2}.",
                    CompareAttribute => "Les deux saisies ne sont pas identiques.",
                    _ => "La valeur saisie n’est pas valide.",
                };
            }
        }
    }
}
