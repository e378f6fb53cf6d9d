using System.Security.Cryptography;
using CtgPortal.Application.Common;
using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Tests.Diagnostics;

public sealed class ValidationTests(PostgresServer serveur) : IAsyncLifetime
{
    private ApplicationDeTest _app = null!;
    private Convention _convention = null!;
    private Personne _coordination = null!;
    private Enquete _enquete = null!;
    private Entretien _entretien = null!;
    private (Diagnostic Diagnostic, IndicateurId Indicateur, ConstatId Constat) _rempli;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
        _convention = UneConvention.Au(StatutConvention.EnDiagnostic);
        _coordination = ApplicationDeTest.Une(Role.Coordination, _convention.Id, "Léa Martin");
        _rempli = UnDiagnostic.Rempli(_convention.Id);
        (_enquete, _entretien) = (UneEnquete.AvecResultats(_convention.Id), UneEnquete.Entretien(_convention.Id, new CommuneEntendue("02053", "Aubenton")));
        await _app.SauverAsync(_convention, _rempli.Diagnostic, _enquete, _entretien, UneEnquete.Document(_convention.Id));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Valider_garde_tout_le_contenu_avec_son_empreinte_dans_la_meme_transaction()
    {
        await ValiderAsync();

        var fichier = await _app.EnvoyerAsync(new ExporterValidation.Query(_convention.Id, 1), _coordination);
        var dossier = await _app.EnvoyerAsync(new ListerValidations.Query(_convention.Id), _coordination);
        var ligne = Assert.Single(dossier!.Validations);
        Assert.Equal(
            (1, "Léa Martin", true, 1, 2, 1, 1, 1, 1),
            (ligne.Numero, ligne.Par, ligne.EstIntacte, ligne.Indicateurs, ligne.Valeurs, ligne.Constats, ligne.Enquetes, ligne.Entretiens, ligne.Documents));
        Assert.Equal(ligne.Empreinte, Convert.ToHexStringLower(SHA256.HashData(fichier!.Contenu)));
        Assert.Equal(0, dossier.Depuis);
        var photographie = PhotographieDiagnostic.Lire(System.Text.Encoding.UTF8.GetString(fichier.Contenu));
        Assert.Equal(["Cnaf", "Cnaf"], photographie.Indicateurs.Single().Valeurs.Select(v => v.Source));
        Assert.Equal("Aubenton", photographie.Entretiens.Single().Communes.Single().Nom);
        Assert.Equal(412, photographie.Enquetes.Single().Questions.Single().Reponses[0].Effectif);
    }

    [Fact]
    public async Task Le_meme_diagnostic_donne_deux_fois_les_memes_octets()
    {
        var revision = await ValiderAsync();
        revision = await _app.EnvoyerAsync(new RouvrirDiagnostic.Command(_convention.Id, revision, "Relecture"), _coordination);
        await ValiderAsync(revision);

        var validations = await _app.LireAsync(db => db.ValidationsDiagnostic.OrderBy(v => v.Numero).ToListAsync());
        Assert.Equal([1, 2], validations.Select(v => v.Numero));
        Assert.Equal(validations[0].Contenu, validations[1].Contenu);
        Assert.Equal(validations[0].Empreinte, validations[1].Empreinte);
        Assert.Empty((await DifferencesAsync(1, 2)).Differences);
    }

    [Fact]
    public async Task Tout_ce_qui_appartient_au_diagnostic_est_fige_avec_lui_pour_la_meme_raison()
    {
        await ValiderAsync();

        var refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(
            new RetirerEntretien.Command(_convention.Id, _entretien.Id, _entretien.Revision), _coordination));
        Assert.Equal("diagnostic-valide", Assert.Single(refus.Obstacles).Code);
        refus = await Assert.ThrowsAsync<BusinessRuleException>(() => _app.EnvoyerAsync(
            new RetirerEnquete.Command(_convention.Id, _enquete.Id, _enquete.Revision), _coordination));
        Assert.Equal("diagnostic-valide", Assert.Single(refus.Obstacles).Code);
        Assert.False((await _app.EnvoyerAsync(new ListerEnquetes.Query(_convention.Id), _coordination))!.Permet<AjouterEnquete.Command>());
    }

    [Fact]
    public async Task Depuis_la_validation_chaque_difference_est_dite_champ_par_champ()
    {
        var revision = await _app.EnvoyerAsync(new RouvrirDiagnostic.Command(_convention.Id, await ValiderAsync(), "Chiffres 2025"), _coordination);
        revision = (await _app.EnvoyerAsync(Valeur(revision, 2024, 49.2m), _coordination)).Revision;
        revision = (await _app.EnvoyerAsync(Valeur(revision, 2025, 51m), _coordination)).Revision;
        revision = await _app.EnvoyerAsync(new RetirerValeur.Command(_convention.Id, revision, _rempli.Indicateur, 2024, UnDiagnostic.Aisne.Cle), _coordination);
        revision = await _app.EnvoyerAsync(new ModifierConstat.Command(
            _convention.Id, revision, _rempli.Constat,
            new(UnDiagnostic.Champ, NatureConstat.Faiblesse, "Peu de places en horaires atypiques.", PrioriteConstat.Haute, [$"Enquete:{_enquete.Id.Value}"])), _coordination);
        await _app.EnvoyerAsync(new AjouterConstat.Command(_convention.Id, revision, new("jeunesse", NatureConstat.Besoin, "Un lieu")), _coordination);
        await _app.EnvoyerAsync(new RetirerEntretien.Command(_convention.Id, _entretien.Id, _entretien.Revision), _coordination);

        var differences = (await DifferencesAsync(null, null)).Differences;

        Assert.Equal(
            [
                (PartieDiagnostic.Valeur, EtatDifference.Ajoute, "Taux de couverture – CC des Trois Rivières, 2025"),
                (PartieDiagnostic.Valeur, EtatDifference.Modifie, "Taux de couverture – CC des Trois Rivières, 2024"),
                (PartieDiagnostic.Valeur, EtatDifference.Retire, "Taux de couverture – Aisne, 2024"),
                (PartieDiagnostic.Constat, EtatDifference.Ajoute, "Un lieu"),
                (PartieDiagnostic.Constat, EtatDifference.Modifie, "Peu de places en horaires atypiques."),
                (PartieDiagnostic.Entretien, EtatDifference.Retire, "Maire, Commune d’Aubenton"),
            ],
            differences.Select(d => (d.Partie, d.Etat, d.Intitule)));
        Assert.Equal([new("valeur", "48.5", "49.2"), new Changement("source", "Cnaf", "Insee")], differences[1].Champs);
        Assert.Equal([new("priorite", null, "Haute"), new Changement("appuis", null, "Questionnaire aux parents")], differences[4].Champs);
        Assert.Equal(6, (await _app.EnvoyerAsync(new ListerValidations.Query(_convention.Id), _coordination))!.Depuis);
    }

    [Fact]
    public async Task Un_contenu_change_en_base_ne_porte_plus_son_empreinte()
    {
        await ValiderAsync();
        await _app.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE validations_diagnostic SET contenu = replace(contenu, '48.5', '58.5')"));

        Assert.False(Assert.Single((await _app.EnvoyerAsync(new ListerValidations.Query(_convention.Id), _coordination))!.Validations).EstIntacte);
    }

    [Fact]
    public async Task Une_validation_inconnue_et_une_comparaison_sans_validation()
    {
        Assert.Null((await DifferencesAsync(null, null)).De);
        Assert.Null(await _app.EnvoyerAsync(new ConsulterDifferences.Query(_convention.Id, 9), _coordination));
        Assert.Null(await _app.EnvoyerAsync(new ExporterValidation.Query(_convention.Id, 1), _coordination));
        await Assert.ThrowsAsync<NotFoundException>(() => _app.EnvoyerAsync(
            new ListerValidations.Query(_convention.Id), ApplicationDeTest.Une(Role.Coordination, ConventionId.New())));
    }

    private Task<int> ValiderAsync(int? revision = null) =>
        _app.EnvoyerAsync(new ValiderDiagnostic.Command(_convention.Id, revision ?? _rempli.Diagnostic.Revision), _coordination);

    private async Task<ConsulterDifferences.Dossier> DifferencesAsync(int? de, int? a)
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterDifferences.Query(_convention.Id, de, a), _coordination);
        Assert.NotNull(dossier);
        return dossier;
    }

    private RenseignerValeur.Command Valeur(int revision, int annee, decimal valeur) =>
        new(_convention.Id, revision, _rempli.Indicateur, annee, "Epci:240200600", null, EtatValeur.Publiee, valeur, "Insee", null, null);
}
