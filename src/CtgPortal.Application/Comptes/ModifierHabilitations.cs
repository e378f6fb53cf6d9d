using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class ModifierHabilitations
{
    public const int NombreMax = 50;

    /// <param name="Version">As read by <see cref="ConsulterUtilisateur"/>.</param>
    [Autorise(Role.Administrateur)]
    public sealed record Command(UtilisateurId Id, string Version, IReadOnlyList<Habilitation> Habilitations) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Habilitations.Count).LessThanOrEqualTo(NombreMax).WithName("Habilitations");
            RuleForEach(c => c.Habilitations).ChildRules(h =>
            {
                h.RuleFor(x => x.Role).IsInEnum();
                h.RuleFor(x => x.Portee).IsInEnum();
                h.RuleFor(x => x.Code).NotEmpty().When(x => x.Portee != Portee.Nationale).WithMessage("Précisez le périmètre.");
                h.RuleFor(x => x.Code).MaximumLength(Habilitation.CodeLongueurMax);
            });
        }
    }

    internal sealed class Handler(IComptes comptes, IPerimetres perimetres) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var droits = await perimetres.SituerToutesAsync(command.Habilitations, cancellationToken);
            await comptes.HabiliterAsync(
                command.Id, command.Version,
                [.. droits.Select(d => new Habilitation(d.Role, d.Perimetre.Portee, d.Perimetre.Code)).Distinct()], cancellationToken);
            return Unit.Value;
        }
    }
}
