using System.Net;
using CtgPortal.TestSupport;

namespace CtgPortal.Web.Tests.Resilience;

/// <summary>Input that may be accepted, and must then be harmless; each test changes the portal, hence a portal of its own.</summary>
public sealed class SaisiesEtrangesTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Script = "<script>alert('ctg')</script><img src=x onerror=alert(1)>";

    private readonly Exploration _portail = new(serveur);

    private static CancellationToken Arret => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _portail.InitializeAsync();

    public ValueTask DisposeAsync() => _portail.DisposeAsync();

    [Fact]
    public async Task Toute_autre_saisie_absurde_recoit_une_reponse_claire()
    {
        var ecarts = new List<string>();
        string[] absurdes = ["", "abc", "-1", "99999999999999999999", "0001-01-01", "9999-12-31", "1e308", "NaN", "77", "\uD83D\uDE00", "00000000-0000-0000-0000-000000000000"];
        foreach (var modele in _portail.Formulaires().Where(m => Exploration.Champs(m.Pour(0).Form).Count > 1))
        {
            foreach (var (essai, valeur) in absurdes.Index())
            {
                var (adresse, form) = modele.Pour(essai);
                // every field at once, the token excepted
                var champs = Exploration.Champs(form).Select(c => c.Key == "__RequestVerificationToken" ? c : new(c.Key, valeur));
                using var reponse = await _portail.PosterAsync(adresse, form, champs);
                if ((int)reponse.StatusCode >= 500)
                {
                    ecarts.Add($"{(int)reponse.StatusCode} '{valeur}' on {adresse} {form.GetAttribute("action")}");
                }
            }
        }

        Assert.Equal([], ecarts);
    }

    [Fact]
    public async Task Du_html_saisi_est_montre_comme_du_texte()
    {
        var ecarts = new List<string>();
        var acceptes = 0;
        foreach (var modele in _portail.Formulaires())
        {
            foreach (var (adresse, form, champ) in modele.ParChamp(Exploration.ChampsDeTexte).Where(c => !c.Champ.Contains("MotDePasse", StringComparison.Ordinal)))
            {
                var champs = Exploration.Champs(form).Where(c => c.Key != champ).Append(new(champ, Script));
                using var reponse = await _portail.PosterAsync(adresse, form, champs);
                acceptes += reponse.StatusCode == HttpStatusCode.Found ? 1 : 0;
                Examiner(await reponse.Content.ReadAsStringAsync(Arret), $"the answer of {adresse} to {champ}", ecarts);
            }
        }

        foreach (var adresse in _portail.Pages.Keys)
        {
            // some are gone: a form with a text may also delete
            using var relue = await _portail.Navigateur.GetAsync(new Uri(adresse, UriKind.Relative), Arret);
            Assert.True((int)relue.StatusCode < 500, adresse);
            Examiner(await relue.Content.ReadAsStringAsync(Arret), adresse, ecarts, exact: false);
        }

        Assert.Equal([], ecarts);
        Assert.NotEqual(0, acceptes);
    }

    private static void Examiner(string html, string ou, List<string> ecarts, bool exact = true)
    {
        if (html.Contains("<script>alert", StringComparison.OrdinalIgnoreCase) || html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase))
        {
            ecarts.Add($"{(exact ? "at once" : "later")}: {ou}");
        }
    }
}
