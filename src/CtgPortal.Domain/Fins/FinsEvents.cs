using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Fins;

public sealed record FinEnregistree(ConventionId Convention, NatureFin Nature, string? Partie, DateOnly ActeLe, DateOnly EffetLe, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record FinRetiree(ConventionId Convention, NatureFin Nature, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record FinEffective(ConventionId Convention, NatureFin Nature, DateOnly EffetLe, DateTimeOffset Le) : ConventionEvent(Convention, Le);
