using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Ateliers;

/// <summary>Invites people, or notes those met at the door. Additions contradict nobody: they carry no revision.</summary>
public static class InscrirePersonnes
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, IReadOnlyList<Saisie> Personnes, bool Presentes)
        : IRequest<IReadOnlyList<PersonneAtelierId>>, IRequeteSurConvention;

    public sealed record Saisie(string? Nom, string? Fonction, string? Organisation, string? Courriel);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Personnes).NotEmpty().WithMessage("Ajoutez au moins une personne ou une organisation.");
            RuleForEach(c => c.Personnes).ChildRules(p =>
            {
                p.RuleFor(x => x.Organisation).NotEmpty().WithMessage(x => $"Nommez l’organisation{(string.IsNullOrWhiteSpace(x.Nom) ? "" : $" de {x.Nom}")}, ou écrivez « Habitants ».")
                    .MaximumLength(Contribution.OrganisationLongueurMax);
                p.RuleFor(x => x.Nom).MaximumLength(IdentitePersonne.NomLongueurMax);
                p.RuleFor(x => x.Fonction).MaximumLength(IdentitePersonne.FonctionLongueurMax);
                p.RuleFor(x => x.Courriel).MaximumLength(IdentitePersonne.CourrielLongueurMax)
                    .Must(c => string.IsNullOrWhiteSpace(c) || System.Net.Mail.MailAddress.TryCreate(c.Trim(), out var a) && a.Address == c.Trim())
                    .WithMessage(x => $"« {x.Courriel} » n’est pas une adresse de courriel.");
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<PersonneAtelierId>>
    {
        public async Task<IReadOnlyList<PersonneAtelierId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (atelier, assistance, etapes) = await db.LoadAssistanceAsync(command.Convention, command.Atelier, clock.GetUtcNow(), cancellationToken);

            var ids = assistance.Inscrire(
                atelier, [.. command.Personnes.Select(p => new IdentitePersonne(p.Nom, p.Fonction, p.Organisation!, p.Courriel))],
                command.Presentes, etapes, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return ids;
        }
    }
}
