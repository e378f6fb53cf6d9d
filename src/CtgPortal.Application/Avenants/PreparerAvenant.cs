using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Fins;
using CtgPortal.Application.Territoires;
using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Avenants;

/// <summary>Begins an avenant, already filled from what changed since the signature.</summary>
public static class PreparerAvenant
{
    [Exclusif]
    [Autorise(Role.Conseiller, Role.Direction, Role.Coordination)]
    public sealed record Command(
        ConventionId Convention, int Revision, IReadOnlyList<NatureAvenant> Natures, string Objet, string? Motifs, DateOnly? NouvelleFin, IReadOnlyList<string> Communes)
        : IRequest<AvenantId>, IRequeteSurConvention, IContenuSaisi;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ContenuSaisiValidator());
    }

    internal sealed class Handler(ICtgDbContext db, AssembleurAvenant assembleur, IReferentiel referentiel, TimeProvider clock) : IRequestHandler<Command, AvenantId>
    {
        public async Task<AvenantId> Handle(Command command, CancellationToken cancellationToken)
        {
            var convention = await db.LoadAsync(command.Convention, command.Revision, cancellationToken);
            await db.ExigerEnVigueurAsync(convention.Id, clock.GetUtcNow(), cancellationToken);
            var ailleurs = await db.Originaux.SingleOrDefaultAsync(o => o.ConventionId == convention.Id, cancellationToken);
            var autres = AvenantExistant.Avec(
                ailleurs, await db.Avenants.Where(a => a.ConventionId == convention.Id).Select(a => new AvenantExistant(a.Id, a.Numero, a.Statut)).ToListAsync(cancellationToken));
            var (signe, actuel) = await assembleur.ComparerAsync(convention.Id, cancellationToken);
            var contenu = new ContenuAvenant(
                command.Natures, command.Objet, command.Motifs, command.NouvelleFin,
                await referentiel.CommunesSaisiesAsync(command, [], cancellationToken), [], []);
            contenu = contenu with
            {
                Articles = RedactionAvenant.Proposer(
                    contenu, convention.Periode, signe is null ? new([], []) : ChangementsDepuisSignature.Entre(signe, actuel), signe is { Axes.Count: 0 } && actuel.Axes.Count > 0),
            };

            var avenant = Avenant.Preparer(convention, autres, signe is not null, contenu, clock.GetUtcNow());
            db.Avenants.Add(avenant);
            await db.SaveChangesAsync(cancellationToken);
            return avenant.Id;
        }
    }
}
