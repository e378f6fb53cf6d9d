using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>One questionnaire with its results, and the findings that rest on it.</summary>
public static class ConsulterEnquete
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, EnqueteId Enquete) : IRequest<Dossier?>, IRequeteSurConvention;

    /// <param name="Lecture">A file that was read and waits for a decision; null when none does.</param>
    public sealed record Dossier(
        EnTeteConvention EnTete,
        int Revision,
        EnqueteId Id,
        DescriptionEnquete Description,
        IReadOnlyList<QuestionEnquete> Questions,
        LectureResultats? Lecture,
        IReadOnlyList<ConsulterDiagnostic.LigneConstat> Constats,
        IReadOnlyList<Obstacle> ObstaclesALaModification)
    {
        public bool Permet<TCommand>() => EnTete.Permet<TCommand>() && ObstaclesALaModification.Count == 0;
    }

    internal sealed class Handler(ICtgReadContext db, IDroits droits) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var enTete = await db.LireEnTeteAsync(droits, query.Convention, cancellationToken);
            var enquete = await db.Enquetes.SingleOrDefaultAsync(e => e.Id == query.Enquete && e.ConventionId == query.Convention, cancellationToken);
            return enTete is null || enquete is null
                ? null
                : new(
                    enTete, enquete.Revision, enquete.Id, enquete.Description, enquete.Questions, enquete.Lecture,
                    await db.LireConstatsAppuyesAsync(query.Convention, NatureAppui.Enquete, query.Enquete.Value, cancellationToken),
                    new EtatDiagnostic(enTete.Statut, enTete.Etat.DiagnosticValide).Obstacles());
        }
    }
}
