using CtgPortal.Application.Acces;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>A line that bears the id of an objective is that one, rewritten; one typed on several lines is as many objectives.</summary>
public static class DefinirObjectifs
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, IReadOnlyList<DefinirObjectifs.Ligne> ObjectifsOperationnels, ArbitrageFiche? Arbitrage = null)
        : IRedactionDeFiche
    {
        public ContenuFiche Saisir(ContenuFiche contenu) => contenu.AvecObjectifs([.. ObjectifsOperationnels.Select(o => (o.Id, new DescriptionObjectif(o.Texte, o.Indicateur)))]);
    }

    /// <param name="Id">Null for a new one.</param>
    /// <param name="Indicateur">One of the fiche; null when nothing measures it.</param>
    public sealed record Ligne(ObjectifId? Id, string Texte, IndicateurFicheId? Indicateur);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ObjectifsOperationnels).Must(o => o.Count <= Objectif.Max).WithMessage($"Au plus {Objectif.Max} objectifs.");
            RuleForEach(c => c.ObjectifsOperationnels).ChildRules(o =>
                o.RuleFor(x => x.Texte).NotEmpty().WithMessage("Écrivez cet objectif, ou retirez la ligne.").MaximumLength(Limites.LongMax));
        }
    }

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, command.Saisir, cancellationToken);
    }
}
