using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>A party that joins the convention by the avenant, with who signs for it.</summary>
public static class AjouterPartieEntrante
{
    /// <param name="Courriel">Needed only to sign in the portal.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, AvenantId Avenant, int Revision, TypePartie Type, string Nom, string? Civilite, string SignatairePrenom, string SignataireNom,
        string SignataireQualite, string? Courriel) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez le nom de la partie.")
                .MaximumLength(Partie.NomLongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Civilite).MaximumLength(20).WithMessage("La civilité compte au plus {MaxLength} caractères.");
            RuleFor(c => c.SignatairePrenom).NotEmpty().WithMessage("Donnez le prénom de la personne qui signera.")
                .MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le prénom compte au plus {MaxLength} caractères.");
            RuleFor(c => c.SignataireNom).NotEmpty().WithMessage("Donnez le nom de la personne qui signera.")
                .MaximumLength(IdentiteSignataire.NomLongueurMax).WithMessage("Le nom compte au plus {MaxLength} caractères.");
            RuleFor(c => c.SignataireQualite).NotEmpty().WithMessage("Dites en quelle qualité cette personne signe.")
                .MaximumLength(IdentiteSignataire.QualiteLongueurMax).WithMessage("La qualité compte au plus {MaxLength} caractères.");
            RuleFor(c => c.Courriel).EmailAddress().WithMessage("Cette adresse électronique n’a pas la forme nom@domaine.fr.")
                .MaximumLength(IdentiteSignataire.CourrielLongueurMax).WithMessage("L’adresse compte au plus {MaxLength} caractères.")
                .When(c => !string.IsNullOrWhiteSpace(c.Courriel));
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var avenant = await db.LoadAsync(command.Convention, command.Avenant, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var contenu = avenant.Contenu;

            avenant.Modifier(
                convention,
                contenu with
                {
                    Natures = [.. contenu.Natures, NatureAvenant.AjouterParties],
                    Parties =
                    [
                        .. contenu.Parties,
                        new(command.Type, command.Nom, null, [new(command.Civilite, command.SignatairePrenom, command.SignataireNom, command.SignataireQualite, null, command.Courriel)]),
                    ],
                },
                clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return avenant.Revision;
        }
    }
}

public static class RetirerPartieEntrante
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, AvenantId Avenant, int Revision, string Nom) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var avenant = await db.LoadAsync(command.Convention, command.Avenant, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var now = clock.GetUtcNow();
            var sortie = avenant.Contenu.Parties.FirstOrDefault(p => p.Nom == command.Nom) ?? throw new NotFoundException("No such party.");

            avenant.Modifier(convention, avenant.Contenu with { Parties = [.. avenant.Contenu.Parties.Where(p => p != sortie)] }, now);
            if (await db.LoadDeliberationAsync(command.Convention, sortie.Id, avenant.Id, revision: null, cancellationToken) is { } acte)
            {
                acte.Retirer(convention.Statut, sortie.Nom, now, avenant.Statut);
                db.Deliberations.Remove(acte);
            }

            await db.SaveChangesAsync(cancellationToken);
            return avenant.Revision;
        }
    }
}
