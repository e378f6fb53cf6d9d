using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Reprises;
using FluentValidation;
using MediatR;

namespace CtgPortal.Application.Reprises;

/// <summary>A convention signed elsewhere enters the portal with its signed file, its signers and its former avenants: all of it, or nothing.</summary>
public static class ReprendreConvention
{
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Command(
        string Caf, IReadOnlyList<OuvrirConvention.Titulaire> Titulaires, IReadOnlyList<string>? Communes, string Intitule, DateOnly? Debut, DateOnly? Fin, int? Generation,
        IReadOnlyList<string> Champs, string? Remplace, FichierSaisi? Texte, IReadOnlyList<SignataireSaisi> Signataires, IReadOnlyList<AvenantSaisi> Avenants)
        : IRequest<ConventionId>, IOuvertureSaisie, IRepriseSaisie;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new OuvertureSaisieValidator());
            Include(new RepriseSaisieValidator());
            RuleFor(c => c.Debut).NotNull().WithMessage("Dites à partir de quel jour la convention s’applique.");
            RuleFor(c => c.Fin).NotNull().WithMessage("Dites jusqu’à quel jour la convention s’applique.");
            RuleFor(c => c.Texte).NotNull().WithMessage("Déposez le PDF de la convention signée.");
        }
    }

    internal sealed class Handler(
        ICtgDbContext db, IReferentiel referentiel, IVerificationPdf verification, IUtilisateurCourant utilisateur, TimeProvider clock) : IRequestHandler<Command, ConventionId>
    {
        public async Task<ConventionId> Handle(Command command, CancellationToken cancellationToken)
        {
            ReglesOuverture.Exiger(utilisateur.Habilitations, command.Caf);
            var ouverture = await referentiel.ResoudreAsync(command, cancellationToken);
            var now = clock.GetUtcNow();
            var signataires = command.Signataires.Situer(ouverture.Caf.Nom, ouverture.Titulaires);
            var convention = Convention.ReprendreSignee(ouverture, signataires, now);
            var (fichier, piece) = verification.Recevoir(convention.Id, command.Texte!, NomsOriginaux.Convention, now);
            List<Piece> pieces = [piece];
            List<AncienAvenant> avenants = [];
            foreach (var saisi in command.Avenants)
            {
                var recu = saisi.Fichier is null ? default : verification.Recevoir(convention.Id, saisi.Fichier, NomsOriginaux.Avenant(saisi.Numero!.Value), now);
                avenants.Add(new(saisi.Numero!.Value, saisi.SigneLe!.Value, saisi.Objet, recu.Fichier));
                pieces.AddRange(recu.Piece is null ? [] : [recu.Piece]);
            }

            db.Conventions.Add(convention);
            db.Diagnostics.Add(Diagnostic.Commencer(convention.Id, now));
            db.Plans.Add(Plan.Commencer(convention.Id, now));
            db.Pieces.AddRange(pieces);
            db.Originaux.Add(OriginalSigne.Deposer(convention, fichier, signataires, avenants, now));
            await db.SaveChangesAsync(cancellationToken);
            return convention.Id;
        }
    }
}

/// <summary>What a file signed elsewhere is called here, without its extension.</summary>
internal static class NomsOriginaux
{
    public const string Convention = "convention-signee";

    public static string Avenant(int numero) => $"avenant-{numero}-signe";
}
