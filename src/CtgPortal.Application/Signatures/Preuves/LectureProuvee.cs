using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures.Preuves;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>Notes that the very text was sent to somebody who is asked to sign it.</summary>
internal sealed class LectureProuvee(ICtgReadContext db, IPreuves preuves, IUtilisateurCourant utilisateur, TimeProvider clock)
{
    /// <summary>A reader of PDF asks for the same file several times while it is looked at.</summary>
    private static readonly TimeSpan Meme = TimeSpan.FromMinutes(30);

    /// <param name="empreinte">Of what is sent.</param>
    public async Task NoterAsync(ConventionId convention, string empreinte, CancellationToken cancellationToken)
    {
        if (utilisateur.Courriel is not { } courriel)
        {
            return;
        }

        var lectures = await db.Signatures.Where(s => s.ConventionId == convention && s.Empreinte == empreinte)
            .SelectMany(s => s.Lignes.Where(l => l.Courriel == courriel).Select(l => new { s.Id, s.NumeroVersion, Ligne = l.Id }))
            .ToListAsync(cancellationToken);
        foreach (var lecture in lectures)
        {
            var fait = new DocumentMontre(lecture.Id, lecture.Ligne.Value, lecture.NumeroVersion, empreinte, clock.GetUtcNow());
            await preuves.NoterUneFoisAsync(fait, Meme, cancellationToken);
        }
    }
}
