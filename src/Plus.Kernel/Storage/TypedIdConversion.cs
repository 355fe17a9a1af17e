using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Plus.Kernel.Ids;

namespace Plus.Kernel.Storage;

/// <summary>Stores every typed id as a uuid.</summary>
internal static class TypedIdConversion
{
    public static void Configure(ModelConfigurationBuilder conventions)
    {
        foreach (var type in typeof(ClientId).Assembly.GetTypes().Where(IsTypedId))
        {
            conventions.Properties(type).HaveConversion(typeof(Converter<>).MakeGenericType(type));
        }
    }

    private static bool IsTypedId(Type type) =>
        type.IsValueType
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private sealed class Converter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
        where TId : struct, ITypedId<TId>
    {
        private static TId Make(Guid value) => TId.From(value);
    }
}
