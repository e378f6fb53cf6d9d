namespace CtgPortal.Domain.Common;

/// <summary>An object loaded and saved whole. Every recorded fact makes its revision grow, which is also how two writers are told apart.</summary>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> _events = [];

    /// <summary>Starts at 1 when the aggregate is born; the database refuses a save made from an older one.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<DomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    /// <summary>A change that its own row tells enough: the revision grows, the history of the conventions says nothing of it.</summary>
    protected void RecordQuietly() => Revision++;

    protected void Record(DomainEvent fait)
    {
        _events.Add(fait);
        Revision++;
    }
}
