using System.ComponentModel.DataAnnotations;
using CtgPortal.Application.Ateliers;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace CtgPortal.Web.Pages.Ateliers;

/// <summary>The steps in their order. The buttons that move a line post the whole form, so that nothing typed is lost without script.</summary>
public sealed class AgendaModel(IMediator mediator) : AtelierPageModel(mediator)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The line that was moved or added: it takes the focus.</summary>
    public int? Ligne { get; private set; }

    public string? Geste { get; private set; }

    public IActionResult OnGet()
    {
        Input = (InputModel)SaisieActuelle();
        Input.Etapes.Add(new());
        return Formulaire<DefinirAgenda.Command>();
    }

    public void OnPostAjouter() => Changer(() => Input.Etapes.Add(new()), Input.Etapes.Count);

    public void OnPostMonter(int ligne) => Deplacer(ligne, ligne - 1);

    public void OnPostDescendre(int ligne) => Deplacer(ligne, ligne + 1);

    public void OnPostRetirer(int ligne) => Changer(() => Input.Etapes.RemoveAt(ligne), null, ligne);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // empty lines go away first, so that a message about the third line is shown at the third line
        Input.Etapes.RemoveAll(e => e.EstVide);
        ModelState.Clear();
        await Mediator.Send(
            new DefinirAgenda.Command(Convention, AtelierId, Input.Revision, [.. Input.Etapes.Select(e => e.VersEtape())]), cancellationToken);
        return VersLAtelier("L’ordre du jour est enregistré.");
    }

    protected override object SaisieActuelle() => new InputModel
    {
        Revision = Dossier.Revision,
        Etapes = [.. Dossier.Preparation.Agenda.Select(e => EtapeSaisie.De(e.Etape))],
    };

    private void Deplacer(int de, int vers)
    {
        Geste = vers < de ? "monter" : "descendre";
        if (vers >= 0 && vers < Input.Etapes.Count)
        {
            Changer(() => (Input.Etapes[de], Input.Etapes[vers]) = (Input.Etapes[vers], Input.Etapes[de]), vers, de);
        }
    }

    private void Changer(Action geste, int? focus, int exigee = 0)
    {
        if (exigee < 0 || (exigee > 0 && exigee >= Input.Etapes.Count))
        {
            return;
        }

        geste();
        ModelState.Clear();
        Ligne = focus;
    }

    public sealed class InputModel
    {
        public int Revision { get; set; }

        [Display(Name = "Ordre du jour")]
        public List<EtapeSaisie> Etapes { get; set; } = [];
    }
}
