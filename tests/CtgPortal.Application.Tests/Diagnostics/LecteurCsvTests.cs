using System.Text;
using CtgPortal.Application.Common;

namespace CtgPortal.Application.Tests.Diagnostics;

public sealed class LecteurCsvTests
{
    private const string Texte = "Question;Réponse;Effectif\r\nÉté « à l’école » ?;Oui;12\r\n";

    public static TheoryData<string, string> Encodages => new()
    {
        { "utf-8", "UTF-8, point-virgule" }, { "utf-8-bom", "UTF-8, point-virgule" }, { "windows-1252", "Windows-1252, point-virgule" },
        { "utf-16", "UTF-16, point-virgule" },
    };

    [Theory, MemberData(nameof(Encodages))]
    public void Les_accents_se_lisent_quel_que_soit_l_encodage(string encodage, string format)
    {
        byte[] octets = encodage switch
        {
            "utf-8" => new UTF8Encoding(false).GetBytes(Texte),
            "utf-8-bom" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Texte)],
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Texte)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Texte),
        };

        var csv = LecteurCsv.Ouvrir(octets);

        Assert.NotNull(csv);
        Assert.Equal(format, csv.Format);
        Assert.Equal(["Question", "Réponse", "Effectif"], csv.Entetes);
        Assert.Equal(["Été « à l’école » ?", "Oui", "12"], Assert.Single(csv.Lignes));
    }

    [Theory]
    [InlineData("a;b,c;d\n1;2;3", "point-virgule", 3)]
    [InlineData("a,b,c\n1,2,3", "virgule", 3)]
    [InlineData("a\tb\tc\n1\t2\t3", "tabulation", 3)]
    [InlineData("a|b|c\n1|2|3", "barre verticale", 3)]
    [InlineData("\"a;b;c\",d\n1,2", "virgule", 2)]
    [InlineData("\"x\n,\",\"y;z;t\",w\n1,2,3", "virgule", 3)]
    public void Le_separateur_se_reconnait_hors_des_guillemets(string texte, string separateur, int colonnes)
    {
        var csv = LecteurCsv.Ouvrir(Encoding.UTF8.GetBytes(texte))!;

        Assert.EndsWith(separateur, csv.Format, StringComparison.Ordinal);
        Assert.Equal(colonnes, csv.Entetes.Count);
        Assert.Equal(colonnes, Assert.Single(csv.Lignes).Count);
    }

    [Fact]
    public void Guillemets_retours_a_la_ligne_et_fin_sans_retour_sont_lus()
    {
        var csv = LecteurCsv.Ouvrir("q;r\r\"il dit \"\"oui\"\"\n;et part\";x\r\n;\r\n\r\nfin"u8.ToArray())!;

        Assert.Equal(
            ["il dit \"oui\"\n;et part|x", "|", "", "fin"],
            csv.Lignes.Select(l => string.Join('|', l)));
    }

    [Fact]
    public void Un_fichier_vide_ou_binaire_ne_casse_rien()
    {
        Assert.Empty(LecteurCsv.Ouvrir([])!.Entetes);
        Assert.Null(LecteurCsv.Ouvrir([0x50, 0x4B, 3, 4, 0, 0, 1]));
    }
}
