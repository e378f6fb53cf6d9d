using System.Data.Common;
using CtgPortal.Web.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CtgPortal.Web.Tests.Common;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("Intitule", "Input.Intitule")]
    [InlineData("Signataires[0].Nom", "Input.Signataires[0].Nom")]
    [InlineData("Periode.Debut", "Input.Periode.Debut")]
    [InlineData("Texte", "note.Texte")]
    [InlineData("Absent", "")]
    [InlineData("", "")]
    public void Le_message_d_un_validateur_trouve_son_champ(string propriete, string attendu)
    {
        var saisie = new ModelStateDictionary();
        saisie.SetModelValue("Input.Intitule", "CTG", "CTG");
        saisie.SetModelValue("note.Texte", "…", "…");

        Assert.Equal(attendu, RefusalPageFilter.FieldKey(saisie, new Page(), propriete));
    }

    [Theory]
    [InlineData("57P03", false, true)]
    [InlineData("08006", false, true)]
    [InlineData("53300", false, true)]
    [InlineData(null, true, true)]
    [InlineData("23505", false, false)]
    [InlineData(null, false, false)]
    public void Seule_une_base_injoignable_est_une_indisponibilite(string? etat, bool passagere, bool attendu)
    {
        var panne = new InvalidOperationException("An exception has been raised.", new Panne(etat, passagere));

        Assert.Equal(attendu, ErrorPages.IsDatabaseDown(panne));
    }

    [Fact]
    public void Une_autre_erreur_n_est_pas_une_indisponibilite() =>
        Assert.False(ErrorPages.IsDatabaseDown(new InvalidOperationException("bug")));

    [Fact]
    public void Une_adresse_garde_ses_filtres_et_change_ce_qu_on_lui_dit()
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = ("/conventions", new QueryString("?statut=EnSuivi&statut=EnSignature&p=3&tri=fin"));

        Assert.Equal("/conventions?statut=EnSuivi&statut=EnSignature&tri=-fin", request.Avec(("tri", "-fin"), ("p", null)));
    }

    [Theory]
    [InlineData(1, 1, new[] { 1 })]
    [InlineData(1, 3, new[] { 1, 2, 3 })]
    [InlineData(4, 4, new[] { 1, 2, 3, 4 })]
    [InlineData(5, 9, new[] { 1, 0, 4, 5, 6, 0, 9 })]
    public void La_pagination_montre_les_bouts_et_les_voisines(int page, int pages, int[] attendu) =>
        Assert.Equal(attendu, new Pagination(page, 20, pages * 20).Numeros());

    private sealed class Page
    {
        public Formulaire Input { get; } = new();
    }

    private sealed class Formulaire
    {
        public string Intitule { get; } = "";

        public object? Periode { get; }

        public IReadOnlyList<object> Signataires { get; } = [];
    }

    private sealed class Panne(string? etat, bool passagere) : DbException
    {
        public override string? SqlState => etat;

        public override bool IsTransient => passagere;
    }
}
