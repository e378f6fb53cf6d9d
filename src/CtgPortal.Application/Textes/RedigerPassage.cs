using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>Saves one article or one part of the text; another article saved meanwhile is no conflict.</summary>
public static class RedigerPassage
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Cle, int Revision, string Titre, string Corps, bool Contractuel)
        : IRequest<int>, IRequeteSurConvention
    {
        internal void EcrireSur(PassageTexte passage, StatutConvention etape, DateTimeOffset now) => passage.Rediger(Titre, Corps, Contractuel, etape, now);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Titre).NotEmpty().WithMessage("Donnez un titre à l’article.")
                .MaximumLength(Passage.TitreLongueurMax).WithMessage("Le titre compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
            RuleFor(c => c.Corps).MaximumLength(Passage.CorpsLongueurMax).WithMessage("Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(command.Convention, cancellationToken);
            var passage = await db.LoadPassageAsync(command.Convention, command.Cle, command.Revision, cancellationToken);

            command.EcrireSur(passage, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return passage.Revision;
        }
    }
}
