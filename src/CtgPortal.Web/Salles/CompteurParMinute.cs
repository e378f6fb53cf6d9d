namespace CtgPortal.Web.Salles;

/// <summary>How many times something happened in the current minute, by key. Kept by each instance for itself: a first fence.</summary>
public sealed class CompteurParMinute(TimeProvider clock)
{
    private readonly Lock _verrou = new();
    private readonly Dictionary<string, int> _parCle = new(StringComparer.Ordinal);
    private long _minute;
    private int _total;

    public (int DeLaCle, int Total) Lire(string cle) => Agir(cle, 0);

    public (int DeLaCle, int Total) Ajouter(string cle) => Agir(cle, 1);

    private (int DeLaCle, int Total) Agir(string cle, int combien)
    {
        lock (_verrou)
        {
            var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
            if (minute != _minute)
            {
                (_minute, _total) = (minute, 0);
                _parCle.Clear();
            }

            var compte = _parCle.GetValueOrDefault(cle) + combien;
            if (combien > 0)
            {
                _parCle[cle] = compte;
                _total += combien;
            }

            return (compte, _total);
        }
    }
}
