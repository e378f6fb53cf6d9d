using CtgPortal.Application.Comptes;
using CtgPortal.Application.Courriels;
using Microsoft.Extensions.Options;

namespace CtgPortal.Infrastructure.Comptes;

/// <summary>The messages that accounts cause.</summary>
internal sealed class MessagesComptes(LiensMotDePasse liens, IOptions<PortailOptions> portail, TimeProvider clock)
{
    public Courriel Invitation(Utilisateur utilisateur, Invitation invitation) => Ecrire(
        utilisateur, "Votre accès au portail des conventions territoriales globales",
        $"""
        Bonjour {utilisateur.NomComplet},

        {invitation.Par} vous invite à rejoindre le portail des conventions territoriales globales.
        Votre rôle : {invitation.LibelleRole} – {invitation.LibellePerimetre}.

        Pour choisir votre mot de passe et vous connecter, ouvrez ce lien :
        {Lien(utilisateur, LienMotDePasse.DureeInvitation)}

        Ce lien est valable 7 jours. Passé ce délai, demandez-en un autre ici :
        {portail.Value.Lien("/compte/lien")}
        """);

    public Courriel NouveauRole(Utilisateur utilisateur, Invitation invitation) => Ecrire(
        utilisateur, "Un nouvel accès vous est ouvert",
        $"""
        Bonjour {utilisateur.NomComplet},

        {invitation.Par} vous ouvre un nouvel accès au portail des conventions territoriales globales.
        Votre rôle : {invitation.LibelleRole} – {invitation.LibellePerimetre}.

        Connectez-vous avec votre mot de passe habituel :
        {portail.Value.Lien("/connexion")}
        """);

    public Courriel NouveauLien(Utilisateur utilisateur) => Ecrire(
        utilisateur, "Choisir votre mot de passe",
        $"""
        Bonjour {utilisateur.NomComplet},

        Quelqu’un, sans doute vous, a demandé un lien pour choisir le mot de passe de votre compte. Ouvrez-le pour continuer :
        {Lien(utilisateur, utilisateur.PasswordHash is null ? LienMotDePasse.DureeInvitation : LienMotDePasse.DureeRenouvellement)}

        Ce lien est valable {(utilisateur.PasswordHash is null ? "7 jours" : "2 heures")}. Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.
        """);

    public Courriel MotDePasseChange(Utilisateur utilisateur) => Ecrire(
        utilisateur, "Votre mot de passe a été changé",
        $"""
        Bonjour {utilisateur.NomComplet},

        Le mot de passe de votre compte vient d’être changé. Si ce n’est pas vous, demandez aussitôt un nouveau lien :
        {portail.Value.Lien("/compte/lien")}
        """);

    public Courriel CleAjoutee(Utilisateur utilisateur, string nom) => Ecrire(
        utilisateur, "Une clé d’accès a été ajoutée à votre compte",
        $"""
        Bonjour {utilisateur.NomComplet},

        La clé d’accès « {nom} » ouvre désormais votre compte et peut confirmer vos signatures. Si ce n’est pas vous qui l’avez ajoutée, supprimez-la aussitôt et changez de mot de passe :
        {portail.Value.Lien("/compte/cles-acces")}
        """);

    public Courriel CleRetiree(Utilisateur utilisateur, string nom) => Ecrire(
        utilisateur, "Une clé d’accès a été supprimée de votre compte",
        $"""
        Bonjour {utilisateur.NomComplet},

        La clé d’accès « {nom} » n’ouvre plus votre compte. Si ce n’est pas vous qui l’avez supprimée, vérifiez vos clés et changez de mot de passe :
        {portail.Value.Lien("/compte/cles-acces")}
        """);

    private Uri Lien(Utilisateur utilisateur, TimeSpan duree) =>
        portail.Value.Lien($"{LienMotDePasse.Chemin}?u={utilisateur.Id:N}&jeton={liens.Ecrire(utilisateur, duree)}");

    private Courriel Ecrire(Utilisateur utilisateur, string objet, string texte) =>
        Courriel.Ecrire(utilisateur.Email!, objet, texte, clock.GetUtcNow());
}
