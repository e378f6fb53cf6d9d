using System.Reflection;
using System.Runtime.CompilerServices;
using CtgPortal.Application.Acces;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CtgPortal.Architecture.Tests;

public class FormesTests
{
    // Domain words whose commands are about a convention; the one that creates it has none to name yet.
    private static readonly string[] Dossiers =
        ["Conventions", "Diagnostics", "Ateliers", "Filiations", "Equipements", "Plans", "Echanges", "Suivi", "Signatures", "Documents", "Salles", "Versions", "Textes", "Commentaires", "Presences"];

    // a personal link is its own right; who takes part in a room names it by its code, and knows of no convention
    private static readonly string[] SansConvention =
        ["OuvrirConvention", "RepondreInvitation", "EntrerDansLaSalle", "PosterContribution", "DonnerPoints", "RendreAvis"];

    private static readonly IReadOnlyList<Type> Agregats = [.. Code.Domain.GetTypes().Where(t => t.IsSubclassOf(typeof(AggregateRoot)))];

    // Seen red with a property with a public setter added to Plan.
    [Fact]
    public void Aggregates_have_no_public_constructor_and_no_public_setter()
    {
        Assert.NotEmpty(Agregats);
        Assert.All(Agregats, t => Assert.Empty(t.GetConstructors()));
        Assert.All(Agregats.SelectMany(t => t.GetProperties()), p => Assert.False(p.SetMethod is { IsPublic: true }, $"{p.DeclaringType}.{p.Name}"));
    }

    // Seen red with a property of type List<string> added to Plan.
    [Fact]
    public void Aggregates_show_their_parts_without_letting_them_be_changed() =>
        Assert.All(Agregats.SelectMany(t => t.GetProperties()), p => Assert.False(
            p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() is var g
            && (g == typeof(List<>) || g == typeof(IList<>) || g == typeof(ICollection<>) || g == typeof(Dictionary<,>) || g == typeof(HashSet<>)),
            $"{p.DeclaringType}.{p.Name}"));

    // Seen red with UtilisateurId without readonly.
    [Fact]
    public void Typed_ids_are_readonly_record_structs()
    {
        var ids = Code.Domain.GetTypes().Where(t => !t.IsInterface && EstFait(t, typeof(IStronglyTypedId<>))).ToList();

        Assert.NotEmpty(ids);
        Assert.All(ids, t => Assert.True(
            t.IsValueType && t.IsDefined(typeof(IsReadOnlyAttribute)) && t.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null, t.Name));
    }

    // Seen red with a request named Requete.
    [Fact]
    public void Requests_are_nested_in_their_use_case_and_named_Command_or_Query()
    {
        Assert.NotEmpty(Code.Requetes);
        Assert.All(Code.Requetes, t => Assert.True(
            t.IsNestedPublic && t.DeclaringType is { IsAbstract: true, IsSealed: true } && t.Name is "Command" or "Query", t.FullName));
    }

    // Seen red with SeConnecter.Command without its [Public].
    [Fact]
    public void Every_request_says_once_who_may_send_it() =>
        Assert.All(Code.Requetes, t => Assert.True(
            t.GetCustomAttributes().Count(a => a is AutoriseAttribute or AutoriseConnecteAttribute or PublicAttribute) == 1, t.FullName));

    // Seen red with a use case named UpdateEssai.
    [Fact]
    public void Queries_are_named_as_readings_and_commands_as_what_people_would_say() =>
        Assert.All(Code.Requetes, t =>
        {
            var nom = t.DeclaringType!.Name;
            Assert.True(Commence(nom, "Consulter", "Lister", "Exporter") == (t.Name == "Query"), t.FullName);
            Assert.False(Commence(nom, "Update", "Manage", "Process", "Gerer", "Traiter"), t.FullName);
        });

    // Seen red with OuvrirALaSignature.Command without IRequeteSurConvention.
    [Fact]
    public void Commands_about_a_convention_name_it()
    {
        var commandes = Code.Commandes.Where(t => Dossiers.Any(d => t.Namespace == $"CtgPortal.Application.{d}")).ToList();

        Assert.NotEmpty(commandes);
        Assert.All(commandes, t => Assert.True(
            t.IsAssignableTo(typeof(IRequeteSurConvention)) != SansConvention.Contains(t.DeclaringType!.Name), t.FullName));
    }

    /// <summary>Without it the access behaviour could not tell a partner's own fiche from another.</summary>
    // Seen red with IRequeteSurFiche taken off RedigerFiche.
    [Fact]
    public void Commands_that_a_partner_sends_about_a_fiche_name_it()
    {
        var commandes = Code.Commandes
            .Where(t => t.GetCustomAttribute<AutoriseAttribute>()?.Roles.Contains(Role.Partenaire) == true)
            .Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(FicheActionId))).ToList();

        Assert.NotEmpty(commandes);
        Assert.All(commandes, t => Assert.True(t.IsAssignableTo(typeof(IRequeteSurFiche)), t.FullName));
    }

    // Seen red with the handler of RelancerCourriel made public.
    [Fact]
    public void Handlers_and_validators_are_sealed_and_stay_inside()
    {
        var types = Code.Application.GetTypes()
            .Where(t => !t.IsInterface && (EstFait(t, typeof(IRequestHandler<,>)) || EstFait(t, typeof(IValidator<>)))).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, t => Assert.True(t.IsSealed && (t.IsNestedAssembly || t.IsNotPublic), t.FullName));
    }

    // Seen red with a command without handler.
    [Fact]
    public void Every_request_has_exactly_one_handler() =>
        Assert.All(Code.Requetes, requete => Assert.Single(
            Code.Application.GetTypes(),
            t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && i.GetGenericArguments()[0] == requete)));

    /// <summary>The binder adds to such a list only when it can: a default that is fixed loses what was posted, without a word.</summary>
    // Seen red with Schemas of PourquoiModel.InputModel as IReadOnlyList<string> with the default [].
    [Fact]
    public void Bound_form_models_have_no_fixed_list_with_a_default()
    {
        var lies = Code.Web.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel))).SelectMany(t => t.GetProperties())
            .Where(p => p.IsDefined(typeof(BindPropertyAttribute), inherit: true)).ToList();
        var formes = lies.Select(p => p.PropertyType).Where(t => t.Assembly == Code.Web && !t.IsEnum).ToHashSet();
        while (formes.SelectMany(Contenues).Where(t => !formes.Contains(t)).ToList() is { Count: > 0 } nouvelles)
        {
            formes.UnionWith(nouvelles);
        }

        Assert.True(formes.Count > 60, $"{formes.Count} bound forms");
        Assert.All(formes.SelectMany(t => t.GetProperties()), p => Assert.False(EstListeFixe(p.PropertyType), $"{p.DeclaringType}.{p.Name}"));
    }

    private static IEnumerable<Type> Contenues(Type forme) => forme.GetProperties()
        .Select(p => p.PropertyType.IsGenericType ? p.PropertyType.GetGenericArguments()[^1] : p.PropertyType)
        .Where(t => t.Assembly == Code.Web && t.IsClass);

    private static bool EstListeFixe(Type type) => type.IsArray
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var g
            && (g == typeof(IReadOnlyList<>) || g == typeof(IReadOnlyCollection<>) || g == typeof(IEnumerable<>) || g == typeof(IReadOnlyDictionary<,>)));

    private static bool Commence(string nom, params string[] debuts) => debuts.Any(d => nom.StartsWith(d, StringComparison.Ordinal));

    private static bool EstFait(Type type, Type definition) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);
}
