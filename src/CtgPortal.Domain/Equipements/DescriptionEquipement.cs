using System.Globalization;
using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Equipements;

/// <summary>Kinds of équipements and services that annexe 2 lists; <see cref="Autre"/> is named by the territory.</summary>
public enum TypeEquipement
{
    Creche,
    MicroCreche,
    CrecheFamiliale,
    MaisonAssistantsMaternels,
    RelaisPetiteEnfance,
    Laep,
    Pmi,
    AccueilExtrascolaire,
    AccueilPeriscolaire,
    AccueilJeunes,
    Ludotheque,
    CentreSocial,
    EspaceVieSociale,
    FranceServices,
    Autre,
}

/// <summary>What a capacity counts.</summary>
public enum UniteCapacite
{
    Places,
    Etp,
    Heures,
    HeuresOuverture,
}

/// <summary>How a collectivité supports an équipement; several at once are common.</summary>
public enum ModeSoutien
{
    Subvention,
    DelegationServicePublic,
    Marche,
    Regie,
    MiseADisposition,
    Autre,
}

public sealed record Capacite(decimal Quantite, UniteCapacite Unite)
{
    public const decimal Max = 1_000_000m;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Quantite:0.####} {Unite}");
}

/// <summary>What the collectivités give in a year, in euros. Kept to follow; the money itself runs in the convention d’objectifs of each équipement.</summary>
public sealed record MontantAnnuel(int Annee, decimal Montant)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Annee} : {Montant:0.##}");
}

/// <summary>One line of annexe 2. Only the type and the name are known from the start.</summary>
/// <param name="TypePrecise">In the territory’s words, for <see cref="TypeEquipement.Autre"/>.</param>
/// <param name="CommuneCode">INSEE code when the commune is in the perimeter.</param>
/// <param name="Soutiens">Collectivités, by name: a party, a commune of the perimeter, or another.</param>
/// <param name="BonusTerritoire">Null when it is not known.</param>
/// <param name="AnneeOuverture">Of a project: when it should open.</param>
public sealed record DescriptionEquipement(
    TypeEquipement Type,
    string? TypePrecise,
    string Nom,
    string? Gestionnaire,
    string? CommuneCode,
    string? Commune,
    IReadOnlyList<string> Soutiens,
    Capacite? Capacite,
    IReadOnlyList<ModeSoutien> Modes,
    bool? BonusTerritoire,
    IReadOnlyList<MontantAnnuel> Montants,
    bool EstProjet,
    int? AnneeOuverture,
    string? Remarque)
{
    public const int NomLongueurMax = 200;
    public const int TypeLongueurMax = 100;
    public const int GestionnaireLongueurMax = 200;
    public const int CommuneLongueurMax = 200;
    public const int SoutienLongueurMax = 200;
    public const int SoutiensMax = 30;
    public const int MontantsMax = 15;
    public const decimal MontantMax = 100_000_000m;
    public const int RemarqueLongueurMax = 2_000;
    public const int AnneeMin = 1900;
    public const int AnneeMax = 2060;
    public const int AnneeMontantMin = 2000;

    /// <summary>For children under three: what the schéma of the petite enfance counts.</summary>
    public bool EstPetiteEnfance => EstDePetiteEnfance(Type);

    public static bool EstDePetiteEnfance(TypeEquipement type) => type is TypeEquipement.Creche or TypeEquipement.MicroCreche or TypeEquipement.CrecheFamiliale
        or TypeEquipement.MaisonAssistantsMaternels or TypeEquipement.RelaisPetiteEnfance or TypeEquipement.Laep or TypeEquipement.Pmi;

    /// <summary>Places and hours for the youngest, as opposed to services for their parents.</summary>
    public static bool EstModeDAccueil(TypeEquipement type) =>
        type is TypeEquipement.Creche or TypeEquipement.MicroCreche or TypeEquipement.CrecheFamiliale or TypeEquipement.MaisonAssistantsMaternels;

    internal DescriptionEquipement Normaliser()
    {
        BusinessRuleException.ThrowIfAny(
        [
            .. When(Capacite is { Quantite: < 0 or > Equipements.Capacite.Max }, "capacite-invalide", "La capacité n’est pas plausible."),
            .. When(AnneeOuverture is < AnneeMin or > AnneeMax, "annee-invalide", $"L’année doit se situer entre {AnneeMin} et {AnneeMax}."),
            .. When(Soutiens.Count > SoutiensMax, "soutiens-trop-nombreux", $"Au plus {SoutiensMax} collectivités soutiennent un équipement."),
            .. When(Montants.Count > MontantsMax, "montants-trop-nombreux", $"Au plus {MontantsMax} années de montants."),
            .. When(
                Montants.Any(m => m.Annee is < AnneeMontantMin or > AnneeMax || m.Montant is < 0 or > MontantMax),
                "montant-invalide", $"Un montant va de 0 à {MontantMax:N0} €, pour une année entre {AnneeMontantMin} et {AnneeMax}."),
            .. When(Montants.Select(m => m.Annee).Distinct().Count() != Montants.Count, "montant-double", "Une année ne porte qu’un montant."),
        ]);
        return this with
        {
            TypePrecise = Type == TypeEquipement.Autre ? Texte.Facultatif(TypePrecise, "type", TypeLongueurMax) : null,
            Nom = Texte.Obligatoire(Nom, "nom", NomLongueurMax),
            Gestionnaire = Texte.Facultatif(Gestionnaire, "gestionnaire", GestionnaireLongueurMax),
            Commune = Texte.Facultatif(Commune, "commune", CommuneLongueurMax),
            CommuneCode = string.IsNullOrWhiteSpace(Commune) ? null : Texte.Facultatif(CommuneCode, "commune", 5),
            Soutiens = [.. Soutiens.Select(s => Texte.Facultatif(s, "soutien", SoutienLongueurMax)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Modes = [.. Modes.Distinct().Order()],
            Montants = [.. Montants.OrderBy(m => m.Annee)],
            Remarque = Texte.Facultatif(Remarque, "remarque", RemarqueLongueurMax),
        };
    }

    /// <summary>Field by field, under the codes of the journal.</summary>
    internal Comparaison Comparer(DescriptionEquipement apres) => new Comparaison()
        .Noter("type-equipement", Type, apres.Type)
        .Noter("type-precise", TypePrecise, apres.TypePrecise)
        .Noter("nom", Nom, apres.Nom)
        .Noter("gestionnaire", Gestionnaire, apres.Gestionnaire)
        .Noter("commune", Commune, apres.Commune)
        .Noter("soutiens", Soutiens, apres.Soutiens)
        .Noter("capacite", Capacite, apres.Capacite)
        .Noter("modes-soutien", Modes, apres.Modes)
        .Noter("bonus-territoire", BonusTerritoire, apres.BonusTerritoire)
        .Noter("montants", Montants, apres.Montants)
        .Noter("projet", EstProjet, apres.EstProjet)
        .Noter("annee-ouverture", AnneeOuverture, apres.AnneeOuverture)
        .Noter("remarque", Remarque, apres.Remarque);
}
