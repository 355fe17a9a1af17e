using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Time;

namespace Plus.Web.Binding;

/// <summary>Marks an <c>int</c> or <c>int?</c> of whole minutes that people type as hours (<see cref="ForgivingHours"/>).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class HoursAttribute : ModelBinderAttribute
{
    /// <summary>Binds with the forgiving reader.</summary>
    public HoursAttribute()
        : base(typeof(HoursBinder)) { }
}

/// <summary>Reads typed text; what cannot be read stays in the model state exactly as typed.</summary>
internal abstract class ForgivingBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var typed = sent.FirstValue?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "web.error.required");
            }

            return Task.CompletedTask;
        }

        if (Read(bindingContext, typed) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, NotReadable);
        }

        return Task.CompletedTask;
    }

    protected abstract string NotReadable { get; }

    protected abstract object? Read(ModelBindingContext context, string typed);
}

internal sealed class DateBinder : ForgivingBinder
{
    protected override string NotReadable => "web.error.date";

    protected override object? Read(ModelBindingContext context, string typed)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<PlusClock>();
        return ForgivingDate.TryRead(typed, clock.Today, out var date) ? date : null;
    }
}

internal sealed class HoursBinder : ForgivingBinder
{
    protected override string NotReadable => "web.error.hours";

    protected override object? Read(ModelBindingContext context, string typed) =>
        ForgivingHours.TryRead(typed, out var minutes) ? minutes : null;
}

internal sealed class NumberBinder : ForgivingBinder
{
    protected override string NotReadable => "web.error.number";

    protected override object? Read(ModelBindingContext context, string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
    }
}

/// <summary>Dates and decimals are read forgivingly everywhere.</summary>
internal sealed class ForgivingBinderProvider : IModelBinderProvider
{
    private static readonly DateBinder Dates = new();
    private static readonly NumberBinder Numbers = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type = context.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? Dates
            : type == typeof(decimal) ? Numbers
            : null;
    }
}
