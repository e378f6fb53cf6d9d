using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Domain.Diagnostics;

/// <summary>The findings of a diagnostic.</summary>
public sealed partial class Diagnostic
{
    private readonly List<Constat> _constats = [];

    public IReadOnlyList<Constat> Constats => _constats;

    /// <exception cref="BusinessRuleException">Validated or frozen.</exception>
    public ConstatId AjouterConstat(
        string champ, NatureConstat nature, string texte, StatutConvention etape, DateTimeOffset now,
        PrioriteConstat? priorite = null, IReadOnlyList<Appui>? appuis = null)
    {
        ExigerModifiable(etape);
        var constat = new Constat(
            new(champ, nature, texte, priorite, appuis ?? []), _constats.Select(c => c.Rang).DefaultIfEmpty().Max() + 1);
        _constats.Add(constat);
        Record(new ConstatAjoute(ConventionId, constat.Id, constat.Texte, now));
        return constat.Id;
    }

    /// <exception cref="BusinessRuleException">Validated, frozen, or unknown.</exception>
    public void ModifierConstat(ConstatId id, ContenuConstat contenu, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var constat = TrouverConstat(id);
        var (champ, nature, texte, priorite) = (constat.Champ, constat.Nature, constat.Texte, constat.Priorite);
        List<Appui> appuis = [.. constat.Appuis];
        constat.Rediger(contenu);
        var comparaison = new Comparaison()
            .Noter("champ", champ, constat.Champ)
            .Noter("nature", nature, constat.Nature)
            .Noter("texte", texte, constat.Texte)
            .Noter("priorite", priorite, constat.Priorite)
            .Noter("appuis", appuis, constat.Appuis);
        if (!comparaison.EstVide)
        {
            Record(new ConstatModifie(ConventionId, id, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Chooses the priority of several findings at once; those that are not named keep theirs.</summary>
    /// <exception cref="BusinessRuleException">Validated, frozen, or one is unknown.</exception>
    public void PrioriserConstats(IReadOnlyDictionary<ConstatId, PrioriteConstat?> priorites, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        foreach (var (constat, priorite) in priorites.Select(p => (TrouverConstat(p.Key), p.Value)).Where(p => p.Item1.Priorite != p.Value).ToList())
        {
            var comparaison = new Comparaison().Noter("priorite", constat.Priorite, priorite);
            constat.Prioriser(priorite);
            Record(new ConstatPriorise(ConventionId, constat.Id, constat.Texte, now) { Changements = comparaison.Changements });
        }
    }

    /// <summary>Something that findings rest on is being removed: they lose the link, and the journal keeps it.</summary>
    /// <exception cref="BusinessRuleException">Validated or frozen.</exception>
    public void DetacherAppui(NatureAppui nature, Guid cible, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        foreach (var constat in _constats)
        {
            List<Appui> avant = [.. constat.Appuis];
            if (constat.Detacher(nature, cible))
            {
                Record(new AppuiRetire(ConventionId, constat.Id, constat.Texte, now)
                {
                    Changements = new Comparaison().Noter("appuis", avant, constat.Appuis).Changements,
                });
            }
        }
    }

    /// <exception cref="BusinessRuleException">Validated, frozen, or unknown.</exception>
    public void RetirerConstat(ConstatId id, StatutConvention etape, DateTimeOffset now)
    {
        ExigerModifiable(etape);
        var constat = TrouverConstat(id);
        _constats.Remove(constat);
        Record(new ConstatRetire(ConventionId, id, constat.Texte, now));
    }

    private Constat TrouverConstat(ConstatId id) =>
        _constats.Find(c => c.Id == id) ?? throw new BusinessRuleException("constat-inconnu", "Ce constat n’existe plus.");
}
