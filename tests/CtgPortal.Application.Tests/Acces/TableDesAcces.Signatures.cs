namespace CtgPortal.Application.Tests.Acces;

/// <summary>The acts of the parties, what they sign, how it is proved and kept.</summary>
internal static partial class TableDesAcces
{
    /// <summary>The columns of <see cref="Table"/>.</summary>
    private const string TableDesSignatures = """
        Archives.ConsulterArchive            .   x   x   x   .   .   .   .
        Archives.ExporterArchive             .   x   x   x   .   .   .   .
        Archives.ExporterCopiePubliee        .   x   x   x   .   .   .   .

        Avenants.AbandonnerAvenant           .   x   x   x   .   .   .   .
        Avenants.AjouterPartieEntrante       .   x   x   x   .   .   .   .
        Avenants.ConsulterAvenant            x   x   x   x   x   x   x   .
        Avenants.ConsulterAvenantPdf         x   x   x   x   x   x   x   .
        Avenants.ConsulterAvenants           x   x   x   x   x   x   x   .
        Avenants.ConsulterTexteConsolide     x   x   x   x   x   x   x   .
        Avenants.ExporterAvenantWord         x   x   x   x   x   x   x   .
        Avenants.ExporterTexteConsolide      x   x   x   x   x   x   x   .
        Avenants.FixerEtatSigne              .   x   x   x   .   .   .   .
        Avenants.ModifierAvenant             .   x   x   x   .   .   .   .
        Avenants.OuvrirAvenantALaSignature   .   x   x   x   .   .   .   .
        Avenants.PreparerAvenant             .   x   x   x   .   .   .   .
        Avenants.ReprendreAvenant            .   x   x   x   .   .   .   .
        Avenants.RetirerPartieEntrante       .   x   x   x   .   .   .   .

        Deliberations.ConsulterDeliberation  x   x   x   x   x   x   x   .
        Deliberations.DeposerFichierDActe    .   x   x   x   .   .   .   .
        Deliberations.EnregistrerDeliberation .   x   x   x   .   .   .   .
        Deliberations.ListerDeliberations    x   x   x   x   x   x   x   .
        Deliberations.RetirerDeliberation    .   x   x   x   .   .   .   .

        Signatures.AnnulerCeremonie          .   x   x   x   .   .   .   .
        Signatures.ConsulterPreparation      .   x   x   x   .   .   .   .
        Signatures.ConsulterSignature        x   x   x   x   x   x   x   .
        Signatures.ControlerScan             .   x   x   x   .   .   .   .
        Signatures.DeposerScan               .   x   x   x   .   .   .   .
        Signatures.ExporterCeremonie         x   x   x   x   x   x   x   .
        Signatures.ExporterFeuilleSignature  .   x   x   x   .   .   .   .
        Signatures.OuvrirALaSignature        .   x   x   x   .   .   .   .
        Signatures.PlanifierCeremonie        .   x   x   x   .   .   .   .
        Signatures.ProlongerCircuit          .   x   x   x   .   .   .   .
        Signatures.RefuserSignature          .   x   x   x   x   x   x   .
        Signatures.RelancerSignataires       .   x   x   x   .   .   .   .
        Signatures.RemplacerSignataire       .   x   x   x   .   .   .   .
        Signatures.RetirerDuCircuit          .   x   x   x   .   .   .   .
        Signatures.SignerConvention          .   x   x   x   x   x   x   .

        Parapheurs.ConfirmerRetour           .   x   x   x   .   .   .   .
        Parapheurs.ConsulterParapheur        .   x   x   x   .   .   .   .
        Parapheurs.ConsulterRetour           .   x   x   x   .   .   .   .
        Parapheurs.ExporterPaquet            .   x   x   x   .   .   .   .
        Parapheurs.RecevoirRetour            .   x   x   x   .   .   .   .

        Fins.ConsulterFin                    x   x   x   x   x   x   x   .
        Fins.EnregistrerFin                  .   x   x   x   .   .   .   .
        Fins.RetirerFin                      .   x   x   x   .   .   .   .
        Reprises.ConsulterReprise            x   x   x   x   x   x   x   .
        Reprises.CorrigerReprise             .   x   x   .   .   .   .   .
        Reprises.ReprendreConvention         .   x   x   .   .   .   .   .

        Scellements.ConsulterSceau           x   x   x   x   x   x   x   .
        Scellements.ReprendreScellement      x   .   .   .   .   .   .   .

        Liens.ConsulterLien                  x   x   x   x   x   x   x   x
        Liens.DemanderCode                   x   x   x   x   x   x   x   x
        Liens.ExporterTexteDuLien            x   x   x   x   x   x   x   x
        Liens.RedemanderLien                 x   x   x   x   x   x   x   x
        Liens.RefuserParLien                 x   x   x   x   x   x   x   x
        Liens.SignerParLien                  x   x   x   x   x   x   x   x

        Miennes.ListerMesSignatures          x   x   x   x   x   x   x   .
        Miennes.OuvrirAvantDeSigner          .   x   x   x   x   x   x   .
        Miennes.SignerEnLot                  .   x   x   x   x   x   x   .

        Preuves.ConsulterPreuve              .   x   x   x   x   x   .   .
        Preuves.ExporterPreuve               .   x   x   x   x   x   .   .
        Preuves.ListerHorodatages            x   .   .   .   .   .   .   .

        Verification.ConsulterFichier        x   x   x   x   x   x   x   x
        Verification.ConsulterReference      x   x   x   x   x   x   x   x
        """;
}
