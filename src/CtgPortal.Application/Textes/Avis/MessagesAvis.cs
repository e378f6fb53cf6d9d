using CtgPortal.Application.Acces;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>The messages that a request for an opinion causes. The text itself is behind the link, not in the message.</summary>
internal sealed class MessagesAvis(ILiensPortail liens, IUtilisateurCourant utilisateur)
{
    public const int MotLongueurMax = 2_000;

    public Courriel Demande(AvisPartenaire avis, Convention convention, string? mot, DateTimeOffset now) => Courriel.Ecrire(
        avis.Courriel,
        Objet("Votre avis est demandé : ", convention.Intitule),
        $"""
        Bonjour,

        {(utilisateur.Nom.Length == 0 ? "La Caf et le territoire demandent" : $"{utilisateur.Nom} demande")} l’avis de « {avis.Structure} » sur le projet de texte de la « {convention.Intitule} », avant le {Mots.Jour(avis.Echeance)} inclus.
        {(string.IsNullOrWhiteSpace(mot) ? "" : $"\n{mot.Trim()}\n")}
        Lisez le texte et donnez votre avis ici, sans mot de passe :
        {Lien(avis)}

        Un avis est favorable, favorable avec remarques ou défavorable. Sans réponse de votre part, votre silence sera noté comme tel : il ne vaudra pas accord.
        """.ReplaceLineEndings("\n"),
        now);

    public Courriel Rappel(AvisPartenaire avis, string convention, RappelAvis rappel, DateTimeOffset now) => Courriel.Ecrire(
        avis.Courriel,
        Objet(rappel == RappelAvis.Avant ? "Rappel, avis attendu : " : "Dernier jour pour votre avis : ", convention),
        $"""
        Bonjour,

        {(rappel == RappelAvis.Avant
            ? $"L’avis de « {avis.Structure} » sur le projet de texte de la « {convention} » est attendu avant le {Mots.Jour(avis.Echeance)} inclus."
            : $"C’est aujourd’hui, {Mots.Jour(avis.Echeance)}, le dernier jour pour donner l’avis de « {avis.Structure} » sur le projet de texte de la « {convention} ».")}

        Lisez le texte et donnez votre avis ici, sans mot de passe :
        {Lien(avis)}
        """.ReplaceLineEndings("\n"),
        now);

    private string Lien(AvisPartenaire avis) => liens.Vers($"/avis/{avis.Id.Value}?jeton={avis.Jeton}");

    private static string Objet(string debut, string intitule)
    {
        var place = Courriel.ObjetLongueurMax - debut.Length;
        return debut + (intitule.Length <= place ? intitule : intitule[..place]);
    }
}
