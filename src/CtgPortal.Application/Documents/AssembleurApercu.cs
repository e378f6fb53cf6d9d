using CtgPortal.Application.Common;
using CtgPortal.Application.Deliberations;
using CtgPortal.Application.Plans;
using CtgPortal.Application.Textes;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Documents;

/// <summary>
/// One part of the document with what a form holds, applied in memory by the code that would save it; nothing is written.
/// Only what its pages show is read.
/// </summary>
internal sealed class AssembleurApercu(ICtgReadContext db, TimeProvider clock)
{
    private const string NonEnregistre = "Aperçu de votre saisie, pas encore enregistrée";

    /// <param name="saisie">Null for what is saved.</param>
    /// <exception cref="NotFoundException">Unknown or foreign.</exception>
    /// <exception cref="BusinessRuleException">What was typed breaks a rule of the fiche.</exception>
    public async Task<ApercuAComposer> FicheAsync(ConventionId id, FicheActionId ficheId, IRedactionDeFiche? saisie, CancellationToken cancellationToken)
    {
        var (convention, plan, dossier) = await LireCadreAsync(id, cancellationToken);
        var fiche = await db.FichesAction.SingleOrDefaultAsync(f => f.Id == ficheId && f.ConventionId == id, cancellationToken)
            ?? throw new NotFoundException("Fiche unknown or foreign.");
        var suivi = await db.Suivis.SingleAsync(s => s.FicheActionId == ficheId, cancellationToken);
        var texte = await db.LireTexteAsync(convention, cancellationToken);
        var pieces = await db.LireLibellesDesPiecesAsync(id, cancellationToken);
        if (saisie is not null)
        {
            fiche.Reecrire(saisie.Saisir(fiche.Contenu), convention.Statut, clock.GetUtcNow());
        }

        var mention = fiche.Identite.Confidentielle ? "Fiche confidentielle : elle n’est pas imprimée dans la convention" : saisie is null ? null : NonEnregistre;
        return new(PartieApercue.Fiche, null, mention, dossier with
        {
            Graphie = texte.Graphie,
            Axes = new PlanDossier(plan, [fiche], [suivi], convention.Perimetre, pieces, await db.LiensAutourAsync([fiche], cancellationToken)).Axes(),
        });
    }

    /// <param name="saisie">Null for what is saved.</param>
    /// <exception cref="NotFoundException">Unknown or foreign.</exception>
    /// <exception cref="BusinessRuleException">What was typed breaks a rule of the text.</exception>
    public async Task<ApercuAComposer> PassageAsync(ConventionId id, string cle, RedigerPassage.Command? saisie, CancellationToken cancellationToken)
    {
        var (convention, plan, dossier) = await LireCadreAsync(id, cancellationToken);
        var texte = await db.TextesConvention.SingleOrDefaultAsync(t => t.ConventionId == id, cancellationToken);
        var passages = await db.PassagesTexte.Where(p => p.ConventionId == id).ToListAsync(cancellationToken);
        if (texte is null || passages.Find(p => p.Cle == cle) is not { } passage)
        {
            throw new NotFoundException("Passage unknown or foreign.");
        }

        saisie?.EcrireSur(passage, convention.Statut, clock.GetUtcNow());
        var fiches = await db.FichesAction.CountAsync(f => f.ConventionId == id && !f.Identite.Confidentielle, cancellationToken);
        var rang = texte.Articles.ToList().IndexOf(cle);
        return new(
            Enum.Parse<PartieApercue>(passage.Nature.ToString()),
            rang < 0 ? null : rang + 1,
            saisie is null ? null : NonEnregistre,
            TexteLu.De(texte, passages).Ecrire(dossier, ContexteTexte.De(
                convention, dossier.CafNom, plan, fiches, await db.LireDeliberationsAsync(id, cancellationToken))));
    }

    private async Task<(Convention Convention, Plan Plan, DossierConvention Dossier)> LireCadreAsync(ConventionId id, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new NotFoundException("Convention unknown or foreign.");
        var plan = await db.Plans.SingleAsync(p => p.ConventionId == id, cancellationToken);
        return (convention, plan, CadreDossier.De(convention, plan, LectureTextes.NomDeCaf(convention.CafCode), version: null, clock.GetUtcNow().JourEnFrance()));
    }
}
