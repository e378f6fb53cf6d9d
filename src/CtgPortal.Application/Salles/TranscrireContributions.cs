using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Ateliers;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Salles;

/// <summary>Copies a pile of paper cards, one per line. Sent twice, the same pile is copied once.</summary>
public static class TranscrireContributions
{
    public const int LignesMax = 200;

    /// <param name="Pile">Given by the form, so that a retry is the same pile.</param>
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AtelierId Atelier, Guid Pile, NatureContribution? Nature, string? Textes)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nature).NotNull().WithMessage("Choisissez une nature.").IsInEnum();
            RuleFor(c => c.Textes)
                .Must(t => Lignes(t).Count > 0).WithMessage("Écrivez une contribution par ligne.")
                .Must(t => Lignes(t).Count <= LignesMax).WithMessage($"Recopiez au plus {LignesMax} contributions à la fois.")
                .Must(t => Lignes(t).All(l => l.Length <= Contribution.TexteLongueurMax)).WithMessage($"Une ligne dépasse {Contribution.TexteLongueurMax} caractères.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var (salle, atelier) = await db.SeulSurLaSalleAsync(command.Convention, command.Atelier, revision: null, cancellationToken);
            var textes = Lignes(command.Textes);
            var premiere = IdDe(command.Pile, 0);
            if (await db.Contributions.AnyAsync(c => c.Id == premiere, cancellationToken))
            {
                return textes.Count;
            }

            var deja = await db.RecuesAsync(command.Atelier, participant: null, cancellationToken);
            for (var i = 0; i < textes.Count; i++)
            {
                db.Contributions.Add(Contribution.Transcrire(
                    IdDe(command.Pile, i), salle, atelier, command.Nature!.Value, textes[i],
                    new(deja.DeLAtelier + i, deja.DernierRang + i), clock.GetUtcNow()));
            }

            salle.NoterPile(textes.Count, atelier, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return textes.Count;
        }
    }

    private static IReadOnlyList<string> Lignes(string? textes) =>
        [.. (textes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static ContributionId IdDe(Guid pile, int rang) =>
        new(new Guid(SHA256.HashData([.. pile.ToByteArray(), .. BitConverter.GetBytes(rang)]).AsSpan(0, 16)));
}
