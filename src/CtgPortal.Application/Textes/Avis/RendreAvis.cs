using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Textes.Avis;

/// <summary>A partner answers, through the personal link or signed in with the address that was written to.</summary>
public static class RendreAvis
{
    /// <param name="Jeton">Of the link; null for somebody signed in.</param>
    [Public]
    public sealed record Command(AvisPartenaireId Avis, string? Jeton, SensAvis? Sens, string? Texte) : IRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Sens).NotNull().WithMessage("Choisissez le sens de votre avis.").IsInEnum();
            RuleFor(c => c.Texte).MaximumLength(AvisPartenaire.TexteLongueurMax).WithMessage("Ce texte compte au plus {MaxLength} caractères ; celui-ci en a {TotalLength}.");
            RuleFor(c => c.Texte).NotEmpty().When(c => c.Sens is SensAvis.AvecRemarques or SensAvis.Defavorable)
                .WithMessage("Écrivez vos remarques : elles diront aux rédacteurs ce qu’il faut revoir.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, ICtgReadContext read, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            // the link, or the address of the account, is the right
            var lu = await read.LireAvisPersonnelAsync(command.Avis, command.Jeton, cancellationToken)
                ?? throw new NotFoundException("This personal link opens nothing.");
            return await db.SousVerrouAsync(lu.Avis.ConventionId, exclusif: false, () => RendreAsync(command, lu.Avis.ConventionId, cancellationToken), cancellationToken);
        }

        private async Task<Unit> RendreAsync(Command command, ConventionId convention, CancellationToken cancellationToken)
        {
            var etape = await db.EtapeAsync(convention, cancellationToken);
            var avis = await db.LoadAsync(convention, command.Avis, null, cancellationToken);

            avis.Rendre(command.Sens!.Value, command.Texte, etape, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>What the personal link shows. Reading uses nothing up: mail scanners open links.</summary>
public static class ConsulterAvis
{
    [Public]
    public sealed record Query(AvisPartenaireId Avis, string? Jeton) : IRequest<Dossier?>;

    public sealed record Dossier(
        string Intitule, IReadOnlyList<string> Territoires, string Structure, DateOnly Echeance, DateTimeOffset DemandeLe, EtatAvis Etat, SensAvis? Sens,
        string? Texte, DateTimeOffset? RenduLe, IReadOnlyList<Obstacle> Obstacles);

    internal sealed class Handler(ICtgReadContext db, TimeProvider clock) : IRequestHandler<Query, Dossier?>
    {
        public async Task<Dossier?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.LireAvisPersonnelAsync(query.Avis, query.Jeton, cancellationToken) is { Avis: var avis } lu
                ? new(
                    lu.Intitule, lu.Territoires, avis.Structure, avis.Echeance, avis.DemandeLe, avis.Etat(clock.GetUtcNow().JourEnFrance()), avis.Sens, avis.Texte,
                    avis.RenduLe, AvisPartenaire.ObstaclesALaReponse(lu.Etape))
                : null;
    }
}

/// <summary>The text that the partner is asked about, as PDF: the bytes that were kept.</summary>
public static class ExporterTexteSoumis
{
    [Public]
    public sealed record Query(AvisPartenaireId Avis, string? Jeton) : IRequest<Fichier?>;

    internal sealed class Handler(ICtgReadContext db) : IRequestHandler<Query, Fichier?>
    {
        public async Task<Fichier?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.LireAvisPersonnelAsync(query.Avis, query.Jeton, cancellationToken) is { } lu
                ? await db.LireTexteSoumisAsync(lu.Avis, cancellationToken)
                : null;
    }
}
