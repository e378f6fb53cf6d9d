using CtgPortal.Application.Acces;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class DefinirMotDePasse
{
    /// <summary>By a link received by mail; the person is then signed in.</summary>
    [Public]
    public sealed record Command(Guid Utilisateur, string Jeton, string MotDePasse, string Confirmation) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.MotDePasse).NouveauMotDePasse();
            RuleFor(c => c.Confirmation).Equal(c => c.MotDePasse).WithMessage("Les deux saisies diffèrent.");
        }
    }

    internal sealed class Handler(IComptes comptes, ISessionNavigateur session) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var lien = new LienMotDePasse(command.Utilisateur, command.Jeton);
            SaisieMotDePasse.Exiger(command.MotDePasse, await comptes.CourrielDuLienAsync(lien, cancellationToken));

            var utilisateur = await comptes.DefinirMotDePasseAsync(lien, command.MotDePasse, cancellationToken);
            await session.OuvrirAsync(utilisateur, cancellationToken);
            return Unit.Value;
        }
    }
}
