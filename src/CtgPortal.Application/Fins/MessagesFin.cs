using CtgPortal.Application.Commentaires;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Documents;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Fins;

namespace CtgPortal.Application.Fins;

/// <summary>Tells those who signed, and those who follow the convention, that it ends before its term, or that it does not any more.</summary>
internal sealed class MessagesFin(ILiensPortail liens, IPersonnesDeConvention personnes)
{
    public Task<IReadOnlyList<Courriel>> AnnonceAsync(ActeDeFin acte, Convention convention, DateTimeOffset now, CancellationToken cancellationToken) => EcrireAsync(
        convention, $"{MotsFin.Nom(acte.Nature)} d’une convention territoriale globale",
        $"""
         {MotsFin.Phrase(acte.Nature, acte.Partie)} : la convention « {convention.Intitule} » {(acte.Statut == StatutFin.Effective ? "a pris" : "prendra")} fin le {Mots.Jour(acte.EffetLe)}.

         Motif : {acte.Motif}

         L’acte et son document :
         """,
        now, cancellationToken);

    public Task<IReadOnlyList<Courriel>> RetraitAsync(ActeDeFin acte, Convention convention, DateTimeOffset now, CancellationToken cancellationToken) => EcrireAsync(
        convention, "La convention territoriale globale continue",
        $"""
         L’acte qui devait mettre fin à la convention « {convention.Intitule} » le {Mots.Jour(acte.EffetLe)} est retiré : elle continue jusqu’à son terme.

         Motif : {acte.MotifRetrait}

         Ce qui avait été enregistré reste lisible :
         """,
        now, cancellationToken);

    /// <summary>Once each: a signer may have an account.</summary>
    private async Task<IReadOnlyList<Courriel>> EcrireAsync(Convention convention, string objet, string texte, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lien = liens.Vers($"/conventions/{convention.Id.Value}/fin");
        var destinataires = (await personnes.ListerAsync(convention.Id, cancellationToken)).Select(p => (p.Nom, p.Courriel))
            .Concat(convention.Parties.SelectMany(p => p.Signataires).Where(s => s.Identite.Courriel is not null).Select(s => (Nom: s.Identite.NomComplet, Courriel: s.Identite.Courriel!)))
            .DistinctBy(d => d.Courriel, StringComparer.OrdinalIgnoreCase);
        return [.. destinataires.Select(d => Courriel.Ecrire(d.Courriel, objet, $"Bonjour {d.Nom},\n\n{texte.ReplaceLineEndings("\n")}\n{lien}", now))];
    }
}

/// <summary>The words of an act of end, the same in messages and on pages.</summary>
public static class MotsFin
{
    public static string Nom(NatureFin nature) => nature == NatureFin.Denonciation ? "Dénonciation" : "Résiliation";

    /// <summary>« Dénonciation par la CC … », « Résiliation d’un commun accord »…</summary>
    public static string Phrase(NatureFin nature, string? partie) => nature switch
    {
        NatureFin.Denonciation => $"Dénonciation par « {partie} »",
        NatureFin.CommunAccord => "Résiliation d’un commun accord",
        NatureFin.Manquement => $"Résiliation à la demande de « {partie} », pour manquement",
        NatureFin.ChangementDeLoi => "Résiliation par l’effet de la loi",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, null),
    };
}
