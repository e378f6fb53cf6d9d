using CtgPortal.Application.Courriels;

namespace CtgPortal.Application.Signatures.Preuves;

internal static class MethodePreuve
{
    public static IReadOnlyList<string> Pas(ILiensPortail liens) =>
    [
        "Le document : calculez le SHA-256 du PDF ; il doit être « document.empreinte ».",
        "La chaîne : pour chaque événement, calculez le SHA-256 de « maillon » écrit en JSON canonique (RFC 8785 : noms triés, sans espace, UTF-8) ; il doit être « empreinte », et « precedente » doit être l’empreinte de l’événement d’avant.",
        "L’horodatage : « contenu » doit contenir la tête, son SHA-256 doit être « racine », et le jeton RFC 3161 doit porter sur cette racine ; « openssl ts -verify » le dit.",
        $"Les commandes exactes, à recopier telles quelles : {liens.Vers("/verifier/methode")}",
    ];
}
