using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Avenants;

public sealed record AvenantPrepare(ConventionId Convention, int Numero, string Objet, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AvenantModifie(ConventionId Convention, int Numero, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>Frozen and given to sign.</summary>
public sealed record AvenantSoumis(ConventionId Convention, int Numero, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>Back to its writing: its circuit is void.</summary>
public sealed record AvenantRepris(ConventionId Convention, int Numero, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AvenantSigne(ConventionId Convention, int Numero, DateOnly SigneLe, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AvenantAbandonne(ConventionId Convention, int Numero, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>The convention takes what its avenant says.</summary>
public sealed record AvenantApplique(ConventionId Convention, int Numero, DateTimeOffset Le) : ConventionEvent(Convention, Le);
