using System.Security.Cryptography;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Textes;

/// <summary>The pages of one part of the text with what its form holds, before anything is saved.</summary>
public static class ConsulterApercuPassage
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Query(ConventionId Convention, RedigerPassage.Command Saisie) : IRequest<ImageDApercu>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator(IValidator<RedigerPassage.Command> saisie) => RuleFor(q => q.Saisie).SetValidator(saisie);
    }

    internal sealed class Handler(AssembleurApercu assembleur, IApercuDocument apercu, IUtilisateurCourant utilisateur) : IRequestHandler<Query, ImageDApercu>
    {
        public async Task<ImageDApercu> Handle(Query query, CancellationToken cancellationToken) => await apercu.DessinerAsync(
            await assembleur.PassageAsync(query.Convention, query.Saisie.Cle, query.Saisie, cancellationToken), utilisateur.Id!.Value, cancellationToken);
    }
}

/// <summary>The pages of one part of the text as it is saved.</summary>
public static class ExporterApercuPassage
{
    [AutoriseConnecte]
    public sealed record Query(ConventionId Convention, string Cle) : IRequest<Fichier>, IRequeteSurConvention;

    internal sealed class Handler(AssembleurApercu assembleur, IApercuDocument apercu) : IRequestHandler<Query, Fichier>
    {
        public async Task<Fichier> Handle(Query query, CancellationToken cancellationToken)
        {
            var contenu = await apercu.ComposerAsync(await assembleur.PassageAsync(query.Convention, query.Cle, null, cancellationToken), cancellationToken);
            return new("texte-apercu.pdf", "application/pdf", contenu, Convert.ToHexStringLower(SHA256.HashData(contenu)));
        }
    }
}
