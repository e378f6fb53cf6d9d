using CtgPortal.Application.Filiations;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Filiations;
using CtgPortal.Web.Common;
using MediatR;

namespace CtgPortal.Web.Pages.Fil;

internal static class EnvoiSuite
{
    /// <summary>Sends the command of what was chosen.</summary>
    public static async Task<Maillon> FaireAsync(
        this IMediator mediator,
        NatureMaillon choisi,
        ConventionId convention,
        IReadOnlyList<Maillon> origines,
        SuiteModel.InputModel saisie,
        CancellationToken cancellationToken)
    {
        var (axe, orientation) = MotsDuPlan.Place(saisie.Place);
        return choisi switch
        {
            NatureMaillon.Constat => Maillon.De(await mediator.Send(
                new FaireConstat.Command(convention, saisie.Revision, origines, saisie.Champ, saisie.Nature, saisie.Texte), cancellationToken)),
            NatureMaillon.Axe => Maillon.De(await mediator.Send(
                new FaireAxe.Command(convention, saisie.Revision, origines, saisie.Texte), cancellationToken)),
            NatureMaillon.Orientation => Maillon.De(await mediator.Send(
                new FaireOrientation.Command(convention, saisie.Revision, origines, axe, orientation, saisie.Texte), cancellationToken)),
            NatureMaillon.FicheAction => Maillon.De(await mediator.Send(
                new FaireFiche.Command(convention, saisie.Revision, origines, axe, orientation, saisie.Texte), cancellationToken)),
            _ => throw new ArgumentOutOfRangeException(nameof(choisi), choisi, null),
        };
    }
}
