using CsCheck;
using CtgPortal.Application.Echanges;
using CtgPortal.Application.Imports;
using CtgPortal.Application.Tests.Plans;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Suivi;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using static CtgPortal.TestSupport.Builders.UnPlan;

namespace CtgPortal.Application.Tests.Echanges;

/// <summary>Whatever a plan says, what leaves in a workbook comes back the same.</summary>
public sealed class AllerRetourTests(PostgresServer serveur)
{
    private const int Plans = 12;

    private static readonly string[] Mots =
        ["Ouvrir", "=1+1", "-", "Crèche", "12,5", "d’été", "« oui »", "2026-03-12", "#N/A", "a;b", "\"cité\"", "1.", "Ligne\nsuivante", "x, y", "Élu", "+33", "@nous", "’", "œ", "5 %"];

    private static readonly Gen<string> Texte = Gen.Int[0, Mots.Length - 1].Select(i => Mots[i]).Array[1, 4].Select(m => string.Join(' ', m).Trim());

    private static readonly Gen<string?> Facultatif = Gen.Bool.SelectMany(b => b ? Texte.Select(t => (string?)t) : Gen.Const((string?)null));

    private static readonly Gen<decimal?> Montant = Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 99_999_999].Select(n => (decimal?)n / 100m));

    private static readonly Gen<DateOnly?> Jour = Gen.OneOf(Gen.Const((DateOnly?)null), Gen.Int[0, 4_000].Select(n => (DateOnly?)new DateOnly(2020, 1, 1).AddDays(n)));

    private static readonly Gen<ContenuFiche> Contenu =
        from textes in Facultatif.Array[24]
        from titre in Texte
        from champs in Texte.Array[0, 3]
        from nombres in Gen.Int[0, 40].Array[8]
        from montants in Montant.Array[12]
        from debut in Jour
        select Composer(textes, titre, champs, nombres, montants, debut);

    private static readonly Gen<(ContenuFiche Contenu, int Place)[]> Fiches = Gen.Select(Contenu, Gen.Int[0, 6]).Array[0, 7];

    [Fact]
    public async Task Un_plan_exporte_et_importe_dans_un_plan_vide_est_le_meme_et_ne_change_rien_la_seconde_fois()
    {
        var jeux = new List<(ContenuFiche, int)[]>();
        Fiches.Sample(jeux.Add, iter: Plans, threads: 1);
        foreach (var jeu in jeux)
        {
            await using var origine = await PlanDeTest.OuvrirAsync(serveur, axes: 0);
            await PeuplerAsync(origine, jeu);
            await using var vide = await PlanDeTest.OuvrirAsync(serveur, axes: 0);
            await DefinirAsync(vide);
            var fichier = await origine.ExporterAsync();

            await vide.ImporterAsync(fichier);

            Assert.Equal(await DireAsync(origine), await DireAsync(vide));
            var encore = await vide.RapportAsync(fichier);
            Assert.Empty(encore.Lignes.SelectMany(l => l.Differences.Select(d => $"{l.Numero} {d}")));
            Assert.Equal("rien-a-ecrire", Assert.Single(encore.Obstacles).Code);
            Assert.Empty(encore.Details);
        }
    }

    [Fact]
    public async Task Le_csv_des_fiches_revient_aussi()
    {
        await using var t = await PlanDeTest.OuvrirAsync(serveur);

        var rapport = await t.RapportAsync(await t.ExporterAsync(FormatPlan.Csv));

        Assert.All(rapport.Lignes, l => Assert.Equal((SuiteLigne.Inchangee, 0), (l.Suite, l.Remarques.Count)));
        Assert.Equal(t.Fiches.Count, rapport.Trouves);
        Assert.Empty(rapport.Absentes);
    }

    private static ContenuFiche Composer(string?[] t, string titre, string[] champs, int[] n, decimal?[] m, DateOnly? debut) => Composer(t, titre, champs, n, m, debut, IndicateurFicheId.New());

    private static ContenuFiche Composer(string?[] t, string titre, string[] champs, int[] n, decimal?[] m, DateOnly? debut, IndicateurFicheId mesure) => new(
        new(titre, champs, n[0] % 4 == 3 ? null : (PrioriteFiche)(n[0] % 4), n[0] % 2 == 0, n[0] % 5 == 0),
        new(t[0], t[1], t[2]) { Schemas = [.. champs.Take(2)] },
        new(t[3], t[5], n[1] % 4 == 3 ? null : (NatureAction)(n[1] % 4), t[6]),
        new(t[7], n[2] % 3 == 0 ? null : n[2], t[8], n[2] % 2 == 0 ? [] : [UneConvention.Communes[0].Code]),
        new(t[9], t[10], t[11], t[12], t[13], t[14], t[15]),
        new(t[16], debut, debut?.AddDays(n[3]), debut is null && n[3] % 2 == 0),
        new(t[17], m[0] is { } etp ? etp / 10_000m : null, t[18], m[1], n[4] % 2 == 0),
        new(t[19], t[20], n[5] % 6 == 5 ? null : (ParticipationHabitants)(n[5] % 6)),
        [
            .. new[] { t[4], t[6], t[11] }.OfType<string>().Select((texte, i) => new LigneObjectif(
                ObjectifId.New(), new(texte, n[1] % 3 > 0 && i % 2 == 0 ? mesure : null))),
        ],
        [.. Enumerable.Range(0, n[6] % 3).Select(i => new LigneOperation(OperationId.New(), new($"Étape {i / 2} {t[21]}", t[9], t[22], m[2 + i], t[16], t[23], debut)))],
        [.. Enumerable.Range(0, n[7] % 3).Select(i => new Financement($"Financeur {i} {t[21]}", 2026 + i, (NatureDepense)(i % 2), m[5 + i] ?? 1m, m[8 + i]))],
        [.. Enumerable.Range(0, n[1] % 3).Select(i => new LigneIndicateur(i == 0 ? mesure : IndicateurFicheId.New(), new(
            $"Indicateur {t[3]}", (TypeIndicateur)(i % 2), i == 0 ? null : CategorieIndicateur.Impact, t[22]?[..Math.Min(20, t[22]!.Length)], m[10], m[11], t[23], t[9], t[8], t[22])))]);

    private static Task<int> DefinirAsync(PlanDeTest t) => t.Application.LireAsync(async db =>
    {
        var plan = await db.Plans.FindAsync(t.Convention);
        plan!.DefinirNiveaux(["Enjeu", "Orientation", "Objectif", "Fiche"], Numerotation.Hierarchique, Etape, Maintenant);
        return await db.SaveChangesAsync();
    });

    private static async Task PeuplerAsync(PlanDeTest t, (ContenuFiche Contenu, int Place)[] jeu)
    {
        await DefinirAsync(t);
        await t.Application.LireAsync(async db =>
        {
            var plan = (await db.Plans.FindAsync(t.Convention))!;
            var (a, b) = (plan.Axe("1. Petite enfance"), plan.Axe("Jeunesse ; ados"));
            var sous = plan.Orientation(a, intitule: "Accueillir");
            var feuille = plan.Orientation(a, sous, "Orientation 2 : former");
            plan.Orientation(b, intitule: "Sans fiche");
            (AxeId, OrientationId?)[] places = [(a, null), (a, sous), (a, feuille), (b, null), (a, feuille), (a, sous), (b, null)];
            foreach (var (contenu, place) in jeu)
            {
                var fiche = FicheAction.Creer(t.Convention, contenu.Identite.Intitule, Etape, Maintenant);
                fiche.Reecrire(contenu, Etape, Maintenant);
                plan.Placer(fiche.Id, places[place].Item1, places[place].Item2, Etape, Maintenant);
                db.Add(fiche);
                db.Add(SuiviFiche.Commencer(fiche));
            }

            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Everything that a plan says, without the ids.</summary>
    private static async Task<string> DireAsync(PlanDeTest t)
    {
        var arbre = (await t.LireAsync()).Plan;
        var contenus = await t.Application.LireAsync(db => Task.FromResult(db.FichesAction.Where(f => f.ConventionId == t.Convention).ToList().ToDictionary(f => f.Id, f => f.Contenu)));
        return string.Join('\n', arbre.Axes.SelectMany(a => Branche(1, a.Intitule, a.Fiches, a.Branches)));

        IEnumerable<string> Branche(int niveau, string titre, IReadOnlyList<Application.Plans.FicheDuPlan> fiches, IReadOnlyList<Application.Plans.BrancheDuPlan> filles) =>
        [
            $"{new string('#', niveau)} {titre}",
            .. fiches.Select(f => $"{f.Numero} {string.Join(" / ", ChampsFiche.Tous.Select(c => $"{c.Code}={c.Texte(contenus[f.Id])}"))}"),
            .. filles.SelectMany(b => Branche(niveau + 1, b.Intitule, b.Fiches, b.Branches)),
        ];
    }
}
