using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Territoires;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Lives the life of a diagnostic through its public methods.</summary>
public static class UnDiagnostic
{
    public const string Champ = "petite enfance";

    public static readonly DateTimeOffset Le = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly TerritoireRef Epci = new(TypeTerritoire.Epci, "240200600", "CC des Trois Rivières");

    public static readonly TerritoireRef Aisne = new(TypeTerritoire.Departement, "02", "Aisne");

    public static Diagnostic Commence(ConventionId? convention = null)
    {
        var diagnostic = Diagnostic.Commencer(convention ?? ConventionId.New(), Le);
        diagnostic.ClearEvents();
        return diagnostic;
    }

    /// <summary>One indicator compared with the département, and one finding.</summary>
    public static (Diagnostic Diagnostic, IndicateurId Indicateur, ConstatId Constat) Rempli(ConventionId? convention = null)
    {
        var diagnostic = Commence(convention);
        var indicateur = diagnostic.AjouterIndicateur(new(Champ, "Taux de couverture", "%", NatureIndicateur.Part), StatutConvention.EnDiagnostic, Le);
        diagnostic.RenseignerValeur(indicateur, Valeur(2024, Epci, 48.5m), StatutConvention.EnDiagnostic, Le);
        diagnostic.RenseignerValeur(indicateur, Valeur(2024, Aisne, 54m), StatutConvention.EnDiagnostic, Le);
        var constat = diagnostic.AjouterConstat(Champ, NatureConstat.Faiblesse, "Peu de places en horaires atypiques.", StatutConvention.EnDiagnostic, Le);
        diagnostic.ClearEvents();
        return (diagnostic, indicateur, constat);
    }

    public static (Diagnostic Diagnostic, IndicateurId Indicateur, ConstatId Constat) Valide(ConventionId? convention = null)
    {
        var rempli = Rempli(convention);
        rempli.Diagnostic.Valider(StatutConvention.EnDiagnostic, Le);
        rempli.Diagnostic.ClearEvents();
        return rempli;
    }

    public static ValeurIndicateur Valeur(int annee, TerritoireRef territoire, decimal valeur) => new(annee, territoire, EtatValeur.Publiee, valeur, "Cnaf", Le.Year);
}
