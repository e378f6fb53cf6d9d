using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Comptes.Cles;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Signatures;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Signatures.Miennes;

/// <summary>
/// Several texts signed after one confirmation of identity. Each signature is an act of its own, in its own transaction, with its own
/// rules and proof: one that fails leaves the others done, and says why.
/// </summary>
public static class SignerEnLot
{
    public const int DocumentsMax = 50;

    [Autorise(Role.Signataire, Role.Direction, Role.Coordination, Role.Conseiller, Role.Partenaire, Role.Lecteur)]
    public sealed record Command(IReadOnlyList<Choix> Documents, bool Consentement, MoyenIdentite Moyen, string Secret) : IRequest<IReadOnlyList<Issue>>;

    /// <param name="EmpreinteLue">SHA-256 carried by the page.</param>
    public sealed record Choix(ConventionId Convention, LigneSignatureId Ligne, string EmpreinteLue);

    /// <param name="Refus">Why not; null when it is signed.</param>
    public sealed record Issue(ConventionId Convention, LigneSignatureId Ligne, string? Refus);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Documents).NotEmpty().WithMessage("Cochez au moins un document.")
                .Must(d => d.Count <= DocumentsMax).WithMessage($"Signez au plus {DocumentsMax} documents à la fois.");
            RuleFor(c => c.Consentement).Equal(true).WithMessage("Cochez cette phrase pour signer.");
            RuleFor(c => c.Secret).NotEmpty().WithMessage("Saisissez votre mot de passe.").When(c => c.Moyen == MoyenIdentite.MotDePasse);
            RuleFor(c => c.Secret).ReponseDeCle().When(c => c.Moyen == MoyenIdentite.CleAcces);
        }
    }

    internal sealed class Handler(IMediator mediator, ICtgDbContext db, ICtgReadContext read) : IRequestHandler<Command, IReadOnlyList<Issue>>
    {
        public async Task<IReadOnlyList<Issue>> Handle(Command command, CancellationToken cancellationToken)
        {
            var documents = command.Documents.DistinctBy(d => d.Ligne).ToList();
            var lus = await ListerMesSignatures.LusAsync(read, [.. documents.Select(d => d.Ligne)], cancellationToken);
            var issues = new List<Issue>();
            foreach (var document in documents)
            {
                if (!lus.ContainsKey(document.Ligne.Value))
                {
                    issues.Add(new(document.Convention, document.Ligne, "Ouvrez ce document avant de le signer."));
                    continue;
                }

                // what a refused one left behind is not saved with the next
                db.Oublier();
                try
                {
                    await mediator.Send(
                        new SignerConvention.Command(document.Convention, document.Ligne, document.EmpreinteLue, command.Consentement, command.Moyen, command.Secret), cancellationToken);
                    issues.Add(new(document.Convention, document.Ligne, null));
                }
                catch (BusinessRuleException refus)
                {
                    issues.Add(new(document.Convention, document.Ligne, string.Join(" ", refus.Obstacles.Select(o => o.Message))));
                }
                catch (Exception refus) when (refus is AccesRefuseException or ConcurrencyConflictException)
                {
                    issues.Add(new(document.Convention, document.Ligne, refus.Message));
                }
                catch (NotFoundException)
                {
                    issues.Add(new(document.Convention, document.Ligne, "Ce document n’est plus à signer."));
                }
                catch (ValidationException refus) when (issues.Exists(i => i.Refus is null))
                {
                    // signed ones stay signed: whoever sees the identity refused meanwhile is told for which
                    issues.Add(new(document.Convention, document.Ligne, string.Join(" ", refus.Errors.Select(e => e.ErrorMessage))));
                }
            }

            return issues;
        }
    }
}
