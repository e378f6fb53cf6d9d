using CtgPortal.Application.Textes;

namespace CtgPortal.Application.Tests.Textes;

public sealed class DifferencesMotsTests
{
    [Fact]
    public void Un_montant_change_tout_entier()
    {
        var suites = DifferencesMots.Entre("Aide de 3\u202F000\u00A0€ par an, versée au gestionnaire", "Aide de 6\u202F000\u00A0€ par an, versée au gestionnaire");

        Assert.Equal("3\u202F000", Assert.Single(suites, s => s.Sort == SortDeMots.Retire).Texte.Trim());
        Assert.Equal("6\u202F000", Assert.Single(suites, s => s.Sort == SortDeMots.Ajoute).Texte.Trim());
    }
}
