using System.Text;
using System.Text.RegularExpressions;
using CtgPortal.Application.Courriels;
using CtgPortal.Application.Signatures.Liens;
using CtgPortal.Domain.Signatures.Preuves;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.Infrastructure.Courriels;
using CtgPortal.Infrastructure.Persistence;
using CtgPortal.Infrastructure.Signatures;
using CtgPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace CtgPortal.Application.Tests.Signatures;

/// <summary>Links and codes on the wire: what a person reads in their mailbox, and what the portal keeps of it.</summary>
public sealed partial class EnvoiDesSecretsTests(PostgresServer serveur) : IAsyncLifetime
{
    private const string Presidente = "president@demo.test";

    private readonly ServeurSmtpDeTest _smtp = new();
    private TerrainDeSignature _terrain = null!;

    private ApplicationDeTest App => _terrain.Application;

    public async ValueTask InitializeAsync() => _terrain = await TerrainDeSignature.PreparerAsync(serveur);

    public async ValueTask DisposeAsync()
    {
        await _terrain.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [Fact]
    public async Task Le_lien_et_le_code_recus_signent_et_leur_envoi_se_prouve()
    {
        var circuit = await _terrain.OuvrirAsync();
        Assert.Equal(2, await DistribuerAsync());
        var jeton = Lien().Match(Recu(Presidente).TextBody!).Groups[1].Value;

        await App.EnvoyerAsync(new DemanderCode.Command(_terrain.Convention, jeton), Personne.Inconnue);
        Assert.Equal(1, await DistribuerAsync());
        var message = Recu(Presidente);
        var code = Code().Match(message.TextBody!).Value;

        Assert.Contains(code, message.HtmlBody, StringComparison.Ordinal);
        Assert.False(await App.EnvoyerAsync(
            new SignerParLien.Command(_terrain.Convention, circuit.Id, circuit.LigneDe(Presidente)!.Id, jeton, circuit.Empreinte, true, code), Personne.Inconnue));
        var gardes = await App.LireAsync(db => db.Courriels.Where(c => c.Destinataire == Presidente).Select(c => c.Texte).ToListAsync());
        Assert.All(gardes, t => Assert.Contains(Courriel.PlaceDuSecret, t, StringComparison.Ordinal));
        var preuves = await App.LireAsync(db => db.Preuves.AsNoTracking().Where(e => e.Ligne == circuit.LigneDe(Presidente)!.Id.Value).Select(e => e.Type).ToListAsync());
        Assert.Equal([nameof(CodeEnvoye), nameof(LienEnvoye)], preuves.Where(t => t is nameof(LienEnvoye) or nameof(CodeEnvoye)).Order());
    }

    [Fact]
    public async Task Un_envoi_repris_donne_un_lien_qui_ouvre()
    {
        await _terrain.OuvrirAsync();
        _smtp.RefuserProvisoirement(2);
        Assert.Equal(0, await DistribuerAsync());
        App.Horloge.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(2, await DistribuerAsync());

        var jeton = Lien().Match(Recu(Presidente).TextBody!).Groups[1].Value;
        Assert.NotNull(await App.EnvoyerAsync(new ConsulterLien.Query(jeton), Personne.Inconnue));
    }

    [Fact]
    public async Task Ce_qui_attend_encore_quand_le_texte_est_repris_ne_part_pas()
    {
        await _terrain.OuvrirAsync();
        await _terrain.RevenirAsync();

        await DistribuerAsync();

        Assert.All(_smtp.Recus, m => Assert.DoesNotContain("/signer/", Lire(m).TextBody, StringComparison.Ordinal));
        Assert.Equal(0, await App.LireAsync(db => db.LiensSignature.CountAsync()));
        Assert.Equal(0, await App.LireAsync(db => db.Courriels.CountAsync(c => c.Secret != null)));
    }

    private Task<int> DistribuerAsync() => App.AvecAsync(services => new Distribution(
        services.GetRequiredService<CtgDbContext>(), services.GetRequiredService<Application.Commentaires.ComposeurMentions>(),
        services.GetRequiredService<SecretsDeSignature>(),
        Microsoft.Extensions.Options.Options.Create(new SmtpOptions { Hote = "127.0.0.1", Port = _smtp.Port, Tls = ModeTls.Aucun, Expediteur = "Portail <portail@exemple.fr>" }),
        App.Horloge, NullLogger<Distribution>.Instance).DistribuerAsync(CancellationToken.None));

    private MimeMessage Recu(string destinataire) => Lire(_smtp.Recus.Last(m => m.Destinataires.Contains(destinataire)));

    private static MimeMessage Lire(MessageRecu recu) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(recu.Source)));

    [GeneratedRegex(@"http://localhost:5080/signer/([\w-]{43})")]
    private static partial Regex Lien();

    [GeneratedRegex(@"(?m)^\d{6}\r?$")]
    private static partial Regex Code();
}
