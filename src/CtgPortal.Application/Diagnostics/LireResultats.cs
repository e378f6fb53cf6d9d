using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Counts a file of results and puts the counts aside; the file itself is forgotten at once.</summary>
public static class LireResultats
{
    public const int TailleMax = 20 * 1024 * 1024;

    private const int NomLongueurMax = 150;

    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(ConventionId Convention, EnqueteId Enquete, int Revision, FormeResultats? Forme, string NomFichier, byte[] Fichier)
        : IRequest<int>, IRequeteSurConvention;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Forme).NotNull().WithMessage("Dites ce que contient le fichier.").IsInEnum();
            RuleFor(c => c.Fichier)
                .Must(f => f.Length > 0).WithMessage("Joignez le fichier des résultats.")
                .Must(f => f.Length <= TailleMax).WithMessage($"Le fichier dépasse {TailleMax / 1024 / 1024} Mo.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var enquete = await db.LoadAsync(command.Convention, command.Enquete, command.Revision, cancellationToken);
            var etat = await db.EtatDiagnosticAsync(command.Convention, cancellationToken);
            var csv = LecteurCsv.Ouvrir(command.Fichier) ?? throw new ValidationException([new ValidationFailure(
                nameof(Command.Fichier), "Ce fichier n’est pas un CSV. Depuis un tableur, enregistrez-le au format « CSV (séparateur : point-virgule) ».")]);
            var nom = Path.GetFileName(command.NomFichier.Replace('\\', '/').Replace("\0", "", StringComparison.Ordinal));
            var tableau = new TableauLu(nom.Length <= NomLongueurMax ? nom : nom[^NomLongueurMax..], csv.Format, csv.Entetes, csv.Lignes);

            enquete.Lire(
                command.Forme == FormeResultats.Reponses ? Depouillement.DesReponses(tableau) : Depouillement.DesEffectifs(tableau), etat, clock.GetUtcNow());

            await db.SaveChangesAsync(cancellationToken);
            return enquete.Revision;
        }
    }
}
