using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Filiations;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>What surrounds the fiches of Trois-Rivières: what ties them together, what is attached to them, what people say about them. All is invented.</summary>
internal sealed class EchangesDeDemonstration(CtgDbContext db)
{
    private static readonly DateOnly Relecture = new(2024, 2, 12);
    private static readonly DateOnly Reponses = new(2024, 2, 14);

    private static readonly (int Une, int Autre, string Raison)[] Liens =
    [
        (1, 2, "Exemple : la plateforme annonce les permanences de chaque commune."),
        (4, 5, "Exemple : le forum fait connaître l’espace des associations."),
        (8, 12, "Exemple : le relais oriente vers les places réservées à l’insertion."),
        (10, 11, "Exemple : l’équipe mobile repère les projets de jeunes."),
    ];

    /// <summary>Figures of the diagnostic that a fiche answers.</summary>
    private static readonly (string Indicateur, int Fiche)[] Chiffres = [("taux-couverture", 8), ("part-logements-vacants", 7), ("neet", 10)];

    private static readonly (int Fiche, string Nom, string Type, string? Description)[] Pieces =
    [
        (1, "exemple-compte-rendu.pdf", "application/pdf", "Exemple : compte rendu du groupe de travail « information »"),
        (1, "exemple-affiche.png", "image/png", "Exemple : affiche d’ouverture de la plateforme"),
        (4, "exemple-compte-rendu.pdf", "application/pdf", "Exemple : compte rendu de la visite du local"),
        (8, "exemple-affiche.png", "image/png", null),
    ];

    /// <summary>Before the signature: what goes together.</summary>
    public void Lier(DossierDemo dossier)
    {
        var (etape, fiches) = (dossier.Convention.Statut, dossier.Fiches);
        foreach (var (une, autre, raison) in Liens)
        {
            db.LiensFiches.Add(LienFiches.Etablir(fiches[une - 1].Fiche, fiches[autre - 1].Fiche.Id, raison, etape, dossier.Maintenant));
        }

        foreach (var (code, numero) in Chiffres)
        {
            Indicateur indicateur = dossier.Diagnostic.Indicateurs.Single(i => i.CodeCatalogue == code);
            db.Filiations.Add(Filiation.Etablir(
                dossier.Convention.Id, Maillon.De(indicateur.Id), Maillon.De(fiches[numero - 1].Fiche.Id), etape, dossier.Maintenant));
        }
    }

    /// <summary>During the follow-up: files, questions, answers; one discussion is closed, one calls somebody who has not answered.</summary>
    public async Task EchangerAsync(DossierDemo dossier, IReadOnlyDictionary<string, Utilisateur> comptes, CancellationToken cancellationToken)
    {
        var conseil = Auteur(comptes[ComptesDeDemonstration.Conseil]);
        var coordination = Auteur(comptes[ComptesDeDemonstration.Coordination]);
        var partenaire = Auteur(comptes[ComptesDeDemonstration.Partenaire]);
        var etape = dossier.Convention.Statut;
        dossier.Heure.Aller(Relecture);
        foreach (var (numero, nom, type, description) in Pieces)
        {
            await JoindreAsync(dossier, dossier.Fiches[numero - 1].Fiche, coordination, (nom, type, description), cancellationToken);
        }

        var local = Ouvrir(Sur(4, "livrables"), conseil, "Exemple : le local reste-t-il disponible après 2024 ? Il faudrait le dire ici.", partenaire);
        var visites = Ouvrir(Sur(1, "indicateurs"), coordination, "Exemple : la cible de 500 visites n’est pas atteinte. Peut-on ajouter une action de communication ?", conseil);
        var recrutement = Ouvrir(Sur(10, null), coordination, "Exemple : le recrutement est relancé. La Caf maintient-elle son aide en 2024 ?", conseil);
        var preambule = Ouvrir(CibleCommentaire.SurPassage(PassagesFixes.Preambule), conseil, "Exemple : rappeler ici le nombre de communes.");
        dossier.Heure.Aller(Reponses);
        local.Repondre(partenaire, "Exemple : oui, la commune le prête encore trois ans. Je complète la fiche.", [coordination], etape, dossier.Maintenant);
        visites.Repondre(conseil, "Exemple : oui, l’affiche jointe à la fiche part dans les écoles en mars.", [], etape, dossier.Maintenant);
        visites.Resoudre(coordination, responsable: true, etape, dossier.Maintenant);
        db.Commentaires.AddRange(local, visites, recrutement, preambule);
        await db.SaveChangesAsync(cancellationToken);

        CibleCommentaire Sur(int numero, string? champ) => CibleCommentaire.Sur(dossier.Fiches[numero - 1].Fiche.Id, champ);

        Commentaire Ouvrir(CibleCommentaire cible, Auteur auteur, string texte, params Auteur[] mentions) =>
            Commentaire.Ouvrir(dossier.Convention.Id, cible, auteur, texte, mentions, etape, dossier.Maintenant);
    }

    private async Task JoindreAsync(
        DossierDemo dossier, FicheAction fiche, Auteur par, (string Nom, string Type, string? Description) fichier, CancellationToken cancellationToken)
    {
        await using var specimen = FaitsTerritoires.Ressource(fichier.Nom);
        using var contenu = new MemoryStream();
        await specimen.CopyToAsync(contenu, cancellationToken);
        foreach (var (jointe, piece) in PieceJointe.Joindre(
            dossier.Convention.Id, new(PorteurPieces.De(fiche.Id), fiche.Intitule, []), [new(fichier.Nom, fichier.Type, contenu.ToArray(), fichier.Description)],
            default, new(par.Id, par.Nom), dossier.Maintenant))
        {
            db.AddRange(jointe, piece);
        }
    }

    private static Auteur Auteur(Utilisateur compte) => new(new(compte.Id), $"{compte.Prenom} {compte.Nom}");
}
