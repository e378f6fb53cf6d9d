using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

public readonly record struct ConventionId(Guid Value) : IStronglyTypedId<ConventionId>
{
    public static ConventionId From(Guid value) => new(value);

    public static ConventionId New() => new(Guid.CreateVersion7());
}
