using System.Globalization;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

public sealed class FrenchDecimalBinderTests
{
    [Theory]
    [InlineData("12345,67", "12345.67")]
    [InlineData("12345.67", "12345.67")]
    [InlineData("12 345,67", "12345.67")]
    [InlineData("12\u202F345,67\u00A0€", "12345.67")]
    [InlineData(" 1 234 567 € ", "1234567")]
    [InlineData("12.345,67", "12345.67")]
    [InlineData("12,345.67", "12345.67")]
    [InlineData("45 %", "45")]
    [InlineData("-3,5", "-3.5")]
    [InlineData("0", "0")]
    public void Un_nombre_se_lit_comme_on_l_ecrit(string saisie, string attendu)
    {
        Assert.True(FrenchDecimalBinder.TryParse(saisie, out var nombre));
        Assert.Equal(decimal.Parse(attendu, CultureInfo.InvariantCulture), nombre);
    }

    [Theory]
    [InlineData("douze")]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData("12e3")]
    [InlineData("€")]
    [InlineData("12 € 50")]
    [InlineData("999999999999999999999999999999999")]
    public void Ce_qui_n_est_pas_un_nombre_est_refuse(string saisie) => Assert.False(FrenchDecimalBinder.TryParse(saisie, out _));
}
