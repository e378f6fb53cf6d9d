using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>Whether the convention can stand in for the schéma pluriannuel of the accueil du jeune enfant (decree 2025-253), territory by territory.</summary>
public static class ConsulterPetiteEnfance
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Revision">Of what people said; 0 as long as nobody has said anything.</param>
    /// <param name="Grilles">One for each territory that owes a schéma.</param>
    /// <param name="Communes">Of the perimeter, the largest first.</param>
    /// <param name="AUneIntercommunalite">An EPCI holds the convention: it may be the autorité organisatrice.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete, int Revision, CompetencePetiteEnfance Competence, IReadOnlyList<GrilleTerritoire> Grilles, IReadOnlyList<DevoirsCommune> Communes,
        bool AUneIntercommunalite);

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireEnTeteAsync(droits, query.Convention, cancellationToken) is not { } enTete)
            {
                return null;
            }

            var convention = await db.Conventions.Where(c => c.Id == query.Convention)
                .Select(c => new { Perimetre = c.Perimetre.ToList(), Titulaires = c.Titulaires.ToList() }).SingleAsync(cancellationToken);
            var schema = await db.SchemasPetiteEnfance.SingleOrDefaultAsync(s => s.ConventionId == query.Convention, cancellationToken);
            var faits = await FaitsPetiteEnfance.LireAsync(db, query.Convention, cancellationToken);
            return Assembler(enTete, convention.Perimetre, convention.Titulaires, schema, faits);
        }
    }

    private static Dossier Assembler(
        EnTeteConvention enTete, List<CommunePerimetre> perimetre, List<TerritoireRef> titulaires, SchemaPetiteEnfance? schema, FaitsPetiteEnfance faits)
    {
        var competence = schema?.Competence ?? CompetencePetiteEnfance.Inconnue;
        IReadOnlyList<ConfirmationExigence> confirmations = schema?.Confirmations ?? [];
        var epci = titulaires.Where(t => t.Type == TypeTerritoire.Epci).ToList();
        int? population = perimetre.Any(c => c.Population is not null) ? perimetre.Sum(c => c.Population ?? 0) : null;
        List<GrilleTerritoire> grilles = [];

        // several EPCI share a perimeter: its population is not that of each, and nobody is told that they owe nothing
        if (competence != CompetencePetiteEnfance.Communes && (population is null || population > SchemaPetiteEnfance.SeuilSchema))
        {
            grilles.AddRange(epci.Select(e => Grille(e.Code.Length > 0 ? e.Code : e.Nom, e.Nom, true, population, faits, confirmations)));
        }

        if (competence != CompetencePetiteEnfance.Intercommunalite || epci.Count == 0)
        {
            grilles.AddRange(perimetre.Where(c => c.Population > SchemaPetiteEnfance.SeuilSchema).OrderByDescending(c => c.Population)
                .Select(c => Grille(c.Code, c.Nom, false, c.Population, faits.Pour(c.Code), confirmations)));
        }

        return new(
            enTete, schema?.Revision ?? 0, competence, grilles,
            [
                .. perimetre.OrderByDescending(c => c.Population ?? -1).ThenBy(c => c.Nom, Alphabet.Francais).Select(c => new DevoirsCommune(
                    c.Code, c.Nom, c.Population, faits.Pour(c.Code).Equipements.Count, faits.Pour(c.Code).Equipements.Any(EstUnRelais))),
            ],
            epci.Count > 0);
    }

    private static GrilleTerritoire Grille(
        string code, string nom, bool estEpci, int? population, FaitsPetiteEnfance faits, IReadOnlyList<ConfirmationExigence> confirmations) => new(
        code, estEpci ? Mots.NomEnToutesLettres(nom) : nom, estEpci, population, new ExamenPetiteEnfance(faits, code, confirmations).Lignes(),
        [.. faits.Equipements.Where(EstUnRelais).Select(e => new Preuve(e.Description.Nom, new(NatureLieu.Equipement, e.Id.Value)))]);

    private static bool EstUnRelais(ListerEquipements.Ligne ligne) => ligne.Description.Type == TypeEquipement.RelaisPetiteEnfance;
}
