namespace CtgPortal.Web.Common;

/// <summary>What an operator may set about the portal's own pages.</summary>
public sealed class PortailOptions
{
    public const string Section = "Portail";

    public string Nom { get; set; } = "CtgPortal";

    /// <summary>Address people write to about accessibility and personal data; the pages say so when none is set.</summary>
    public string ContactAccessibilite { get; set; } = "";

    /// <summary>Who publishes this instance of the portal, for the legal notice.</summary>
    public string Editeur { get; set; } = "";

    public string Hebergeur { get; set; } = "";
}

public sealed class TeleversementsOptions
{
    public const string Section = "Televersements";

    public int TailleMaxMo { get; set; } = 20;

    public long OctetsMax => TailleMaxMo * 1024L * 1024L;
}
