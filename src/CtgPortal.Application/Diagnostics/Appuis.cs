using CtgPortal.Application.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Diagnostics;

/// <summary>Something that a finding may rest on, as a form offers it.</summary>
public sealed record AppuiPossible(NatureAppui Nature, Guid Cible, string Intitule)
{
    /// <summary>What the form sends back.</summary>
    public string Cle => CleDe(Nature, Cible);

    public static string CleDe(NatureAppui nature, Guid cible) => $"{nature}:{cible}";
}

internal static class LectureAppuis
{
    /// <summary>The figures, questionnaires, interviews and documents of a diagnostic; three SQL commands beside its own.</summary>
    public static async Task<IReadOnlyList<AppuiPossible>> LireAppuisPossiblesAsync(
        this ICtgReadContext db, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await LireAsync(diagnostic, db.Enquetes, db.Entretiens, db.DocumentsExistants, cancellationToken);

    /// <summary>From the keys of a form to links, named as things are called today.</summary>
    /// <exception cref="ValidationException">A key of something that is not, or no longer, in the diagnostic.</exception>
    public static async Task<IReadOnlyList<Appui>> TrouverAppuisAsync(
        this ICtgDbContext db, Diagnostic diagnostic, IReadOnlyCollection<string> cles, CancellationToken cancellationToken)
    {
        if (cles.Count == 0)
        {
            return [];
        }

        var possibles = await LireAsync(diagnostic, db.Enquetes.AsNoTracking(), db.Entretiens.AsNoTracking(), db.DocumentsExistants.AsNoTracking(), cancellationToken);
        var choisis = possibles.Where(p => cles.Contains(p.Cle)).ToList();
        return choisis.Count == cles.Distinct().Count()
            ? [.. choisis.Select(p => new Appui(p.Nature, p.Cible, p.Intitule.Length <= Appui.IntituleLongueurMax ? p.Intitule : p.Intitule[..Appui.IntituleLongueurMax]))]
            : throw new ValidationException([new ValidationFailure("Appuis", "Un des éléments choisis n’est plus dans le diagnostic.")]);
    }

    private static async Task<IReadOnlyList<AppuiPossible>> LireAsync(
        Diagnostic diagnostic, IQueryable<Enquete> enquetes, IQueryable<Entretien> entretiens, IQueryable<DocumentExistant> documents,
        CancellationToken cancellationToken)
    {
        ConventionId id = diagnostic.ConventionId;
        var lesEnquetes = await enquetes.Where(e => e.ConventionId == id).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Description.Intitule }).ToListAsync(cancellationToken);
        var lesEntretiens = await entretiens.Where(e => e.ConventionId == id).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Description.Fonction, e.Description.Organisation }).ToListAsync(cancellationToken);
        var lesDocuments = await documents.Where(d => d.ConventionId == id).OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.Description.Intitule }).ToListAsync(cancellationToken);
        return
        [
            .. diagnostic.Indicateurs.OrderBy(i => i.Champ).ThenBy(i => i.Rang).Select(i => new AppuiPossible(NatureAppui.Indicateur, i.Id.Value, i.Intitule)),
            .. lesEnquetes.Select(e => new AppuiPossible(NatureAppui.Enquete, e.Id.Value, e.Intitule)),
            .. lesEntretiens.Select(e => new AppuiPossible(
                NatureAppui.Entretien, e.Id.Value, new DescriptionEntretien(e.Fonction, e.Organisation, null, [], null).Intitule)),
            .. lesDocuments.Select(d => new AppuiPossible(NatureAppui.Document, d.Id.Value, d.Intitule)),
        ];
    }

    /// <summary>The findings that rest on something, in one SQL command.</summary>
    public static Task<List<ConsulterDiagnostic.LigneConstat>> LireConstatsAppuyesAsync(
        this ICtgReadContext db, ConventionId convention, NatureAppui nature, Guid cible, CancellationToken cancellationToken) =>
        db.Diagnostics.Where(d => d.ConventionId == convention)
            .SelectMany(d => d.Constats).Where(c => c.Appuis.Any(a => a.Nature == nature && a.Cible == cible))
            .OrderBy(c => c.Rang)
            .Select(c => new ConsulterDiagnostic.LigneConstat(c.Id, c.Nature, c.Texte, c.Priorite, c.Appuis.Count))
            .ToListAsync(cancellationToken);
}
