using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>What the commands of the discussions share: who speaks, whom they may call, and a discussion that waits for one writer at a time.</summary>
internal sealed class EcritureCommentaire(
    ICtgDbContext db, ICtgReadContext read, IUtilisateurCourant utilisateur, IPersonnesDeConvention personnes, TimeProvider clock)
{
    public Auteur Moi => new(utilisateur.Id!.Value, utilisateur.Nom);

    /// <exception cref="NotFoundException">It does not exist, or not for this person.</exception>
    public async Task<CibleLue> CibleAsync(ConventionId convention, CibleCommentaire cible, CancellationToken cancellationToken) =>
        await read.LireCibleAsync(convention, cible, cancellationToken) ?? throw new NotFoundException("What the comment is about is unknown.");

    /// <summary>A discussion that the person may read, until the end of the transaction theirs alone to change.</summary>
    /// <param name="revision">Null for words that contradict nobody.</param>
    /// <exception cref="NotFoundException">It does not exist, or not for this person.</exception>
    public async Task<Commentaire> LoadAsync(ConventionId convention, CommentaireId id, int? revision, CancellationToken cancellationToken)
    {
        await db.VerrouillerAsync(id, cancellationToken);
        return await read.Commentaires.AnyAsync(c => c.Id == id && c.ConventionId == convention, cancellationToken)
            ? await db.LoadAsync(convention, id, revision, cancellationToken)
            : throw new NotFoundException("No such discussion, or not for this person.");
    }

    /// <summary>Those whom the message calls.</summary>
    /// <exception cref="ValidationException">Somebody who may not read what is commented.</exception>
    public async Task<IReadOnlyList<Auteur>> MentionsAsync(
        ConventionId convention, CibleLue cible, IReadOnlyCollection<UtilisateurId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var lecteurs = LectureCommentaires.Lecteurs(await personnes.ListerAsync(convention, cancellationToken), cible.Confidentielle, cible.Pilote)
            .ToDictionary(p => p.Id);
        if (ids.Any(id => !lecteurs.ContainsKey(id)))
        {
            throw new ValidationException([new("Mentions", "Une des personnes choisies ne peut pas lire ce commentaire.")]);
        }

        await PrevenirAsync([.. ids.Distinct().Where(id => id != utilisateur.Id).Select(id => lecteurs[id])], cancellationToken);
        return [.. ids.Distinct().Select(id => new Auteur(id, lecteurs[id].Nom))];
    }

    /// <summary>One mail a person, whatever the number of comments: it is written when it leaves.</summary>
    private async Task PrevenirAsync(IReadOnlyList<PersonneDeConvention> appelees, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        UtilisateurId?[] ids = [.. appelees.Select(p => (UtilisateurId?)p.Id)];
        var enRoute = await db.Courriels.Where(c => c.Composition == CompositionCourriel.Mentions && c.EnvoyeLe == null && ids.Contains(c.UtilisateurId))
            .Select(c => c.UtilisateurId).ToListAsync(cancellationToken);
        db.Courriels.AddRange(appelees.Where(p => !enRoute.Contains(p.Id))
            .Select(p => Courriel.Differer(CompositionCourriel.Mentions, p.Id, p.Courriel, now, ComposeurMentions.Delai)));
    }
}
