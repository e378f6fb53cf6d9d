using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Textes;

public enum EtatPassage
{
    /// <summary>Word for word the text of the model it was copied from.</summary>
    Inchange,

    /// <summary>The convention has its own words.</summary>
    Adapte,

    /// <summary>No model knows it.</summary>
    Ajoute,
}

/// <summary>One part of the text of a convention; an aggregate of its own, so that two people write two articles without a conflict.</summary>
public sealed class PassageTexte : AggregateRoot
{
    private PassageTexte()
    {
    }

    public ConventionId ConventionId { get; private init; }

    public string Cle { get; private init; } = "";

    public NaturePassage Nature { get; private init; }

    public string Titre { get; private set; } = "";

    public string Corps { get; private set; } = "";

    public bool Contractuel { get; private set; }

    /// <summary>The wording it was copied from, or last compared with; null for an article of the convention's own.</summary>
    public Passage? Modele { get; private set; }

    /// <summary>How many things in it block the signature whatever the data; see <see cref="ControleTexte"/>.</summary>
    public int Defauts { get; private set; }

    public Passage Contenu => new(Cle, Nature, Titre, Corps, Contractuel);

    public EtatPassage Etat => Modele is null ? EtatPassage.Ajoute : Contenu.MemeTexte(Modele) ? EtatPassage.Inchange : EtatPassage.Adapte;

    internal static PassageTexte Copier(ConventionId convention, Passage passage, bool depuisModele)
    {
        var copie = new PassageTexte
        {
            ConventionId = convention,
            Cle = passage.Cle,
            Nature = passage.Nature,
            Modele = depuisModele ? passage : null,
        };
        copie.Ecrire(passage.Normaliser());
        copie.RecordQuietly();
        return copie;
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or breaks a limit.</exception>
    public void Rediger(string titre, string corps, bool contractuel, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var avant = Contenu;
        var apres = (avant with { Titre = Nature == NaturePassage.Article ? titre : Titre, Corps = corps, Contractuel = contractuel }).Normaliser();
        var comparaison = new Comparaison()
            .Noter("passage-titre", avant.Titre, apres.Titre)
            .Noter("passage-corps", avant.Corps, apres.Corps)
            .Noter("passage-contractuel", avant.Contractuel, apres.Contractuel);
        if (!comparaison.EstVide)
        {
            Ecrire(apres);
            Record(new PassageRedige(ConventionId, Cle, Titre, now) { Changements = comparaison.Changements });
        }
    }

    /// <exception cref="BusinessRuleException">The text is frozen, or no model knows this article.</exception>
    public void Retablir(StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var modele = Modele ?? throw new BusinessRuleException("sans-modele", "Cet article n’est pas dans le modèle : il n’y a rien à rétablir.");
        if (!Contenu.MemeTexte(modele))
        {
            var changements = Changements(modele);
            Ecrire(modele);
            Record(new PassageRetabli(ConventionId, Cle, Titre, now) { Changements = changements });
        }
    }

    /// <summary>Takes the words of a newer version.</summary>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public void Reprendre(Passage modele, int version, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        var changements = Changements(modele);
        Modele = modele;
        Ecrire(modele);
        Record(new PassageRepris(ConventionId, Cle, Titre, version, now) { Changements = changements });
    }

    /// <summary>Keeps its own words beside a newer version.</summary>
    /// <param name="modele">Null when the newer version has left it out.</param>
    /// <exception cref="BusinessRuleException">The text is frozen.</exception>
    public void Garder(Passage? modele, int version, StatutConvention etape, DateTimeOffset now)
    {
        CycleDeVie.ExigerTexteModifiable(etape);
        Modele = modele;
        Record(new PassageGarde(ConventionId, Cle, Titre, version, now));
    }

    /// <summary>What taking over these words would change, as the journal tells it.</summary>
    private IReadOnlyList<Changement> Changements(Passage apres) => new Comparaison()
        .Noter("passage-titre", Titre, apres.Titre)
        .Noter("passage-corps", Corps, apres.Corps)
        .Noter("passage-contractuel", Contractuel, apres.Contractuel).Changements;

    private void Ecrire(Passage passage)
    {
        (Titre, Corps, Contractuel) = (passage.Titre, passage.Corps, passage.Contractuel);
        Defauts = ControleTexte.CompterDefauts(Contenu);
    }

    internal void ExigerArticle() => BusinessRuleException.ThrowIfAny(When(
        Nature != NaturePassage.Article, "passage-fixe", "Cette partie du texte a une place fixe."));
}
