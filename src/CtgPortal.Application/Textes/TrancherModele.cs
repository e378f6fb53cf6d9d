using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes;

/// <summary>Takes over, or not, what a newer version of the model says: one part, or all that is left.</summary>
public static class TrancherModele
{
    /// <param name="Version">The one that the person read.</param>
    /// <param name="Cle">One part; null for all that is left: taking over then leaves alone what the convention adapted.</param>
    /// <param name="Revision">Of the passage as the person saw it; 0 for one that the convention does not have; ignored for all.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, int Version, string? Cle, int Revision, bool Reprendre) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        /// <returns>How many differences are left.</returns>
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var modele = await db.ModelesTexte.LireModeleApplicableAsync(convention.CafCode, cancellationToken);
            if (modele.Version != command.Version)
            {
                throw new ConcurrencyConflictException();
            }

            var texte = await db.LoadTexteAsync(command.Convention, null, cancellationToken);
            var passages = await db.PassagesTexte.Where(p => p.ConventionId == command.Convention).ToListAsync(cancellationToken);
            foreach (var difference in DifferencesModele.Entre(texte, passages, modele.Contenu).Where(d => Concerne(d, command)))
            {
                Trancher(difference, command.Reprendre);
            }

            var reste = DifferencesModele.Entre(texte, passages, modele.Contenu).Count;
            if (reste == 0)
            {
                texte.NoterExamen(modele, now);
            }

            await db.SaveChangesAsync(cancellationToken);
            return reste;

            void Trancher(DifferenceModele difference, bool reprendre)
            {
                var passage = passages.Find(p => p.Cle == difference.Cle);
                var nouveau = modele.Contenu.De(difference.Cle);
                switch (difference.Sort, reprendre)
                {
                    case (SortDuModele.Modifie, true):
                        passage!.Reprendre(nouveau!, modele.Version, convention.Statut, now);
                        break;
                    case (SortDuModele.Nouveau, true):
                        var ajoute = texte.AjouterDuModele(nouveau!, modele.Contenu, convention.Statut, now);
                        passages.Add(ajoute);
                        db.PassagesTexte.Add(ajoute);
                        break;
                    case (SortDuModele.Nouveau, false):
                        texte.Ecarter(nouveau!, modele.Version, convention.Statut, now);
                        break;
                    case (SortDuModele.Retire, true):
                        texte.RetirerArticle(passage!, convention.Statut, now);
                        passages.Remove(passage!);
                        db.PassagesTexte.Remove(passage!);
                        break;
                    default:
                        passage!.Garder(nouveau, modele.Version, convention.Statut, now);
                        break;
                }
            }
        }

        /// <exception cref="ConcurrencyConflictException">The part was written since the person read the difference.</exception>
        private static bool Concerne(DifferenceModele difference, Command command) => command.Cle switch
        {
            null => !(command.Reprendre && difference.Adapte),
            _ when difference.Cle != command.Cle => false,
            _ => difference.Revision == command.Revision ? true : throw new ConcurrencyConflictException(),
        };
    }
}
