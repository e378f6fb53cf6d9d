using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>The messages that somebody who holds a link asks for; they go to the address of the line and to no other.</summary>
internal static class MessagesLien
{
    public static Courriel Code(LigneSignature ligne, string intitule, int? avenant, DateTimeOffset now) => Courriel.Confier(
        SecretDeCourriel.CodeSignature, ligne.Id, ligne.Courriel!, "Votre code pour signer",
        $"""
        Bonjour {ligne.NomComplet},

        Voici le code pour {(ligne.Role == RoleLigne.Visa ? "viser" : "signer")} {(avenant is { } numero ? $"l’avenant n° {numero} à " : "")}la convention « {intitule} » :

        {Courriel.PlaceDuSecret}

        Il sert une fois, pendant dix minutes. Saisissez-le sur la page où vous l’avez demandé. Ne le donnez à personne : le portail ne vous le demandera jamais par téléphone ni par courriel.

        Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne ne peut signer à votre place.
        """.ReplaceLineEndings("\n"),
        now);

    public static Courriel Lien(LigneSignature ligne, string intitule, int? avenant, DateTimeOffset now) => Courriel.Confier(
        SecretDeCourriel.LienSignature, ligne.Id, ligne.Courriel!, "Votre nouveau lien pour signer",
        $"""
        Bonjour {ligne.NomComplet},

        Voici le lien que vous avez demandé pour lire et {(ligne.Role == RoleLigne.Visa ? "viser" : "signer")} {(avenant is { } numero ? $"l’avenant n° {numero} à " : "")}la convention « {intitule} » :
        {Courriel.PlaceDuSecret}

        Ce lien est personnel : ne le transférez pas. L’ouvrir ne signe rien.
        """.ReplaceLineEndings("\n"),
        now);
}
