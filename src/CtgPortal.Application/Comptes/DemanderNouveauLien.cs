using CtgPortal.Application.Acces;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Comptes;

public static class DemanderNouveauLien
{
    /// <summary>Ends in the same way for an unknown address, a known one, and one that asks too often.</summary>
    [Public]
    public sealed record Command(string Courriel) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Courriel).Adresse();
    }

    internal sealed class Handler(IComptes comptes) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            await comptes.EnvoyerUnLienAsync(command.Courriel.Trim(), cancellationToken);
            return Unit.Value;
        }
    }
}
