using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Conventions that lived their life through their own methods, for the CC des Trois Rivières unless told otherwise.</summary>
public static class UneConvention
{
    /// <summary>The instant at which builders act; tests go on from there.</summary>
    public static readonly DateTimeOffset Maintenant = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    public static readonly TerritoireRef TroisRivieres = new(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières");

    public static readonly CafRef CafAisne = new("02", "Caf de l’Aisne");

    public static readonly Periode QuatreAns = new(new DateOnly(2026, 1, 1), new DateOnly(2029, 12, 31));

    public static readonly IReadOnlyList<CommunePerimetre> Communes =
    [
        new("02381", "Hirson", 8_700),
        new("02738", "Saint-Michel", 3_300),
        new("02053", "Aubenton", null),
    ];

    public static readonly IdentiteSignataire Presidente =
        new("Madame", "Claire", "Morel", "Présidente", null, "president@demo.test");

    public static readonly IdentiteSignataire DirecteurCaf =
        new("Monsieur", "Paul", "Lévêque", "Directeur", null, "direction@demo.test");

    /// <summary>Nothing is missing in it.</summary>
    public static readonly EtatDossier DossierComplet = new(true, 3, 2, 0, 2, 4, [], []);

    public static CadreConvention Cadre(string intitule = "Convention territoriale globale des Trois Rivières", bool avecPeriode = true) =>
        new(intitule, avecPeriode ? QuatreAns : null, 1, ["petite enfance", "jeunesse"], null);

    public static OuvertureConvention Ouverture(
        CadreConvention? cadre = null, CafRef? caf = null, string departement = "02", IReadOnlyList<TerritoireRef>? titulaires = null) =>
        new(caf ?? CafAisne, departement, titulaires ?? [TroisRivieres], Communes, cadre ?? Cadre());

    /// <summary>Just opened: the Caf and the holder are its parties, nobody is designated to sign.</summary>
    public static Convention Ouverte(OuvertureConvention? ouverture = null) => Convention.Ouvrir(ouverture ?? Ouverture(), Maintenant);

    /// <summary>Opened, with one signer per party: it lacks only its stages.</summary>
    public static Convention Preparee(OuvertureConvention? ouverture = null)
    {
        var convention = Ouverte(ouverture);
        foreach (var (partie, identite) in convention.Parties.Zip([DirecteurCaf, Presidente]))
        {
            convention.DesignerSignataire(partie.Id, identite, Maintenant);
        }

        return convention;
    }

    /// <summary>At a stage, reached step by step.</summary>
    public static Convention Au(StatutConvention statut, OuvertureConvention? ouverture = null)
    {
        var convention = Preparee(ouverture);
        switch (statut)
        {
            case StatutConvention.EnDiagnostic:
                return convention;
            case StatutConvention.Abandonnee:
                convention.Clore(StatutConvention.Abandonnee, "Le projet est repris à une autre échelle.", Maintenant);
                return convention;
        }

        convention.Avancer(StatutConvention.EnAteliers, DossierComplet, Maintenant);
        if (statut == StatutConvention.EnAteliers)
        {
            return convention;
        }

        convention.Avancer(StatutConvention.EnRedaction, DossierComplet, Maintenant);
        if (statut == StatutConvention.EnRedaction)
        {
            return convention;
        }

        convention.OuvrirALaSignature(DossierComplet, Maintenant);
        if (statut == StatutConvention.EnSignature)
        {
            return convention;
        }

        convention.EntrerEnSuivi(new DateOnly(2026, 3, 12), Maintenant);
        switch (statut)
        {
            case StatutConvention.EnSuivi:
                return convention;
            case StatutConvention.Terminee:
                convention.Clore(statut, null, ApresLeTerme(convention));
                return convention;
            case StatutConvention.Resiliee:
                convention.Clore(statut, "Les parties ont décidé d’y mettre fin.", Maintenant);
                return convention;
            default:
                throw new ArgumentOutOfRangeException(nameof(statut), statut, "A new stage needs its way here.");
        }
    }

    private static DateTimeOffset ApresLeTerme(Convention convention) =>
        new((convention.Periode ?? QuatreAns).Fin.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero);
}
