using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Signatures.Miennes;

/// <summary>The person asks for a text in order to sign it with others in one go: it is noted in the proof, then the text is shown.</summary>
public static class OuvrirAvantDeSigner
{
    [Autorise(Role.Signataire, Role.Direction, Role.Coordination, Role.Conseiller, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(ConventionId Convention, LigneSignatureId Ligne) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, IPreuves preuves, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, int>
    {
        private static readonly TimeSpan Meme = TimeSpan.FromMinutes(30);

        /// <returns>The number of the version to show.</returns>
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (ligne, courriel) = (command.Ligne, utilisateur.Courriel);
            var circuit = await db.Signatures.AsNoTracking()
                .Where(s => s.ConventionId == command.Convention && s.Lignes.Any(l => l.Id == ligne && l.Courriel == courriel))
                .Select(s => new { s.Id, s.NumeroVersion, s.Empreinte }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("This line is not the person's.");
            await preuves.NoterUneFoisAsync(
                new DocumentLu(circuit.Id, ligne.Value, circuit.NumeroVersion, circuit.Empreinte, clock.GetUtcNow()), Meme, cancellationToken);
            return circuit.NumeroVersion;
        }
    }
}
