using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Reprises;

/// <summary>Who signed a convention outside the portal, as read on it.</summary>
/// <param name="Partie">For whom: the name of a party.</param>
/// <param name="SigneLe">Day of this signature.</param>
public sealed record SignataireOriginal(TypePartie Type, string Partie, string Prenom, string Nom, string Qualite, DateOnly SigneLe)
{
    public string NomComplet => $"{Prenom} {Nom}";

    internal SignataireOriginal Normaliser() => new(
        Type,
        Texte.Obligatoire(Partie, "partie-nom", Conventions.Partie.NomLongueurMax),
        Texte.Obligatoire(Prenom, "prenom", IdentiteSignataire.NomLongueurMax),
        Texte.Obligatoire(Nom, "nom", IdentiteSignataire.NomLongueurMax),
        Texte.Obligatoire(Qualite, "qualite", IdentiteSignataire.QualiteLongueurMax),
        SigneLe);

    /// <summary>As the convention designates people: whoever signed is who will sign, until somebody says otherwise.</summary>
    internal IdentiteSignataire Identite => new(null, Prenom, Nom, Qualite, null, null);

    // what the history shows
    public override string ToString() => $"{NomComplet}, {Qualite}, pour {Partie}, le {SigneLe:dd/MM/yyyy}";
}
