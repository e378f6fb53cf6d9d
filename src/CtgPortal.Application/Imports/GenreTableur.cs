using CtgPortal.Application.Common;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Equipements;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Imports;

/// <summary>What the import of one kind of sheet has of its own; all the rest is the same for all.</summary>
internal abstract class GenreTableur
{
    private static readonly Dictionary<NatureImport, GenreTableur> Tous = new() { [NatureImport.Equipements] = new GenreEquipements(), [NatureImport.Plan] = new GenrePlan() };

    /// <summary>« des équipements ».</summary>
    public abstract string DeQuoi { get; }

    public static GenreTableur De(NatureImport nature) => Tous[nature];

    public abstract ImportTableur Deposer(TableurDepose depose, StatutConvention etape);

    /// <param name="retenues">What people of the Caf said of names of columns.</param>
    public abstract Task<ReconnaissanceTableur> ReconnaitreAsync(
        ICtgDbContext db, ConventionId convention, IReadOnlyDictionary<string, string> retenues, CancellationToken cancellationToken);

    /// <summary>Why a person may not go on with these columns; null when they may.</summary>
    public virtual string? Manque(IReadOnlyList<string> champs) => null;
}

internal static class Reconnaissances
{
    /// <summary>How the columns of a convention are told, with the memory of its Caf.</summary>
    public static async Task<(ReconnaissanceTableur Reconnaissance, string Caf)> ReconnaissanceAsync(
        this ICtgDbContext db, ConventionId convention, NatureImport nature, CancellationToken cancellationToken)
    {
        var caf = await db.Conventions.Where(c => c.Id == convention).Select(c => c.CafCode).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Convention unknown.");
        var retenues = await db.CorrespondancesColonnes.AsNoTracking().Where(c => c.CafCode == caf && c.Nature == nature)
            .ToDictionaryAsync(c => c.EnTete, c => c.Champ, cancellationToken);
        return (await GenreTableur.De(nature).ReconnaitreAsync(db, convention, retenues, cancellationToken), caf);
    }
}
