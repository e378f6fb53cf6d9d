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

/// <summary>A section made of lines: how one is added, kept and removed, the same for operations, money and indicators.</summary>
public abstract class LignesFicheModel<TSaisie, TLigne>(IMediator mediator, string titre) : SectionFicheModel<TSaisie>(mediator, titre)
    where TSaisie : SaisieDeLignes<TLigne>, new()
    where TLigne : LigneSaisie, new()
{
    public override void OnGet()
    {
        base.OnGet();
        Input.Lignes.Add(new());
    }

    /// <summary>One more empty line, what was typed kept: works without script.</summary>
    public virtual void OnPostAjouter() => Input.Lignes.Add(new());

    protected override void Ranger()
    {
        // empty and removed lines go away first, so that a message about the third line is shown at the third line
        Input.Lignes.RemoveAll(l => l.Retirer || l.EstVide);
        ModelState.Clear();
    }
}
