using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Diagnostics;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Diagnostic.Enquetes;

public sealed class IndexModel(IMediator mediator) : DossierPageModel<ListerEnquetes.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override IRequest<ListerEnquetes.Dossier?> DossierQuery => new ListerEnquetes.Query(new ConventionId(Id));

    public void OnGet()
    {
        // everything is in the dossier
    }

    /// <summary>« 812 réponses sur 2 200 envois (37 %) », with what is known of it.</summary>
    internal static string Participation(DescriptionEnquete description) => (description.Envoyes, description.Reponses) switch
    {
        ({ } envoyes, { } reponses) =>
            $"{Format.Pluriel(reponses, "réponse")} sur {Format.Pluriel(envoyes, "envoi")}{(description.Taux is { } taux ? $" ({Format.Pourcentage(taux)})" : "")}",
        ({ } envoyes, null) => $"{Format.Pluriel(envoyes, "envoi")}, nombre de réponses inconnu",
        (null, { } reponses) => Format.Pluriel(reponses, "réponse"),
        _ => "Participation inconnue",
    };
}
