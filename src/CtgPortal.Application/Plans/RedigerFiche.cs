using System.Linq.Expressions;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Plans;

/// <summary>Rewrites some sections of a fiche. The partner who pilots it writes everything but what the Caf and the coordination decide.</summary>
public static class RedigerFiche
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Command(
        ConventionId Convention, FicheActionId Fiche, int Revision, SectionsFiche Sections, ArbitrageFiche? Arbitrage = null)
        : IRedactionDeFiche
    {
        public ContenuFiche Saisir(ContenuFiche contenu) => contenu.Avec(Sections);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        private readonly ICtgReadContext _db;

        public Validator(ICtgReadContext db)
        {
            _db = db;
            When(c => c.Sections.Identite is not null, () =>
            {
                RuleFor(c => c.Sections.Identite!.Intitule).NotEmpty().WithMessage("Donnez un intitulé.").MaximumLength(IdentiteFiche.IntituleLongueurMax)
                    .OverridePropertyName(nameof(IdentiteFiche.Intitule));
                RuleForEach(c => c.Sections.Identite!.Champs).MaximumLength(IdentiteFiche.ChampLongueurMax).OverridePropertyName(nameof(IdentiteFiche.Champs));
                RuleFor(c => c.Sections.Identite!.Priorite).IsInEnum().OverridePropertyName(nameof(IdentiteFiche.Priorite));
            });
            When(c => c.Sections.Pourquoi is not null, () =>
            {
                Texte(c => c.Sections.Pourquoi!.Constat, Limites.LongMax);
                Texte(c => c.Sections.Pourquoi!.Enjeu, Limites.LongMax);
                Texte(c => c.Sections.Pourquoi!.LienSchemas, Limites.LongMax);
                RuleFor(c => c.Sections.Pourquoi!.Schemas).Must(s => s.Count <= PourquoiFiche.SchemasMax).OverridePropertyName(nameof(PourquoiFiche.Schemas))
                    .WithMessage($"Choisissez au plus {PourquoiFiche.SchemasMax} schémas.");
                RuleForEach(c => c.Sections.Pourquoi!.Schemas).MaximumLength(PourquoiFiche.SchemaLongueurMax).OverridePropertyName(nameof(PourquoiFiche.Schemas));
            });
            When(c => c.Sections.Quoi is not null, () =>
            {
                Texte(c => c.Sections.Quoi!.ObjectifGeneral, Limites.LongMax);
                Texte(c => c.Sections.Quoi!.Descriptif, Limites.LongMax);
                Texte(c => c.Sections.Quoi!.Livrables, Limites.LongMax);
                RuleFor(c => c.Sections.Quoi!.Nature).IsInEnum().OverridePropertyName(nameof(QuoiFiche.Nature));
            });
            When(c => c.Sections.PourQui is not null, () =>
            {
                Texte(c => c.Sections.PourQui!.Publics, Limites.LongMax);
                Texte(c => c.Sections.PourQui!.Secteur, Limites.CourtMax);
                RuleFor(c => c.Sections.PourQui!.NombreVise).InclusiveBetween(0, PourQuiFiche.NombreMax).OverridePropertyName(nameof(PourQuiFiche.NombreVise));
                RuleFor(c => c.Sections.PourQui!.Communes).MustAsync(SontDuPerimetreAsync).OverridePropertyName(nameof(PourQuiFiche.Communes))
                    .WithMessage("Une de ces communes n’est pas dans le périmètre de la convention.");
            });
            When(c => c.Sections.Qui is not null, () =>
            {
                Texte(c => c.Sections.Qui!.PiloteStructure, Limites.CourtMax);
                Texte(c => c.Sections.Qui!.PilotePersonne, Limites.CourtMax);
                Texte(c => c.Sections.Qui!.CopiloteCaf, Limites.CourtMax);
                Texte(c => c.Sections.Qui!.EluReferent, Limites.CourtMax);
                Texte(c => c.Sections.Qui!.Service, Limites.CourtMax);
                Texte(c => c.Sections.Qui!.Partenaires, Limites.LongMax);
                Texte(c => c.Sections.Qui!.Instance, Limites.CourtMax);
            });
            When(c => c.Sections.Quand is not null, () =>
            {
                Texte(c => c.Sections.Quand!.Calendrier, Limites.LongMax);
            });
            When(c => c.Sections.Moyens is not null, () =>
            {
                Texte(c => c.Sections.Moyens!.MoyensHumains, Limites.LongMax);
                Texte(c => c.Sections.Moyens!.MoyensTechniques, Limites.LongMax);
                RuleFor(c => c.Sections.Moyens!.Etp).InclusiveBetween(0, MoyensFiche.EtpMax).OverridePropertyName(nameof(MoyensFiche.Etp));
                RuleFor(c => c.Sections.Moyens!.CoutPrevisionnel).InclusiveBetween(0, Financement.MontantMax).OverridePropertyName(nameof(MoyensFiche.CoutPrevisionnel));
            });
            When(c => c.Sections.Resultats is not null, () =>
            {
                Texte(c => c.Sections.Resultats!.ResultatsAttendus, Limites.LongMax);
                Texte(c => c.Sections.Resultats!.ModalitesEvaluation, Limites.LongMax);
                RuleFor(c => c.Sections.Resultats!.Participation).IsInEnum().OverridePropertyName(nameof(ResultatsFiche.Participation));
            });
        }

        /// <summary>The message is named after the field alone, as forms post it.</summary>
        private void Texte(Expression<Func<Command, string?>> champ, int longueurMax) =>
            RuleFor(champ).MaximumLength(longueurMax).OverridePropertyName(((MemberExpression)champ.Body).Member.Name);

        private async Task<bool> SontDuPerimetreAsync(Command command, IReadOnlyList<string> communes, CancellationToken cancellationToken) =>
            communes.Count == 0
            || await _db.Conventions.Where(c => c.Id == command.Convention).SelectMany(c => c.Perimetre)
                .CountAsync(p => communes.Contains(p.Code), cancellationToken) == communes.Distinct().Count();
    }

    internal sealed class Handler(EcritureFiche ecriture) : IRequestHandler<Command, EnregistrementFiche>
    {
        public Task<EnregistrementFiche> Handle(Command command, CancellationToken cancellationToken) => ecriture.EnregistrerAsync(
            command.Convention, command.Fiche, command.Revision, command.Arbitrage, command.Saisir, cancellationToken);
    }
}
