using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>
/// Annexe 2 of a few territories. The sources name two services of Trois-Rivières, in the title of a fiche, and the Maison de l’Enfance et
/// de la Jeunesse of Les Vans, as a place of meeting; everything else is invented and begins with « Exemple ».
/// </summary>
internal static class ExemplesDEquipements
{
    private const string Inventes = "Exemple : capacité, soutien et bonus inventés pour la démonstration.";

    private static readonly Dictionary<string, Exemple[]> ParTerritoire = new()
    {
        [TroisRivieres.Cle] =
        [
            new(TypeEquipement.RelaisPetiteEnfance, "Relais d’assistantes maternelles / Relais petite enfance", null, 1.5m, UniteCapacite.Etp, true, Inventes),
            new(TypeEquipement.Creche, "Maison de petite enfance", "Hirson", 30, UniteCapacite.Places, true, Inventes),
            new(TypeEquipement.MicroCreche, "Exemple : micro-crèche Les Hirondelles", "Saint-Michel", 12, UniteCapacite.Places, false, null, ModeSoutien.MiseADisposition),
            new(TypeEquipement.MicroCreche, "Exemple : micro-crèche du Ton", "Origny-en-Thiérache", 10, UniteCapacite.Places, null, null, ModeSoutien.Subvention, EnProjet: true, Annee: 2023, Montant: 180_000),
            new(TypeEquipement.Laep, "Exemple : La Pause, accueil enfants-parents", "Hirson", 240, UniteCapacite.HeuresOuverture, true, null),
            new(TypeEquipement.AccueilExtrascolaire, "Exemple : accueil de loisirs d’Hirson", "Hirson", 80, UniteCapacite.Places, true, null, ModeSoutien.Regie),
            new(TypeEquipement.AccueilPeriscolaire, "Exemple : accueil périscolaire de Buire", "Buire", 40, UniteCapacite.Places, true, null, ModeSoutien.Regie),
            new(TypeEquipement.AccueilJeunes, "Exemple : espace jeunes d’Aubenton", "Aubenton", 24, UniteCapacite.Places, null, null),
            new(TypeEquipement.CentreSocial, "Exemple : centre social", "Hirson", null, UniteCapacite.Etp, null, null),
            new(TypeEquipement.Ludotheque, "Exemple : ludothèque itinérante", null, 400, UniteCapacite.HeuresOuverture, false, null),
        ],
        ["les-vans"] =
        [
            new(TypeEquipement.AccueilExtrascolaire, "Maison de l’Enfance et de la Jeunesse", null, 48, UniteCapacite.Places, null, "Exemple : type et capacité inventés pour la démonstration."),
            new(TypeEquipement.Creche, "Exemple : multi-accueil", null, 22, UniteCapacite.Places, true, null, ModeSoutien.DelegationServicePublic),
        ],
        ["lannion"] =
        [
            new(TypeEquipement.Creche, "Exemple : multi-accueil du Port", "Lannion", 40, UniteCapacite.Places, true, null, ModeSoutien.Regie),
            new(TypeEquipement.RelaisPetiteEnfance, "Exemple : relais petite enfance", "Lannion", 3, UniteCapacite.Etp, true, null, ModeSoutien.Regie),
            new(TypeEquipement.AccueilExtrascolaire, "Exemple : accueil de loisirs", "Lannion", 120, UniteCapacite.Places, null, null),
        ],
    };

    /// <summary>The contract that the convention takes over from; its end is only known, or told as an example, where said.</summary>
    private static readonly Dictionary<string, AncienCej> Cej = new()
    {
        [TroisRivieres.Cle] = new("Contrat enfance jeunesse, enfants de 0 à 17 ans", ["Buire", "Hirson", "Origny-en-Thiérache"], null),
        ["cauvaldor"] = new("Exemple : contrat enfance jeunesse, dont la fin est inventée", ["CC Causses et Vallée de la Dordogne"], new(2022, 12, 31)),
    };

    public static IReadOnlyList<EquipementSoutenu> Inscrire(DossierDemo dossier)
    {
        if (Cej.TryGetValue(dossier.Faits.Cle, out var cej))
        {
            dossier.Convention.DefinirAnciensCej([cej], dossier.Maintenant);
        }

        List<EquipementSoutenu> inscrits = [];
        foreach (var exemple in ParTerritoire.GetValueOrDefault(dossier.Faits.Cle) ?? [])
        {
            inscrits.Add(EquipementSoutenu.Inscrire(
                dossier.Convention.Id, EquipementSoutenu.CodeSuivant(inscrits.Select(e => e.Code)), exemple.Decrire(dossier.Convention), dossier.Convention.Statut, dossier.Maintenant));
        }

        return inscrits;
    }

    private sealed record Exemple(
        TypeEquipement Type, string Nom, string? Commune, decimal? Capacite, UniteCapacite Unite, bool? Bonus, string? Remarque,
        ModeSoutien Mode = ModeSoutien.Subvention, bool EnProjet = false, int? Annee = null, decimal? Montant = null)
    {
        public DescriptionEquipement Decrire(Convention convention)
        {
            var commune = convention.Perimetre.FirstOrDefault(c => c.Nom == Commune);
            var soutien = commune is null || Mode == ModeSoutien.DelegationServicePublic ? convention.Titulaires[0].Nom : commune.Nom;
            return new(
                Type, null, Nom, Mode == ModeSoutien.Regie ? $"Exemple : {soutien}" : "Exemple : association gestionnaire", commune?.Code, commune?.Nom, [soutien],
                Capacite is { } quantite ? new(quantite, Unite) : null, [Mode], Bonus,
                Montant is { } montant ? [new(Annee!.Value, montant)] : [], EnProjet, Annee, Remarque);
        }
    }
}
