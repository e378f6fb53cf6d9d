namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>The very file was sent to a designated person.</summary>
/// <param name="Empreinte">SHA-256 of what was sent.</param>
public sealed record DocumentMontre(SignatureId Signature, Guid? LigneConcernee, int Version, string Empreinte, DateTimeOffset Le) : IFaitDePreuve;

/// <summary>A personal link was opened. Opening signs nothing.</summary>
public sealed record LienOuvert(SignatureId Signature, Guid? LigneConcernee, DateTimeOffset Le) : IFaitDePreuve;

/// <summary>The person asked for the text in order to sign it with others, in one go: a deed of theirs, which no reader of mail does for them.</summary>
public sealed record DocumentLu(SignatureId Signature, Guid? LigneConcernee, int Version, string Empreinte, DateTimeOffset Le) : IFaitDePreuve;

/// <summary>A personal link was sent. The link itself is nowhere in the proof.</summary>
public sealed record LienEnvoye(SignatureId Signature, Guid? LigneConcernee, string Courriel, DateTimeOffset Le) : IFaitDePreuve;

/// <summary>A one-time code was sent. The code itself is nowhere in the proof.</summary>
public sealed record CodeEnvoye(SignatureId Signature, Guid? LigneConcernee, string Courriel, DateTimeOffset Le) : IFaitDePreuve;

/// <param name="Essais">How many wrong ones so far, this one included.</param>
public sealed record CodeFaux(SignatureId Signature, Guid? LigneConcernee, int Essais, DateTimeOffset Le) : IFaitDePreuve;

/// <summary>Somebody tried something that was refused: nothing changed but this line.</summary>
/// <param name="Acte">Name of the use case, such as <c>SignerConvention</c>.</param>
/// <param name="Raisons">What the person was answered.</param>
/// <param name="EmpreinteLue">The text that they had before them, when the act carries it.</param>
public sealed record ActeRefuse(
    SignatureId Signature, Guid? LigneConcernee, string Acte, IReadOnlyList<RaisonDeRefus> Raisons, string? EmpreinteLue, DateTimeOffset Le) : IFaitDePreuve;

public sealed record RaisonDeRefus(string Code, string Phrase);
