using System.Text.Json;

namespace CtgPortal.Domain.Signatures.Preuves;

/// <summary>The last link of a chain at some moment: whoever knows it can tell that nothing before it has changed since.</summary>
public sealed record Tete(int Numero, string Empreinte);

public enum DefautChaine
{
    /// <summary>A link of another circuit.</summary>
    AutreCircuit,

    /// <summary>A link is missing, comes twice, or is out of its place.</summary>
    NumeroInattendu,

    /// <summary>It does not follow the one before.</summary>
    PrecedenteInattendue,

    /// <summary>Something in it changed after it was written.</summary>
    ContenuModifie,

    /// <summary>A head that was timestamped is not in the chain any more.</summary>
    TeteAttesteeAbsente,
}

/// <param name="Numero">The place of the first broken link, from 1.</param>
public sealed record RuptureChaine(int Numero, DefautChaine Defaut);

public static class ChainePreuve
{
    /// <summary>Computes every fingerprint again.</summary>
    /// <param name="evenements">All of them, in their order.</param>
    /// <param name="attestees">Heads that somebody else vouches for: without them, links taken off the end leave no trace.</param>
    /// <returns>The first broken link; null when the chain is whole.</returns>
    public static RuptureChaine? PremiereRupture(SignatureId circuit, IReadOnlyList<EvenementPreuve> evenements, IReadOnlyCollection<Tete> attestees)
    {
        var precedente = EvenementPreuve.Origine;
        for (var i = 0; i < evenements.Count; i++)
        {
            if (Defaut(circuit, evenements[i], i + 1, precedente) is { } defaut)
            {
                return new(i + 1, defaut);
            }

            precedente = evenements[i].Empreinte;
        }

        return attestees.Where(t => t.Numero > evenements.Count || t.Numero < 1 || evenements[t.Numero - 1].Empreinte != t.Empreinte)
            .OrderBy(t => t.Numero)
            .Select(t => new RuptureChaine(Math.Min(t.Numero, evenements.Count + 1), DefautChaine.TeteAttesteeAbsente))
            .FirstOrDefault();
    }

    private static DefautChaine? Defaut(SignatureId circuit, EvenementPreuve evenement, int numero, string precedente)
    {
        if (evenement.SignatureId != circuit)
        {
            return DefautChaine.AutreCircuit;
        }

        if (evenement.Numero != numero)
        {
            return DefautChaine.NumeroInattendu;
        }

        if (evenement.Precedente != precedente)
        {
            return DefautChaine.PrecedenteInattendue;
        }

        return Concorde(evenement) ? null : DefautChaine.ContenuModifie;
    }

    private static bool Concorde(EvenementPreuve evenement)
    {
        try
        {
            // as canonical as when it was written: a space put in changes nothing to what it says, and is a change all the same
            return evenement.Calculer() == evenement.Empreinte
                && JsonCanonique.Ecrire(System.Text.Json.Nodes.JsonNode.Parse(evenement.Faits)) == evenement.Faits;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
