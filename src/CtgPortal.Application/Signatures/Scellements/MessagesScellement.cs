using CtgPortal.Application.Courriels;
using CtgPortal.Domain.Signatures;

namespace CtgPortal.Application.Signatures.Scellements;

/// <summary>« Le document scellé est prêt »: to everybody who was of the circuit to its end and has an address.</summary>
internal sealed class MessagesScellement(ILiensPortail liens)
{
    /// <param name="intitule">Of the convention.</param>
    public IEnumerable<Courriel> Pret(Signature circuit, string intitule, DateTimeOffset now) => circuit.Lignes
        .Where(l => l is { EstVivante: true, Courriel: not null })
        .DistinctBy(l => l.Courriel)
        .Select(l => Courriel.Ecrire(
            l.Courriel!, "Le document scellé est prêt",
            $"""
             Bonjour {l.NomComplet},

             {Phrase(circuit, intitule)} par le portail : le fichier porte chaque signature, et personne ne peut plus le changer sans que cela se voie.

             Pour le télécharger, avec votre compte :
             {liens.Vers($"/conventions/{circuit.ConventionId.Value}/signature/sceau{(circuit.AvenantId is null ? "" : $"?version={circuit.NumeroVersion}")}")}

             Pour vérifier un exemplaire, sans compte :
             {liens.Vers($"/verifier/{circuit.Reference}")}
             """.ReplaceLineEndings("\n"),
            now));

    private static string Phrase(Signature circuit, string intitule) => circuit.AvenantNumero is { } numero
        ? $"L’avenant n° {numero} à la convention « {intitule} » est signé par tous et scellé"
        : $"La convention « {intitule} » est signée par tous et scellée";
}
