namespace CtgPortal.Domain.Fins;

public readonly record struct ActeDeFinId(Guid Value) : Common.IStronglyTypedId<ActeDeFinId>
{
    public static ActeDeFinId From(Guid value) => new(value);

    public static ActeDeFinId New() => new(Guid.CreateVersion7());
}

/// <summary>How a convention ends before its term; the notices are those that conventions usually write, never a rule of the portal.</summary>
public enum NatureFin
{
    /// <summary>One party leaves, with notice.</summary>
    Denonciation,

    /// <summary>All the parties agree.</summary>
    CommunAccord,

    /// <summary>A party breaks its commitments and does not answer a formal notice.</summary>
    Manquement,

    /// <summary>The law makes the convention impossible.</summary>
    ChangementDeLoi,
}

public enum StatutFin
{
    /// <summary>The convention lives until the day of its effect.</summary>
    EnPreavis,

    /// <summary>Taken back before its effect: its trace stays.</summary>
    Retiree,

    /// <summary>The convention is over.</summary>
    Effective,
}

public static class ReglesFin
{
    /// <summary>Months of notice that conventions usually write; the form shows them, nothing decides by them.</summary>
    public static int PreavisUsuel(NatureFin nature) => nature switch
    {
        NatureFin.Denonciation => 3,
        NatureFin.CommunAccord => 6,
        NatureFin.Manquement => 1,
        NatureFin.ChangementDeLoi => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    /// <summary>Whether one party alone acts: it is then named.</summary>
    public static bool EstDUnePartie(this NatureFin nature) => nature is NatureFin.Denonciation or NatureFin.Manquement;
}
