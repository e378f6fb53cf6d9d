using CtgPortal.Application.Archives;

namespace CtgPortal.Application.Tests.Archives;

public sealed class SansCoordonneesTests
{
    [Theory]
    [InlineData("Écrire à l.martin+ctg@caf02.cnafmail.fr.", "Écrire à [adresse électronique retirée].")]
    [InlineData("[Nous écrire](mailto:contact@exemple.fr) ou [site](https://exemple.fr)", "Nous écrire ou [site](https://exemple.fr)")]
    [InlineData("[01 23](tel:0123456789)", "01 23")]
    [InlineData("Tél. 03.23.58.00.11, 0612345678", "Tél. [téléphone retiré], [téléphone retiré]")]
    [InlineData("+33 (0)6 12 34 56 78 ou 0033612345678", "[téléphone retiré] ou [téléphone retiré]")]
    [InlineData("depuis 192.168.4.20 et 2001:db8::1f", "depuis [adresse IP retirée] et [adresse IP retirée]")]
    [InlineData("au 12 bis, rue des Lilas, 02500 Hirson", "au [adresse postale retirée]")]
    [InlineData("3 place de la Mairie, 02500 Hirson", "[adresse postale retirée]")]
    public void Ce_qui_permet_de_joindre_quelqu_un_est_retire(string avant, string apres) => Assert.Equal(apres, SansCoordonnees.Retirer(avant));

    [Theory]
    [InlineData("12 places en crèche, 3 route à refaire")]
    [InlineData("01a20877-1187-79a7-b10b-f51a6b2c788e")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("SIREN 240200600, 1 234 567,89 €, le 01/02/2026 à 12:30:45")]
    [InlineData("Madame Claire Morel, présidente ; article L. 263-1")]
    [InlineData("version 1.2.3")]
    [InlineData("059-200043404-20250924-DELIB370A-DE")]
    public void Le_reste_ne_bouge_pas(string texte) => Assert.Equal(texte, SansCoordonnees.Retirer(texte));
}
