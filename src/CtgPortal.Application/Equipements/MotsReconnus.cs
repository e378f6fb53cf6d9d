using System.Text.RegularExpressions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Equipements;

/// <summary>What people write in the cells of annexe 2, understood; null is always « not understood », never « nothing ».</summary>
public static partial class MotsReconnus
{
    // in order: « micro-crèche » before « crèche »
    private static readonly (string Mot, TypeEquipement Type)[] Types =
    [
        ("micro creche", TypeEquipement.MicroCreche), ("microcreche", TypeEquipement.MicroCreche),
        ("creche familiale", TypeEquipement.CrecheFamiliale), ("accueil familial", TypeEquipement.CrecheFamiliale),
        ("maison d assistant", TypeEquipement.MaisonAssistantsMaternels), ("mam", TypeEquipement.MaisonAssistantsMaternels),
        ("relais petite enfance", TypeEquipement.RelaisPetiteEnfance), ("relais assistant", TypeEquipement.RelaisPetiteEnfance),
        ("relais d assistant", TypeEquipement.RelaisPetiteEnfance), ("rpe", TypeEquipement.RelaisPetiteEnfance), ("ram", TypeEquipement.RelaisPetiteEnfance),
        ("laep", TypeEquipement.Laep), ("lieu d accueil enfant", TypeEquipement.Laep),
        ("pmi", TypeEquipement.Pmi), ("protection maternelle", TypeEquipement.Pmi),
        ("creche", TypeEquipement.Creche), ("halte garderie", TypeEquipement.Creche), ("multi accueil", TypeEquipement.Creche),
        ("multiaccueil", TypeEquipement.Creche), ("eaje", TypeEquipement.Creche), ("accueil du jeune enfant", TypeEquipement.Creche),
        ("periscolaire", TypeEquipement.AccueilPeriscolaire), ("accueil de jeunes", TypeEquipement.AccueilJeunes), ("accueil jeunes", TypeEquipement.AccueilJeunes),
        ("espace jeunes", TypeEquipement.AccueilJeunes), ("ados", TypeEquipement.AccueilJeunes),
        ("extrascolaire", TypeEquipement.AccueilExtrascolaire), ("accueil de loisirs", TypeEquipement.AccueilExtrascolaire),
        ("centre de loisirs", TypeEquipement.AccueilExtrascolaire), ("alsh", TypeEquipement.AccueilExtrascolaire),
        ("ludotheque", TypeEquipement.Ludotheque), ("espace de vie sociale", TypeEquipement.EspaceVieSociale), ("evs", TypeEquipement.EspaceVieSociale),
        ("centre social", TypeEquipement.CentreSocial), ("centre socio", TypeEquipement.CentreSocial), ("france services", TypeEquipement.FranceServices),
        ("france service", TypeEquipement.FranceServices),
    ];

    private static readonly (string Mot, ModeSoutien Mode)[] LesModes =
    [
        ("subvention", ModeSoutien.Subvention), ("dsp", ModeSoutien.DelegationServicePublic), ("delegation", ModeSoutien.DelegationServicePublic),
        ("concession", ModeSoutien.DelegationServicePublic), ("marche", ModeSoutien.Marche), ("prestation", ModeSoutien.Marche), ("regie", ModeSoutien.Regie),
        ("gestion directe", ModeSoutien.Regie), ("mise a disposition", ModeSoutien.MiseADisposition), ("locaux", ModeSoutien.MiseADisposition), ("autre soutien", ModeSoutien.Autre),
    ];

    public static TypeEquipement? Type(string texte)
    {
        var mot = EnTete.Normaliser(texte);
        foreach (var type in Enum.GetValues<TypeEquipement>().Where(t => EnTete.Normaliser(MotsEquipement.De(t)) == mot || EnTete.Normaliser($"{t}") == mot))
        {
            return type;
        }

        return Types.Where(t => Contient(mot, t.Mot)).Select(t => (TypeEquipement?)t.Type).FirstOrDefault();
    }

    public static ModeSoutien? Mode(string texte)
    {
        var mot = EnTete.Normaliser(texte);
        return LesModes.Where(m => Contient(mot, m.Mot)).Select(m => (ModeSoutien?)m.Mode).FirstOrDefault();
    }

    /// <param name="unite">Of its own column, when the sheet has one.</param>
    public static Capacite? Capacite(string texte, string unite)
    {
        if (NombreEtUnite().Match(texte) is not { Success: true } m || !NombreLu.Essayer(m.Groups["nombre"].Value.Trim(), out var nombre) || nombre.Valeur is not >= 0)
        {
            return null;
        }

        var mot = EnTete.Normaliser(unite.Length > 0 ? unite : m.Groups["unite"].Value);
        UniteCapacite? lue = mot.Length == 0 || mot.StartsWith("place", StringComparison.Ordinal) || mot.StartsWith("enfant", StringComparison.Ordinal) ? UniteCapacite.Places
            : mot.Contains("etp", StringComparison.Ordinal) ? UniteCapacite.Etp
            : mot.Contains("ouverture", StringComparison.Ordinal) ? UniteCapacite.HeuresOuverture
            : mot is "h" || mot.StartsWith("heure", StringComparison.Ordinal) ? UniteCapacite.Heures
            : null;
        return lue is { } comprise ? new(nombre.Valeur.Value, comprise) : null;
    }

    /// <returns>Null twice over: <c>Compris</c> tells « not known » from « not understood ».</returns>
    public static (bool Compris, bool? Valeur) OuiNon(string texte) => EnTete.Normaliser(texte) switch
    {
        "oui" or "o" or "x" or "1" or "vrai" or "true" or "yes" => (true, true),
        "non" or "n" or "0" or "faux" or "false" or "no" => (true, false),
        "non precise" or "inconnu" or "a preciser" or "nc" or "nsp" or "" => (true, null),
        _ => (false, null),
    };

    public static bool? EstProjet(string texte)
    {
        var mot = EnTete.Normaliser(texte);
        return mot is "oui" || mot.Contains("projet", StringComparison.Ordinal) || mot.Contains("prevu", StringComparison.Ordinal) || mot.Contains("a venir", StringComparison.Ordinal) ? true
            : mot is "non" || mot.StartsWith("ouvert", StringComparison.Ordinal) || mot.Contains("existant", StringComparison.Ordinal) || mot.Contains("en service", StringComparison.Ordinal) ? false
            : null;
    }

    public static int? Annee(string texte) => DateLue.Essayer(texte, out var date) ? date.Annee : null;

    public static decimal? Montant(string texte) =>
        NombreLu.Essayer(texte, out var nombre) && nombre is { Etat: EtatValeur.Publiee, Valeur: >= 0 } ? nombre.Valeur : null;

    /// <summary>Semicolons when there is one, since a name may hold a comma.</summary>
    public static IEnumerable<string> Liste(string texte) => texte.Split(
        texte.Contains(';', StringComparison.Ordinal) ? [';'] : [',', '\n', '/', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // whole words: « programme » is no RAM
    private static bool Contient(string texte, string mot) =>
        mot.Length <= 4 ? $" {texte} ".Contains($" {mot} ", StringComparison.Ordinal) : texte.Contains(mot, StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?<nombre>\d[\d\s\u00A0\u202F.,]*)\s*(?<unite>\D*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NombreEtUnite();
}
