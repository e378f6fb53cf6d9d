using CtgPortal.Application.Acces;
using CtgPortal.Application.Common;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace CtgPortal.Architecture.Tests;

public class DependancesTests
{
    // Markers that requests carry, and the name of the person shown by the layout: no doors to something.
    private static readonly Type[] Marques = [typeof(IRequeteSurConvention), typeof(IRequeteSurFiche), typeof(IRedactionDeFiche), typeof(IUtilisateurCourant)];

    // Seen red with a validator of FluentValidation added to the domain.
    [Fact]
    public void The_domain_knows_nothing_but_the_base_library() =>
        Assert.All(Code.Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));

    // Seen red with a method that makes an NpgsqlConnection in Application/Common.
    [Fact]
    public void The_application_does_not_see_the_infrastructure_nor_the_web() =>
        Assert.All(Code.Application.GetReferencedAssemblies(), a => Assert.False(
            a.Name is "CtgPortal.Infrastructure" or "CtgPortal.Web" || a.Name!.StartsWith("Npgsql", StringComparison.Ordinal)
            || a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal), a.Name));

    // Seen red with a class of Web/Common that calls PreparerBaseAsync.
    [Fact]
    public void Only_the_composition_root_sees_the_infrastructure() =>
        Types().That().ResideInAssembly(Code.Web).And().DoNotHaveName("Program")
            .Should().NotDependOnAny(Types().That().ResideInAssembly(Code.Infrastructure)).Check();

    // Seen red with a method of the page Signature/Index that takes an ICtgReadContext.
    [Fact]
    public void Pages_and_endpoints_speak_to_the_mediator_only() =>
        Types().That().ResideInAssembly(Code.Web)
            .Should().NotDependOnAny(Interfaces().That().ResideInAssembly(Code.Application).And().AreNot(Marques)).Check();

    // Seen red with a method of the page Signature/Index that takes a Convention.
    [Fact]
    public void Pages_do_not_see_the_aggregates() =>
        Classes().That().AreAssignableTo(typeof(PageModel))
            .Should().NotDependOnAny(Classes().That().AreAssignableTo(typeof(AggregateRoot))).Check();

    // Seen red with the handler of ConsulterCourriel given an ICtgDbContext.
    [Fact]
    public void Queries_cannot_write() =>
        Classes().That().HaveFullNameMatching(@"^CtgPortal\.Application\..*\.(Consulter|Lister|Exporter)\w*\+")
            .Should().NotDependOnAny(typeof(ICtgDbContext)).Check();

    // Accounts live in Identity, outside the aggregates: there the infrastructure throws what rules of the domain found, never its own words.
    // Seen red with a BusinessRuleException thrown by the handler of ConsulterCourriel.
    [Fact]
    public void Only_the_domain_states_business_refusals() =>
        Classes().That().DoNotResideInAssembly(Code.Domain)
            .Should().NotCallAny(MethodMembers().That().AreDeclaredIn(typeof(BusinessRuleException), typeof(Obstacle)).And().AreConstructors()).Check();

    // What is hidden must be hidden everywhere. Writing (commands) reads what is stored.
    // Seen red with the handler of ExporterChiffres reading Indicateur.Valeurs.
    [Fact]
    public void Whoever_shows_figures_reads_them_through_the_rule_of_secrecy() =>
        Types().That().ResideInAssembly(Code.Web)
            .Or().HaveFullNameMatching(@"^CtgPortal\.Application\..*\.(Consulter|Lister|Exporter)\w*\+")
            .Or().ResideInNamespace("CtgPortal.Application.Documents")
            .Or().HaveNameMatching("^(LectureChiffres|VueIndicateur|DessinsIndicateur|MotsChiffres)$")
            .Should().NotCallAny(MethodMembers().That().AreDeclaredIn(typeof(Indicateur)).And().HaveNameContaining("get_Valeurs")).Check();
}
