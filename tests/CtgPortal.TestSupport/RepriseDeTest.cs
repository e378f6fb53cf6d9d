using CtgPortal.Application.Reprises;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Territoires;
using CtgPortal.TestSupport.Documents;

namespace CtgPortal.TestSupport;

/// <summary>A convention signed on paper, as a Caf takes it in: three parties, two former avenants of which one lost its file.</summary>
internal static class RepriseDeTest
{
    public static readonly byte[] Scan = PdfSimple.Un();

    public static readonly ReprendreConvention.Command Commande = new(
        "02", [new(TypeTerritoire.Epci, "240200600")], null, "Ctg des Trois Rivières 2025-2029", new(2025, 1, 1), new(2029, 12, 31), null, ["jeunesse"], null,
        new("ctg signée.pdf", Scan),
        [
            new(TypePartie.Caf, null, "Paul", "Rivet", "Directeur", new(2025, 1, 15)),
            new(TypePartie.Epci, "", "Claire", "Morel", "Présidente", new(2025, 1, 20)),
            new(TypePartie.Msa, "MSA de Picardie", "Jean", "Blé", "Président", new(2025, 1, 18)),
        ],
        [new(2, new(2025, 9, 1), "Ajoute une commune", new("avenant.pdf", PdfSimple.Un("Avenant n° 2"))), new(1, new(2025, 6, 1), "Prolonge d’un an", null)]);
}
