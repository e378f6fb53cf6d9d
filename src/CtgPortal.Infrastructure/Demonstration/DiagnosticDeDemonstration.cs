using CtgPortal.Application.Diagnostics;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Filiations;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Makes the diagnostics, and follows the thread from what was said to what is done about it.</summary>
internal sealed class DiagnosticDeDemonstration(CtgDbContext db, IReferentiel referentiel)
{
    private const string MotifReouverture = "Exemple : compléter le diagnostic avec ce qui a été dit dans les ateliers.";

    /// <summary>Describes how it was made, and validates it where the story goes further.</summary>
    public async Task FaireAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        var (faits, convention) = (dossier.Faits, dossier.Convention);
        List<Appui> appuis = [];
        if (faits.Diagnostic is { } demarche)
        {
            var paragraphes = demarche.Demarche is { } p ? string.Join("\n\n", p) : null;
            dossier.Diagnostic.DecrireDemarche(paragraphes, demarche.Sources ?? [], convention.Statut, dossier.Maintenant);
            appuis = Ecouter(dossier, demarche);
        }

        if (faits.Cle == TroisRivieres.Cle)
        {
            var departement = await referentiel.Departements.SingleAsync(d => d.Code == convention.Departement, cancellationToken);
            ExemplesDeChiffres.Remplir(dossier, departement, await referentiel.Regions.SingleAsync(r => r.Code == departement.RegionCode, cancellationToken));
        }

        if (faits.Etape != StatutConvention.EnDiagnostic)
        {
            dossier.AllerAu(faits.Diagnostic?.ValideLe);
            dossier.Constater(faits.Cle == TroisRivieres.Cle ? ExemplesDeFil.ParConvention[faits.Cle].Constats : [ExemplesDeFil.Seul(faits.Champs![0])], appuis);
            await ValiderAsync(dossier, cancellationToken);
        }
    }

    /// <summary>The neighbours held their workshops after validating: each opens its own diagnostic again to take up what it heard.</summary>
    public async Task CompleterAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        if (dossier.Exemples is not { } exemples || dossier.Faits.Cle == TroisRivieres.Cle)
        {
            return;
        }

        dossier.AllerAu(dossier.Faits.ReprisLe);
        dossier.Diagnostic.Rouvrir(MotifReouverture, dossier.Convention.Statut, dossier.Maintenant);
        dossier.Constater(exemples.Constats, []);
        await ValiderAsync(dossier, cancellationToken);
    }

    /// <summary>From what was said to the findings.</summary>
    public void RelierLesParoles(DossierDemo dossier, IReadOnlyDictionary<string, Maillon> paroles)
    {
        foreach (var (exemple, constat) in dossier.Constats)
        {
            foreach (var parole in exemple.Paroles)
            {
                Relier(dossier, paroles[parole], Maillon.De(constat));
            }
        }
    }

    /// <summary>From findings, and ideas of the room, to the fiches.</summary>
    public void RelierLesActions(DossierDemo dossier, IReadOnlyDictionary<string, Maillon> paroles)
    {
        foreach (var (exemple, constat) in dossier.Constats)
        {
            foreach (var numero in exemple.Fiches)
            {
                Relier(dossier, Maillon.De(constat), Maillon.De(dossier.Fiches[numero - 1].Fiche.Id));
            }
        }

        foreach (var (parole, numero) in dossier.Exemples?.SansConstat ?? [])
        {
            Relier(dossier, paroles[parole], Maillon.De(dossier.Fiches[numero - 1].Fiche.Id));
        }
    }

    private void Relier(DossierDemo dossier, Maillon origine, Maillon suite) =>
        db.Filiations.Add(Filiation.Etablir(dossier.Convention.Id, origine, suite, dossier.Convention.Statut, dossier.Maintenant));

    /// <returns>What findings may rest on.</returns>
    private List<Appui> Ecouter(DossierDemo dossier, FaitsDiagnostic faits)
    {
        List<Appui> appuis = [];
        var (id, etat) = (dossier.Convention.Id, new EtatDiagnostic(dossier.Convention.Statut, dossier.Diagnostic.EstValide));
        if (faits.Enquete is { } questionnaire)
        {
            var enquete = Enquete.Decrire(
                id,
                new(questionnaire.Intitule, questionnaire.Public, ExemplesDEnquete.Mode, null, null, questionnaire.Envoyes, null, ExemplesDEnquete.Methode, []),
                etat, dossier.Maintenant);
            enquete.Lire(ExemplesDEnquete.Resultats, etat, dossier.Maintenant);
            enquete.RetenirLecture(etat, dossier.Maintenant);
            db.Enquetes.Add(enquete);
            appuis.Add(new(NatureAppui.Enquete, enquete.Id.Value, enquete.Description.Intitule));
        }

        foreach (var nom in faits.CommunesEntendues ?? [])
        {
            var commune = dossier.Convention.Perimetre.Single(c => c.Nom == nom);
            var entretien = Entretien.Noter(
                id, new("Élus de la commune", nom, null, [], null), [new(commune.Code, commune.Nom)], etat, dossier.Maintenant);
            db.Entretiens.Add(entretien);
            appuis.Add(new(NatureAppui.Entretien, entretien.Id.Value, entretien.Description.Intitule));
        }

        return appuis;
    }

    private async Task ValiderAsync(DossierDemo dossier, CancellationToken cancellationToken)
    {
        // what is kept is read from what is written
        await db.SaveChangesAsync(cancellationToken);
        await db.FigerAsync(
            referentiel, dossier.Diagnostic, dossier.Convention.Statut, null, JeuDeDemonstration.Auteur, dossier.Maintenant, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
