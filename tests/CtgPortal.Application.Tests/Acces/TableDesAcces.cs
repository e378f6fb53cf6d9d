using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using MediatR;

namespace CtgPortal.Application.Tests.Acces;

/// <summary>Who may send what, written by hand: the attributes are compared with it, and the portal is tried against it.</summary>
internal static partial class TableDesAcces
{
    /// <summary>
    /// One line per use case. <c>x</c>: may send it, on what they see; <c>.</c>: may not; <c>f</c>: may send it for a fiche they pilot.
    /// </summary>
    private const string Table = """
                                             Adm Con Dir Coo Sig Par Lec Anonyme
        Ateliers.AnnulerAtelier              .   x   x   x   .   .   .   .
        Ateliers.CloreAtelier                .   x   x   x   .   .   .   .
        Ateliers.ConsulterAssistance         .   x   x   x   .   .   .   .
        Ateliers.ConsulterAtelier            x   x   x   x   x   x   x   .
        Ateliers.ConsulterInvitation         x   x   x   x   x   x   x   x
        Ateliers.ConsulterPlanification      x   x   x   x   x   x   x   .
        Ateliers.Contribuer                  .   x   x   x   .   x   .   .
        Ateliers.DecrireAtelier              .   x   x   x   .   .   .   .
        Ateliers.DefinirAgenda               .   x   x   x   .   .   .   .
        Ateliers.EffacerAssistance           .   x   x   x   .   .   .   .
        Ateliers.EnvoyerInvitations          .   x   x   x   .   .   .   .
        Ateliers.ExporterEmargement          .   x   x   x   .   .   .   .
        Ateliers.ExporterRendezVous          x   x   x   x   x   x   x   .
        Ateliers.FixerConservation           .   x   x   x   .   .   .   .
        Ateliers.InscrirePersonnes           .   x   x   x   .   .   .   .
        Ateliers.ListerAteliers              x   x   x   x   x   x   x   .
        Ateliers.NoterArrivee                .   x   x   x   .   .   .   .
        Ateliers.NoterPresence               .   x   x   x   .   .   .   .
        Ateliers.PartagerAtelier             .   x   x   x   .   .   .   .
        Ateliers.PlanifierAtelier            .   x   x   x   .   .   .   .
        Ateliers.PlanifierSerie              .   x   x   x   .   .   .   .
        Ateliers.RenommerSerie               .   x   x   x   .   .   .   .
        Ateliers.RepondreInvitation          x   x   x   x   x   x   x   x
        Ateliers.RetirerContribution         .   x   x   x   .   .   .   .
        Ateliers.RetirerDuPartage            .   x   x   x   .   .   .   .
        Ateliers.RetirerPersonne             .   x   x   x   .   .   .   .
        Ateliers.RetirerPresence             .   x   x   x   .   .   .   .
        Ateliers.RouvrirAtelier              .   x   x   x   .   .   .   .
        Ateliers.ConsulterCompteRendu        .   x   x   x   .   .   .   .
        Ateliers.ExporterCompteRendu         x   x   x   x   x   x   x   .
        Brouillons.AbandonnerBrouillon       x   x   x   x   x   x   x   .
        Brouillons.GarderBrouillon           x   x   x   x   x   x   x   .
        Brouillons.ListerBrouillons          x   x   x   x   x   x   x   .
        Commentaires.ConsulterCommentaire    x   x   x   x   x   x   x   .
        Commentaires.LireCommentaire         .   x   x   x   x   x   x   .
        Commentaires.ListerCommentaires      x   x   x   x   x   x   x   .
        Commentaires.ModifierCommentaire     .   x   x   x   x   x   x   .
        Commentaires.OuvrirCommentaire       .   x   x   x   x   x   x   .
        Commentaires.RepondreAuCommentaire   .   x   x   x   x   x   x   .
        Commentaires.ResoudreCommentaire     .   x   x   x   x   x   x   .
        Commentaires.RetirerCommentaire      .   x   x   x   x   x   x   .
        Commentaires.RouvrirCommentaire      .   x   x   x   x   x   x   .
        Conventions.AjouterPartie            .   x   x   x   .   .   .   .
        Conventions.AvancerEtape             .   x   x   x   .   .   .   .
        Conventions.CloreConvention          .   x   x   x   .   .   .   .
        Conventions.ConsulterAccueil         x   x   x   x   x   x   x   .
        Conventions.ConsulterConvention      x   x   x   x   x   x   x   .
        Conventions.ConsulterHistorique      x   x   x   x   x   x   x   .
        Conventions.ConsulterOuverture       .   x   x   .   .   .   .   .
        Conventions.ConsulterPartie          x   x   x   x   x   x   x   .
        Conventions.ConsulterPerimetre       x   x   x   x   x   x   x   .
        Conventions.DefinirAnciensCej        .   x   x   x   .   .   .   .
        Conventions.DefinirPerimetre         .   x   x   x   .   .   .   .
        Conventions.DesignerSignataire       .   x   x   x   .   .   .   .
        Conventions.ListerConventions        x   x   x   x   x   x   x   .
        Conventions.ModifierCadre            .   x   x   x   .   .   .   .
        Conventions.ModifierPartie           .   x   x   x   .   .   .   .
        Conventions.OuvrirConvention         .   x   x   .   .   .   .   .
        Conventions.RetirerPartie            .   x   x   x   .   .   .   .
        Conventions.RetirerSignataire        .   x   x   x   .   .   .   .
        Conventions.RevenirEtape             .   x   x   x   .   .   .   .
        Courriels.ConsulterCourriel          x   .   .   .   .   .   .   .
        Courriels.ListerCourriels            x   .   .   .   .   .   .   .
        Courriels.RelancerCourriel           x   .   .   .   .   .   .   .

        Diagnostics.AbandonnerImport         .   x   x   x   .   .   .   .
        Diagnostics.AjouterConstat           .   x   x   x   .   .   .   .
        Diagnostics.AjouterDocument          .   x   x   x   .   .   .   .
        Diagnostics.AjouterEnquete           .   x   x   x   .   .   .   .
        Diagnostics.AjouterEntretien         .   x   x   x   .   .   .   .
        Diagnostics.AjouterIndicateur        .   x   x   x   .   .   .   .
        Diagnostics.AjouterIndicateursDuCatalogue .  x   x   x   .   .   .   .
        Diagnostics.CommencerDepot           .   x   x   x   .   .   .   .
        Diagnostics.ConsulterCatalogue       x   x   x   x   x   x   x   .
        Diagnostics.ConsulterAppuis          x   x   x   x   x   x   x   .
        Diagnostics.ConsulterConstat         x   x   x   x   x   x   x   .
        Diagnostics.ConsulterDiagnostic      x   x   x   x   x   x   x   .
        Diagnostics.ConsulterDifferences     x   x   x   x   x   x   x   .
        Diagnostics.ConsulterDocumentExistant x   x   x   x   x   x   x   .
        Diagnostics.ConsulterEnquete         x   x   x   x   x   x   x   .
        Diagnostics.ConsulterEntretien       x   x   x   x   x   x   x   .
        Diagnostics.ConsulterImport          .   x   x   x   .   .   .   .
        Diagnostics.ConsulterIndicateur      x   x   x   x   x   x   x   .
        Diagnostics.DecrireDemarche          .   x   x   x   .   .   .   .
        Diagnostics.DeposerBloc              .   x   x   x   .   .   .   .
        Diagnostics.EcarterResultats         .   x   x   x   .   .   .   .
        Diagnostics.EcrireChiffres           .   x   x   x   .   .   .   .
        Diagnostics.ExporterChiffres         x   x   x   x   x   x   x   .
        Diagnostics.ExporterRapportImport    .   x   x   x   .   .   .   .
        Diagnostics.ExporterValidation       x   x   x   x   x   x   x   .
        Diagnostics.LireResultats            .   x   x   x   .   .   .   .
        Diagnostics.ListerConstats           x   x   x   x   x   x   x   .
        Diagnostics.ListerEnquetes           x   x   x   x   x   x   x   .
        Diagnostics.ListerEntretiens         x   x   x   x   x   x   x   .
        Diagnostics.ListerImports            .   x   x   x   .   .   .   .
        Diagnostics.ListerValidations        x   x   x   x   x   x   x   .
        Diagnostics.ModifierConstat          .   x   x   x   .   .   .   .
        Diagnostics.ModifierDocument         .   x   x   x   .   .   .   .
        Diagnostics.ModifierEnquete          .   x   x   x   .   .   .   .
        Diagnostics.ModifierEntretien        .   x   x   x   .   .   .   .
        Diagnostics.PreciserColonnes         .   x   x   x   .   .   .   .
        Diagnostics.PrioriserConstats        .   x   x   x   .   .   .   .
        Diagnostics.RedecouperFichier        .   x   x   x   .   .   .   .
        Diagnostics.RelierSeries             .   x   x   x   .   .   .   .
        Diagnostics.RenseignerValeur         .   x   x   x   .   .   .   .
        Diagnostics.RetenirResultats         .   x   x   x   .   .   .   .
        Diagnostics.RetirerConstat           .   x   x   x   .   .   .   .
        Diagnostics.RetirerDocument          .   x   x   x   .   .   .   .
        Diagnostics.RetirerEnquete           .   x   x   x   .   .   .   .
        Diagnostics.RetirerEntretien         .   x   x   x   .   .   .   .
        Diagnostics.RetirerIndicateur        .   x   x   x   .   .   .   .
        Diagnostics.RetirerValeur            .   x   x   x   .   .   .   .
        Diagnostics.RouvrirDiagnostic        .   x   x   x   .   .   .   .
        Diagnostics.TerminerDepot            .   x   x   x   .   .   .   .
        Diagnostics.ValiderDiagnostic        .   x   x   x   .   .   .   .
        Diagnostics.ExporterDiagnostic       x   x   x   x   x   x   x   .

        Documents.ConsulterConventionPdf     x   x   x   x   x   x   x   .
        Documents.ExporterConvention         x   x   x   x   x   x   x   .
        Documents.ExporterConventionWord     x   x   x   x   x   x   x   .
        Documents.ConsulterDocuments         x   x   x   x   x   x   x   .
        Documents.ConsulterPiece             x   x   x   x   x   x   x   .
        Documents.ConsulterPieces            x   x   x   x   x   x   x   .
        Documents.DecrirePiece               .   x   x   x   .   f   .   .
        Documents.JoindrePieces              .   x   x   x   .   f   .   .
        Documents.RetirerPiece               .   x   x   x   .   f   .   .

        Echanges.AnnulerImportPlan           .   x   x   x   .   .   .   .
        Echanges.ConsulterImportPlan         .   x   x   x   .   .   .   .
        Echanges.ExporterPlan                x   x   x   x   x   x   x   .
        Echanges.ImporterPlan                .   x   x   x   .   .   .   .
        Echanges.ListerImportsPlan           .   x   x   x   .   .   .   .

        Equipements.AjouterEquipement        .   x   x   x   .   .   .   .
        Equipements.ConfirmerExigence        .   x   x   x   .   .   .   .
        Equipements.ConsulterEquipement      x   x   x   x   x   x   x   .
        Equipements.ConsulterImportEquipements . x   x   x   .   .   .   .
        Equipements.ConsulterPetiteEnfance   x   x   x   x   x   x   x   .
        Equipements.DireLaCompetence         .   x   x   x   .   .   .   .
        Equipements.ExporterEquipements      x   x   x   x   x   x   x   .
        Equipements.ExporterPetiteEnfance    x   x   x   x   x   x   x   .
        Equipements.ImporterEquipements      .   x   x   x   .   .   .   .
        Equipements.ListerEquipements        x   x   x   x   x   x   x   .
        Equipements.ModifierEquipement       .   x   x   x   .   .   .   .
        Equipements.RetirerConfirmation      .   x   x   x   .   .   .   .
        Equipements.RetirerEquipement        .   x   x   x   .   .   .   .

        Filiations.ConsulterFil              x   x   x   x   x   x   x   .
        Filiations.ConsulterLiens            x   x   x   x   x   x   x   .
        Filiations.ConsulterSuites           x   x   x   x   x   x   x   .
        Filiations.Delier                    .   x   x   x   .   .   .   .
        Filiations.FaireAxe                  .   x   x   x   .   .   .   .
        Filiations.FaireConstat              .   x   x   x   .   .   .   .
        Filiations.FaireFiche                .   x   x   x   .   .   .   .
        Filiations.FaireOrientation          .   x   x   x   .   .   .   .
        Filiations.ListerFiliations          x   x   x   x   x   x   x   .
        Filiations.Relier                    .   x   x   x   .   .   .   .

        Imports.AbandonnerTableur            .   x   x   x   .   .   .   .
        Imports.DeposerTableur               .   x   x   x   .   .   .   .
        Imports.PreciserTableur              .   x   x   x   .   .   .   .

        Plans.AjouterAxe                     .   x   x   x   .   .   .   .
        Plans.AjouterOrientation             .   x   x   x   .   .   .   .
        Plans.ConfierFiche                   .   x   x   x   .   .   .   .
        Plans.ConsulterApercuFiche           .   x   x   x   .   x   .   .
        Plans.ExporterApercuFiche            x   x   x   x   x   x   x   .
        Plans.ConsulterFiche                 x   x   x   x   x   x   x   .
        Plans.ConsulterHistoriqueFiche       x   x   x   x   x   x   x   .
        Plans.ConsulterLiensFiche            x   x   x   x   x   x   x   .
        Plans.ConsulterPlan                  x   x   x   x   x   x   x   .
        Plans.ConsulterVuesDuPlan            x   x   x   x   x   x   x   .
        Plans.CreerFiche                     .   x   x   x   .   .   .   .
        Plans.DefinirFinancements            .   x   x   x   .   f   .   .
        Plans.DefinirIndicateurs             .   x   x   x   .   f   .   .
        Plans.DefinirNiveaux                 .   x   x   x   .   .   .   .
        Plans.DefinirObjectifs               .   x   x   x   .   f   .   .
        Plans.DefinirOperations              .   x   x   x   .   f   .   .
        Plans.DelierFiches                   .   x   x   x   .   f   .   .
        Plans.DeplacerAxe                    .   x   x   x   .   .   .   .
        Plans.DeplacerFiche                  .   x   x   x   .   .   .   .
        Plans.DeplacerFiches                 .   x   x   x   .   .   .   .
        Plans.DeplacerOrientation            .   x   x   x   .   .   .   .
        Plans.EnregistrerVue                 x   x   x   x   x   x   x   .
        Plans.ExporterAffichePlan            x   x   x   x   x   x   x   .
        Plans.ExporterFiches                 x   x   x   x   x   x   x   .
        Plans.ExporterTableauPlan            x   x   x   x   x   x   x   .
        Plans.LierFiches                     .   x   x   x   .   f   .   .
        Plans.ModifierAxe                    .   x   x   x   .   .   .   .
        Plans.ModifierFiches                 .   x   x   x   .   x   .   .
        Plans.ModifierOrientation            .   x   x   x   .   .   .   .
        Plans.OuvrirSurVue                   x   x   x   x   x   x   x   .
        Plans.RedigerFiche                   .   x   x   x   .   f   .   .
        Plans.RenommerVue                    x   x   x   x   x   x   x   .
        Plans.RestaurerFiche                 .   x   x   x   .   f   .   .
        Plans.RetirerAxe                     .   x   x   x   .   .   .   .
        Plans.RetirerOrientation             .   x   x   x   .   .   .   .
        Plans.SupprimerFiche                 .   x   x   x   .   .   .   .
        Plans.SupprimerVue                   x   x   x   x   x   x   x   .

        Presences.SignalerPresence           x   x   x   x   x   x   x   .

        Salles.AfficherContribution          .   x   x   x   .   .   .   .
        Salles.ArreterMinuteur               .   x   x   x   .   .   .   .
        Salles.ChangerPhase                  .   x   x   x   .   .   .   .
        Salles.ConsulterParticipation        x   x   x   x   x   x   x   x
        Salles.ConsulterReglagesSalle        .   x   x   x   .   .   .   .
        Salles.ConsulterSalle                .   x   x   x   .   .   .   .
        Salles.CreerGroupe                   .   x   x   x   .   .   .   .
        Salles.DeplacerContribution          .   x   x   x   .   .   .   .
        Salles.DonnerPoints                  x   x   x   x   x   x   x   x
        Salles.EcarterContribution           .   x   x   x   .   .   .   .
        Salles.EntrerDansLaSalle             x   x   x   x   x   x   x   x
        Salles.FermerSalle                   .   x   x   x   .   .   .   .
        Salles.FusionnerGroupes              .   x   x   x   .   .   .   .
        Salles.LancerMinuteur                .   x   x   x   .   .   .   .
        Salles.OuvrirSalle                   .   x   x   x   .   .   .   .
        Salles.PosterContribution            x   x   x   x   x   x   x   x
        Salles.ReglerSalle                   .   x   x   x   .   .   .   .
        Salles.RenommerGroupe                .   x   x   x   .   .   .   .
        Salles.RetirerGroupe                 .   x   x   x   .   .   .   .
        Salles.TranscrireContributions       .   x   x   x   .   .   .   .

        Suivi.AjouterNote                    .   x   x   x   .   f   .   .
        Suivi.ConsulterSuivi                 x   x   x   x   x   x   x   .
        Suivi.ConsulterSuiviFiche            x   x   x   x   x   x   x   .
        Suivi.NoterAvancement                .   x   x   x   .   f   .   .
        Suivi.ReleverIndicateur              .   x   x   x   .   f   .   .

        Territoires.ConsulterTerritoire      x   x   x   x   x   x   x   .
        Territoires.ConsulterTerritoireSaisi x   x   x   x   x   x   x   .
        Territoires.ListerCafs               x   x   x   x   x   x   x   .
        Territoires.ListerDepartements       x   x   x   x   x   x   x   .
        Territoires.ListerTerritoires        x   x   x   x   x   x   x   .

        Versions.ConsulterComparaison        x   x   x   x   x   x   x   .
        Versions.DeclarerVersionSansObjet    .   x   x   x   .   .   .   .
        Versions.ExporterComparaison         x   x   x   x   x   x   x   .
        Versions.ExporterVersion             x   x   x   x   x   x   x   .
        Versions.GarderVersion               .   x   x   x   .   .   .   .
        Versions.ListerVersions              x   x   x   x   x   x   x   .

        Textes.AjouterArticle                .   x   x   x   .   .   .   .
        Textes.CommencerTexte                .   x   x   x   .   .   .   .
        Textes.ConsulterNouveauModele        x   x   x   x   x   x   x   .
        Textes.ConsulterApercuPassage        .   x   x   x   .   .   .   .
        Textes.ExporterApercuPassage         x   x   x   x   x   x   x   .
        Textes.ConsulterPassage              x   x   x   x   x   x   x   .
        Textes.ConsulterTexte                x   x   x   x   x   x   x   .
        Textes.DeplacerArticle               .   x   x   x   .   .   .   .
        Textes.PresenterTexte                .   x   x   x   .   .   .   .
        Textes.RedigerPassage                .   x   x   x   .   .   .   .
        Textes.RetablirPassage               .   x   x   x   .   .   .   .
        Textes.RetirerArticle                .   x   x   x   .   .   .   .
        Textes.TrancherModele                .   x   x   x   .   .   .   .

        Avis.ConsulterAvis                   x   x   x   x   x   x   x   x
        Avis.ConsulterDemandesAvis           .   x   x   x   .   .   .   .
        Avis.DemanderAvis                    .   x   x   x   .   .   .   .
        Avis.ExporterTexteSoumis             x   x   x   x   x   x   x   x
        Avis.RendreAvis                      x   x   x   x   x   x   x   x
        Avis.RetirerAvis                     .   x   x   x   .   .   .   .

        Bibliotheque.AjouterDepuisBibliotheque .  x   x   x   .   .   .   .
        Bibliotheque.ConsulterBibliotheque   .   x   x   x   .   .   .   .
        Bibliotheque.ConsulterFicheModele    x   x   x   .   .   .   .   .
        Bibliotheque.ConsulterModeleDeFiche  x   x   x   x   x   x   x   .
        Bibliotheque.CreerFicheModele        .   x   x   .   .   .   .   .
        Bibliotheque.DeclarerFicheSansObjet  .   x   x   x   .   .   .   .
        Bibliotheque.ListerFichesModele      x   x   x   .   .   .   .   .
        Bibliotheque.PublierFicheModele      x   x   x   .   .   .   .   .
        Bibliotheque.ReglerFicheModele       x   x   x   .   .   .   .   .
        Bibliotheque.ReprendreModele         .   x   x   x   .   f   .   .

        Modeles.AjouterArticleModele         x   x   x   .   .   .   .   .
        Modeles.ConsulterModele              x   x   x   .   .   .   .   .
        Modeles.DeplacerArticleModele        x   x   x   .   .   .   .   .
        Modeles.ListerModeles                x   x   x   .   .   .   .   .
        Modeles.PublierModele                x   x   x   .   .   .   .   .
        Modeles.RedigerPassageModele         x   x   x   .   .   .   .   .
        Modeles.ReglerModele                 x   x   x   .   .   .   .   .
        Modeles.RetirerArticleModele         x   x   x   .   .   .   .   .
        Modeles.DeriverModele                .   x   x   .   .   .   .   .
        """;

    private static readonly Role[] Colonnes =
        [Role.Administrateur, Role.Conseiller, Role.Direction, Role.Coordination, Role.Signataire, Role.Partenaire, Role.Lecteur];

    public static readonly IReadOnlyDictionary<string, LigneAcces> Lignes = (Table + "\n" + TableDesSignatures + "\n" + TableDesComptes).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(mots => mots.Length > 0)
        .ToDictionary(mots => mots[0], mots => Lire(mots[1..]));

    /// <summary>Every request type of the portal by the name it has in the table.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Requetes = typeof(ICtgDbContext).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IBaseRequest)))
        .ToDictionary(t => $"{t.Namespace!.Split('.')[^1]}.{t.DeclaringType!.Name}");

    private static LigneAcces Lire(string[] cases)
    {
        if (cases.Length != Colonnes.Length + 1 || Array.Exists(cases, c => c is not ("x" or "." or "f")))
        {
            throw new FormatException($"A line of the table has {Colonnes.Length + 1} marks: {string.Join(' ', cases)}");
        }

        return new(
            [.. Colonnes.Where((_, i) => cases[i] != ".")],
            [.. Colonnes.Where((_, i) => cases[i] == "f")],
            cases[^1] == "x");
    }
}

/// <param name="Roles">May send it.</param>
/// <param name="Pilotes">Among them, only for a fiche they pilot.</param>
/// <param name="Anonyme">Nobody has to be signed in.</param>
internal sealed record LigneAcces(IReadOnlyList<Role> Roles, IReadOnlyList<Role> Pilotes, bool Anonyme);
