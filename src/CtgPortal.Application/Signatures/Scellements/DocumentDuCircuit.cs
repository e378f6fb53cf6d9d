using CtgPortal.Application.Documents;
using CtgPortal.Application.Signatures.Sceaux;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>What is written into the file of a complete circuit, from its facts alone: the same facts give the same document.</summary>
public static class DocumentDuCircuit
{
    /// <param name="pdf">Bytes of <see cref="Signature.Remis"/>.</param>
    public static DocumentASceller Decrire(Signature circuit, byte[] pdf, DateTimeOffset demandeLe) => new(
        pdf,
        [
            .. circuit.Lignes
                .Where(l => l is { EstVivante: true, Role: RoleLigne.Signataire, EstSignee: true } && l is not { Mode: ModeSignature.Parapheur, Report: null })
                .OrderBy(l => l.EnregistreeLe).ThenBy(l => l.Numero)
                .Select(l => Inscrire(circuit, l)),
        ],
        demandeLe,
        ReferenceDocument.Presenter(circuit.Reference))
    {
        Sujet = ActeSigne.Nommer(circuit.AvenantNumero),
    };

    private static SignatureAInscrire Inscrire(Signature circuit, LigneSignature ligne)
    {
        var heure = ligne.Mode is ModeSignature.Papier or ModeSignature.Parapheur ? (TimeOnly?)null : ligne.EnregistreeLe!.Value.HeureEnFrance();
        var qualite = ligne.Delegation is { } delegation ? $"{ligne.Qualite}, {delegation.Mention}" : ligne.Qualite;
        return new(
            NomsDeChamps.DuSignataire(ligne.SignataireId?.Value.ToString(), ligne.Numero), ligne.NomComplet, qualite, ligne.SigneeLe!.Value, heure, Mode(ligne),
            $"Le portail atteste que {ligne.NomComplet} a signé {Maniere(ligne, heure)}.{Suites(circuit, ligne)}");
    }

    private static string Mode(LigneSignature ligne) => ligne.Mode switch
    {
        ModeSignature.Papier => "signée à la main, original numérisé",
        ModeSignature.Lien => "signature électronique simple, par lien personnel",
        ModeSignature.Parapheur => "signée dans un parapheur, sur une version précédente",
        _ => "signature électronique simple, au portail",
    };

    private static string Maniere(LigneSignature ligne, TimeOnly? heure)
    {
        var jour = $"le {Mots.Jour(ligne.SigneeLe!.Value)}{(heure is { } h ? $" à {Mots.Heure(h)}" : "")}";
        return ligne.Mode switch
        {
            ModeSignature.Papier => $"à la main {jour} ; l’original numérisé a été contrôlé par une seconde personne",
            ModeSignature.Parapheur => $"dans un parapheur {jour}",
            ModeSignature.Lien => $"par son lien personnel {jour} (signature électronique simple)",
            _ => $"au portail {jour} (signature électronique simple)",
        };
    }

    private static string Suites(Signature circuit, LigneSignature ligne)
    {
        var remplace = circuit.Lignes.FirstOrDefault(l => l.Id == ligne.Remplace)?.NomComplet;
        return (remplace is null ? "" : $" Cette personne a remplacé {remplace}.")
            + (ligne.Report is { } report
                ? $" Elle a signé la version {report.NumeroVersion} (SHA-256 {report.Empreinte}), qui engage aux mêmes choses que celle-ci."
                : "");
    }
}
