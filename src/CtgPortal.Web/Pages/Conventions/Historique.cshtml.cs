using CtgPortal.Application.Conventions;
using CtgPortal.Application.Journal;
using CtgPortal.Domain.Conventions;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Conventions;

public sealed class HistoriqueModel(IMediator mediator) : DossierPageModel<ConsulterHistorique.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public FamilleFaits? Sujet { get; set; }

    [FromQuery]
    public string? Par { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public IReadOnlyList<LigneHistorique> Lignes => [.. Dossier.Lignes.Select(l => PhrasesJournal.Ligne(l.Le, l.Par, l.Fait, l.Fiche, Dossier.Comptes))];

    protected override IRequest<ConsulterHistorique.Dossier?> DossierQuery =>
        new ConsulterHistorique.Query(new ConventionId(Id), Sujet, Par, P);
}
