using CtgPortal.Infrastructure.Documents;

namespace CtgPortal.Application.Tests.Documents;

public sealed class TypographieTests(DocumentsFixture documents)
{
    [Theory]
    [InlineData("l'action d'accueil", "l’action d’accueil")]
    [InlineData("Pourquoi ? Oui ! Bien ; sûr : voilà", "Pourquoi\u202F? Oui\u202F! Bien\u202F; sûr\u00A0: voilà")]
    [InlineData("« bonus »", "«\u00A0bonus\u00A0»")]
    [InlineData("12 345,67 € et 3 % de 1 234 567 familles", "12\u202F345,67\u00A0€ et 3\u00A0% de 1\u202F234\u202F567 familles")]
    [InlineData("voir https://exemple.fr : 10:30", "voir https://exemple.fr\u00A0: 10:30")]
    [InlineData("en 2021 400 familles", "en 2021\u202F400 familles")]
    [InlineData("#let x = 1; <b>", "#let x = 1; <b>")]
    public void Les_espaces_et_apostrophes_sont_francaises(string saisi, string imprime) =>
        Assert.Equal(imprime, documents.Typographie.PreparerTexte(saisi));

    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("a\tb", "a b")]
    [InlineData("x\u202Ey", "xy")]
    [InlineData("cœur ✓", "cœur ✓")]
    [InlineData("👩‍👩‍👧 fin", "□ fin")]
    [InlineData("Ωmega Жук", "Ωmega Жук")]
    public void Ce_que_les_polices_n_ont_pas_devient_un_carre(string saisi, string imprime) =>
        Assert.Equal(imprime, documents.Typographie.PreparerTexte(saisi));

    [Fact]
    public void Un_mot_tres_long_peut_etre_coupe_sans_rien_perdre()
    {
        var mot = new string('x', 200);

        var prepare = documents.Typographie.PreparerTexte($"avant {mot} apres");

        Assert.Equal($"avant {mot} apres", prepare.Replace("\u200B", "", StringComparison.Ordinal));
        Assert.All(prepare.Split(' ', '\u200B'), m => Assert.True(m.Length <= 10));
    }

    [Fact]
    public void La_couverture_des_polices_contient_le_francais()
    {
        var polices = CouverturePolices.Lire(Path.Combine(AppContext.BaseDirectory, "Documents", "polices"));

        Assert.All("abcxyzABCXYZ0123456789éèêëàâçîïôùûüÿœæŒÆÉÈÊÀÇ«»’–—…€•□\u00A0\u202F\u200B".EnumerateRunes(), r => Assert.True(polices.Couvre(r.Value), $"U+{r.Value:X4}"));
        Assert.False(polices.Couvre(0x1F389));
        Assert.False(polices.Couvre(0x0633));
    }
}
