using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Domain.Equipements;

/// <summary>A sheet of équipements on its way into annexe 2.</summary>
public sealed class ImportEquipements : ImportTableur
{
    private ImportEquipements()
        : base(NatureImport.Equipements)
    {
    }

    public static ImportEquipements Deposer(TableurDepose depose, StatutConvention etape) => Deposer(new ImportEquipements(), depose, etape);

    public override IReadOnlyList<Obstacle> ObstaclesAuDepot(StatutConvention etape) => EquipementSoutenu.Obstacles(etape);

    /// <exception cref="BusinessRuleException">Already written.</exception>
    public void NoterEcriture(int ajoutes, int modifies, DateTimeOffset now) =>
        NoterEcriture(ajoutes, modifies, new EquipementsImportes(ConventionId, Fichier, ajoutes, modifies, now), now);
}
