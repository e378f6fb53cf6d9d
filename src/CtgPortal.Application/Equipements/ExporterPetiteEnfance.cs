using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>The checklist as a document, to be read by a council or joined to the convention.</summary>
public static class ExporterPetiteEnfance
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FormatDocument Format) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IDroits droits, IReferentiel referentiel, ImprimerieDocuments imprimerie, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await new ConsulterPetiteEnfance.Handler(db, droits).Handle(new(query.Convention), cancellationToken) is not { } dossier)
            {
                return null;
            }

            var code = await db.Conventions.Where(c => c.Id == query.Convention).Select(c => c.CafCode).SingleAsync(cancellationToken);
            var caf = await referentiel.Cafs.Where(c => c.Code == code).Select(c => c.Nom).SingleAsync(cancellationToken);
            return await imprimerie.ImprimerAsync(Composer(dossier, caf, clock.GetUtcNow().JourEnFrance()), "schema-petite-enfance", query.Format, cancellationToken);
        }
    }

    internal static DocumentCompose Composer(ConsulterPetiteEnfance.Dossier dossier, string caf, DateOnly jour)
    {
        var territoire = string.Join(" et ", dossier.EnTete.Titulaires.Select(Mots.NomEnToutesLettres));
        return new(
            "Schéma petite enfance : ce que dit la convention", $"{territoire} – état au {Mots.Jour(jour)}", caf, jour, $"Schéma petite enfance, {territoire}",
            [
                new BlocParagraphe(
                    "Une convention territoriale globale dont le contenu répond au décret n° 2025-253 du 20 mars 2025 tient lieu de schéma pluriannuel de maintien et de développement "
                    + "de l’offre d’accueil du jeune enfant. Ce relevé est calculé à partir des données de la convention ; il ne vaut pas avis juridique."),
                new BlocParagraphe(MotsEquipement.De(dossier.Competence), "Autorité organisatrice :"),
                .. dossier.Grilles.SelectMany(Blocs),
                .. dossier.Grilles.Count == 0 ? [new BlocParagraphe("Aucune collectivité de plus de 10 000 habitants ne doit ce schéma dans le périmètre.")] : Array.Empty<Bloc>(),
                .. Devoirs(dossier.Communes),
            ]);
    }

    private static IEnumerable<Bloc> Blocs(GrilleTerritoire grille)
    {
        yield return new BlocTitre(1, grille.Nom);
        yield return new BlocParagraphe(
            $"{(grille.Population is { } habitants ? $"{Nombres.Mesure(habitants, "habitants")}. " : "")}{grille.Acquises} contenus sur {grille.Lignes.Count} présents ou confirmés, "
            + $"{grille.AConfirmer} à confirmer, {grille.AFaire} à compléter. "
            + (grille.Relais.Count == 0 ? "Aucun relais petite enfance n’est inscrit en annexe 2." : $"Relais petite enfance : {string.Join(", ", grille.Relais.Select(r => r.Texte))}."));
        yield return new BlocTableau(
            $"Contenu demandé, {grille.Nom}", ["Contenu demandé", "État", "Où, ou ce qu’il reste à faire"],
            [.. grille.Lignes.Select(l => (IReadOnlyList<string>)[MotsEquipement.De(l.Exigence), MotsPetiteEnfance.De(l.Etat), Detail(l)])], [34, 16, 50]);
    }

    private static string Detail(LigneExigence ligne) => string.Join("\n", new[]
    {
        ligne.Constat,
        ligne.Preuves.Count == 0 ? null : string.Join("\n", ligne.Preuves.Select(p => $"– {p.Texte}")),
        ligne.Confirmation is { } c ? $"Confirmé par {c.ParNom} le {Mots.Jour(c.Le.JourEnFrance())} : {c.Motif}" : null,
        ligne.AFaire is { } faire ? $"À faire : {faire}" : null,
    }.OfType<string>());

    private static IEnumerable<Bloc> Devoirs(IReadOnlyList<DevoirsCommune> communes)
    {
        yield return new BlocTitre(1, "Les obligations de chaque commune");
        yield return new BlocListe(MotsPetiteEnfance.Obligations);
        if (communes.Count > 0)
        {
            yield return new BlocTableau(
                "Obligations par commune", ["Commune", "Habitants", "Recenser, informer", "Planifier, qualité", "Schéma et relais", "Équipements inscrits"],
                [
                    .. communes.Select(c => (IReadOnlyList<string>)
                    [
                        c.Nom, c.Population is { } p ? Nombres.Nombre(p) : "non connu", "oui", c.Population is null ? "?" : c.Planifie ? "oui" : "–",
                        c.Population is null ? "?" : c.DoitUnSchema ? "oui" : "–", Nombres.Nombre(c.Equipements),
                    ]),
                ],
                [28, 14, 15, 15, 14, 14]);
        }
    }
}

/// <summary>The words of the checklist, for the page and for its document.</summary>
public static class MotsPetiteEnfance
{
    public static readonly IReadOnlyList<string> Obligations =
    [
        "Toutes les communes, ou leur intercommunalité : recenser les besoins, informer et accompagner les familles.",
        "Plus de 3 500 habitants : planifier le développement de l’accueil, soutenir la qualité.",
        "Plus de 10 000 habitants : un schéma pluriannuel, et un relais petite enfance depuis le 1er janvier 2026.",
    ];

    public static string De(EtatExigence etat) => etat switch
    {
        EtatExigence.Presente => "Présent",
        EtatExigence.Confirmee => "Confirmé",
        EtatExigence.Incomplete => "Incomplet",
        EtatExigence.AConfirmer => "À confirmer",
        EtatExigence.Absente => "Manque",
        _ => throw new ArgumentOutOfRangeException(nameof(etat), etat, null),
    };
}
