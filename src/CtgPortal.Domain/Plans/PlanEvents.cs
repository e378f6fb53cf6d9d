using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Plans;

public sealed record PlanCommence(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record NiveauxDefinis(ConventionId Convention, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AxeAjoute(ConventionId Convention, AxeId Axe, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AxeModifie(ConventionId Convention, AxeId Axe, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AxeRetire(ConventionId Convention, AxeId Axe, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record AxeDeplace(ConventionId Convention, AxeId Axe, string Intitule, int Rang, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record OrientationAjoutee(ConventionId Convention, OrientationId Orientation, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record OrientationModifiee(ConventionId Convention, OrientationId Orientation, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record OrientationRetiree(ConventionId Convention, OrientationId Orientation, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record OrientationDeplacee(ConventionId Convention, OrientationId Orientation, string Intitule, int Rang, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record FicheCreee(ConventionId Convention, FicheActionId Fiche, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FicheRedigee(ConventionId Convention, FicheActionId Fiche, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FicheConfiee(ConventionId Convention, FicheActionId Fiche, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FichePlacee(ConventionId Convention, FicheActionId Fiche, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FicheDeplacee(ConventionId Convention, FicheActionId Fiche, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FicheRetiree(ConventionId Convention, FicheActionId Fiche, string Intitule, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record PieceJointeALaFiche(ConventionId Convention, FicheActionId Fiche, string Intitule, string Fichier, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record PieceDeFicheDecrite(ConventionId Convention, FicheActionId Fiche, string Intitule, string Fichier, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record PieceRetireeDeLaFiche(ConventionId Convention, FicheActionId Fiche, string Intitule, string Fichier, DateTimeOffset Le)
    : ConventionEvent(Convention, Le), IFaitDeFiche;

/// <summary>Does not name the other fiche: it may be one that a reader of this history may not see.</summary>
public sealed record FichesLiees(ConventionId Convention, FicheActionId Fiche, string Intitule, FicheActionId Autre, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

public sealed record FichesDeliees(ConventionId Convention, FicheActionId Fiche, string Intitule, FicheActionId Autre, DateTimeOffset Le) : ConventionEvent(Convention, Le), IFaitDeFiche;

/// <summary>A fact of one fiche: it is told only to those who may read that fiche, and it makes the history of the fiche.</summary>
public interface IFaitDeFiche
{
    FicheActionId Fiche { get; }
}
