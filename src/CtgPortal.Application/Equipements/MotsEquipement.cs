using CtgPortal.Application.Common;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Application.Equipements;

/// <summary>The words of annexe 2, the same on pages, in documents and in sheets.</summary>
public static class MotsEquipement
{
    public static string De(TypeEquipement type) => type switch
    {
        TypeEquipement.Creche => "Crèche, halte-garderie (EAJE)",
        TypeEquipement.MicroCreche => "Micro-crèche",
        TypeEquipement.CrecheFamiliale => "Crèche familiale",
        TypeEquipement.MaisonAssistantsMaternels => "Maison d’assistants maternels",
        TypeEquipement.RelaisPetiteEnfance => "Relais petite enfance (RPE)",
        TypeEquipement.Laep => "Lieu d’accueil enfants-parents (LAEP)",
        TypeEquipement.Pmi => "Protection maternelle et infantile (PMI)",
        TypeEquipement.AccueilExtrascolaire => "Accueil de loisirs extrascolaire",
        TypeEquipement.AccueilPeriscolaire => "Accueil de loisirs périscolaire",
        TypeEquipement.AccueilJeunes => "Accueil de jeunes",
        TypeEquipement.Ludotheque => "Ludothèque",
        TypeEquipement.CentreSocial => "Centre social",
        TypeEquipement.EspaceVieSociale => "Espace de vie sociale (EVS)",
        TypeEquipement.FranceServices => "France Services",
        TypeEquipement.Autre => "Autre équipement ou service",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The territory’s own word where it gave one.</summary>
    public static string Type(DescriptionEquipement description) =>
        description is { Type: TypeEquipement.Autre, TypePrecise: { } precise } ? precise : De(description.Type);

    public static string De(UniteCapacite unite) => unite switch
    {
        UniteCapacite.Places => "places",
        UniteCapacite.Etp => "ETP",
        UniteCapacite.Heures => "heures d’accueil par an",
        UniteCapacite.HeuresOuverture => "heures d’ouverture par an",
        _ => throw new ArgumentOutOfRangeException(nameof(unite), unite, null),
    };

    public static string De(ModeSoutien mode) => mode switch
    {
        ModeSoutien.Subvention => "Subvention",
        ModeSoutien.DelegationServicePublic => "Délégation de service public",
        ModeSoutien.Marche => "Marché public",
        ModeSoutien.Regie => "Gestion directe (régie)",
        ModeSoutien.MiseADisposition => "Mise à disposition",
        ModeSoutien.Autre => "Autre soutien",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    /// <summary>« 40 places », « 1 place », « 1,5 ETP ».</summary>
    public static string De(Capacite capacite) => Nombres.Mesure(
        capacite.Quantite, capacite.Quantite < 2 && capacite.Unite != UniteCapacite.Etp ? Singulier(capacite.Unite) : De(capacite.Unite));

    public static string Bonus(bool? bonus) => bonus switch { true => "Oui", false => "Non", null => "Non précisé" };

    /// <summary>« En projet pour 2027 », « Ouvert en 2012 »; null when there is nothing to say.</summary>
    public static string? Ouverture(DescriptionEquipement d) => (d.EstProjet, d.AnneeOuverture) switch
    {
        (true, { } annee) => $"En projet pour {annee}",
        (true, null) => "En projet",
        (false, { } annee) => $"Ouvert en {annee}",
        _ => null,
    };

    public static string De(CompetencePetiteEnfance competence) => competence switch
    {
        CompetencePetiteEnfance.Inconnue => "Pas encore dit",
        CompetencePetiteEnfance.Communes => "Chaque commune",
        CompetencePetiteEnfance.Intercommunalite => "L’intercommunalité",
        _ => throw new ArgumentOutOfRangeException(nameof(competence), competence, null),
    };

    public static string De(ExigenceSchema exigence) => exigence switch
    {
        ExigenceSchema.Inventaire => "L’inventaire des équipements, services et modes d’accueil des moins de trois ans",
        ExigenceSchema.Besoins => "Les besoins des familles",
        ExigenceSchema.ZonesInsuffisantes => "Les zones où l’offre est insuffisante",
        ExigenceSchema.Orientations => "Les orientations : maintenir, développer, redéployer",
        ExigenceSchema.EmploisEtCompetences => "Les emplois et les compétences",
        ExigenceSchema.BesoinsSpecifiques => "Les besoins spécifiques : précarité, handicap",
        ExigenceSchema.Qualite => "La qualité de l’accueil",
        ExigenceSchema.Investissements => "Les projets d’investissement et leur coût",
        ExigenceSchema.Moyens => "Les moyens",
        ExigenceSchema.Calendrier => "Le calendrier prévisionnel",
        ExigenceSchema.Evaluation => "Les indicateurs d’évaluation",
        ExigenceSchema.CompatibiliteSdsf => "La compatibilité avec le schéma départemental des services aux familles",
        ExigenceSchema.Concertation => "La concertation",
        _ => throw new ArgumentOutOfRangeException(nameof(exigence), exigence, null),
    };

    private static string Singulier(UniteCapacite unite) => unite switch
    {
        UniteCapacite.Places => "place",
        UniteCapacite.Heures => "heure d’accueil par an",
        UniteCapacite.HeuresOuverture => "heure d’ouverture par an",
        _ => De(unite),
    };
}
