using System.Reflection;
using System.Runtime.CompilerServices;
using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Domain.Territoires;
using CtgPortal.Infrastructure.Comptes;
using CtgPortal.TestSupport;
using CtgPortal.TestSupport.Builders;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CtgPortal.Application.Tests.Acces;

/// <summary>Every request type, every role, every scope, at home and abroad, through the behaviour that guards the handlers.</summary>
public class TableDesAccesTests(TableDesAccesTests.Terrain terrain) : IClassFixture<TableDesAccesTests.Terrain>
{
    private enum Issue
    {
        Admise,
        Refusee,
        Inconnue,
    }

    public static TheoryData<string> Lignes => [.. TableDesAcces.Lignes.Keys];

    // Seen red by taking the line of Plans.AjouterAxe off the table.
    [Fact]
    public void Chaque_requete_du_portail_a_sa_ligne_et_chaque_ligne_sa_requete()
    {
        var manquantes = TableDesAcces.Requetes.Keys.Except(TableDesAcces.Lignes.Keys).Order().ToList();
        var mortes = TableDesAcces.Lignes.Keys.Except(TableDesAcces.Requetes.Keys).Order().ToList();

        Assert.True(manquantes.Count == 0, $"Say who may send them: add these lines to {nameof(TableDesAcces)}, one mark per role: {string.Join(", ", manquantes)}");
        Assert.True(mortes.Count == 0, $"These use cases no longer exist, take their lines off {nameof(TableDesAcces)}: {string.Join(", ", mortes)}");
    }

    // Seen red by giving RetirerAxe to Role.Lecteur.
    [Theory, MemberData(nameof(Lignes))]
    public void L_attribut_de_la_requete_dit_ce_que_dit_la_table(string nom)
    {
        var (ligne, requete) = (TableDesAcces.Lignes[nom], TableDesAcces.Requetes[nom]);
        IEnumerable<Role> roles = requete.GetCustomAttribute<AutoriseAttribute>()?.Roles ?? AutoriseAttribute.Tous;

        Assert.Equal(ligne.Roles.Order(), roles.Order());
        Assert.Equal(ligne.Anonyme, requete.IsDefined(typeof(PublicAttribute)));
        Assert.Equal(ligne.Pilotes.Count > 0, requete.IsAssignableTo(typeof(IRequeteSurFiche)) && requete.Name == "Command");
    }

    // Seen red by an AccesBehavior that admits everybody (refused and foreign requests passed), then by a Habilitation that covers any Caf.
    [Theory, MemberData(nameof(Lignes))]
    public async Task Le_controle_admet_et_refuse_comme_la_table(string nom)
    {
        var (ligne, type) = (TableDesAcces.Lignes[nom], TableDesAcces.Requetes[nom]);
        var ecarts = new List<string>();
        async Task Verifier(string cas, Personne par, ConventionId convention, FicheActionId fiche, Issue attendue)
        {
            var issue = await EnvoyerAsync(type, par, convention, fiche);
            if (issue != attendue)
            {
                ecarts.Add($"{cas}: {issue} instead of {attendue}");
            }
        }

        await Verifier("nobody signed in", Personne.Inconnue, terrain.Ici, terrain.Fiche, ligne.Anonyme ? Issue.Admise : Issue.Refusee);
        foreach (var role in Enum.GetValues<Role>())
        {
            // who may send it for a fiche they pilot may not for a colleague's
            var issue = ligne.Roles.Contains(role) && !ligne.Pilotes.Contains(role) ? Issue.Admise : Issue.Refusee;
            foreach (var (portee, personne) in terrain.Personnes(role))
            {
                await Verifier($"{role}, {portee}, at home", personne, terrain.Ici, terrain.Fiche, issue);
                if (type.IsAssignableTo(typeof(IRequeteSurConvention)) && portee != Portee.Nationale)
                {
                    await Verifier($"{role}, {portee}, abroad", personne, terrain.Ailleurs, terrain.FicheAilleurs, Issue.Inconnue);
                    await Verifier($"{role}, {portee}, unknown", personne, ConventionId.New(), terrain.Fiche, Issue.Inconnue);
                }
            }
        }

        Assert.True(ecarts.Count == 0, string.Join(Environment.NewLine, ecarts));
    }

    // Seen red by RedigerFiche without IRequeteSurFiche.
    [Theory, MemberData(nameof(SurUneFiche))]
    public async Task Un_partenaire_ecrit_sur_la_fiche_qu_il_pilote_et_sur_aucune_autre(string nom)
    {
        var type = TableDesAcces.Requetes[nom];

        Assert.Equal(Issue.Admise, await EnvoyerAsync(type, terrain.Pilote, terrain.Ici, terrain.FichePilotee));
        Assert.Equal(Issue.Refusee, await EnvoyerAsync(type, terrain.Pilote, terrain.Ici, terrain.Fiche));
        Assert.Equal(Issue.Refusee, await EnvoyerAsync(type, terrain.Pilote, terrain.Ici, terrain.FicheAilleurs));
        Assert.Equal(Issue.Inconnue, await EnvoyerAsync(type, terrain.Pilote, terrain.Ailleurs, terrain.FichePilotee));
    }

    public static TheoryData<string> SurUneFiche => [.. TableDesAcces.Lignes.Where(l => l.Value.Pilotes.Count > 0).Select(l => l.Key)];

    // Seen red by an AccesBehavior that reads the habilitations instead of the roles held over the convention.
    [Fact]
    public async Task Un_role_tenu_ailleurs_ne_sert_pas_ici()
    {
        var personne = ApplicationDeTest.Une(
            "Camille Essai",
            new Habilitation(Role.Conseiller, Portee.Caf, terrain.CafAilleurs),
            new Habilitation(Role.Lecteur, Portee.Convention, terrain.Ici.Value.ToString()));
        var type = TableDesAcces.Requetes["Plans.AjouterAxe"];

        Assert.Equal(Issue.Refusee, await EnvoyerAsync(type, personne, terrain.Ici, terrain.Fiche));
        Assert.Equal(Issue.Admise, await EnvoyerAsync(type, personne, terrain.Ailleurs, terrain.FicheAilleurs));
    }

    private Task<Issue> EnvoyerAsync(Type type, Personne par, ConventionId convention, FicheActionId fiche)
    {
        // the behaviour looks at who and where only: what else the request carries does not matter, and nothing validates it
        var requete = RuntimeHelpers.GetUninitializedObject(type);
        if (requete is IRequeteSurConvention)
        {
            type.GetProperty(nameof(IRequeteSurConvention.Convention))!.SetValue(requete, convention);
        }

        if (requete is IRequeteSurFiche)
        {
            type.GetProperty(nameof(IRequeteSurFiche.Fiche))!.SetValue(requete, fiche);
        }

        var reponse = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        return (Task<Issue>)GetType().GetMethod(nameof(PasserAsync), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(type, reponse).Invoke(this, [requete, par])!;
    }

    private Task<Issue> PasserAsync<TRequest, TResponse>(TRequest requete, Personne par)
        where TRequest : notnull => terrain.Application.AvecAsync(
        async services =>
        {
            var controle = services.GetServices<IPipelineBehavior<TRequest, TResponse>>().First();
            Assert.Equal("AccesBehavior`2", controle.GetType().Name);
            var passee = false;
            try
            {
                await controle.Handle(requete, CancellationToken.None, () =>
                {
                    passee = true;
                    return Task.FromResult(default(TResponse)!);
                });
            }
            catch (AccesRefuseException)
            {
                Assert.False(passee);
                return Issue.Refusee;
            }
            catch (NotFoundException)
            {
                Assert.False(passee);
                return Issue.Inconnue;
            }

            Assert.True(passee, "The behaviour neither refused nor went on.");
            return Issue.Admise;
        },
        par);

    /// <summary>Two conventions that share nothing: another Caf, another holder.</summary>
    public sealed class Terrain(PostgresServer serveur) : IAsyncLifetime
    {
        private static readonly TerritoireRef Voisin = new(TypeTerritoire.Epci, "200071785", "CA du Pays de Laon");

        private readonly Convention _ici = UneConvention.Ouverte();
        private readonly Convention _ailleurs =
            UneConvention.Ouverte(UneConvention.Ouverture(caf: new("59", "Caf du Nord"), departement: "59", titulaires: [Voisin]));

        internal ApplicationDeTest Application { get; private set; } = null!;

        internal ConventionId Ici => _ici.Id;

        internal ConventionId Ailleurs => _ailleurs.Id;

        internal string CafAilleurs => _ailleurs.CafCode;

        internal FicheActionId Fiche { get; private set; }

        internal FicheActionId FichePilotee { get; private set; }

        internal FicheActionId FicheAilleurs { get; private set; }

        internal Personne Pilote { get; private set; } = null!;

        /// <summary>One person per scope over which the role makes sense.</summary>
        internal IEnumerable<(Portee Portee, Personne Personne)> Personnes(Role role) => Habilitation.PorteesDe(role).Select(portee =>
            (portee, ApplicationDeTest.Une("Camille Essai", new Habilitation(role, portee, portee switch
            {
                Portee.Nationale => "",
                Portee.Caf => _ici.CafCode,
                Portee.Territoire => UneConvention.TroisRivieres.Code,
                Portee.Convention => Ici.Value.ToString(),
                _ => throw new ArgumentOutOfRangeException(nameof(role), portee, "A new scope needs its code here."),
            }))));

        public async ValueTask InitializeAsync()
        {
            Pilote = ApplicationDeTest.Une(Role.Partenaire, Ici);
            var (fiche, pilotee, ailleurs) = (UneFiche.Nouvelle(Ici), UneFiche.Nouvelle(Ici), UneFiche.Nouvelle(Ailleurs));
            pilotee.ConfierA(Pilote.Id, UnPlan.Etape, UneConvention.Maintenant);
            (Fiche, FichePilotee, FicheAilleurs) = (fiche.Id, pilotee.Id, ailleurs.Id);
            Application = await ApplicationDeTest.OuvrirAsync(serveur, UneConvention.Maintenant);
            await Application.SauverAsync(_ici, _ailleurs, fiche, pilotee, ailleurs);
        }

        public async ValueTask DisposeAsync() => await Application.DisposeAsync();
    }
}
