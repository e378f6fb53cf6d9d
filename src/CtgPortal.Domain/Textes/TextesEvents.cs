using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Textes;

/// <param name="Version">Of the model that was copied; null for a convention signed elsewhere, which copies none.</param>
public sealed record TexteCommence(ConventionId Convention, int? Version, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <param name="Titre">Of the article, or the name of the part.</param>
public sealed record PassageRedige(ConventionId Convention, string Cle, string Titre, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>The wording of the model again.</summary>
public sealed record PassageRetabli(ConventionId Convention, string Cle, string Titre, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>The wording of a newer version of the model, chosen by somebody.</summary>
public sealed record PassageRepris(ConventionId Convention, string Cle, string Titre, int Version, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>Somebody read what a newer version says and kept the words of the convention.</summary>
public sealed record PassageGarde(ConventionId Convention, string Cle, string Titre, int Version, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ArticleAjoute(ConventionId Convention, string Cle, string Titre, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ArticleRetire(ConventionId Convention, string Cle, string Titre, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <param name="Rang">From 1, after the move.</param>
public sealed record ArticleDeplace(ConventionId Convention, string Cle, string Titre, int Rang, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record PresentationTexteModifiee(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>Every difference with a newer version was read.</summary>
public sealed record ModeleExamine(ConventionId Convention, int Version, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <param name="Structure">A body, never a person.</param>
public sealed record AvisDemande(ConventionId Convention, AvisPartenaireId Avis, string Structure, DateOnly Echeance, DateTimeOffset Le)
    : ConventionEvent(Convention, Le);

public sealed record AvisRendu(ConventionId Convention, AvisPartenaireId Avis, string Structure, SensAvis Sens, DateTimeOffset Le)
    : ConventionEvent(Convention, Le);

public sealed record AvisRappele(ConventionId Convention, AvisPartenaireId Avis, string Structure, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AvisRetire(ConventionId Convention, AvisPartenaireId Avis, string Structure, DateTimeOffset Le) : ConventionEvent(Convention, Le);
