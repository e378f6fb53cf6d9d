using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Plans;

/// <summary>The pages of a fiche with what one of its forms holds, before anything is saved.</summary>
public static class ConsulterApercuFiche
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination, Role.Partenaire)]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche, IRedactionDeFiche Saisie) : IRequest<ImageDApercu>, IRequeteSurFiche;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator(
            IValidator<RedigerFiche.Command> rubriques, IValidator<DefinirObjectifs.Command> objectifs, IValidator<DefinirOperations.Command> operations,
            IValidator<DefinirFinancements.Command> financements, IValidator<DefinirIndicateurs.Command> indicateurs) =>
            RuleFor(q => q.Saisie).SetInheritanceValidator(v => v.Add(rubriques).Add(objectifs).Add(operations).Add(financements).Add(indicateurs));
    }

    internal sealed class Handler(
        AssembleurApercu assembleur, IApercuDocument apercu, IDroits droits, IUtilisateurCourant utilisateur) : IRequestHandler<Query, ImageDApercu>
    {
        public async Task<ImageDApercu> Handle(Query query, CancellationToken cancellationToken)
        {
            var estPilote = await droits.PiloteAsync(query.Convention, query.Fiche, cancellationToken);
            if (!DroitsPlan.PeutRediger(await droits.RolesSurAsync(query.Convention, cancellationToken), estPilote))
            {
                throw new AccesRefuseException("Votre rôle ne permet pas de modifier cette fiche.");
            }

            return await apercu.DessinerAsync(
                await assembleur.FicheAsync(query.Convention, query.Fiche, query.Saisie, cancellationToken), utilisateur.Id!.Value, cancellationToken);
        }
    }
}

/// <summary>The pages of a fiche as it is saved.</summary>
public static class ExporterApercuFiche
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, FicheActionId Fiche) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(AssembleurApercu assembleur, IApercuDocument apercu) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var contenu = await apercu.ComposerAsync(await assembleur.FicheAsync(query.Convention, query.Fiche, null, cancellationToken), cancellationToken);
            return new("fiche-apercu.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
