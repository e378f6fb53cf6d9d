using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Diagnostics;

public sealed record DiagnosticCommence(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record DemarcheDecrite(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record IndicateurAjoute(ConventionId Convention, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record IndicateursAjoutes(ConventionId Convention, int Nombre, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record IndicateurRetire(ConventionId Convention, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ValeurRenseignee(ConventionId Convention, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ValeurRetiree(ConventionId Convention, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <param name="Fichier">Its name.</param>
/// <param name="Indicateurs">Added by the import.</param>
public sealed record ChiffresImportes(
    ConventionId Convention, string Fichier, int Indicateurs, int Nouvelles, int Remplacees, int Inchangees, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ConstatAjoute(ConventionId Convention, ConstatId Constat, string Texte, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ConstatModifie(ConventionId Convention, ConstatId Constat, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ConstatPriorise(ConventionId Convention, ConstatId Constat, string Texte, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>What a finding rested on was removed from the diagnostic.</summary>
public sealed record AppuiRetire(ConventionId Convention, ConstatId Constat, string Texte, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ConstatRetire(ConventionId Convention, ConstatId Constat, string Texte, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record DiagnosticValide(ConventionId Convention, int Indicateurs, int Constats, DateTimeOffset Le) : ConventionEvent(Convention, Le)
{
    /// <summary>Null for a validation made before their content was kept.</summary>
    public int? Numero { get; init; }
}

public sealed record DiagnosticRouvert(ConventionId Convention, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);
