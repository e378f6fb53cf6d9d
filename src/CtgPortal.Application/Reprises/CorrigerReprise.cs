using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Documents;
using CtgPortal.Domain.Reprises;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Reprises;

/// <summary>Corrects what was taken in, as long as nothing is built on it; also completes a convention that entered without its signed file.</summary>
public static class CorrigerReprise
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction)]
    public sealed record Command(
        ConventionId Convention, int Revision, string Intitule, DateOnly? Debut, DateOnly? Fin, int? Generation, IReadOnlyList<string> Champs, string? Remplace,
        FichierSaisi? Texte, IReadOnlyList<SignataireSaisi> Signataires, IReadOnlyList<AvenantSaisi> Avenants)
        : IRequest<int>, IRequeteSurConvention, ICadreSaisi, IRepriseSaisie;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new CadreSaisiValidator());
            Include(new RepriseSaisieValidator());
            RuleFor(c => c.Debut).NotNull().WithMessage("Dites à partir de quel jour la convention s’applique.");
            RuleFor(c => c.Fin).NotNull().WithMessage("Dites jusqu’à quel jour la convention s’applique.");
        }
    }

    internal sealed class Handler(ICtgDbContext db, IVerificationPdf verification, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            var original = await db.Originaux.SingleOrDefaultAsync(o => o.ConventionId == convention.Id, cancellationToken);
            var suites = await db.LireSuitesAsync(convention.Id, cancellationToken);
            var now = clock.GetUtcNow();
            if (original is null && command.Texte is null)
            {
                throw new ValidationException([new(nameof(command.Texte), "Déposez le PDF de la convention signée.")]);
            }

            var caf = convention.Parties.Single(p => p.Type == TypePartie.Caf).Nom;
            var signataires = command.Signataires.Situer(caf, convention.Titulaires);
            var avant = convention.Parties.Select(p => (p.Id, p.Nom)).ToList();
            convention.CorrigerReprise(new(command.Intitule, command.EnPeriode(), command.Generation, command.Champs, command.Remplace), signataires, suites, now);
            await RetirerLesActesAsync(convention, avant, now, cancellationToken);

            List<Piece> pieces = [];
            FichierOriginal? Recevoir(FichierSaisi? saisi, string nom, FichierOriginal? garde)
            {
                if (saisi is null)
                {
                    return garde;
                }

                var (fichier, piece) = verification.Recevoir(convention.Id, saisi, nom, now);
                pieces.Add(piece);
                return fichier;
            }

            var texte = Recevoir(command.Texte, NomsOriginaux.Convention, original?.Fichier)!;
            List<AncienAvenant> avenants =
            [
                .. command.Avenants.Select(a => new AncienAvenant(
                    a.Numero!.Value, a.SigneLe!.Value, a.Objet,
                    Recevoir(a.Fichier, NomsOriginaux.Avenant(a.Numero.Value), original?.Avenants.FirstOrDefault(x => x.Numero == a.Numero)?.Fichier))),
            ];
            if (original is null)
            {
                db.Originaux.Add(OriginalSigne.Deposer(convention, texte, signataires, avenants, now));
            }
            else
            {
                original.Corriger(convention, texte, signataires, avenants, suites, now);
            }

            db.Pieces.AddRange(pieces);
            await db.SaveChangesAsync(cancellationToken);
            return convention.Revision;
        }

        /// <summary>A party that leaves takes its act away.</summary>
        private async Task RetirerLesActesAsync(Convention convention, List<(PartieId Id, string Nom)> avant, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var parties = avant.Where(p => convention.Parties.All(x => x.Id != p.Id)).ToDictionary(p => p.Id, p => p.Nom);
            var ids = parties.Keys.ToList();
            foreach (var acte in await db.Deliberations.Where(d => d.ConventionId == convention.Id && ids.Contains(d.PartieId)).ToListAsync(cancellationToken))
            {
                acte.Retirer(convention.Statut, parties[acte.PartieId], now);
                db.Deliberations.Remove(acte);
            }
        }
    }
}
