using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>What the sign-in sheet prints.</summary>
/// <param name="EffacementLe">The day from which the portal no longer holds the names.</param>
public sealed record FeuilleEmargement(
    string Intitule,
    string? Serie,
    string Territoire,
    DateOnly? Date,
    string? Quand,
    string? Horaires,
    string? Lieu,
    string? Animateur,
    IReadOnlyList<LigneEmargement> Lignes,
    int LignesVides,
    DateOnly EffacementLe,
    DateOnly DateProduction);

public sealed record LigneEmargement(string? Nom, string? Fonction, string Organisation);

/// <summary>Sets the sign-in sheet.</summary>
public interface IEmargementPdf
{
    /// <exception cref="ServiceIndisponibleException">The typesetter cannot serve now.</exception>
    Task<byte[]> ComposerAsync(FeuilleEmargement feuille, CancellationToken cancellationToken);
}

/// <summary>The sheet to sign at the door: those invited first, then blank lines.</summary>
public static class ExporterEmargement
{
    public const int LignesVidesMin = 12;

    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, AtelierId Atelier) : IRequest<Fichier?>, IRequeteSurConvention;

    internal sealed class Handler(ICtgReadContext db, IEmargementPdf pdf, TimeProvider clock) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken)
        {
            var atelier = await db.Ateliers.SingleOrDefaultAsync(
                a => a.Id == query.Atelier && a.Conventions.Any(c => c.ConventionId == query.Convention), cancellationToken);
            if (atelier is null)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var assistance = await db.Assistances.SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken)
                ?? Assistance.Commencer(atelier.Id, now);
            var territoires = await db.Conventions.Where(c => c.Id == query.Convention).SelectMany(c => c.Titulaires.Select(t => t.Nom)).ToListAsync(cancellationToken);
            var d = atelier.Description;
            var contenu = await pdf.ComposerAsync(
                new(
                    d.Intitule, d.Serie, string.Join(", ", territoires), d.Date, d.Quand,
                    Horaires(d.Heure, atelier.HeureDeFin), d.Lieu, d.Animateur,
                    [
                        .. assistance.Personnes.Where(p => p.Invitee && p.Reponse != ReponseInvitation.Absent)
                            .OrderBy(p => p.Organisation, Alphabet.Francais).ThenBy(p => p.Nom ?? "", Alphabet.Francais)
                            .Select(p => new LigneEmargement(p.Nom, p.Fonction, p.Organisation)),
                    ],
                    LignesVidesMin, assistance.EffacementPrevuLe(atelier), now.JourEnFrance()),
                cancellationToken);
            return new("feuille-emargement.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }

        private static string? Horaires(TimeOnly? debut, TimeOnly? fin) => (debut, fin) switch
        {
            (null, _) => null,
            ({ } d, null) => $"à {Mots.Heure(d)}",
            ({ } d, { } f) => $"de {Mots.Heure(d)} à {Mots.Heure(f)}",
        };
    }
}
