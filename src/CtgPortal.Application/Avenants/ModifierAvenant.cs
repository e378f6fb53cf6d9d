using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>What an avenant says, rewritten. Its articles may be proposed again from what changed.</summary>
public static class ModifierAvenant
{
    /// <param name="Articles">Those left empty are taken away.</param>
    /// <param name="Reproposer">The articles are written again by the portal, and those given are dropped.</param>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, AvenantId Avenant, int Revision, IReadOnlyList<NatureAvenant> Natures, string Objet, string? Motifs, DateOnly? NouvelleFin,
        IReadOnlyList<string> Communes, IReadOnlyList<Article> Articles, bool Reproposer) : IRequest<int>, IRequeteSurConvention, IContenuSaisi;

    public sealed record Article(string? Titre, string? Corps);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new ContenuSaisiValidator());
            RuleFor(c => c.Articles).Must(a => a.Count <= ContenuAvenant.ArticlesMax).WithMessage($"Un avenant compte au plus {ContenuAvenant.ArticlesMax} articles.");
            RuleForEach(c => c.Articles).ChildRules(a =>
            {
                a.RuleFor(x => x.Titre).NotEmpty().WithMessage("Donnez un titre à cet article.").When(x => !string.IsNullOrWhiteSpace(x.Corps));
                a.RuleFor(x => x.Corps).NotEmpty().WithMessage("Écrivez cet article, ou videz aussi son titre pour le retirer.").When(x => !string.IsNullOrWhiteSpace(x.Titre));
                a.RuleFor(x => x.Titre).MaximumLength(ArticleAvenant.TitreLongueurMax).WithMessage("Le titre compte au plus {MaxLength} caractères.");
                a.RuleFor(x => x.Corps).MaximumLength(ArticleAvenant.CorpsLongueurMax).WithMessage("Un article compte au plus {MaxLength} caractères.");
            });
        }
    }

    internal sealed class Handler(ICtgDbContext db, AssembleurAvenant assembleur, IReferentiel referentiel, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var avenant = await db.LoadAsync(command.Convention, command.Avenant, command.Revision, cancellationToken);
            var convention = await db.Conventions.SingleAsync(c => c.Id == command.Convention, cancellationToken);
            var contenu = new ContenuAvenant(
                command.Natures, command.Objet, command.Motifs, command.NouvelleFin,
                await referentiel.CommunesSaisiesAsync(command, avenant.Contenu.Communes, cancellationToken), avenant.Contenu.Parties,
                [.. command.Articles.Where(a => !string.IsNullOrWhiteSpace(a.Titre)).Select(a => new ArticleAvenant(a.Titre!, a.Corps!))]);
            if (command.Reproposer)
            {
                contenu = contenu with { Articles = await ProposerAsync(convention, contenu, assembleur, cancellationToken) };
            }

            avenant.Modifier(convention, contenu, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return avenant.Revision;
        }
    }

    private static async Task<IReadOnlyList<ArticleAvenant>> ProposerAsync(
        Convention convention, ContenuAvenant contenu, AssembleurAvenant assembleur, CancellationToken cancellationToken)
    {
        var (signe, actuel) = await assembleur.ComparerAsync(convention.Id, cancellationToken);
        return RedactionAvenant.Proposer(
            contenu, convention.Periode, signe is null ? new([], []) : ChangementsDepuisSignature.Entre(signe, actuel), signe is { Axes.Count: 0 } && actuel.Axes.Count > 0);
    }
}
