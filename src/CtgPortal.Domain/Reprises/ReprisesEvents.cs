using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Reprises;

/// <summary>What was signed outside the portal is kept, with who signed it.</summary>
public sealed record OriginalDepose(ConventionId Convention, string Fichier, string Empreinte, int Signataires, int Avenants, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record OriginalCorrige(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);
