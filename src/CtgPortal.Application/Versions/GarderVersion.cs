using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Versions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Versions;

/// <summary>Keeps the whole convention as it is now, under a name. What is confidential is left out, as it is of the document.</summary>
public static class GarderVersion
{
    /// <remarks>Alone on its convention: nobody edits while it is being read, and two versions never take one number.</remarks>
    /// <returns>The number of the version.</returns>
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, string Nom, string? Note) : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Nom).NotEmpty().WithMessage("Donnez un nom à cette version : « Après le comité de pilotage du 12 mars », par exemple.");
            RuleFor(c => c.Nom).MaximumLength(VersionNommee.NomLongueurMax);
            RuleFor(c => c.Note).MaximumLength(VersionNommee.NoteLongueurMax);
        }
    }

    internal sealed class Handler(ICtgDbContext db, AssembleurDossier assembleur, IUtilisateurCourant utilisateur, TimeProvider clock)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var version = await db.GarderAsync(assembleur, command, utilisateur.Id, utilisateur.Nom, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return version.Numero;
        }
    }

    internal static async Task<VersionNommee> GarderAsync(
        this ICtgDbContext db, AssembleurDossier assembleur, Command command, UtilisateurId? par, string parNom, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var dossier = await assembleur.AssemblerAsync(command.Convention, version: null, cancellationToken);
        var numero = await db.ProchainNumeroAsync(command.Convention, cancellationToken);
        var contenu = Piece.Deposer(
            command.Convention, NaturePiece.VersionGardee, $"convention-version-gardee-{numero}.json", "application/json", DossierJson.Serialiser(dossier), now);
        var version = VersionNommee.Garder(numero, command.Nom, command.Note, contenu, par, parNom, now);
        db.Pieces.Add(contenu);
        db.Versions.Add(version);
        return version;
    }

    internal static async Task<int> ProchainNumeroAsync(this ICtgDbContext db, ConventionId convention, CancellationToken cancellationToken) =>
        await db.Versions.CountAsync(v => v.ConventionId == convention, cancellationToken) + 1;
}
