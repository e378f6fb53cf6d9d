using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Diagnostics;

public sealed record EnqueteAjoutee(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EnqueteModifiee(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EnqueteRetiree(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ResultatsLus(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ResultatsRetenus(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ResultatsEcartes(ConventionId Convention, EnqueteId Enquete, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EntretienNote(ConventionId Convention, EntretienId Entretien, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EntretienModifie(ConventionId Convention, EntretienId Entretien, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EntretienRetire(ConventionId Convention, EntretienId Entretien, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record DocumentVerse(ConventionId Convention, DocumentExistantId Document, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record DocumentModifie(ConventionId Convention, DocumentExistantId Document, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record DocumentRetire(ConventionId Convention, DocumentExistantId Document, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PieceJointeAuDiagnostic(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PieceDuDiagnosticDecrite(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PieceRetireeDuDiagnostic(ConventionId Convention, string Intitule, string Fichier, DateTimeOffset Le) : ConventionEvent(Convention, Le);
