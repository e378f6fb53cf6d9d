using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Suivi;

public static class ReleverIndicateur
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IndicateurFicheId Indicateur, DateOnly Date, decimal? Valeur, string? Commentaire, string? Source)
        : IRequest<int>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).NotEmpty().WithMessage("Indiquez la date.");
            RuleFor(c => c.Indicateur).NotEmpty().WithMessage("Choisissez un indicateur.");
            RuleFor(c => c.Valeur).InclusiveBetween(-DefinirIndicateurs.ValeurMax, DefinirIndicateurs.ValeurMax);
            RuleFor(c => c.Commentaire).MaximumLength(Releve.CommentaireLongueurMax);
            RuleFor(c => c.Source).MaximumLength(Releve.SourceLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var suivi = await db.LoadSuiviAsync(command.Convention, command.Fiche, command.Revision, cancellationToken);
            var fiche = await db.FichesAction.SingleAsync(f => f.Id == command.Fiche, cancellationToken);
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);

            suivi.Relever(
                fiche, command.Indicateur, command.Date, command.Valeur, command.Commentaire, command.Source, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return suivi.Revision;
        }
    }
}
