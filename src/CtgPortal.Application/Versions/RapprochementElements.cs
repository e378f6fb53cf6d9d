namespace CtgPortal.Application.Versions;

/// <summary>
/// Which thing of a dossier is which thing of another. By id; a dossier frozen before ids were written has none, and its things are then
/// known by their title, or by their number.
/// </summary>
internal sealed class RapprochementElements
{
    private readonly Dictionary<ElementDossier, ElementDossier> _apres = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ElementDossier> _avant = new(ReferenceEqualityComparer.Instance);

    public RapprochementElements(IReadOnlyList<ElementDossier> avant, IReadOnlyList<ElementDossier> apres)
    {
        foreach (var genre in avant.GroupBy(e => e.Genre))
        {
            var nouveaux = apres.Where(e => e.Genre == genre.Key).ToList();
            Par(genre, nouveaux, e => e.Id, sansId: false);
            Par(genre, nouveaux, e => e.Titre.Trim().ToUpperInvariant(), sansId: true);
            Par(genre, nouveaux, e => e.Numero, sansId: true);
        }
    }

    /// <summary>Of a thing of the second dossier, the same in the first; null when it is new.</summary>
    public ElementDossier? Avant(ElementDossier apres) => _apres.GetValueOrDefault(apres);

    public bool EstRetrouve(ElementDossier avant) => _avant.Contains(avant);

    /// <param name="sansId">Only where one of the two has no id: two ids that differ are two things.</param>
    private void Par(IEnumerable<ElementDossier> avant, IReadOnlyList<ElementDossier> apres, Func<ElementDossier, string?> cle, bool sansId)
    {
        var libres = apres.Where(e => !_apres.ContainsKey(e) && cle(e) is not null).GroupBy(e => cle(e)!)
            .ToDictionary(g => g.Key, g => new LinkedList<ElementDossier>(g));
        foreach (var ancien in avant.Where(e => !_avant.Contains(e)))
        {
            if (cle(ancien) is not { } valeur || !libres.TryGetValue(valeur, out var candidats))
            {
                continue;
            }

            for (var noeud = candidats.First; noeud is not null; noeud = noeud.Next)
            {
                if (!sansId || ancien.Id is null || noeud.Value.Id is null)
                {
                    _apres.Add(noeud.Value, ancien);
                    _avant.Add(ancien);
                    candidats.Remove(noeud);
                    break;
                }
            }
        }
    }
}
