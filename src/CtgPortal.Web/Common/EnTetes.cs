using CtgPortal.Application.Fins;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Web.Common;

/// <summary>The head of a convention's pages, from what the query of the page brought.</summary>
public static class EnTetes
{
    /// <param name="onglet">One of the keys of <see cref="EnTeteConvention.Onglets"/>.</param>
    public static EnTeteConvention Pour(Application.Conventions.EnTeteConvention enTete, string onglet)
    {
        ArgumentNullException.ThrowIfNull(enTete);
        return new(
            enTete.Id.Value,
            enTete.Intitule,
            string.Join(" · ", enTete.Titulaires),
            enTete.Periode is { } periode ? Format.Periode(periode.Debut, periode.Fin) : "Période à fixer",
            enTete.Statut.ToString(),
            aujourdhui => QuiDoitAgir(enTete.Prochaine(aujourdhui), enTete.Roles),
            onglet)
        {
            Fin = enTete.Fin is { } fin ? $"{MotsFin.Phrase(fin.Nature, fin.Partie)} : la convention prend fin le {Format.Date(fin.EffetLe)}." : null,
        };
    }

    /// <summary>Says « à vous » to those who are waited for; null when nobody is.</summary>
    internal static string? QuiDoitAgir(ProchaineAction prochaine, IReadOnlySet<Role> roles)
    {
        var action = Libelles.De(prochaine);
        return prochaine.Acteur switch
        {
            ActeurAttendu.Preparation => roles.Overlaps([Role.Conseiller, Role.Direction, Role.Coordination])
                ? $"À vous : {action}"
                : $"Caf et coordination : {action}",
            ActeurAttendu.Signataires => $"Signataires : {action}",
            ActeurAttendu.Pilotes => $"Pilotes : {action}",
            ActeurAttendu.Personne => null,
            _ => throw new ArgumentOutOfRangeException(nameof(prochaine), prochaine, null),
        };
    }
}
