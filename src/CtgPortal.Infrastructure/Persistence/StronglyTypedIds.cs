using CtgPortal.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CtgPortal.Infrastructure.Persistence;

internal static class StronglyTypedIds
{
    /// <summary>One generic converter for every id of the domain, so that a new id needs no mapping.</summary>
    public static void AddStronglyTypedIds(this ModelConfigurationBuilder builder)
    {
        var ids = typeof(IStronglyTypedId<>).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStronglyTypedId<>)));
        foreach (var id in ids)
        {
            builder.Properties(id).HaveConversion(typeof(StronglyTypedIdConverter<>).MakeGenericType(id));
        }
    }
}

/// <summary>Static abstract members are not allowed in expression trees; a plain static call is.</summary>
internal sealed class StronglyTypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, guid => FromGuid(guid))
    where TId : struct, IStronglyTypedId<TId>
{
    private static TId FromGuid(Guid guid) => TId.From(guid);
}
