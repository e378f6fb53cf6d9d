using CtgPortal.Application.Common;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Imports;

internal static class AccordDEcriture
{
    /// <summary>The person read this very report, nothing forbids to write, and the lines that cannot be are left out knowingly.</summary>
    /// <exception cref="ConcurrencyConflictException">The report that they read is no longer the one of the file.</exception>
    public static void Exiger(this ImportTableur import, RapportTableur rapport, int revision, string empreinte, bool sansLesAutres)
    {
        if (import.Revision != revision || rapport.Empreinte != empreinte)
        {
            throw new ConcurrencyConflictException();
        }

        BusinessRuleException.ThrowIfAny([.. rapport.Obstacles, .. ImportTableur.ObstaclesALEcriture(rapport.Laissees, sansLesAutres)]);
    }
}
