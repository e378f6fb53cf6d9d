using System.Collections;
using CtgPortal.Application.Signatures;

namespace CtgPortal.TestSupport;

/// <summary>What somebody chooses who opens a circuit without a second thought: the usual circuit, and a reason for each reservation.</summary>
public static class UneOuverture
{
    public const string Raison = "Les parties le savent et l’acceptent.";

    public static readonly ChoixOuverture Choix = ChoixOuverture.ParDefaut with { Motifs = new TousLesMotifs() };

    /// <summary>Whatever the reservation, it is accepted.</summary>
    private sealed class TousLesMotifs : IReadOnlyDictionary<string, string?>
    {
        public IEnumerable<string> Keys => [];

        public IEnumerable<string?> Values => [];

        public int Count => 0;

        public string? this[string key] => Raison;

        public bool ContainsKey(string key) => true;

        public bool TryGetValue(string key, out string? value)
        {
            value = Raison;
            return true;
        }

        public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string?>>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
