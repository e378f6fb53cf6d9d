using CtgPortal.Domain.Signatures;

namespace CtgPortal.Web.Common;

/// <summary>Where a seal stands, for people who do not know what a certificate is.</summary>
public static class PhrasesScellement
{
    /// <summary>Nothing went wrong.</summary>
    public static bool EstAttendu(EtatScellement etat) => etat == EtatScellement.AFaire;

    public static string Titre(EtatScellement etat) => etat switch
    {
        EtatScellement.AFaire => "Le document scellé se prépare",
        EtatScellement.EnAttenteCertificat => "Le sceau attend un certificat",
        EtatScellement.EnAttenteHorodatage => "Le sceau attend d’être daté",
        EtatScellement.Interrompu => "Le scellement s’est interrompu",
        EtatScellement.Impossible => "Ce document ne peut pas être scellé",
        EtatScellement.Fait => "Le document est scellé",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };

    /// <summary>What it means for who reads, and what comes next.</summary>
    public static string Suite(EtatScellement etat) => etat switch
    {
        EtatScellement.AFaire => "Toutes les signatures sont recueillies et enregistrées. Le fichier final arrive dans quelques instants : vous n’avez rien à faire.",
        EtatScellement.EnAttenteCertificat =>
            "Toutes les signatures sont recueillies et enregistrées. Il manque au portail un certificat valable : son administrateur doit le fournir, puis le sceau se fera seul.",
        EtatScellement.EnAttenteHorodatage =>
            "Toutes les signatures sont recueillies et enregistrées. L’autorité qui date le document n’a pas encore répondu comme il faut ; le portail le lui redemande seul, et ne date jamais à sa place.",
        EtatScellement.Interrompu => "Toutes les signatures sont recueillies et enregistrées. Une erreur a arrêté le travail ; le portail recommence seul.",
        EtatScellement.Impossible => "Toutes les signatures sont recueillies et enregistrées. Mais le fichier ne peut pas porter de sceau : l’administrateur du portail doit regarder pourquoi.",
        EtatScellement.Fait => "Le fichier porte chaque signature, et personne ne peut plus le changer sans que cela se voie.",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
