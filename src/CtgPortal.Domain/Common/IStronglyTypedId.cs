namespace CtgPortal.Domain.Common;

/// <summary>An identifier that cannot be mistaken for another one. The value is a UUID v7, so ids sort by creation time.</summary>
public interface IStronglyTypedId<TSelf>
    where TSelf : struct, IStronglyTypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
