namespace CtgPortal.Application.Tests.Acces;

/// <summary>Accounts, and the passkeys that open them.</summary>
internal static partial class TableDesAcces
{
    /// <summary>The columns of <see cref="Table"/>.</summary>
    private const string TableDesComptes = """
        Comptes.ChangerMotDePasse            x   x   x   x   x   x   x   .
        Comptes.ConsulterAdministration      x   .   .   .   .   .   .   .
        Comptes.ConsulterDroitDInviter       x   x   x   x   .   .   .   .
        Comptes.ConsulterLienMotDePasse      x   x   x   x   x   x   x   x
        Comptes.ConsulterMonCompte           x   x   x   x   x   x   x   .
        Comptes.ConsulterUtilisateur         x   .   .   .   .   .   .   .
        Comptes.DefinirMotDePasse            x   x   x   x   x   x   x   x
        Comptes.DemanderNouveauLien          x   x   x   x   x   x   x   x
        Comptes.DesactiverUtilisateur        x   .   .   .   .   .   .   .
        Comptes.InviterUtilisateur           x   x   x   x   .   .   .   .
        Comptes.ListerUtilisateurs           x   .   .   .   .   .   .   .
        Comptes.ModifierHabilitations        x   .   .   .   .   .   .   .
        Comptes.ReactiverUtilisateur         x   .   .   .   .   .   .   .
        Comptes.SeConnecter                  x   x   x   x   x   x   x   x
        Comptes.SeDeconnecter                x   x   x   x   x   x   x   .

        Cles.ConsulterMesCles                x   x   x   x   x   x   x   .
        Cles.DefierPourSeConnecter           x   x   x   x   x   x   x   x
        Cles.DefierPourSigner                x   x   x   x   x   x   x   .
        Cles.EnregistrerCle                  x   x   x   x   x   x   x   .
        Cles.ProposerCle                     x   x   x   x   x   x   x   .
        Cles.RenommerCle                     x   x   x   x   x   x   x   .
        Cles.RetirerCle                      x   x   x   x   x   x   x   .
        Cles.SeConnecterParCle               x   x   x   x   x   x   x   x
        """;
}
