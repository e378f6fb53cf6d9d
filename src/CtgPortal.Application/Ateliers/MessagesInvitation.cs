using System.Globalization;
using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Ateliers;

/// <summary>The messages that a workshop causes, each with its calendar entry.</summary>
internal sealed class MessagesInvitation(ILiensPortail liens, ICalendrier calendrier, IUtilisateurCourant utilisateur, TimeProvider clock)
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public IEnumerable<Courriel> Ecrire(ConventionId convention, Atelier atelier, Assistance assistance, EnvoiInvitations envoi, string? mot) =>
        envoi.Personnes.Select(p => Courriel.Ecrire(
            p.Personne.Courriel!,
            Objet(atelier, p.Nature),
            Texte(atelier, assistance, envoi, p.Nature, p.Personne.Nom, mot, Lien(convention, atelier, p.Personne.Jeton)),
            clock.GetUtcNow(),
            Piece(atelier, envoi, p),
            atelier.Id));

    /// <summary>As the first recipient would read it, without a personal link.</summary>
    public string Apercu(Atelier atelier, Assistance assistance, EnvoiInvitations envoi) => Texte(
        atelier, assistance, envoi,
        envoi.Personnes.Count == 0 ? NatureEnvoi.Invitation : envoi.Personnes[0].Nature,
        envoi.Personnes.Count == 0 ? null : envoi.Personnes[0].Personne.Nom,
        null, "(ici, le lien personnel de chaque personne)");

    /// <summary>To download from the page: the entry as it would be sent now.</summary>
    /// <exception cref="InvalidOperationException">The day is not known.</exception>
    public byte[] Publier(Atelier atelier, Assistance assistance)
    {
        var envoi = assistance.EnvoiPrevu(atelier);
        return calendrier.Ecrire(RendezVous(atelier, envoi, MethodeCalendrier.Publish, envoi.Annonce, participant: null));
    }

    public static string Objet(Atelier atelier, NatureEnvoi nature)
    {
        var debut = nature switch
        {
            NatureEnvoi.Changement => "Changement : ",
            NatureEnvoi.Report => "Reporté : ",
            NatureEnvoi.Annulation => "Annulé : ",
            _ => "Invitation : ",
        };
        var intitule = atelier.Description.Intitule;
        var place = Courriel.ObjetLongueurMax - debut.Length;
        return debut + (intitule.Length <= place ? intitule : intitule[..place]);
    }

    private string Texte(
        Atelier atelier, Assistance assistance, EnvoiInvitations envoi, NatureEnvoi nature, string? nom, string? mot, string lien)
    {
        var texte = new StringBuilder();
        texte.Append("Bonjour").Append(nom is null ? "" : " " + nom).AppendLine(",").AppendLine();
        texte.AppendLine(Annonce(atelier, nature)).AppendLine();
        if (nature is NatureEnvoi.Report or NatureEnvoi.Annulation)
        {
            if (envoi.Avant?.Date is { } prevue)
            {
                texte.AppendLine(CultureInfo.InvariantCulture, $"Il était prévu {Jour(prevue)}. Le rendez-vous joint à ce message le retire de votre agenda.").AppendLine();
            }
        }
        else
        {
            texte.AppendLine(CultureInfo.InvariantCulture, $"Quand : {Quand(envoi.Annonce)}");
            Ligne(texte, "Lieu", atelier.Description.Lieu);
            Ligne(texte, "But", atelier.Description.But);
            texte.AppendLine();
        }

        if (!string.IsNullOrWhiteSpace(mot))
        {
            texte.AppendLine(mot.Trim()).AppendLine();
        }

        if (nature is NatureEnvoi.Invitation or NatureEnvoi.Changement)
        {
            OrdreDuJour(texte, atelier);
            texte.AppendLine("Serez-vous là ? Répondez ici, sans mot de passe :").AppendLine(lien).AppendLine();
            texte.AppendLine("Le rendez-vous est joint à ce message : ouvrez-le pour le garder dans votre agenda.").AppendLine();
        }

        texte.Append(
            CultureInfo.InvariantCulture,
            $"Votre nom et votre adresse servent à organiser cet atelier. Ils seront effacés le {Mots.Jour(assistance.EffacementPrevuLe(atelier))}.");
        return texte.ToString().ReplaceLineEndings("\n");
    }

    private string Annonce(Atelier atelier, NatureEnvoi nature)
    {
        var intitule = atelier.Description.Intitule;
        return nature switch
        {
            NatureEnvoi.Changement => $"L’atelier « {intitule} » change. Voici ce qu’il faut retenir maintenant.",
            NatureEnvoi.Report => $"L’atelier « {intitule} » est reporté. Une nouvelle date vous sera proposée.",
            NatureEnvoi.Annulation => $"L’atelier « {intitule} » est annulé : il n’aura pas lieu.",
            _ => $"{(utilisateur.Nom.Length == 0 ? "Nous vous invitons" : $"{utilisateur.Nom} vous invite")} à l’atelier « {intitule} ».",
        };
    }

    private static void OrdreDuJour(StringBuilder texte, Atelier atelier)
    {
        if (atelier.Agenda.Count == 0)
        {
            return;
        }

        texte.AppendLine("Ordre du jour :");
        foreach (var (etape, _, debut) in EtapeHoraire.Derouler(atelier.Agenda, atelier.Description.Heure))
        {
            texte.AppendLine(CultureInfo.InvariantCulture, $"– {(debut is { } d ? Mots.Heure(d) + " : " : "")}{etape.Intitule} ({etape.Duree} min)");
        }

        texte.AppendLine();
    }

    private PieceDeCourriel? Piece(Atelier atelier, EnvoiInvitations envoi, EnvoiPersonne envoyee)
    {
        var retrait = envoyee.Nature is NatureEnvoi.Report or NatureEnvoi.Annulation;

        // what is withdrawn is what was announced
        var annonce = retrait ? envoi.Avant! : envoi.Annonce;
        if (annonce.Date is null)
        {
            return null;
        }

        var methode = retrait ? MethodeCalendrier.Cancel : MethodeCalendrier.Request;
        return new(
            "atelier.ics",
            $"text/calendar; method={methode.ToString().ToUpperInvariant()}; charset=utf-8",
            calendrier.Ecrire(RendezVous(atelier, envoi, methode, annonce, envoyee.Personne.Courriel)));
    }

    private RendezVous RendezVous(Atelier atelier, EnvoiInvitations envoi, MethodeCalendrier methode, Annonce annonce, string? participant) => new(
        methode,
        $"atelier-{atelier.Id.Value:D}@ctgportal",
        envoi.Sequence,
        annonce.Intitule,
        annonce.Date ?? throw new InvalidOperationException("A workshop without a day has no calendar entry."),
        annonce.Heure,
        annonce.Fin,
        annonce.Lieu,
        atelier.Description.But,
        utilisateur.Courriel,
        utilisateur.Nom.Length == 0 ? null : utilisateur.Nom,
        participant,
        clock.GetUtcNow());

    private string Lien(ConventionId convention, Atelier atelier, string jeton) =>
        liens.Vers($"/invitations/{convention.Value}/{atelier.Id.Value}?jeton={jeton}");

    private static void Ligne(StringBuilder texte, string libelle, string? valeur)
    {
        if (valeur is not null)
        {
            texte.AppendLine(CultureInfo.InvariantCulture, $"{libelle} : {valeur}");
        }
    }

    internal static string Quand(Annonce annonce) => annonce switch
    {
        { Date: null } => "date à fixer",
        { Date: { } jour, Heure: null } => Jour(jour),
        { Date: { } jour, Heure: { } debut, Fin: null } => $"{Jour(jour)} à {Mots.Heure(debut)}",
        { Date: { } jour, Heure: { } debut, Fin: { } fin } => $"{Jour(jour)}, de {Mots.Heure(debut)} à {Mots.Heure(fin)}",
    };

    private static string Jour(DateOnly jour) => "le " + jour.ToString("dddd", Francais) + " " + Mots.Jour(jour);
}
