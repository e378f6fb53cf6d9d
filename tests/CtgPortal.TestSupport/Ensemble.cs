namespace CtgPortal.TestSupport;

/// <summary>Acts that start at the same instant.</summary>
public static class Ensemble
{
    /// <returns>What each ended with, in their order; null for success.</returns>
    public static async Task<Exception?[]> FaireAsync(params Func<Task>[] actes)
    {
        using var depart = new Barrier(actes.Length);
        return await Task.WhenAll(actes.Select(acte => Task.Run(async () =>
        {
            depart.SignalAndWait();
            try
            {
                await acte();
                return null;
            }
            catch (Exception issue)
            {
                return issue;
            }
        })));
    }
}
