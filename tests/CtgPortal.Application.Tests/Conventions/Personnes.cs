using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;

namespace CtgPortal.Application.Tests.Conventions;

/// <summary>People of the Aisne and elsewhere, and the little of the reference data that these tests read.</summary>
internal static class Personnes
{
    public static readonly Personne Conseillere = ApplicationDeTest.Une("Nadia Ferrand", new Habilitation(Role.Conseiller, Portee.Caf, "02"));
    public static readonly Personne ConseillerDuNord = ApplicationDeTest.Une("Marc Leroy", new Habilitation(Role.Conseiller, Portee.Caf, "59"));
    public static readonly Personne Coordinatrice =
        ApplicationDeTest.Une("Claire Dubois", new Habilitation(Role.Coordination, Portee.Territoire, "240200600"));
    public static readonly Personne Partenaire = ApplicationDeTest.Une("Léo Petit", new Habilitation(Role.Partenaire, Portee.Territoire, "240200600"));
    public static readonly Personne Admin = ApplicationDeTest.Une("Ada Min", Habilitation.Nationale(Role.Administrateur));

    public static object[] Referentiel() =>
    [
        new Region("32", "Hauts-de-France"),
        new Departement("02", "Aisne", "32"),
        new Departement("59", "Nord", "32"),
        new Caf("02", "Caf de l’Aisne", "02"),
        new Caf("59", "Caf du Nord", "59"),
        new Epci("240200600", "CC des Trois Rivières", TypeEpci.CC, 12_700, 12_000, "02", "02"),
        new Epci("200043404", "CC Sud-Avesnois", TypeEpci.CC, 26_000, 25_000, "59", "59"),
        new Commune("02381", "210203731", "Hirson", "02", 8_700, "02"),
        new Commune("02738", "210206650", "Tergnier", "02", 13_000, "02"),
        new Commune("02684", "210206551", "Saint-Michel", "02", 3_300, "02"),
        new Commune("59249", "215902495", "Fourmies", "59", 11_700, "59"),
        new AppartenanceEpci("240200600", "02381"),
        new AppartenanceEpci("240200600", "02684"),
        new AppartenanceEpci("200043404", "59249"),
    ];
}
