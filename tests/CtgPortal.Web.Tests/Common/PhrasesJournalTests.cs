using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CtgPortal.Application.Journal;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;

namespace CtgPortal.Web.Tests.Common;

public sealed partial class PhrasesJournalTests
{
    public static TheoryData<Type> Faits => [.. FaitsDuJournal.Tous];

    /// <summary>Every field that the sources of the domain compare: <c>.Noter("intitule", …)</c>.</summary>
    public static TheoryData<string> Champs => [.. SourcesDuDomaine().SelectMany(s => Noter().Matches(s)).Select(m => m.Groups[1].Value).Concat(ChampsFiche.Tous.Select(c => c.Code)).Distinct()];

    public static TheoryData<Type> Listes => [.. ChampsJournal.Listes];

    [Theory]
    [MemberData(nameof(Faits))]
    public void Chaque_fait_du_domaine_a_sa_phrase_et_son_icone(Type fait)
    {
        var exemple = (DomainEvent)RuntimeHelpers.GetUninitializedObject(fait);

        Assert.NotEmpty(PhrasesJournal.De(exemple));
        Assert.DoesNotContain(fait.Name, PhrasesJournal.De(exemple), StringComparison.Ordinal);
        Assert.NotEmpty(PhrasesJournal.Icone(exemple));
    }

    [Fact]
    public void Un_fait_sans_phrase_est_une_erreur() => Assert.Throws<ArgumentOutOfRangeException>(() => PhrasesJournal.De(new FaitInconnu()));

    [Theory]
    [MemberData(nameof(Champs))]
    public void Chaque_champ_compare_par_le_domaine_a_son_libelle(string champ) => Assert.NotEmpty(ChampsJournal.Libelle(champ));

    [Fact]
    public void Les_champs_se_lisent_dans_les_sources() => Assert.True(Champs.Count > 60, "The sources of the domain were not found.");

    [Fact]
    public void Chaque_case_des_lignes_d_une_fiche_a_son_libelle()
    {
        var colonnes = ChampsFiche.Objectifs.Genre.Colonnes.Select(c => ("objectifs-operationnels", c.Code))
            .Concat(ChampsFiche.Operations.Genre.Colonnes.Select(c => ("operations", c.Code)))
            .Concat(ChampsFiche.Financements.Genre.Colonnes.Select(c => ("financements", c.Code)))
            .Concat(ChampsFiche.Indicateurs.Genre.Colonnes.Select(c => ("indicateurs", c.Code)));

        Assert.All(colonnes, c => Assert.NotEmpty(LibellesFiche.De(c.Item1, c.Code).Libelle));
    }

    [Theory]
    [MemberData(nameof(Listes))]
    public void Chaque_code_du_journal_a_son_mot(Type liste) =>
        Assert.All(Enum.GetValues(liste).Cast<object>(), code => Assert.False(string.IsNullOrEmpty(Libelles.DeValeur(code)), $"{liste.Name}.{code}"));

    [Theory]
    [InlineData("intitule", "Ctg 2026", "Ctg 2026")]
    [InlineData("intitule", null, null)]
    [InlineData("confidentielle", "True", "Oui")]
    [InlineData("confidentielle", "False", "Non")]
    [InlineData("debut", "2026-03-12", "12 mars 2026")]
    [InlineData("periode", "2026-01-01/2029-12-31", "1er janvier 2026 – 31 décembre 2029")]
    [InlineData("partie-type", "Msa", "MSA")]
    [InlineData("pilote-compte", "0198c2d4-0000-7000-8000-000000000000", "Un compte du portail")]
    public void Les_valeurs_se_lisent_en_francais(string champ, string? brut, string? lu) =>
        Assert.Equal(lu, ChampsJournal.Valeur(champ, brut)?.Replace('\u00A0', ' '));

    [Fact]
    public void Un_compte_connu_est_nomme()
    {
        var comptes = new Dictionary<string, string> { ["0198c2d4-0000-7000-8000-000000000000"] = "Claire Dubois" };

        Assert.Equal("Claire Dubois", ChampsJournal.Valeur("pilote-compte", "0198c2d4-0000-7000-8000-000000000000", comptes));
        Assert.Equal("Un compte du portail", ChampsJournal.Valeur("pilote-compte", "0198c2d4-0000-7000-8000-000000000001", comptes));
    }

    private static IEnumerable<string> SourcesDuDomaine()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (dossier is not null && !File.Exists(Path.Combine(dossier.FullName, "CtgPortal.sln")))
        {
            dossier = dossier.Parent;
        }

        return Directory.EnumerateFiles(Path.Combine(dossier!.FullName, "src", "CtgPortal.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
    }

    [GeneratedRegex(@"(?:Noter|Remplacer)\(\s*""([a-z-]+)""")]
    private static partial Regex Noter();

    private sealed record FaitInconnu() : DomainEvent(DateTimeOffset.UnixEpoch)
    {
        public override IReadOnlyList<Domain.Conventions.ConventionId> Conventions => [];
    }
}
