using System.Globalization;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures;

/// <summary>The messages that the facts of a circuit cause: read from the facts themselves, so that no use case forgets one.</summary>
internal sealed class MessagesCircuit(ILiensPortail liens, ICalendrier calendrier, IUtilisateurCourant utilisateur)
{
    /// <summary>For the facts recorded and not saved yet.</summary>
    /// <param name="changements">For those who had signed an earlier text.</param>
    public IEnumerable<Courriel> Pour(Signature signature, Convention convention, DateTimeOffset now, ChangementsDepuisSignature? changements = null) =>
        signature.Events.SelectMany(fait => Pour(fait, signature, convention, now, changements));

    private IEnumerable<Courriel> Pour(DomainEvent fait, Signature signature, Convention convention, DateTimeOffset now, ChangementsDepuisSignature? changements) => fait switch
    {
        SignataireAppele f => A(signature, f.Ligne, l => Appel(l, signature, convention, now, changements)),
        SignatureReportee f => A(signature, f.Ligne, l => Report(l, f, convention, now, changements)),
        SignataireRelance f => A(signature, f.Ligne, l => Relance(l, f.Fois, signature, convention, now)),
        SignatureRefusee f => ATous(signature, l => l.Id != f.Ligne, l => Refus(l, f, signature, convention, now)),
        SignataireRemplace f => A(signature, f.Ligne, l => Depart(l, $"{f.Nouveau} signe à votre place pour « {f.Partie} ».", f.Motif, signature, convention, now)),
        LigneRetiree f => A(signature, f.Ligne, l => Depart(l, "Vous n’avez plus rien à signer.", f.Motif, signature, convention, now)),
        CircuitProlonge f => ATous(signature, l => l.Etat == EtatLigne.Appelee, l => Prolongation(l, f, signature, convention, now)),
        CeremoniePlanifiee f => ATous(signature, _ => true, l => Ceremonie(l, f, signature, convention, now)),
        CeremonieAnnulee f => ATous(signature, _ => true, l => CeremonieAnnulee(l, f, signature, convention, now)),
        SignatureCompletee => ATous(signature, _ => true, l => TousOntSigne(l, signature, convention, now)),
        SignatureAnnulee f => ATous(signature, l => l.AppeleeLe is not null, l => Annulation(l, f, signature, convention, now)),
        _ => [],
    };

    private static IEnumerable<Courriel> A(Signature signature, LigneSignatureId ligne, Func<LigneSignature, Courriel> ecrire) =>
        signature.Lignes.Where(l => l.Id == ligne && l.Courriel is not null).Select(ecrire);

    /// <summary>Once each: one person may sign for two parties.</summary>
    private static IEnumerable<Courriel> ATous(Signature signature, Func<LigneSignature, bool> concerne, Func<LigneSignature, Courriel> ecrire) =>
        signature.Lignes.Where(l => l.EstVivante && l.Courriel is not null && concerne(l)).DistinctBy(l => l.Courriel).Select(ecrire);

    private Courriel Appel(LigneSignature ligne, Signature signature, Convention convention, DateTimeOffset now, ChangementsDepuisSignature? changements) => ligne.Role switch
    {
        RoleLigne.Visa => Confier(
            ligne, Titre(signature, "attend votre visa"),
            $"""
             {Sujet(signature, convention)} est {Accord(signature, "prêt")}. Votre visa est demandé avant que les parties signent.

             Pour {Pronom(signature)} lire et {Pronom(signature)} viser, sans mot de passe :
             {Courriel.PlaceDuSecret}

             Ce lien est personnel : ne le transférez pas. L’ouvrir ne vise rien.{Delai(signature)}
             """,
            now),
        RoleLigne.Observateur => Ecrire(
            ligne, Titre(signature, $"est {Accord(signature, "ouvert")} à la signature"),
            $"""
             {Sujet(signature, convention)} est {Accord(signature, "ouvert")} à la signature. Vous suivez ce circuit pour information : rien ne vous est demandé.

             Pour voir où en sont les signatures :
             {Lien(convention, "/signature")}
             """,
            now),
        _ => Confier(
            ligne, Titre(signature, "attend votre signature"),
            $"""
             {Sujet(signature, convention)} est {Accord(signature, "prêt")}. Vous êtes désigné(e) pour {Pronom(signature)} signer en qualité de : {ligne.Qualite}, au nom de « {ligne.Partie} ».

             {Changements(ligne, convention, changements)}Pour {Pronom(signature)} lire et {Pronom(signature)} signer, sans mot de passe :
             {Courriel.PlaceDuSecret}

             Ce lien est personnel : ne le transférez pas. L’ouvrir ne signe rien. Vous pouvez aussi signer sur papier : adressez-vous à votre interlocuteur de la Caf.{Delai(signature)}
             """,
            now),
    };

    /// <summary>Somebody who signs again wants to know why, and what they had not read.</summary>
    private string Changements(LigneSignature ligne, Convention convention, ChangementsDepuisSignature? changements) =>
        changements is not null && changements.Signataires.Contains(ligne.Courriel!)
            ? $"Vous aviez signé la version {changements.NumeroVersion}. Ce qui a changé engage les parties : votre signature est à redonner.\n{Liste(changements, convention)}\n\n"
            : "";

    private Courriel Report(LigneSignature ligne, SignatureReportee f, Convention convention, DateTimeOffset now, ChangementsDepuisSignature? changements) => Ecrire(
        ligne, "Votre signature est conservée sur le texte corrigé",
        $"""
         Le texte de la convention « {convention.Intitule} » a été corrigé. Rien de ce qui engage les parties n’a changé : votre signature de la version {f.NumeroVersion} est conservée, vous n’avez rien à faire.
         {(changements is null ? "" : Liste(changements, convention))}
         """,
        now);

    private string Liste(ChangementsDepuisSignature changements, Convention convention)
    {
        var phrases = changements.Phrases;
        return phrases.Count == 0
            ? "Aucune différence dans le contenu."
            : $"Ce qui a changé :\n{string.Join('\n', phrases.Take(12).Select(p => $"- {p}"))}{(phrases.Count > 12 ? "\n- …" : "")}\n\nTout ce qui a changé, mot à mot :\n{Lien(convention, "/versions/comparer")}";
    }

    private static Courriel Relance(LigneSignature ligne, int fois, Signature signature, Convention convention, DateTimeOffset now) => Confier(
        ligne, fois == 1 ? $"Rappel : {Rappel(signature)}" : $"Rappel n° {fois} : {Rappel(signature)}",
        $"""
         {Sujet(signature, convention)} attend toujours votre {(ligne.Role == RoleLigne.Visa ? "visa" : "signature")}, depuis le {Mots.Jour(ligne.AppeleeLe!.Value.JourEnFrance())}.

         Pour {Pronom(signature)} lire et répondre, sans mot de passe :
         {Courriel.PlaceDuSecret}

         Ce lien est personnel : ne le transférez pas. L’ouvrir ne signe rien. Si vous ne souhaitez pas signer, dites-le sur la même page : chacun lira pourquoi.{Delai(signature)}
         """,
        now);

    private Courriel Refus(LigneSignature ligne, SignatureRefusee refus, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, signature.AvenantId is null ? "Une signature de la convention est refusée" : "Une signature de l’avenant est refusée",
        $"""
         {refus.Signataire} refuse {(refus.Role == RoleLigne.Visa ? "son visa pour" : "de signer")} {Objet(signature, convention)}.

         Motif : {refus.Motif}

         Le circuit est arrêté le temps de trouver une suite. Ce qui est déjà signé reste enregistré :
         {Lien(convention, "/signature")}
         """,
        now);

    private static Courriel Depart(LigneSignature ligne, string phrase, string motif, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, "Votre signature n’est plus attendue",
        $"""
         Vous étiez désigné(e) dans un circuit de signature, pour {Objet(signature, convention)}. {phrase}

         Motif : {motif}

         Les messages reçus auparavant ne servent plus.
         """,
        now);

    private static Courriel Prolongation(LigneSignature ligne, CircuitProlonge f, Signature signature, Convention convention, DateTimeOffset now) => Confier(
        ligne, "Vous avez plus de temps pour signer",
        $"""
         {(f.Apres is { } jour ? $"Vous pouvez signer {Objet(signature, convention)} jusqu’au {Mots.Jour(jour)}." : $"{Sujet(signature, convention)} peut désormais se signer sans date limite.")}

         Pour {Pronom(signature)} lire et {Pronom(signature)} signer, sans mot de passe :
         {Courriel.PlaceDuSecret}

         Ce lien est personnel : ne le transférez pas. L’ouvrir ne signe rien.
         """,
        now);

    private Courriel Ceremonie(LigneSignature ligne, CeremoniePlanifiee f, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, $"Signature de {Quoi(signature)} : {(f.Sequence == 1 ? "la date de la cérémonie" : "la cérémonie change")}",
        $"""
         Les parties signent ensemble {Objet(signature, convention)}.

         Quand : le {Mots.Jour(f.Jour)} à {Mots.Heure(f.Heure)}
         Lieu : {f.Lieu}

         Le rendez-vous est joint à ce message : ouvrez-le pour le garder dans votre agenda. Le texte à signer :
         {Lien(convention, "/signature")}
         """,
        now, Rendez(MethodeCalendrier.Request, signature, convention, f.Jour, f.Heure, f.Lieu, f.Sequence, ligne.Courriel, now));

    private Courriel CeremonieAnnulee(LigneSignature ligne, CeremonieAnnulee f, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, $"Signature de {Quoi(signature)} : la cérémonie est annulée",
        $"""
         La cérémonie prévue le {Mots.Jour(f.Jour)} ({f.Lieu}) pour signer {Objet(signature, convention)} n’aura pas lieu.

         Le rendez-vous joint à ce message le retire de votre agenda.
         """,
        now, Rendez(MethodeCalendrier.Cancel, signature, convention, f.Jour, f.Heure, f.Lieu, f.Sequence, ligne.Courriel, now));

    private Courriel TousOntSigne(LigneSignature ligne, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, signature.AvenantId is null ? "La convention territoriale globale est signée par tous" : "L’avenant est signé par tous",
        $"""
         La dernière signature est recueillie pour {Objet(signature, convention)} : {(signature.AvenantId is null ? "son suivi commence" : "la convention est à jour")}.

         Le texte signé reste à votre disposition :
         {Lien(convention, "/documents")}
         """,
        now);

    private static Courriel Annulation(LigneSignature ligne, SignatureAnnulee f, Signature signature, Convention convention, DateTimeOffset now) => Ecrire(
        ligne, signature.AvenantId is null ? "Le texte de la convention est repris" : "Le texte de l’avenant est repris",
        $"""
         {Sujet(signature, convention)} n’est plus à signer dans sa version actuelle. {(ligne.EstSignee ? "Votre signature est conservée comme preuve de ce que vous avez signé." : "Vous n’avez rien à faire.")}

         Motif : {f.Motif}

         {Suite(ligne, convention)}
         """,
        now);

    /// <summary>« la convention « … » », or « l’avenant n° 1 à la convention « … » ».</summary>
    private static string Objet(Signature signature, Convention convention) =>
        $"{(signature.AvenantNumero is { } numero ? $"l’avenant n° {numero} à " : "")}la convention « {convention.Intitule} »";

    private static string Sujet(Signature signature, Convention convention) => Mots.Majuscule(Objet(signature, convention));

    private static string Titre(Signature signature, string suite) =>
        $"{(signature.AvenantId is null ? "Une convention territoriale globale" : "Un avenant à une convention territoriale globale")} {suite}";

    private static string Quoi(Signature signature) => signature.AvenantId is null ? "la convention" : "l’avenant";

    private static string Rappel(Signature signature) => $"{(signature.AvenantId is null ? "une convention" : "un avenant")} attend votre signature";

    private static string Accord(Signature signature, string participe) => signature.AvenantId is null ? participe + "e" : participe;

    private static string Pronom(Signature signature) => signature.AvenantId is null ? "la" : "le";

    private static string Suite(LigneSignature ligne, Convention convention) => (convention.Statut, ligne.EstSignee) switch
    {
        (StatutConvention.Abandonnee, _) => "La convention est abandonnée.",
        (_, true) => "Vous serez prévenu(e) quand le nouveau texte sera prêt, avec ce qui a changé.",
        _ => "Vous serez prévenu(e) quand le nouveau texte sera prêt.",
    };

    /// <summary>The date of the ceremony as a calendar file, to download from the page.</summary>
    /// <exception cref="InvalidOperationException">No ceremony is planned.</exception>
    public byte[] Publier(Signature signature, Convention convention, DateTimeOffset now) => signature.Ceremonie is { } c
        ? calendrier.Ecrire(RendezVous(MethodeCalendrier.Publish, signature, convention, c.Jour, c.Heure, c.Lieu, signature.SequenceCeremonie, null, now))
        : throw new InvalidOperationException("No ceremony is planned.");

    private PieceDeCourriel Rendez(
        MethodeCalendrier methode, Signature signature, Convention convention, DateOnly jour, TimeOnly heure, string lieu, int sequence, string? participant, DateTimeOffset now) =>
        new(
            "signature.ics",
            $"text/calendar; method={methode.ToString().ToUpperInvariant()}; charset=utf-8",
            calendrier.Ecrire(RendezVous(methode, signature, convention, jour, heure, lieu, sequence, participant, now)));

    private RendezVous RendezVous(
        MethodeCalendrier methode, Signature signature, Convention convention, DateOnly jour, TimeOnly heure, string lieu, int sequence, string? participant, DateTimeOffset now) =>
        new(
            methode, $"signature-{signature.Id.Value:D}@ctgportal", sequence, $"Signature de {Objet(signature, convention)}", jour, heure, null, lieu,
            Lien(convention, "/signature"), utilisateur.Courriel, utilisateur.Nom.Length == 0 ? null : utilisateur.Nom, participant, now);

    private static string Delai(Signature signature) =>
        signature.ExpireLe is { } jour ? string.Create(CultureInfo.InvariantCulture, $"\n\nDernier jour pour signer : le {Mots.Jour(jour)}.") : "";

    private string Lien(Convention convention, string chemin) => liens.Vers($"/conventions/{convention.Id.Value}{chemin}");

    private static Courriel Ecrire(LigneSignature ligne, string objet, string texte, DateTimeOffset now, PieceDeCourriel? piece = null) => Courriel.Ecrire(
        ligne.Courriel!, objet, $"Bonjour {ligne.NomComplet},\n\n{texte.ReplaceLineEndings("\n")}", now, piece);

    /// <summary>With the personal link of the line, written as the message leaves.</summary>
    private static Courriel Confier(LigneSignature ligne, string objet, string texte, DateTimeOffset now) => Courriel.Confier(
        SecretDeCourriel.LienSignature, ligne.Id, ligne.Courriel!, objet, $"Bonjour {ligne.NomComplet},\n\n{texte.ReplaceLineEndings("\n")}", now);
}
