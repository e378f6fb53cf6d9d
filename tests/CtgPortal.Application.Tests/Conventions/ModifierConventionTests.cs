using CtgPortal.Application.Common;
using CtgPortal.Application.Conventions;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static CtgPortal.Application.Tests.Conventions.Personnes;
using static CtgPortal.TestSupport.Builders.UneConvention;

namespace CtgPortal.Application.Tests.Conventions;

public sealed class ModifierConventionTests(PostgresServer serveur) : IAsyncLifetime
{
    private readonly Convention _convention = Preparee();
    private ApplicationDeTest _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ApplicationDeTest.OuvrirAsync(serveur, Maintenant.AddDays(1));
        await _app.SauverAsync([.. Referentiel(), _convention]);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Le_journal_dit_qui_quand_quel_champ_avant_et_apres()
    {
        var revision = await _app.EnvoyerAsync(Cadre("Ctg 2026-2029"), Coordinatrice);

        Assert.Equal(_convention.Revision + 1, revision);
        var entree = await _app.LireAsync(db => db.Journal.SingleAsync(e => e.Type == nameof(CadreModifie)));
        Assert.Equal((Coordinatrice.Id, "Claire Dubois", Maintenant.AddDays(1)), (entree.Par, entree.ParNom, entree.Le));
        Assert.Equal(
            [new Changement("intitule", "Convention territoriale globale des Trois Rivières", "Ctg 2026-2029")],
            FaitsDuJournal.Lire(entree.Type, entree.Donnees).Changements);
    }

    [Fact]
    public async Task Une_revision_perimee_est_refusee_et_rien_n_est_garde()
    {
        await _app.EnvoyerAsync(Cadre("La première saisie"), Coordinatrice);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => _app.EnvoyerAsync(Cadre("La seconde saisie"), Conseillere));

        Assert.Equal("La première saisie", (await LireAsync()).Intitule);
        Assert.Equal(1, await _app.LireAsync(db => db.Journal.CountAsync(e => e.Type == nameof(CadreModifie))));
    }

    [Fact]
    public async Task Deux_enregistrements_au_meme_instant_n_en_gardent_qu_un()
    {
        var resultats = await Task.WhenAll(Enumerable.Range(1, 8).Select(async i =>
        {
            try
            {
                await _app.EnvoyerAsync(Cadre($"Saisie {i}"), i % 2 == 0 ? Conseillere : Coordinatrice);
                return true;
            }
            catch (ConcurrencyConflictException)
            {
                return false;
            }
        }));

        Assert.Single(resultats, r => r);
        Assert.Equal(1, await _app.LireAsync(db => db.Journal.CountAsync(e => e.Type == nameof(CadreModifie))));
    }

    /// <summary>Every command on a convention, each acceptable at this stage for who may send it.</summary>
    private IEnumerable<IBaseRequest> Commandes()
    {
        var partie = _convention.Parties[1];
        yield return Cadre("Autre");
        yield return new DefinirPerimetre.Command(_convention.Id, _convention.Revision, ["02381"]);
        yield return new AjouterPartie.Command(_convention.Id, _convention.Revision, TypePartie.Msa, "MSA", null);
        yield return new ModifierPartie.Command(_convention.Id, _convention.Revision, partie.Id, partie.Type, "CC 3R", null);
        yield return new RetirerPartie.Command(_convention.Id, _convention.Revision, partie.Id);
        yield return new DesignerSignataire.Command(_convention.Id, _convention.Revision, partie.Id, null, "Luc", "Roy", "Maire", null, null);
        yield return new RetirerSignataire.Command(_convention.Id, _convention.Revision, partie.Signataires[0].Id);
        yield return new AvancerEtape.Command(_convention.Id, _convention.Revision, StatutConvention.EnAteliers);
        yield return new RevenirEtape.Command(_convention.Id, _convention.Revision, StatutConvention.EnDiagnostic, "Motif");
        yield return new CloreConvention.Command(_convention.Id, _convention.Revision, StatutConvention.Abandonnee, "Motif");
    }

    [Fact]
    public async Task Le_conseiller_d_une_autre_caf_ne_la_trouve_pas()
    {
        foreach (var commande in Commandes())
        {
            await Assert.ThrowsAsync<NotFoundException>(() => EnvoyerAsync(commande, ConseillerDuNord));
        }

        foreach (IBaseRequest requete in (IBaseRequest[])
            [new ConsulterConvention.Query(_convention.Id), new ConsulterPerimetre.Query(_convention.Id), new ConsulterHistorique.Query(_convention.Id)])
        {
            await Assert.ThrowsAsync<NotFoundException>(() => EnvoyerAsync(requete, ConseillerDuNord));
        }
    }

    [Fact]
    public async Task Un_partenaire_et_un_administrateur_ne_la_modifient_pas()
    {
        foreach (var commande in Commandes())
        {
            await Assert.ThrowsAsync<AccesRefuseException>(() => EnvoyerAsync(commande, Partenaire));
            await Assert.ThrowsAsync<AccesRefuseException>(() => EnvoyerAsync(commande, Admin));
        }

        Assert.Equal(_convention.Revision, (await LireAsync()).Revision);
    }

    [Fact]
    public async Task Le_perimetre_reprend_les_noms_et_populations_du_referentiel()
    {
        await _app.EnvoyerAsync(new DefinirPerimetre.Command(_convention.Id, _convention.Revision, ["02381", "02684", "59249"]), Conseillere);

        // kept as it was named at the opening; the others as the reference data name them
        Assert.Equal(
            [("02381", "Hirson", 8_700), ("02684", "Saint-Michel", 3_300), ("59249", "Fourmies", 11_700)],
            (await LireAsync()).Perimetre.OrderBy(c => c.Code).Select(c => (c.Code, c.Nom, c.Population ?? 0)));
    }

    [Fact]
    public async Task Une_commune_disparue_du_referentiel_reste_au_perimetre_ou_elle_etait()
    {
        await _app.EnvoyerAsync(new DefinirPerimetre.Command(_convention.Id, _convention.Revision, ["02053"]), Conseillere);

        Assert.Equal("Aubenton", Assert.Single((await LireAsync()).Perimetre).Nom);
    }

    [Fact]
    public async Task Le_choix_du_perimetre_propose_les_communes_des_titulaires_et_celles_deja_la()
    {
        var dossier = await _app.EnvoyerAsync(new ConsulterPerimetre.Query(_convention.Id), Conseillere);

        Assert.Equal(
            [("Aubenton", true), ("Hirson", true), ("Saint-Michel", true), ("Saint-Michel", false)],
            dossier.Choix.OrderBy(c => c.Nom, StringComparer.Ordinal).ThenByDescending(c => c.EstCouverte).Select(c => (c.Nom, c.EstCouverte)));
    }

    [Fact]
    public async Task Une_partie_se_modifie_avec_ses_signataires()
    {
        var partie = await _app.EnvoyerAsync(
            new AjouterPartie.Command(_convention.Id, _convention.Revision, TypePartie.Msa, "MSA de Picardie", null), Conseillere);
        var revision = await _app.EnvoyerAsync(
            new ModifierPartie.Command(_convention.Id, _convention.Revision + 1, partie, TypePartie.Msa, "MSA de Picardie", "la MSA"), Conseillere);
        var signataire = await _app.EnvoyerAsync(
            new DesignerSignataire.Command(_convention.Id, revision, partie, "Madame", "Anne", "Roux", "Présidente", null, " Anne.Roux@MSA.test "),
            Conseillere);

        var lue = (await _app.EnvoyerAsync(new ConsulterConvention.Query(_convention.Id), Conseillere)).Parties[^1];
        Assert.Equal(("MSA de Picardie", "la MSA", null), (lue.Nom, lue.NomCourt, lue.Deliberation));
        Assert.Equal((signataire, "anne.roux@msa.test"), (Assert.Single(lue.Signataires).Id, lue.Signataires[0].Identite.Courriel));

        await _app.EnvoyerAsync(new RetirerSignataire.Command(_convention.Id, revision + 1, signataire), Conseillere);
        await _app.EnvoyerAsync(new RetirerPartie.Command(_convention.Id, revision + 2, partie), Conseillere);

        Assert.Equal(2, (await LireAsync()).Parties.Count);
    }

    [Theory]
    [InlineData("", "Roy", "Maire", "a@b.fr", nameof(DesignerSignataire.Command.Prenom))]
    [InlineData("Luc", " ", "Maire", "a@b.fr", nameof(DesignerSignataire.Command.Nom))]
    [InlineData("Luc", "Roy", "", "a@b.fr", nameof(DesignerSignataire.Command.Qualite))]
    [InlineData("Luc", "Roy", "Maire", "pas une adresse", nameof(DesignerSignataire.Command.Courriel))]
    public async Task Un_signataire_mal_decrit_est_refuse(string prenom, string nom, string qualite, string courriel, string champ)
    {
        var refus = await Assert.ThrowsAsync<ValidationException>(() => _app.EnvoyerAsync(
            new DesignerSignataire.Command(
                _convention.Id, _convention.Revision, _convention.Parties[1].Id, null, prenom, nom, qualite, null, courriel),
            Conseillere));

        Assert.Equal(champ, Assert.Single(refus.Errors).PropertyName);
    }

    private ModifierCadre.Command Cadre(string intitule) => new(
        _convention.Id, _convention.Revision, intitule, QuatreAns.Debut, QuatreAns.Fin, 1, _convention.Champs, null);

    private Task EnvoyerAsync(IBaseRequest requete, Personne par) => requete switch
    {
        IRequest<int> r => _app.EnvoyerAsync(r, par),
        IRequest<PartieId> r => _app.EnvoyerAsync(r, par),
        IRequest<SignataireId> r => _app.EnvoyerAsync(r, par),
        IRequest<ConsulterConvention.Dossier> r => _app.EnvoyerAsync(r, par),
        IRequest<ConsulterPerimetre.Dossier> r => _app.EnvoyerAsync(r, par),
        IRequest<ConsulterHistorique.Dossier> r => _app.EnvoyerAsync(r, par),
        _ => throw new ArgumentOutOfRangeException(nameof(requete)),
    };

    private Task<Convention> LireAsync() => _app.LireAsync(db => db.Conventions.AsNoTracking().SingleAsync(c => c.Id == _convention.Id));
}
