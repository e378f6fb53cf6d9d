using System.Text;
using CtgPortal.Application.Common;
using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Commentaires;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Commentaires;

/// <summary>
/// Writes the mail of the mentions when it leaves: only what still waits for the person then, and what they may still read.
/// </summary>
public sealed class ComposeurMentions(ICtgDbContext db, IPersonnesDeConvention personnes, ILiensPortail liens)
{
    /// <summary>Between the first mention and the mail: what comes meanwhile goes with it, what is read meanwhile does not go at all.</summary>
    public static readonly TimeSpan Delai = TimeSpan.FromMinutes(30);

    private const int LongueurExtrait = 300;

    /// <param name="Commentaires">Those it tells: to be marked once the message has left.</param>
    public sealed record Message(string Objet, string Texte, IReadOnlyList<Commentaire> Commentaires);

    /// <returns>Null when nothing is left to tell.</returns>
    public async Task<Message?> ComposerAsync(UtilisateurId qui, CancellationToken cancellationToken)
    {
        var commentaires = await db.Commentaires
            .Where(c => c.ResoluLe == null && c.Mentions.Any(m => m.UtilisateurId == qui && m.TraiteeLe == null && m.PrevenueLe == null))
            .OrderBy(c => c.ConventionId).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var fiches = await FichesAsync(commentaires, cancellationToken);
        var (dits, corps, nom) = (new List<Commentaire>(), new StringBuilder(), "");
        foreach (var groupe in commentaires.GroupBy(c => c.ConventionId))
        {
            var personne = (await personnes.ListerAsync(groupe.Key, cancellationToken)).FirstOrDefault(p => p.Id == qui);
            var lisibles = personne is null ? [] : groupe.Where(c => EstLisible(c, personne, fiches)).ToList();
            if (lisibles.Count == 0)
            {
                continue;
            }

            nom = personne!.Nom;
            var intitule = await db.Conventions.Where(c => c.Id == groupe.Key).Select(c => c.Intitule).SingleAsync(cancellationToken);
            corps.Append(intitule).Append("\n\n");
            lisibles.ForEach(c => Raconter(corps, c, qui, fiches));
            dits.AddRange(lisibles);
        }

        var objet = dits.Count == 1 ? "Un commentaire vous mentionne" : $"{dits.Count} commentaires vous mentionnent";
        return dits.Count == 0 ? null : new(objet, $"Bonjour {nom},\n\n{objet}.\n\n{corps.ToString().TrimEnd()}", dits);
    }

    private async Task<Dictionary<FicheActionId, FicheAction>> FichesAsync(IEnumerable<Commentaire> commentaires, CancellationToken cancellationToken)
    {
        FicheActionId[] ids = [.. commentaires.Select(c => c.FicheActionId).OfType<FicheActionId>().Distinct()];
        return await db.FichesAction.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
    }

    private static bool EstLisible(Commentaire commentaire, PersonneDeConvention qui, Dictionary<FicheActionId, FicheAction> fiches) =>
        commentaire.FicheActionId is not { } id || !fiches[id].Identite.Confidentielle || qui.LitTout || fiches[id].PiloteUtilisateurId == qui.Id;

    private void Raconter(StringBuilder corps, Commentaire commentaire, UtilisateurId qui, Dictionary<FicheActionId, FicheAction> fiches)
    {
        var lieu = commentaire.FicheActionId is { } id ? $"Fiche « {fiches[id].Intitule} »" : "Texte de la convention";
        var attendues = commentaire.Mentions.Where(m => m.UtilisateurId == qui && m.TraiteeLe is null).Select(m => m.MessageId).ToHashSet();
        corps.Append(lieu).Append('\n');
        foreach (var message in commentaire.Messages.Where(m => attendues.Contains(m.Id)))
        {
            corps.Append(message.Auteur.Nom).Append(" : « ").Append(Extrait(message.Texte)).Append(" »\n");
        }

        corps.Append("Répondre : ").Append(liens.Vers($"/conventions/{commentaire.ConventionId.Value}/commentaires/{commentaire.Id.Value}")).Append("\n\n");
    }

    private static string Extrait(string texte)
    {
        var ligne = string.Join(' ', texte.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return ligne.Length <= LongueurExtrait ? ligne : string.Concat(ligne.AsSpan(0, LongueurExtrait).TrimEnd(), "…");
    }
}
