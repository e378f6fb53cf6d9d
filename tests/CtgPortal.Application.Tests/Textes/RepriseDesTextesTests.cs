using CtgPortal.Domain.Textes;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Domain.Conventions.StatutConvention;

namespace CtgPortal.Application.Tests.Textes;

/// <summary>What the migration makes of the conventions of before, whose own texts were three columns.</summary>
public sealed class RepriseDesTextesTests(PostgresServer serveur)
{
    [Fact]
    public async Task Les_conventions_de_avant_gardent_leurs_textes()
    {
        await using var app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        var (redaction, diagnostic, commencee) = (UneConvention.Au(EnRedaction), UneConvention.Ouverte(), UneConvention.Ouverte());
        var reprise = Domain.Conventions.Convention.Reprendre(UneConvention.Ouverture(), null, UneConvention.Maintenant);
        var muette = Domain.Conventions.Convention.Reprendre(UneConvention.Ouverture(), null, UneConvention.Maintenant);
        await app.SauverAsync(redaction, diagnostic, commencee, reprise, muette);

        // the tables as they were just before, then the SQL of the migration
        await app.LireAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            DELETE FROM modele_texte_versions; DELETE FROM modeles_texte;
            ALTER TABLE conventions ADD preambule text, ADD gouvernance text, ADD evaluation text;
            """));
        await app.LireAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE conventions SET preambule = 'L’été d’avant.' WHERE id IN ({redaction.Id.Value}, {reprise.Id.Value})"));
        await app.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE conventions SET gouvernance = 'Un comité.' WHERE id = {commencee.Id.Value}"));
        var migration = TextesSql.Up.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        await app.LireAsync(db => db.Database.ExecuteSqlRawAsync(migration));

        var textes = await app.LireAsync(db => db.TextesConvention.ToDictionaryAsync(t => t.ConventionId));
        var passages = await app.LireAsync(async db => (await db.PassagesTexte.ToListAsync()).ToLookup(p => p.ConventionId));
        Assert.Equal(new[] { redaction.Id, commencee.Id, reprise.Id }.Order(Comparer<Domain.Conventions.ConventionId>.Create((a, b) => a.Value.CompareTo(b.Value))), textes.Keys.OrderBy(k => k.Value));
        Assert.Equal((14, 1), (textes[redaction.Id].Articles.Count, textes[redaction.Id].ModeleVersion!.Value));
        Assert.Equal("objet", textes[redaction.Id].Articles[0]);
        Assert.Equal(ContenuTexte.AnnexesUsuelles, textes[redaction.Id].Annexes);
        Assert.Equal(("L’été d’avant.", EtatPassage.Adapte), Lire(redaction.Id, PassagesFixes.Preambule));
        Assert.Equal(EtatPassage.Inchange, Lire(redaction.Id, "objet").Etat);
        Assert.Equal(("Un comité.", EtatPassage.Adapte), Lire(commencee.Id, PassagesFixes.Gouvernance));
        Assert.Equal(EtatPassage.Inchange, Lire(commencee.Id, PassagesFixes.Preambule).Etat);
        Assert.Equal(("L’été d’avant.", EtatPassage.Ajoute), Lire(reprise.Id, PassagesFixes.Preambule));
        Assert.Null(textes[reprise.Id].ModeleId);
        Assert.Single(passages[reprise.Id]);

        (string Corps, EtatPassage Etat) Lire(Domain.Conventions.ConventionId convention, string cle)
        {
            var passage = passages[convention].Single(p => p.Cle == cle);
            return (passage.Corps, passage.Etat);
        }
    }
}
