using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Equipements;

public sealed record EquipementAjoute(ConventionId Convention, EquipementId Equipement, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EquipementModifie(ConventionId Convention, EquipementId Equipement, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record EquipementRetire(ConventionId Convention, EquipementId Equipement, string Nom, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>A file was written into annexe 2; what it changed has its own lines.</summary>
public sealed record EquipementsImportes(ConventionId Convention, string Fichier, int Ajoutes, int Modifies, DateTimeOffset Le) : ConventionEvent(Convention, Le);

/// <summary>Who is the autorité organisatrice of the accueil of the youngest.</summary>
public sealed record CompetencePetiteEnfanceDite(ConventionId Convention, CompetencePetiteEnfance Competence, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ExigenceConfirmee(ConventionId Convention, string Territoire, ExigenceSchema Exigence, string Motif, DateTimeOffset Le) : ConventionEvent(Convention, Le);

public sealed record ConfirmationRetiree(ConventionId Convention, string Territoire, ExigenceSchema Exigence, DateTimeOffset Le) : ConventionEvent(Convention, Le);
