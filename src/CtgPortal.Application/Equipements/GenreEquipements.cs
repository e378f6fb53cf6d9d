using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Equipements;

internal sealed class GenreEquipements : GenreTableur
{
    public override string DeQuoi => "des équipements";

    public override ImportTableur Deposer(TableurDepose depose, StatutConvention etape) => ImportEquipements.Deposer(depose, etape);

    public override Task<ReconnaissanceTableur> ReconnaitreAsync(
        ICtgDbContext db, ConventionId convention, IReadOnlyDictionary<string, string> retenues, CancellationToken cancellationToken) =>
        Task.FromResult<ReconnaissanceTableur>(new ReconnaissanceEquipements(retenues));
}

internal sealed class ReconnaissanceEquipements(IReadOnlyDictionary<string, string> retenues) : ReconnaissanceTableur(ColonnesEquipement.Attendues, retenues)
{
    public override bool Connait(string champ) => champ.Length == 0 || ColonnesEquipement.Attendues.Any(a => a.Champ == champ) || ColonnesEquipement.EstUnMontant(champ);

    /// <summary>Every title of the template or of an export is there.</summary>
    protected override bool EstDuPortail(LigneLue entete) => ColonnesEquipement.Attendues.All(a => entete.Cellules.Contains(a.Titre));

    protected override string? Autre(string cellule) => ColonnesEquipement.Autre(cellule);
}
