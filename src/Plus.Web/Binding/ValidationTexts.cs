using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Plus.Web.Binding;

/// <summary>
/// Gives validation attributes without a message of their own a text key, so that no message of the framework reaches
/// a page; and keeps an emptied field of a non-nullable string an empty string.
/// </summary>
internal sealed class ValidationTexts : IValidationMetadataProvider, IDisplayMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = attribute switch
                {
                    RequiredAttribute => "web.error.required",
                    StringLengthAttribute => "web.error.tooLong|max={1}",
                    MaxLengthAttribute => "web.error.tooLong|max={1}",
                    MinLengthAttribute => "web.error.tooShort|min={1}",
                    RangeAttribute => "web.error.range|min={1}|max={2}",
                    EmailAddressAttribute => "web.error.email",
                    _ => "web.error.invalid",
                };
            }
        }
    }

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (
            context.Key.ModelType == typeof(string)
            && context.Key.PropertyInfo is { } property
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull
        )
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }

    public static void Apply(MvcOptions options)
    {
        var provider = new ValidationTexts();
        options.ModelMetadataDetailsProviders.Add(provider);
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelBinderProviders.Insert(0, new ForgivingBinderProvider());
        var words = options.ModelBindingMessageProvider;
        words.SetAttemptedValueIsInvalidAccessor((_, _) => "web.error.invalid");
        words.SetMissingBindRequiredValueAccessor(_ => "web.error.required");
        words.SetMissingKeyOrValueAccessor(() => "web.error.required");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "web.error.invalid");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "web.error.invalid");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "web.error.number");
        words.SetUnknownValueIsInvalidAccessor(_ => "web.error.invalid");
        words.SetValueIsInvalidAccessor(_ => "web.error.invalid");
        words.SetValueMustBeANumberAccessor(_ => "web.error.number");
        words.SetValueMustNotBeNullAccessor(_ => "web.error.required");
    }
}
