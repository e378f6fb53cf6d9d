using CtgPortal.Application.Plans;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;
using CtgPortal.Web.Common;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>What every form of a fiche posts.</summary>
public abstract class SaisieDeSection
{
    /// <summary>The one the person was shown, kept through a conflict: it is what their words are merged from.</summary>
    public int Revision { get; set; }
}

/// <summary>What a form posts after a conflict.</summary>
public sealed class ArbitrageSaisi
{
    /// <summary>The revision of the values of the others that were shown.</summary>
    public int? Revision { get; set; }

    public List<ChoixSaisi> Choix { get; set; } = [];

    internal ArbitrageFiche? VersArbitrage() => Revision is { } revision
        ? new(revision, Choix.Where(c => c.Camp is not null).DistinctBy(c => c.Cle).ToDictionary(c => c.Cle, c => c.Camp!.Value))
        : null;
}

public sealed class ChoixSaisi
{
    public string Cle { get; set; } = "";

    public Camp? Camp { get; set; }
}

/// <summary>What the frame of the forms of a fiche shows, whatever the section.</summary>
public interface IPageDeSection : IPageAvecHeurt
{
    ConsulterFiche.Dossier Dossier { get; }

    string Titre { get; }

    int RevisionSaisie { get; }

    ArbitrageSaisi Arbitrage { get; }

    IReadOnlyList<Conflit> Conflits { get; }

    ConflitDeFicheException? Heurt { get; }
}

/// <summary>Where a form writes, and what the person chose after a conflict.</summary>
public sealed record CibleFiche(ConventionId Convention, FicheActionId Fiche, int Revision, ArbitrageFiche? Arbitrage);

/// <summary>The form of one section of a fiche: shown in the frame of <c>_Section.cshtml</c>, saved and merged by one command.</summary>
public abstract class SectionFicheModel<TSaisie>(IMediator mediator, string titre) : DossierPageModel<ConsulterFiche.Dossier>(mediator), IPageDeSection
    where TSaisie : SaisieDeSection, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid FicheId { get; set; }

    [BindProperty]
    public TSaisie Input { get; set; } = new();

    [BindProperty]
    public ArbitrageSaisi Arbitrage { get; set; } = new();

    public string Titre => titre;

    public int RevisionSaisie => Input.Revision;

    public ConflitDeFicheException? Heurt { get; private set; }

    private CibleFiche Cible => new(new(Id), new(FicheId), Input.Revision, Arbitrage.VersArbitrage());

    protected override IRequest<ConsulterFiche.Dossier?> DossierQuery =>
        new ConsulterFiche.Query(new ConventionId(Id), new FicheActionId(FicheId), ConsulterFiche.Intention.Rediger);

    void IPageAvecHeurt.Montrer(ConflitDeFicheException heurt) => Heurt = heurt;

    public virtual void OnGet() => Input = (TSaisie)SaisieActuelle();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Ranger();
        return this.RetourALaFiche(titre, await Mediator.Send(Commande(Cible), cancellationToken));
    }

    /// <summary>The pages of the fiche with what is typed, as a picture; nothing is saved.</summary>
    public async Task<IActionResult> OnPostApercuAsync(CancellationToken cancellationToken)
    {
        Ranger();
        return this.Image(await Mediator.Send(new ConsulterApercuFiche.Query(new(Id), new(FicheId), Commande(Cible)), cancellationToken));
    }

    /// <summary>Makes of what was posted what is saved.</summary>
    protected virtual void Ranger()
    {
    }

    /// <summary>The form as it is filled from <see cref="DossierPageModel{T}.Dossier"/>.</summary>
    protected abstract TSaisie Lire(ConsulterFiche.Dossier fiche);

    protected abstract IRedactionDeFiche Commande(CibleFiche cible);

    protected sealed override object SaisieActuelle()
    {
        var saisie = Lire(Dossier);
        saisie.Revision = Dossier.Revision;
        return saisie;
    }
}

/// <summary>A section that has one value per field.</summary>
public abstract class RubriqueFicheModel<TSaisie>(IMediator mediator, string titre) : SectionFicheModel<TSaisie>(mediator, titre)
    where TSaisie : SaisieDeSection, new()
{
    protected abstract SectionsFiche Sections(TSaisie saisie);

    protected sealed override IRedactionDeFiche Commande(CibleFiche cible) =>
        new RedigerFiche.Command(cible.Convention, cible.Fiche, cible.Revision, Sections(Input), cible.Arbitrage);
}
