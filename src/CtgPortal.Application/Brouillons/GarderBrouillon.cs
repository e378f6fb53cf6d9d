using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Brouillons;

/// <summary>The latest word on one form replaces the one before; nobody else reads it.</summary>
public static class GarderBrouillon
{
    [AutoriseConnecte]
    public sealed record Command(string Formulaire, string Titre, string Contenu) : IRequest<DateTimeOffset>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Formulaire).NotEmpty().MaximumLength(Brouillon.FormulaireLongueurMax)
                .Must(f => f.StartsWith('/') && !f.StartsWith("//", StringComparison.Ordinal)).WithMessage("Ce formulaire n’est pas une page du portail.");
            RuleFor(c => c.Titre).MaximumLength(Brouillon.TitreLongueurMax);
            RuleFor(c => c.Contenu).NotEmpty().MaximumLength(Brouillon.ContenuLongueurMax)
                .WithMessage("Ce brouillon est trop long pour être gardé : enregistrez votre saisie.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, DateTimeOffset>
    {
        public async Task<DateTimeOffset> Handle(Command command, CancellationToken cancellationToken)
        {
            var moi = utilisateur.Id!.Value;
            var brouillon = await db.Brouillons.FindAsync([moi, command.Formulaire], cancellationToken);
            if (brouillon is null)
            {
                var dates = await db.Brouillons.Where(b => b.UtilisateurId == moi).OrderByDescending(b => b.Le).Select(b => b.Le).ToListAsync(cancellationToken);
                if (dates.Count >= Brouillon.Max)
                {
                    var limite = dates[Brouillon.Max - 1];
                    db.Brouillons.RemoveRange(db.Brouillons.Where(b => b.UtilisateurId == moi && b.Le <= limite));
                }

                brouillon = Brouillon.Commencer(moi, command.Formulaire);
                db.Brouillons.Add(brouillon);
            }

            // PostgreSQL stores no zero character, and nobody means one
            brouillon.Garder(command.Titre, command.Contenu.Replace("\0", "", StringComparison.Ordinal), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return brouillon.Le;
        }
    }
}
