using System.Globalization;
using CtgPortal.Application.Fins;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Bibliotheque;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Reprises;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Suivi;
using CtgPortal.Domain.Textes;
using CtgPortal.Domain.Versions;

namespace CtgPortal.Web.Common;

/// <summary>One French sentence per fact of the domain; a test asks for each.</summary>
public static class PhrasesJournal
{
    private const int LongueurExtrait = 120;

    /// <exception cref="ArgumentOutOfRangeException">A fact that nobody put into words.</exception>
    public static string De(DomainEvent fait) => fait switch
    {
        ConventionOuverte f => $"Ouverture de la convention « {f.Intitule} »",
        ConventionReprise f => f.SigneeLe is { } le
            ? $"Reprise de la convention « {f.Intitule} », signée le {Format.Date(le)}"
            : $"Reprise de la convention « {f.Intitule} », déjà signée",
        OriginalDepose f => $"Dépôt du document signé hors du portail « {f.Fichier} », avec {Format.Pluriel(f.Signataires, "signataire")}{(f.Avenants == 0 ? "" : $" et {Format.Pluriel(f.Avenants, "ancien avenant", "anciens avenants")}")}",
        OriginalCorrige => "Correction de ce qui a été repris de la convention signée hors du portail",
        CadreModifie => "Modification du cadre de la convention",
        PerimetreModifie => "Modification du périmètre",
        PartieAjoutee f => $"Ajout de la partie « {f.Nom} »",
        PartieModifiee f => $"Modification de la partie « {f.Nom} »",
        PartieRetiree f => $"Retrait de la partie « {f.Nom} » et de ses signataires",
        SignataireDesigne f => $"Désignation de {f.Signataire} pour signer au nom de « {f.Partie} »",
        SignataireRetire f => $"Retrait de {f.Signataire}, qui devait signer au nom de « {f.Partie} »",
        EtapeFranchie f => EtapeFranchie(f),

        FinEnregistree f => $"{MotsFin.Phrase(f.Nature, f.Partie)}, acte du {Format.Date(f.ActeLe)} : prend effet le {Format.Date(f.EffetLe)}",
        FinRetiree f => $"Retrait de l’acte qui mettait fin à la convention : {f.Motif}",
        FinEffective f => $"{MotsFin.Nom(f.Nature)} : la convention prend fin, avec effet le {Format.Date(f.EffetLe)}",

        AvenantPrepare f => $"Préparation de l’avenant n° {f.Numero} : {Extrait(f.Objet)}",
        AvenantModifie f => $"Modification de l’avenant n° {f.Numero}",
        AvenantSoumis f => $"Avenant n° {f.Numero} figé et ouvert à la signature",
        AvenantRepris f => $"Retour de l’avenant n° {f.Numero} en rédaction : {f.Motif}",
        AvenantSigne f => $"Avenant n° {f.Numero} signé par toutes les parties le {Format.Date(f.SigneLe)}",
        AvenantAbandonne f => $"Abandon de l’avenant n° {f.Numero} : {f.Motif}",
        AvenantApplique f => $"La convention prend ce que dit l’avenant n° {f.Numero}",

        DiagnosticCommence => "Début du diagnostic",
        DemarcheDecrite => "Description de la démarche du diagnostic",
        IndicateurAjoute f => $"Ajout de l’indicateur « {f.Intitule} »",
        IndicateursAjoutes f => $"Ajout de {Format.Pluriel(f.Nombre, "indicateur")} du catalogue",
        IndicateurRetire f => $"Retrait de l’indicateur « {f.Intitule} »",
        ValeurRenseignee f => $"Valeur de l’indicateur « {f.Intitule} »",
        ValeurRetiree f => $"Retrait d’une valeur de l’indicateur « {f.Intitule} »",
        ChiffresImportes f => ImportDeChiffres(f),
        ConstatAjoute f => $"Ajout du constat « {Extrait(f.Texte)} »",
        ConstatModifie => "Modification d’un constat",
        ConstatPriorise f => $"Priorité du constat « {Extrait(f.Texte)} »",
        AppuiRetire f => $"Le constat « {Extrait(f.Texte)} » perd un appui, retiré du diagnostic",
        ConstatRetire f => $"Retrait du constat « {Extrait(f.Texte)} »",
        EnqueteAjoutee f => $"Ajout de l’enquête « {f.Intitule} »",
        EnqueteModifiee f => $"Modification de l’enquête « {f.Intitule} »",
        EnqueteRetiree f => $"Retrait de l’enquête « {f.Intitule} » et de ses résultats",
        ResultatsLus f => $"Lecture d’un fichier de résultats pour l’enquête « {f.Intitule} »",
        ResultatsRetenus f => $"Résultats de l’enquête « {f.Intitule} »",
        ResultatsEcartes f => $"Abandon d’un fichier de résultats de l’enquête « {f.Intitule} »",
        EntretienNote f => $"Ajout de l’entretien « {f.Intitule} »",
        EntretienModifie f => $"Modification de l’entretien « {f.Intitule} »",
        EntretienRetire f => $"Retrait de l’entretien « {f.Intitule} »",
        DocumentVerse f => $"Ajout du document « {f.Intitule} » au diagnostic",
        DocumentModifie f => $"Modification du document « {f.Intitule} » du diagnostic",
        DocumentRetire f => $"Retrait du document « {f.Intitule} » du diagnostic",
        PieceJointeAuDiagnostic f => $"Ajout de la pièce jointe « {f.Fichier} » à « {f.Intitule} »",
        PieceDuDiagnosticDecrite f => $"Description de la pièce jointe « {f.Fichier} » de « {f.Intitule} »",
        PieceRetireeDuDiagnostic f => $"Retrait de la pièce jointe « {f.Fichier} » de « {f.Intitule} »",
        DiagnosticValide f => $"Validation{(f.Numero is { } numero ? $" n° {numero}" : "")} du diagnostic : {Format.Pluriel(f.Indicateurs, "indicateur")} et {Format.Pluriel(f.Constats, "constat")} figés",
        DiagnosticRouvert f => $"Réouverture du diagnostic : {f.Motif}",

        AtelierPlanifie f => $"Planification de l’atelier « {f.Intitule} »",
        AtelierModifie f => $"Modification de l’atelier « {f.Intitule} »",
        PresenceNotee f => $"Présence de « {f.Organisation} » à un atelier",
        PresenceRetiree f => $"Retrait de la présence de « {f.Organisation} » à un atelier",
        ContributionRecueillie f => $"Contribution recueillie : « {Extrait(f.Texte)} »",
        ContributionRetiree f => $"Retrait de la contribution « {Extrait(f.Texte)} »",
        ContributionEcartee f => $"Contribution écartée : « {Extrait(f.Texte)} »",
        ContributionsTranscrites f => $"{Format.Pluriel(f.Nombre, "contribution recopiée", "contributions recopiées")} depuis le papier",
        GroupeRetire f => $"Retrait du groupe « {f.Titre} » ({Format.Pluriel(f.Contributions, "contribution gardée", "contributions gardées")} hors groupe)",
        SalleOuverte => "Ouverture de la salle d’un atelier",
        SalleFermee f => $"Fermeture de la salle d’un atelier : {Format.Pluriel(f.Contributions, "contribution")} de {Format.Pluriel(f.Participants, "participant")}, {Format.Pluriel(f.Points, "point donné", "points donnés")}",
        AtelierClos f => $"Clôture de l’atelier « {f.Intitule} »",
        AgendaDefini f => $"Ordre du jour de l’atelier « {f.Intitule} »",
        SerieRenommee f => $"Changement de nom de la série de l’atelier « {f.Intitule} »",
        AtelierPartage f => $"Partage de l’atelier « {f.Intitule} » avec {f.Territoire}",
        AtelierRetireDuPartage f => $"Fin du partage de l’atelier « {f.Intitule} » avec {f.Territoire}",
        AtelierAnnule f => $"Annulation de l’atelier « {f.Intitule} » : {f.Motif}",
        PersonnesInscrites f =>
            $"{Format.Pluriel(f.Nombre, f.Presentes ? "personne notée à l’entrée" : "personne ajoutée aux invités", f.Presentes ? "personnes notées à l’entrée" : "personnes ajoutées aux invités")} de l’atelier « {f.Intitule} »",
        PersonneRetiree f => $"Effacement d’une personne de la liste de l’atelier « {f.Intitule} »",
        ArriveeNotee f => f.Presente ? $"Arrivée d’une personne invitée à l’atelier « {f.Intitule} »" : $"Retrait d’une arrivée à l’atelier « {f.Intitule} »",
        InvitationsEnvoyees f => InvitationsEnvoyees(f),
        InvitationRepondue f => $"Réponse à l’invitation à l’atelier « {f.Intitule} » : {Libelles.De(f.Reponse)}",
        ConservationFixee f => $"Durée de conservation des noms de l’atelier « {f.Intitule} »",
        AssistanceEffacee f =>
            $"Effacement des noms de l’atelier « {f.Intitule} » : {Format.Pluriel(f.Personnes, "personne")} et {Format.Pluriel(f.Courriels, "courriel")}",
        AtelierRouvert f => $"Réouverture d’un atelier : {f.Motif}",

        FiliationEtablie f => $"Un lien a été noué : {Mot(f.NatureOrigine)} → {Mot(f.NatureSuite)}",
        FiliationRompue f => $"Un lien a été retiré : {Mot(f.NatureOrigine)} → {Mot(f.NatureSuite)}",

        PlanCommence => "Début du plan d’actions",
        NiveauxDefinis => "Choix des niveaux du plan",
        AxeAjoute f => $"Ajout de l’axe « {f.Intitule} »",
        AxeModifie f => $"Modification de l’axe « {f.Intitule} »",
        AxeRetire f => $"Retrait de l’axe « {f.Intitule} »",
        AxeDeplace f => $"Déplacement de l’axe « {f.Intitule} » au rang {f.Rang}",
        OrientationAjoutee f => $"Ajout de l’orientation « {f.Intitule} »",
        OrientationModifiee f => $"Modification de l’orientation « {f.Intitule} »",
        OrientationRetiree f => $"Retrait de l’orientation « {f.Intitule} »",
        OrientationDeplacee f => $"Déplacement de l’orientation « {f.Intitule} » au rang {f.Rang}",
        FicheCreee f => $"Création de la fiche « {f.Intitule} »",
        FicheRedigee f => $"Rédaction de la fiche « {f.Intitule} »",
        FicheConfiee f => $"Changement du compte qui pilote la fiche « {f.Intitule} »",
        FichesLiees f => $"La fiche « {f.Intitule} » est liée à une autre fiche",
        FichesDeliees f => $"La fiche « {f.Intitule} » n’est plus liée à une autre fiche",
        FichePlacee => "Placement dans le plan",
        FicheDeplacee => "Déplacement dans le plan",
        FicheReprise f => $"Reprise de la fiche modèle « {f.Intitule} » de la Caf, version {f.Version}",
        FicheImposeeEcartee f => $"Fiche demandée par la Caf déclarée sans objet : « {f.Intitule} » ({f.Motif})",
        FicheRetiree f => $"Suppression de la fiche « {f.Intitule} »",
        PlanImporte f => $"Import de « {f.Fichier} » dans le plan : {Format.Pluriel(f.Creees, "fiche ajoutée", "fiches ajoutées")}, {Format.Pluriel(f.Modifiees, "modifiée", "modifiées")}",
        ImportPlanAnnule f => $"Annulation de l’import de « {f.Fichier} » : {Format.Pluriel(f.Retirees, "fiche retirée", "fiches retirées")}, {Format.Pluriel(f.Restaurees, "remise comme avant", "remises comme avant")}",

        PieceJointeALaFiche f => $"Ajout de la pièce jointe « {f.Fichier} » à la fiche « {f.Intitule} »",
        PieceDeFicheDecrite f => $"Description de la pièce jointe « {f.Fichier} » de la fiche « {f.Intitule} »",
        PieceRetireeDeLaFiche f => $"Retrait de la pièce jointe « {f.Fichier} » de la fiche « {f.Intitule} »",

        TexteCommence f => f.Version is { } copiee ? $"Début de la rédaction du texte, à partir de la version {copiee} du modèle" : "Reprise de ce qui est connu du texte signé",
        PassageRedige f => $"Rédaction de « {f.Titre} »",
        PassageRetabli f => $"Retour au texte du modèle pour « {f.Titre} »",
        PassageRepris f => $"Reprise de la version {f.Version} du modèle pour « {f.Titre} »",
        PassageGarde f => $"Texte de la convention gardé pour « {f.Titre} », face à la version {f.Version} du modèle",
        ArticleAjoute f => $"Ajout de l’article « {f.Titre} »",
        ArticleRetire f => $"Retrait de l’article « {f.Titre} »",
        ArticleDeplace f => $"Déplacement de l’article « {f.Titre} » au rang {f.Rang}",
        PresentationTexteModifiee => "Modification de la présentation du texte",
        ModeleExamine f => $"Version {f.Version} du modèle examinée",
        AvisDemande f => $"Avis demandé à « {f.Structure} » avant le {Format.Date(f.Echeance)}",
        AvisRendu f => $"Avis de « {f.Structure} » : {Libelles.De(f.Sens).ToLowerInvariant()}",
        AvisRappele f => $"Rappel envoyé à « {f.Structure} » pour son avis",
        AvisRetire f => $"Retrait de la demande d’avis à « {f.Structure} »",
        AnciensCejModifies => "Modification des anciens CEJ",
        EquipementAjoute f => $"Ajout de « {f.Nom} » aux équipements soutenus",
        EquipementModifie f => $"Modification de l’équipement « {f.Nom} »",
        EquipementRetire f => $"Retrait de « {f.Nom} » des équipements soutenus",
        EquipementsImportes f =>
            $"Import de « {f.Fichier} » : {Format.Pluriel(f.Ajoutes, "équipement ajouté", "équipements ajoutés")}, {Format.Pluriel(f.Modifies, "équipement modifié", "équipements modifiés")}",
        CompetencePetiteEnfanceDite f => $"Petite enfance, autorité organisatrice : {Minuscule(Libelles.De(f.Competence))}",
        ExigenceConfirmee f => $"Petite enfance, confirmation : {Minuscule(Libelles.De(f.Exigence))}. {f.Motif}",
        ConfirmationRetiree f => $"Petite enfance, confirmation retirée : {Minuscule(Libelles.De(f.Exigence))}",

        DeliberationEnregistree f => $"Délibération de « {f.Partie} »{PourAvenant(f.Avenant)} : n° {f.Numero} du {Format.Date(f.Date)}",
        DeliberationModifiee f => $"Modification de la délibération de « {f.Partie} »{PourAvenant(f.Avenant)}",
        DeliberationRetiree f => $"Retrait de la délibération n° {f.Numero} de « {f.Partie} »{PourAvenant(f.Avenant)}",
        PieceJointeALaDeliberation f => $"Ajout de la pièce jointe « {f.Fichier} » à la délibération de « {f.Intitule} »",
        PieceDeDeliberationDecrite f => $"Description de la pièce jointe « {f.Fichier} » de la délibération de « {f.Intitule} »",
        PieceRetireeDeLaDeliberation f => $"Retrait de la pièce jointe « {f.Fichier} » de la délibération de « {f.Intitule} »",
        IFaitDeCircuit => PhrasesSignature.De(fait),

        VersionGardee f => $"Version « {f.Nom} » gardée (n° {f.Numero})",
        VersionDeclareeSansObjet f => $"Version « {f.Nom} » notée sans objet : {f.Motif}",

        CommentaireOuvert f => $"Nouveau commentaire sur {Mot(f.Cible)}",
        CommentaireRepondu f => $"Réponse à un commentaire sur {Mot(f.Cible)}",
        CommentaireModifie f => $"Modification d’un commentaire sur {Mot(f.Cible)}",
        CommentaireRetire f => $"Retrait d’un commentaire sur {Mot(f.Cible)}",
        CommentaireResolu f => $"Discussion close sur {Mot(f.Cible)}",
        CommentaireRouvert f => $"Discussion rouverte sur {Mot(f.Cible)}",

        AvancementNote f => $"Avancement : {Libelles.De(f.Avancement)}",
        NoteAjoutee f => $"Note de suivi : « {Extrait(f.Texte)} »",
        IndicateurReleve f => $"Relevé de l’indicateur « {f.Indicateur} »",
        _ => throw new ArgumentOutOfRangeException(nameof(fait), fait.GetType().Name, "This fact has no sentence."),
    };

    public static string Icone(DomainEvent fait) => FaitsDuJournal.FamilleDe(fait.GetType()) switch
    {
        FamilleFaits.Diagnostics => "clipboard-data",
        FamilleFaits.Ateliers => "people",
        FamilleFaits.Filiations => "bezier2",
        FamilleFaits.Plans => "list-check",
        FamilleFaits.Textes => "file-earmark-text",
        FamilleFaits.Equipements => "building",
        FamilleFaits.Deliberations => "bank",
        FamilleFaits.Signatures => "pen",
        FamilleFaits.Avenants => "file-earmark-plus",
        FamilleFaits.Reprises => "box-arrow-in-down",
        FamilleFaits.Fins => "calendar-x",
        FamilleFaits.Suivi => "graph-up",
        FamilleFaits.Versions => "layers",
        FamilleFaits.Bibliotheque => "book",
        FamilleFaits.Commentaires => "chat-left-text",
        _ => fait is EtapeFranchie ? "signpost-split" : "file-text",
    };

    /// <param name="fiche">Title of the fiche, for a fact that does not say it itself.</param>
    /// <param name="comptes">Names of accounts by id; one that is not there has no name to give.</param>
    public static LigneHistorique Ligne(
        DateTimeOffset le, string par, DomainEvent fait, string? fiche = null, IReadOnlyDictionary<string, string>? comptes = null) => new(
        le, par, fiche is not null && TaitSaFiche(fait) ? $"{De(fait)} – fiche « {fiche} »" : De(fait), Icone(fait),
        [.. fait.Changements.Select(c => new ChampModifie(ChampsJournal.Libelle(c.Champ), ChampsJournal.Valeur(c.Champ, c.Avant, comptes), ChampsJournal.Valeur(c.Champ, c.Apres, comptes)))]);

    private static bool TaitSaFiche(DomainEvent fait) =>
        fait is IFaitDeCommentaire or FichePlacee or FicheDeplacee or AvancementNote or NoteAjoutee or IndicateurReleve;

    private static string EtapeFranchie(EtapeFranchie fait)
    {
        var passage = CycleDeVie.SensDe(fait.De, fait.Vers) switch
        {
            SensEtape.Revenir => $"Retour à l’étape « {Etape(fait.Vers)} »",
            SensEtape.Clore => fait.Vers switch
            {
                StatutConvention.Terminee => "La convention est arrivée à son terme",
                StatutConvention.Resiliee => "Résiliation de la convention",
                _ => "Abandon de la convention",
            },
            _ => $"Passage à l’étape « {Etape(fait.Vers)} »",
        };
        return fait.Motif is null ? passage : $"{passage} : {fait.Motif}";
    }

    private static string InvitationsEnvoyees(InvitationsEnvoyees f)
    {
        (int Nombre, string Quoi)[] parts = [(f.Invitations, "invitation"), (f.Corrections, "changement"), (f.Annulations, "annulation")];
        return $"Envoi pour l’atelier « {f.Intitule} » : {string.Join(", ", parts.Where(p => p.Nombre > 0).Select(p => Format.Pluriel(p.Nombre, p.Quoi)))}";
    }

    private static string ImportDeChiffres(ChiffresImportes fait) =>
        $"Import de « {fait.Fichier} » : {Format.Pluriel(fait.Nouvelles, "nouvelle valeur", "nouvelles valeurs")}, {Format.Pluriel(fait.Remplacees, "valeur remplacée", "valeurs remplacées")}"
        + (fait.Indicateurs == 0 ? "" : $", {Format.Pluriel(fait.Indicateurs, "indicateur ajouté", "indicateurs ajoutés")}");

    private static string Etape(StatutConvention statut) => Statut.Etapes.Single(e => e.Code == statut.ToString()).Libelle;

    private static string Mot(CibleCommentaire? cible) => cible switch
    {
        { Nature: NatureCible.Fiche, Champ: { } champ } => $"« {LibellesFiche.De(champ).Libelle} »",
        { Nature: NatureCible.Fiche } => "le plan",
        { Nature: NatureCible.Annexe } => $"l’annexe « {cible.Cle} »",
        _ => "le texte",
    };

    private static string Mot(NatureMaillon nature) => nature switch
    {
        NatureMaillon.Contribution => "contribution d’atelier",
        NatureMaillon.Groupe => "groupe de contributions",
        NatureMaillon.Indicateur => "chiffre du diagnostic",
        NatureMaillon.Constat => "constat",
        NatureMaillon.Axe => "axe",
        NatureMaillon.Orientation => "orientation",
        NatureMaillon.FicheAction => "fiche action",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };

    private static string PourAvenant(int? avenant) => avenant is { } numero ? $" pour l’avenant n° {numero}" : "";

    private static string Minuscule(string texte) => char.ToLower(texte[0], CultureInfo.CurrentCulture) + texte[1..];

    private static string Extrait(string texte) =>
        texte is null || texte.Length <= LongueurExtrait ? texte ?? "" : string.Concat(texte.AsSpan(0, LongueurExtrait).TrimEnd(), "…");
}
