using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Presences;

/// <summary>« I am still on this fiche », or « I leave it »; the answer tells who else is there, and whether somebody saved meanwhile.</summary>
public static class SignalerPresence
{
    /// <param name="Section">The one whose form is open; null when the whole is read, and on an article.</param>
    /// <param name="Ecrit">Something is typed there and not saved.</param>
    /// <param name="Part">The page closes.</param>
    /// <param name="Revision">The one that the page shows; null to ask nothing.</param>
    [AutoriseConnecte]
    [SigneDeVie]
    public sealed record Command(ConventionId Convention, CiblePresence Cible, SectionDeFiche? Section, bool Ecrit, bool Part, int? Revision)
        : IRequest<Reponse>, IRequeteSurConvention;

    /// <param name="Autres">Without the person.</param>
    /// <param name="Enregistre">The last save, when the page shows an older revision.</param>
    public sealed record Reponse(IReadOnlyList<Present> Autres, int Revision, DernierEnregistrement? Enregistre);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Cible.Cle).NotEmpty().MaximumLength(Presence.CleLongueurMax);
            RuleFor(c => c.Section).IsInEnum();
            RuleFor(c => c.Section).Null().When(c => c.Cible.Fiche is null);
        }
    }

    internal sealed class Handler(ICtgReadContext db, IPresences presences, LecturePresences lecture, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, Reponse>
    {
        public async Task<Reponse> Handle(Command command, CancellationToken cancellationToken)
        {
            var (moi, now) = (utilisateur.Id!.Value, clock.GetUtcNow());
            var enregistre = await LireDernierAsync(command, cancellationToken);
            if (command.Part)
            {
                await presences.OublierAsync(command.Convention, command.Cible, command.Section, moi, cancellationToken);
                return new([], enregistre.Revision, null);
            }

            await presences.NoterAsync(
                command.Convention, command.Cible, command.Section, moi, utilisateur.Nom, command.Ecrit, now, now - Presence.Duree, cancellationToken);
            return new(
                await lecture.LireAsync(command.Convention, command.Cible, cancellationToken),
                enregistre.Revision,
                enregistre.Revision > command.Revision ? enregistre : null);
        }

        /// <exception cref="NotFoundException">It does not exist, or not for this person.</exception>
        private async Task<DernierEnregistrement> LireDernierAsync(Command command, CancellationToken cancellationToken)
        {
            var moi = utilisateur.Id;
            if (command.Cible.Fiche is { } fiche)
            {
                var lue = await db.FichesAction.Where(f => f.Id == fiche && f.ConventionId == command.Convention)
                    .Select(f => new
                    {
                        f.Revision,
                        Etat = db.EtatsFiche.Where(e => e.FicheActionId == f.Id && e.Revision == f.Revision).Select(e => new { e.Par, e.ParNom, e.Le }).FirstOrDefault(),
                    })
                    .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No such fiche, or not for this person.");
                return new(lue.Revision, string.IsNullOrEmpty(lue.Etat?.ParNom) ? null : lue.Etat.ParNom, lue.Etat?.Par is { } par && par == moi, lue.Etat?.Le);
            }

            var passage = await db.PassagesTexte.Where(p => p.ConventionId == command.Convention && p.Cle == command.Cible.Cle)
                .Select(p => new { p.Revision }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("No such part of the text.");

            // the journal is asked only when there is something to tell
            var dernier = passage.Revision > command.Revision && !command.Part
                ? await presences.DernierSurPassageAsync(command.Convention, command.Cible.Cle, cancellationToken)
                : null;
            return new(passage.Revision, dernier?.Nom, dernier?.Par is { } qui && qui == moi, dernier?.Le);
        }
    }
}
