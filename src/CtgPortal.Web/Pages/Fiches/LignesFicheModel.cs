using System.ComponentModel.DataAnnotations;
using MediatR;

namespace CtgPortal.Web.Pages.Fiches;

/// <summary>One line of a list as it is typed.</summary>
public abstract class LigneSaisie
{
    [Display(Name = "Identifiant")]
    public Guid? Identifiant { get; set; }

    [Display(Name = "Retirer")]
    public bool Retirer { get; set; }

    /// <summary>Nothing typed, and no line behind it.</summary>
    public abstract bool EstVide { get; }
}

public abstract class SaisieDeLignes<TLigne> : SaisieDeSection
    where TLigne : LigneSaisie, new()
{
    internal abstract List<TLigne> Lignes { get; }
}

/// <summary>What the buttons of a line know of the page.</summary>
public interface IPageDeLignes
{
    /// <summary>The line that was moved or added: it takes the focus.</summary>
    int? LigneMontree { get; }

    string? Geste { get; }
}

/// <param name="Rang">From 0.</param>
/// <param name="Nom">The line in a few words.</param>
public sealed record GestesDeLigne(IPageDeLignes Page, int Rang, int Nombre, string Nom)
{
    /// <summary>Whether this button takes the focus: at either end it is the other one, since the one that was used is gone.</summary>
    public bool AFocus(string geste) => Page.LigneMontree == Rang
        && (Page.Geste == geste ? !EstAuBout(geste) : Page.Geste is not null && EstAuBout(Page.Geste));

    public bool EstAuBout(string geste) => geste == "monter" ? Rang == 0 : Rang == Nombre - 1;
}

/// <summary>
/// A section made of lines: how one is added, moved and removed, the same for objectives, operations, money and indicators. The buttons post
/// the whole form, so that nothing typed is lost without script.
/// </summary>
public abstract class LignesFicheModel<TSaisie, TLigne>(IMediator mediator, string titre) : SectionFicheModel<TSaisie>(mediator, titre), IPageDeLignes
    where TSaisie : SaisieDeLignes<TLigne>, new()
    where TLigne : LigneSaisie, new()
{
    public int? LigneMontree { get; private set; }

    public string? Geste { get; private set; }

    public override void OnGet()
    {
        base.OnGet();
        Input.Lignes.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public virtual void OnPostAjouter()
    {
        LigneMontree = Input.Lignes.Count;
        Agir(() => Input.Lignes.Add(new()));
    }

    public void OnPostMonter(int ligne) => Echanger(ligne, ligne - 1, "monter");

    public void OnPostDescendre(int ligne) => Echanger(ligne, ligne + 1, "descendre");

    public void OnPostRetirer(int ligne)
    {
        if (Existe(ligne))
        {
            Agir(() => Input.Lignes.RemoveAt(ligne));
        }
    }

    protected override void Ranger()
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Lignes.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
    }

    private void Echanger(int ligne, int avec, string geste)
    {
        if (Existe(ligne) && Existe(avec))
        {
            Agir(() => (Input.Lignes[ligne], Input.Lignes[avec]) = (Input.Lignes[avec], Input.Lignes[ligne]));
            (LigneMontree, Geste) = (avec, geste);
        }
    }

    private bool Existe(int ligne) => ligne >= 0 && ligne < Input.Lignes.Count;

    /// <summary>The page is shown again from the lines, not from what was posted.</summary>
    private void Agir(Action geste)
    {
        geste();
        ModelState.Clear();
    }
}
