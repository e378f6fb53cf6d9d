using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

public static class DefinirAgenda
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, int Revision, IReadOnlyList<Etape> Etapes)
        : IRequest<int>, IRequeteSurConvention;

    public sealed record Etape(EtapeAgendaId? Id, string? Intitule, int? Duree, string? Animateur, string? Note);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Etapes).Must(e => e.Count <= EtapeAgenda.EtapesMax)
                .WithMessage($"L’ordre du jour compte au plus {EtapeAgenda.EtapesMax} étapes.");
            RuleForEach(c => c.Etapes).ChildRules(e =>
            {
                e.RuleFor(x => x.Intitule).NotEmpty().WithMessage("Dites ce qui se passe à cette étape.").MaximumLength(EtapeAgenda.IntituleLongueurMax);
                e.RuleFor(x => x.Duree).NotNull().WithMessage("Donnez une durée en minutes.").InclusiveBetween(1, EtapeAgenda.DureeMax);
                e.RuleFor(x => x.Animateur).MaximumLength(DescriptionAtelier.CourtLongueurMax);
                e.RuleFor(x => x.Note).MaximumLength(EtapeAgenda.NoteLongueurMax);
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var atelier = await db.LoadAsync(command.Convention, command.Atelier, command.Revision, cancellationToken);
            var etapes = await db.EtapesAsync(atelier, command.Convention, cancellationToken);

            atelier.DefinirAgenda(
                [.. command.Etapes.Select(e => new SaisieEtape(e.Id, e.Intitule!, e.Duree!.Value, e.Animateur, e.Note))], etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return atelier.Revision;
        }
    }
}
