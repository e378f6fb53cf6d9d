using CtgPortal.Application.Common;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Equipements;

/// <summary>What a convention holds about the youngest children, whatever the territory it is read for. Confidential fiches do not count: the checklist is shown and printed.</summary>
internal sealed record FaitsPetiteEnfance(
    IReadOnlyList<ListerEquipements.Ligne> Equipements,
    IReadOnlyList<FicheAction> Fiches,
    IReadOnlyList<Constat> Constats,
    IReadOnlyList<Indicateur> Indicateurs,
    IReadOnlyList<(Guid Id, string Intitule)> Ateliers,
    IReadOnlyList<(Guid Id, string Intitule)> Enquetes)
{
    private static readonly string[] Mots =
        ["petite enfance", "jeune enfant", "jeunes enfants", "creche", "assistant maternel", "assistante maternelle", "assistantes maternelles", "assistants maternels", "accueil des tout petits"];

    /// <summary>A fixed number of SQL commands.</summary>
    public static async Task<FaitsPetiteEnfance> LireAsync(ICtgReadContext db, ConventionId id, CancellationToken cancellationToken)
    {
        var diagnostic = await db.Diagnostics.SingleOrDefaultAsync(d => d.ConventionId == id, cancellationToken);
        var fiches = await db.FichesAction.Where(f => f.ConventionId == id && !f.Identite.Confidentielle).ToListAsync(cancellationToken);
        var ateliers = await db.Ateliers.Where(a => a.Conventions.Any(c => c.ConventionId == id) && a.Statut == StatutAtelier.Clos)
            .Select(a => new { a.Id, a.Description.Intitule, a.Description.Themes }).ToListAsync(cancellationToken);
        var enquetes = await db.Enquetes.Where(e => e.ConventionId == id)
            .Select(e => new { e.Id, e.Description.Intitule, e.Description.Themes }).ToListAsync(cancellationToken);
        return new(
            [.. (await db.LireEquipementsAsync(id, cancellationToken)).Where(e => e.Description.EstPetiteEnfance)],
            [.. fiches.Where(f => Parle($"{f.Intitule} {string.Join(' ', f.Identite.Champs)}")).OrderBy(f => f.Id.Value)],
            [.. (diagnostic?.Constats ?? []).Where(c => Parle($"{c.Champ} {c.Texte}"))],
            [.. (diagnostic?.Indicateurs ?? []).Where(i => i.Valeurs.Any(v => v.Valeur is not null) && Parle($"{i.Champ} {i.Intitule}"))],
            [.. ateliers.Where(a => Parle($"{a.Intitule} {string.Join(' ', a.Themes)}")).OrderBy(a => a.Id.Value).Select(a => (a.Id.Value, a.Intitule))],
            [.. enquetes.Where(e => Parle($"{e.Intitule} {string.Join(' ', e.Themes)}")).OrderBy(e => e.Id.Value).Select(e => (e.Id.Value, e.Intitule))]);
    }

    /// <summary>As seen from one territory.</summary>
    /// <param name="commune">INSEE code; null for the whole perimeter.</param>
    public FaitsPetiteEnfance Pour(string? commune) => commune is null ? this : this with
    {
        Equipements = [.. Equipements.Where(e => e.Description.CommuneCode == commune)],
        Fiches = [.. Fiches.Where(f => f.PourQui.Communes.Count == 0 || f.PourQui.Communes.Contains(commune))],
    };

    /// <summary>The fiches that say one of these words, anywhere in what they write.</summary>
    public IReadOnlyList<FicheAction> QuiDisent(params string[] mots) => [.. Fiches.Where(f => Contient(EnTete.Normaliser(Texte(f)), mots))];

    private static string Texte(FicheAction f) => string.Join(
        ' ', f.Intitule, f.Pourquoi.Constat, f.Pourquoi.Enjeu, f.Pourquoi.LienSchemas, f.Quoi.ObjectifGeneral, string.Join(' ', f.Objectifs.Select(o => o.Texte)), f.Quoi.Descriptif,
        f.PourQui.Publics, f.Moyens.MoyensHumains, f.Resultats.ResultatsAttendus, string.Join(' ', f.Operations.Select(o => o.Intitule)));

    private static bool Parle(string texte) => Contient(EnTete.Normaliser(texte), Mots);

    private static bool Contient(string texte, string[] mots) => mots.Any(m => texte.Contains(m, StringComparison.Ordinal));
}
