using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Preuves;
using CtgPortal.Domain.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using MediatR;

namespace CtgPortal.Application.Signatures.Liens;

/// <summary>The frozen text of a personal link: the bytes that were kept. That it was shown is noted in the proof.</summary>
public static class ExporterTexteDuLien
{
    [Public]
    public sealed record Query(string Jeton) : IRequest<Fichier?>;

    internal sealed class Handler(ICtgReadContext db, IPorteur porteur, IPreuves preuves, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        /// <summary>A reader of PDF asks for the same file several times while it is looked at.</summary>
        private static readonly TimeSpan Meme = TimeSpan.FromMinutes(30);

        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.LireLienAsync(query.Jeton, cancellationToken) is not { } lu)
            {
                return null;
            }

            // who left the circuit has nothing to read in it any more
            var now = clock.GetUtcNow();
            if (lu.Lien.Etat(lu.Circuit, now) is EtatLien.Remplace or EtatLien.Retire or EtatLien.Perime)
            {
                return null;
            }

            porteur.Reconnaitre($"{lu.Ligne.NomComplet} (lien personnel)");
            var contenu = await db.LireOctetsFigesAsync(lu.Circuit.TexteId, cancellationToken);
            await preuves.NoterUneFoisAsync(
                new DocumentMontre(lu.Circuit.Id, lu.Ligne.Id.Value, lu.Circuit.NumeroVersion, lu.Circuit.Empreinte, now), Meme, cancellationToken);
            return new($"convention-version-{lu.Circuit.NumeroVersion}.pdf", "application/pdf", contenu, lu.Circuit.Empreinte);
        }
    }
}
