using CtgPortal.Infrastructure.Comptes;
using Quartz;

namespace CtgPortal.Infrastructure.Scellements;

/// <summary>
/// The job: every minute, and at once when a circuit has just been completed. Several may run at once, each seal is reserved by one;
/// were it forbidden, a node that dies at work would hold the others until the cluster finds out.
/// </summary>
internal sealed class ScellerDocuments(ScellementDesCircuits scellements, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("sceller-documents");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Scellement des documents"));
        await scellements.ScellerAsync(cancellationToken);
    }
}
