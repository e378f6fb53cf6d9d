using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Freezes the diagnostic: its figures and findings are what the partners share. What is frozen is kept whole, with its fingerprint.</summary>
public static class ValiderDiagnostic
{
    /// <remarks>Alone on its convention: nobody edits a questionnaire or an interview while they are being frozen.</remarks>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Revision)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IReferentiel referentiel, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var diagnostic = await db.LoadDiagnosticAsync(command.Convention, command.Revision, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            await db.FigerAsync(referentiel, diagnostic, etape, utilisateur.Id, utilisateur.Nom, clock.GetUtcNow(), cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return diagnostic.Revision;
        }
    }

    /// <summary>Validates, and keeps the content under the next number, in the same transaction.</summary>
    internal static async Task FigerAsync(
        this ICtgDbContext db, IReferentiel referentiel, Diagnostic diagnostic, StatutConvention etape, UtilisateurId? par, string parNom, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var numero = 1 + await db.ValidationsDiagnostic.CountAsync(v => v.ConventionId == diagnostic.ConventionId, cancellationToken);
        diagnostic.Valider(etape, now, numero);
        var photographie = await PhotographieDiagnostic.PrendreAsync(
            diagnostic, await LectureChiffres.MontrablesAsync(db.Conventions, referentiel, diagnostic, cancellationToken), db.Enquetes.AsNoTracking(), db.Entretiens.AsNoTracking(), db.DocumentsExistants.AsNoTracking(), db.PiecesJointes.AsNoTracking(), db.Pieces.AsNoTracking(), cancellationToken);
        db.ValidationsDiagnostic.Add(ValidationDiagnostic.Figer(diagnostic.ConventionId, numero, photographie.EnJson(), par, parNom, now));
    }
}
