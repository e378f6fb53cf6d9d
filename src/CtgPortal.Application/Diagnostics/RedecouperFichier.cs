using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Domain.Imports;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>A person knows better how the file is cut.</summary>
public static class RedecouperFichier
{
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, ImportChiffresId Import, int Revision, char? Separateur, string? Encodage, int? Feuille)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Separateur).Must(s => s is null || Decoupage.Separateurs.Contains(s.Value)).WithMessage("Choisissez un séparateur de la liste.");
            RuleFor(c => c.Encodage).Must(e => e is null || Decoupage.Encodages.Contains(e)).WithMessage("Choisissez un encodage de la liste.");
            RuleFor(c => c.Feuille).InclusiveBetween(0, 255);
        }
    }

    internal sealed class Handler(ICtgDbContext db, IFichiersImportes fichiers, ITableaux tableaux, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var import = await db.LoadAsync(command.Convention, command.Import, command.Revision, cancellationToken);
            var actuel = import.Decoupage ?? throw new NotFoundException("The file has not arrived whole.");
            var decoupage = actuel with
            {
                Separateur = command.Separateur ?? actuel.Separateur,
                Encodage = command.Encodage ?? actuel.Encodage,
                Feuille = command.Feuille ?? actuel.Feuille,
            };
            await using var contenu = fichiers.Ouvrir(import.Id);
            var apercu = await tableaux.ApercevoirAsync(contenu, decoupage, cancellationToken);

            import.Decouper(
                decoupage, apercu.Montrable(), ReconnaissanceColonnes.Proposer(apercu, import.Fichier, clock.GetUtcNow().JourEnFrance().Year));

            await db.SaveChangesAsync(cancellationToken);
            return import.Revision;
        }
    }
}
