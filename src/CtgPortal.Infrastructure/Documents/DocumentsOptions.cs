namespace CtgPortal.Infrastructure.Documents;

/// <summary>Section « Documents » of the configuration.</summary>
public sealed class DocumentsOptions
{
    public const string Section = "Documents";

    /// <summary>Workers at most; each is started when first needed.</summary>
    public int Travailleurs { get; set; } = 2;

    /// <summary>Documents that may wait for a worker; the next one is refused at once.</summary>
    public int FileMax { get; set; } = 32;

    /// <summary>Time given to one document, the start of a worker included; then the worker is killed.</summary>
    public TimeSpan Delai { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A worker is replaced after this many documents.</summary>
    public int DocumentsParTravailleur { get; set; } = 200;

    /// <summary>A worker is replaced when it holds more memory than this, in megabytes.</summary>
    public int MemoireMaxMo { get; set; } = 600;

    /// <summary>Folder that contains the node_modules folder with the typesetter.</summary>
    public string RacineNpm { get; set; } = "";

    /// <summary>The Node.js program.</summary>
    public string Node { get; set; } = "node";
}
