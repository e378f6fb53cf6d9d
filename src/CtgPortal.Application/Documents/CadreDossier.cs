using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Documents;

/// <summary>What every page of the document bears, whatever it holds.</summary>
internal static class CadreDossier
{
    /// <param name="version">Number of the version being frozen; null for a draft.</param>
    public static DossierConvention De(Convention convention, Plan plan, string cafNom, int? version, DateOnly aujourdhui) => new()
    {
        Reference = convention.Id.Value.ToString(),
        Intitule = convention.Intitule,
        Territoire = string.Join(" et ", convention.Titulaires.Select(t => Mots.NomEnToutesLettres(t.Nom))),
        Etat = convention.SigneeHorsPortail ? EtatDocument.Reprise : version is null ? EtatDocument.Projet : EtatDocument.Figee,
        VersionNumero = version,
        VersionDate = version is null ? null : aujourdhui,
        DateProduction = aujourdhui,
        CafNom = cafNom,
        Debut = convention.Periode?.Debut,
        Fin = convention.Periode?.Fin,
        DateSignature = convention.SigneeLe,
        Generation = convention.Generation,
        Champs = convention.Champs,
        Niveaux = plan.Niveaux,
    };

    /// <summary>What lets anybody ask whether a frozen text is the real one; a text taken in from elsewhere is not the portal’s to vouch for.</summary>
    public static DossierConvention Identifier(this DossierConvention dossier, string reference, ILiensPortail liens) => dossier with
    {
        ReferenceDocument = ReferenceDocument.Presenter(reference),
        AdresseVerification = liens.Vers($"/verifier/{reference}"),
    };
}
