using System.Text;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Signatures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Archives;

/// <summary>The package of a signed convention for an archiving service: a bag whose files are read as it is written.</summary>
public static class ExporterArchive
{
    /// <param name="Definitive">Asked for good: refused as long as the sealed file is not made.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, bool Definitive) : IRequest<Sac>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, LectureArchive lecture, LecturePreuve preuves, IPreuvePdf preuvePdf) : IRequestHandler<Query, Sac>
    {
        public async Task<Sac> Handle(Query query, CancellationToken cancellationToken)
        {
            var convention = await db.Conventions.SingleOrDefaultAsync(c => c.Id == query.Convention, cancellationToken) ?? throw new NotFoundException("Convention unknown.");
            var circuit = await lecture.CircuitAsync(query.Convention, cancellationToken);
            var scelle = await lecture.ScelleAsync(circuit, cancellationToken);
            var avenants = await lecture.AvenantsAsync(query.Convention, cancellationToken);
            var scellee = scelle is not null && avenants.All(a => a.Scelle is not null);
            ReglesArchive.Exiger(query.Definitive, circuit is not null, scellee);

            var contenus = await lecture.ListerAsync(convention, circuit!, scelle, avenants, cancellationToken);
            var preuve = await PreuveAsync(circuit!, cancellationToken);
            List<FichierDeSac> fichiers =
            [
                .. contenus.Select(c => new FichierDeSac(c.Chemin, c.Description, c.Empreinte, c.Taille, ct => lecture.OctetsAsync(c.Id, ct))),
                .. await PreuvesAsync("preuve", preuve, cancellationToken),
            ];
            foreach (var avenant in avenants)
            {
                preuve = await PreuveAsync(avenant.Circuit, cancellationToken) is var suivante && suivante.ProduitLe > preuve.ProduitLe ? suivante : preuve;
                fichiers.AddRange(await PreuvesAsync($"{avenant.Dossier}/preuve", suivante, cancellationToken));
            }

            fichiers.AddRange(await PreuvesAnnuleesAsync(convention.Id, cancellationToken));
            var metadonnees = Metadonnees(convention, circuit!, scellee, fichiers) with { Avenants = [.. avenants.Select(a => Decrire(a.Circuit))] };
            fichiers.Add(FichierDeSac.De("convention/convention.schema.json", "Forme de convention.json", Encoding.UTF8.GetBytes(DossierJson.Schema)));
            fichiers.Add(FichierDeSac.De("preuve/preuve.schema.json", "Forme des preuves", Encoding.UTF8.GetBytes(PreuveJson.Schema)));
            fichiers.Add(FichierDeSac.De("metadonnees.json", "Métadonnées", metadonnees.Serialiser()));
            fichiers.Add(FichierDeSac.De("LISEZMOI.txt", "À lire d’abord", LisezMoi.Ecrire(metadonnees)));

            var dernier = contenus.Max(c => c.Le) is var piece && preuve.ProduitLe > piece ? preuve.ProduitLe : piece;
            var nom = $"ctg-{LectureArchive.EnNomDeDossier(convention.Titulaires[0].Nom)}-version-{circuit!.NumeroVersion}{(avenants is [.., var dernierAvenant] ? $"-avenant-{dernierAvenant.Circuit.AvenantNumero}" : "")}{(scellee ? "" : "-provisoire")}";
            return new(nom, dernier.JourEnFrance(), Informations(metadonnees), fichiers);
        }

        /// <summary>Dated by its last fact: the same proof is the same file.</summary>
        private async Task<DossierDePreuve> PreuveAsync(Signature circuit, CancellationToken cancellationToken)
        {
            var lue = (await preuves.LireAsync(circuit.ConventionId, circuit.NumeroVersion, cancellationToken))!.Dossier;
            return lue with { ProduitLe = lue.Evenements.Select(e => e.Le).Append(circuit.OuverteLe).Max() };
        }

        private async Task<IReadOnlyList<FichierDeSac>> PreuvesAsync(string dossier, DossierDePreuve preuve, CancellationToken cancellationToken) =>
        [
            FichierDeSac.De($"{dossier}/preuve-version-{preuve.Document.Version}.json", "Preuve de la signature, à vérifier par une machine", PreuveJson.Serialiser(preuve)),
            FichierDeSac.De($"{dossier}/preuve-version-{preuve.Document.Version}.pdf", "Preuve de la signature, à lire", await preuvePdf.ComposerAsync(preuve, cancellationToken)),
        ];

        private async Task<IReadOnlyList<FichierDeSac>> PreuvesAnnuleesAsync(ConventionId convention, CancellationToken cancellationToken)
        {
            List<FichierDeSac> fichiers = [];
            foreach (var annulee in await db.Signatures.Where(s => s.ConventionId == convention && s.Statut == StatutSignature.Annulee)
                .OrderBy(s => s.NumeroVersion).ToListAsync(cancellationToken))
            {
                fichiers.Add(FichierDeSac.De(
                    $"versions-annulees/preuve-version-{annulee.NumeroVersion}.json", $"Preuve de ce qui avait été signé de la version {annulee.NumeroVersion}",
                    PreuveJson.Serialiser(await PreuveAsync(annulee, cancellationToken))));
            }

            return fichiers;
        }

        private static MetadonneesArchive Metadonnees(Convention convention, Signature circuit, bool scellee, IReadOnlyList<FichierDeSac> fichiers) => new()
        {
            Etat = EtatsArchive.De(scellee),
            Objet = convention.Intitule,
            Territoire = string.Join(" et ", convention.Titulaires.Select(t => Mots.NomEnToutesLettres(t.Nom))),
            Producteurs =
            [
                new(LectureTextes.NomDeCaf(convention.CafCode), "Caisse d’allocations familiales", convention.CafCode),
                .. convention.Titulaires.Select(t => new ProducteurArchive(Mots.NomEnToutesLettres(t.Nom), "Titulaire de la convention", t.Code.Length == 0 ? null : t.Code)),
            ],
            Identifiant = convention.Id.Value.ToString(),
            Reference = ReferenceDocument.Presenter(circuit.Reference),
            Version = circuit.NumeroVersion,
            FigeLe = circuit.OuverteLe.JourEnFrance(),
            SigneLe = circuit.DerniereSignatureLe!.Value,
            Empreinte = circuit.Empreinte,
            DebutPeriode = convention.Periode?.Debut,
            FinPeriode = convention.Periode?.Fin,
            Conservation = ConservationArchive.De(convention.Periode?.Fin),
            Fichiers = [.. fichiers.OrderBy(f => f.Chemin, StringComparer.Ordinal).Select(f => new FichierArchive(f.Chemin, f.Description, f.Taille, f.Empreinte))],
        };

        private static AvenantArchive Decrire(Signature circuit) => new(
            circuit.AvenantNumero!.Value, ReferenceDocument.Presenter(circuit.Reference), circuit.NumeroVersion, circuit.DerniereSignatureLe!.Value, circuit.Empreinte);

        private static IReadOnlyList<(string, string)> Informations(MetadonneesArchive m) =>
        [
            ("Source-Organization", string.Join(" ; ", m.Producteurs.Select(p => p.Nom))),
            ("External-Identifier", m.Identifiant),
            ("External-Description", $"{m.Objet}, version {m.Version} signée le {m.SigneLe:yyyy-MM-dd}, archive {(m.Etat == EtatsArchive.Definitive ? "définitive" : "provisoire")}"),
            ("Internal-Sender-Identifier", m.Reference),
            ("Bag-Software-Agent", "CtgPortal"),
        ];
    }
}
