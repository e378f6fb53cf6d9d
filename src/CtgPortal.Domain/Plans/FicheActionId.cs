using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Plans;

public readonly record struct FicheActionId(Guid Value) : IStronglyTypedId<FicheActionId>
{
    public static FicheActionId From(Guid value) => new(value);

    public static FicheActionId New() => new(Guid.CreateVersion7());
}
