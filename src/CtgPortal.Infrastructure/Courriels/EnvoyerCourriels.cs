using CtgPortal.Infrastructure.Comptes;
using Quartz;

namespace CtgPortal.Infrastructure.Courriels;

/// <summary>The job: one round of the outbox, on one instance of the cluster at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class EnvoyerCourriels(Distribution distribution, UtilisateurAmbiant utilisateur) : IJob
{
    public static readonly JobKey Cle = new("envoyer-courriels");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        utilisateur.AgirComme(Personne.Systeme("Envoi des courriels"));
        await distribution.DistribuerAsync(cancellationToken);
    }
}
