using CtgPortal.Domain.Commentaires;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Demonstration;

/// <summary>What several people make of one plan is there to be looked at: a library, discussions, attachments, links, money.</summary>
public sealed class EchangesTests(DonneesDeDemonstration donnees) : IClassFixture<DonneesDeDemonstration>
{
    private const string TroisRivieres = "240200600";

    [Fact]
    public async Task La_bibliotheque_de_l_Aisne_demande_une_fiche_que_l_un_ecarte_et_que_l_autre_n_a_pas_encore()
    {
        var modeles = await donnees.Services.LireAsync(db => db.FichesModele.AsNoTracking().ToListAsync());
        var reprises = await donnees.Services.LireAsync(db => db.ReprisesModele.AsNoTracking().ToListAsync());

        Assert.All(modeles, m => Assert.StartsWith("Exemple : ", m.Intitule, StringComparison.Ordinal));
        Assert.All(modeles, m => Assert.Equal("02", m.CafCode));
        var imposee = Assert.Single(modeles, m => m.EstImposee);
        Assert.Equal(donnees.De(TroisRivieres).Id, Assert.Single(reprises, r => r.ModeleId == imposee.Id && r.SansObjet is not null).ConventionId);
        var suivie = Assert.Single(reprises, r => r.FicheActionId is not null);
        Assert.Equal(donnees.De("").Id, suivie.ConventionId);
        Assert.Equal((1, 2), (suivie.Version, modeles.Single(m => m.Id == suivie.ModeleId).Derniere.Numero));
    }

    [Fact]
    public async Task Des_discussions_sont_ouvertes_closes_et_attendent_quelqu_un()
    {
        var discussions = await donnees.Services.LireAsync(db => db.Commentaires.AsNoTracking().ToListAsync());

        Assert.All(discussions.SelectMany(d => d.Messages), m => Assert.StartsWith("Exemple : ", m.Texte, StringComparison.Ordinal));
        Assert.Single(discussions, d => d.EstResolu);
        Assert.Contains(discussions, d => d is { EstResolu: false, Messages.Count: 2 });
        Assert.Contains(discussions, d => d.Nature == NatureCible.Passage);
        Assert.Contains(discussions.SelectMany(d => d.Mentions), m => m.TraiteeLe is null);
    }

    [Fact]
    public async Task Les_fiches_ont_des_pieces_des_liens_et_de_l_argent_sur_trois_ans()
    {
        var fiches = (await donnees.FichesAsync(donnees.De(TroisRivieres))).Select(f => f.Fiche).ToList();
        var jointes = await donnees.Services.LireAsync(db => db.PiecesJointes.AsNoTracking().Join(db.Pieces, j => j.Id, p => p.PieceJointeId, (j, p) => new { j.FicheActionId, p.TypeMime, p.Contenu }).ToListAsync());
        var liens = await donnees.Services.LireAsync(db => db.LiensFiches.AsNoTracking().ToListAsync());

        Assert.Equal(["application/pdf", "image/png"], jointes.Select(j => j.TypeMime).Distinct().Order(StringComparer.Ordinal));
        Assert.All(jointes, j => Assert.True(j.Contenu.AsSpan().StartsWith(j.TypeMime == "image/png" ? [0x89, 0x50, 0x4E, 0x47] : "%PDF-"u8)));
        Assert.Equal(4, liens.Count);
        Assert.Equal([2022, 2023, 2024], fiches.SelectMany(f => f.Financements).Select(f => f.Annee).Distinct().Order());
        Assert.Equal(8, fiches.Count(f => f.Financements.Count > 0));
        Assert.All(fiches.SelectMany(f => f.Financements), f => Assert.True(f.Annee < 2024 || f.Realise is null));
    }
}
