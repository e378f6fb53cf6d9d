using CtgPortal.Application.Acces;
using CtgPortal.Application.Signatures.Miennes;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Comptes.Cles;

/// <summary>
/// The challenge by which a person confirms who they are when they sign: made for these texts, and good for no other. Asking for it signs
/// nothing and gives no right; whether the person may sign is decided when they do.
/// </summary>
public static class DefierPourSigner
{
    /// <param name="Consentement">Ticked before the device is asked for: nobody confirms what they have not agreed to.</param>
    [AutoriseConnecte]
    public sealed record Command(IReadOnlyList<TexteASigner> Textes, bool Consentement) : IRequest<DefiLance>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Textes).NotEmpty().WithMessage("Cochez au moins un document.")
                .Must(t => t.Count <= SignerEnLot.DocumentsMax).WithMessage($"Signez au plus {SignerEnLot.DocumentsMax} documents à la fois.");
            RuleFor(c => c.Consentement).Equal(true).WithMessage("Cochez cette phrase pour signer.");
        }
    }

    internal sealed class Handler(IClesAcces cles, IUtilisateurCourant utilisateur) : IRequestHandler<Command, DefiLance>
    {
        public Task<DefiLance> Handle(Command command, CancellationToken cancellationToken) =>
            cles.DefierPourSignerAsync(utilisateur.Id!.Value, [.. command.Textes.Distinct()], cancellationToken);
    }
}
