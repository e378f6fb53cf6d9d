using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Conventions;

public sealed record ConventionOuverte(ConventionId Convention, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>A convention signed before the portal existed is taken in.</summary>
public sealed record ConventionReprise(ConventionId Convention, string Intitule, DateOnly? SigneeLe, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record CadreModifie(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AnciensCejModifies(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PerimetreModifie(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PartieAjoutee(ConventionId Convention, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PartieModifiee(ConventionId Convention, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PartieRetiree(ConventionId Convention, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record SignataireDesigne(ConventionId Convention, string Partie, string Signataire, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record SignataireRetire(ConventionId Convention, string Partie, string Signataire, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>The one event of every transition.</summary>
/// <param name="Motif">Required for a step back and for an end that was not planned.</param>
public sealed record EtapeFranchie(ConventionId Convention, StatutConvention De, StatutConvention Vers, string? Motif, DateTimeOffset Le)
    : ConventionEvent(Convention, Le);
