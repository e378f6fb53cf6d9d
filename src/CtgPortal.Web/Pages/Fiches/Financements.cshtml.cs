using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

public sealed class FinancementsModel(IMediator mediator) : DossierPageModel<ConsulterFiche.Dossier>(mediator)
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    public void OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        Input.Financements.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public void OnPostAjouter() => Input.Financements.Add(new());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Financements.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
        var enregistre = await Mediator.Send(
            new DefinirFinancements.Command(
                new ConventionId(Id), new FicheActionId(FicheId), Input.Revision,
                [.. Input.Financements.Select(l => new DefinirFinancements.Ligne(l.Financeur, l.Annee ?? 0, l.Nature, l.Prevu, l.Realise))]),
            cancellationToken);
        return this.RetourALaFiche("Financements", enregistre);
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Financements = [.. Dossier.Financements.Select(f => new Ligne
        {
            Financeur = f.Financeur,
            Annee = f.Annee,
            Nature = f.Nature,
            Prevu = f.Prevu,
            Realise = f.Realise,
        })],
    };

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Financement")]
        public List<Ligne> Financements { get; set; } = [];
    }

    public sealed class Ligne
    {
        [Display(Name = "Financeur")]
        public string Financeur { get; set; } = "";

        [Display(Name = "Année")]
        public int? Annee { get; set; }

        [Display(Name = "Nature")]
        public NatureDepense Nature { get; set; }

        [Display(Name = "Montant prévu")]
        public decimal? Prevu { get; set; }

        [Display(Name = "Montant réalisé")]
        public decimal? Realise { get; set; }

        [Display(Name = "Retirer")]
        public bool Retirer { get; set; }

        public bool EstVide => Financeur.Length == 0 && Annee is null && Prevu is null && Realise is null;
    }
}
