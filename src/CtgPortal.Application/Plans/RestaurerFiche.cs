using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>
/// Writes again what a fiche said at one of its revisions: one field, or everything. It is itself a revision; of two people who restore at
/// once, the second is told so and nothing of theirs is written.
/// </summary>
public static class RestaurerFiche
{
    /// <param name="Revision">The present one, as the person was shown.</param>
    /// <param name="Etat">The one to go back to.</param>
    /// <param name="Champ">Code of <see cref="ChampsFiche"/>; null for the whole fiche.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(ConventionId Convention, FicheActionId Fiche, int Revision, int Etat, string? Champ)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.Champ).Must(c => c is null || ChampsFiche.Tous.Any(x => x.Code == c)).WithMessage("Cette rubrique n’existe pas.");
    }

    internal sealed class Handler(ICtgDbContext db, EcritureFiche ecriture) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            await db.VerrouillerAsync(command.Fiche, cancellationToken);
            var fiche = await db.LoadAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var etat = await db.EtatsFiche.FindAsync([command.Fiche, command.Etat], cancellationToken)
                ?? throw new NotFoundException("This state of the fiche is not known.");

            await ecriture.EcrireAsync(
                fiche, command.Champ is { } champ ? ChampsFiche.De(champ).Copier(etat.Contenu, fiche.Contenu) : etat.Contenu, cancellationToken);
            return fiche.Revision;
        }
    }
}
