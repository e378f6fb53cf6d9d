using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures;

internal static class MessagesSignature
{
    public static Courriel Invitation(LigneSignature ligne, Convention convention, ILiensPortail liens, DateTimeOffset now) => Courriel.Ecrire(
        ligne.Courriel!,
        "Une convention territoriale globale attend votre signature",
        $"""
         Bonjour {ligne.NomComplet},

         La convention « {convention.Intitule} » est prête. Vous êtes désigné(e) pour la signer en qualité de : {ligne.Qualite}.

         Pour la lire et la signer, connectez-vous au portail avec cette adresse :
         {liens.Vers($"/conventions/{convention.Id.Value}/signature")}

         Ouvrir ce lien ne signe rien. Vous pouvez aussi signer sur papier : adressez-vous à votre interlocuteur de la Caf.
         """,
        now);

    public static Courriel TousOntSigne(LigneSignature ligne, Convention convention, ILiensPortail liens, DateTimeOffset now) => Courriel.Ecrire(
        ligne.Courriel!,
        "La convention territoriale globale est signée par tous",
        $"""
         Bonjour {ligne.NomComplet},

         La dernière signature de la convention « {convention.Intitule} » est recueillie : son suivi commence.

         Le texte signé reste à votre disposition :
         {liens.Vers($"/conventions/{convention.Id.Value}/documents")}
         """,
        now);
}
