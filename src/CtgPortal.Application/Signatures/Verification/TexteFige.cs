using CtgPortal.Domain.Avenants;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures.Verification;

/// <summary>How a frozen text is looked for by somebody who may not be known to the portal: by what they hold in their hands.</summary>
/// <param name="References">Printed on its pages.</param>
/// <param name="Empreintes">SHA-256 of whole files.</param>
/// <param name="Debut">First bytes of a file.</param>
public sealed record RechercheTexteFige(
    IReadOnlyCollection<string>? References = null, IReadOnlyCollection<string>? Empreintes = null, byte[]? Debut = null);

/// <summary>A frozen text as read for whoever asks: its circuit, and what its own pages say.</summary>
/// <param name="Taille">Of the frozen file, in bytes.</param>
/// <param name="Suivant">The version of the same document opened after this one was voided; null when there is none.</param>
/// <param name="Avenants">Signed after this text, the first one first; empty for a text that was not signed by all.</param>
public sealed record TexteFige(Signature Circuit, string Intitule, int Taille, Signature? Suivant, IReadOnlyList<AvenantFige> Avenants);

/// <param name="Circuit">Complete.</param>
public sealed record AvenantFige(Avenant Avenant, Signature Circuit);

public enum EtatTexte
{
    EnSignature,
    Signe,

    /// <summary>The parties went back to the text, and no other version is open yet.</summary>
    Annule,

    /// <summary>Voided, and another version took its place.</summary>
    Remplace,
}

/// <summary>What anybody may be told about a frozen text: nothing that its pages do not say, and nobody’s name.</summary>
/// <param name="Signees">How many signatures are recorded.</param>
/// <param name="SigneLe">Day of the last one, once all are there.</param>
/// <param name="ReferenceSuivante">Of the version that takes its place.</param>
/// <param name="Avenant">Number of the avenant that this text is; null for a convention.</param>
/// <param name="Avenants">Signed since, the first one first: the text no longer tells everything alone.</param>
public sealed record TextePublic(
    string Reference, string Intitule, IReadOnlyList<string> Parties, int Version, DateTimeOffset FigeLe, string Empreinte, int Taille,
    EtatTexte Etat, int Signees, int Attendues, DateOnly? SigneLe, string? ReferenceSuivante, int? Avenant, IReadOnlyList<AvenantPublic> Avenants)
{
    internal static TextePublic De(TexteFige texte)
    {
        var circuit = texte.Circuit;
        var signataires = circuit.Lignes.Where(l => l is { Role: RoleLigne.Signataire, EstVivante: true }).ToList();
        return new(
            ReferenceDocument.Presenter(circuit.Reference), ActeSigne.Intituler(circuit.AvenantNumero, texte.Intitule), [.. signataires.Select(l => l.Partie).Distinct()], circuit.NumeroVersion,
            circuit.OuverteLe, circuit.Empreinte, texte.Taille,
            circuit.Statut switch
            {
                StatutSignature.Complete => EtatTexte.Signe,
                StatutSignature.Annulee => texte.Suivant is null ? EtatTexte.Annule : EtatTexte.Remplace,
                _ => EtatTexte.EnSignature,
            },
            signataires.Count(l => l.EstSignee), signataires.Count, circuit.EstComplete ? circuit.DerniereSignatureLe : null,
            texte.Suivant is { } suivant ? ReferenceDocument.Presenter(suivant.Reference) : null,
            circuit.AvenantNumero, [.. texte.Avenants.Select(AvenantPublic.De)]);
    }
}

/// <summary>An avenant signed after a text, as its own pages say it.</summary>
/// <param name="NouvelleFin">Last day of the convention, when the avenant changes it.</param>
/// <param name="Reference">To verify it.</param>
public sealed record AvenantPublic(int Numero, DateOnly SigneLe, string Objet, IReadOnlyList<NatureAvenant> Natures, DateOnly? NouvelleFin, string Reference)
{
    internal static AvenantPublic De(AvenantFige a) => new(
        a.Avenant.Numero, a.Avenant.SigneLe!.Value, a.Avenant.Contenu.Objet, a.Avenant.Contenu.Natures, a.Avenant.Contenu.NouvelleFin,
        ReferenceDocument.Presenter(a.Circuit.Reference));
}

/// <summary>What anybody who holds a document signed outside the portal may be told of it: nothing that its pages do not say, and nobody’s name.</summary>
/// <param name="Avenant">Number of the avenant that it is; null for the convention.</param>
/// <param name="SigneLe">Day of the last signature, as whoever took it in says.</param>
/// <param name="Signatures">Electronic signatures inside the file.</param>
/// <param name="DernierAvenant">That changed it since, among those taken in with it; null when there is none.</param>
public sealed record OriginalPublic(
    string Intitule, IReadOnlyList<string> Parties, int? Avenant, DateOnly SigneLe, DateTimeOffset RepriseLe, int Signatures, int? DernierAvenant);
