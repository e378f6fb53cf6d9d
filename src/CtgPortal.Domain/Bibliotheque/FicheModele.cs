using CtgPortal.Domain.Common;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Plans;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Bibliotheque;

public readonly record struct FicheModeleId(Guid Value) : IStronglyTypedId<FicheModeleId>
{
    public static FicheModeleId From(Guid value) => new(value);

    public static FicheModeleId New() => new(Guid.CreateVersion7());
}

/// <summary>A published wording: never changed, so that what was copied from it can always be compared.</summary>
/// <param name="Par">Who published it, as named then.</param>
/// <param name="Note">What changed, for those who write conventions.</param>
public sealed record VersionFicheModele(int Numero, DateTimeOffset PublieeLe, string Par, string Note, ContenuFiche Contenu)
{
    public const int NoteLongueurMax = 500;
    public const int ParLongueurMax = 250;

    // for EF, which binds no jsonb to a constructor
    private VersionFicheModele()
        : this(0, default, "", "", ContenuFiche.Vide(""))
    {
    }
}

/// <summary>
/// A fiche that a Caf offers to its conventions, or asks of each. A convention copies one of its numbered versions; nothing done here
/// changes it afterwards.
/// </summary>
public sealed class FicheModele : AggregateRoot
{
    private readonly List<VersionFicheModele> _versions = [];

    private FicheModele()
    {
    }

    public FicheModeleId Id { get; private init; }

    public string CafCode { get; private init; } = "";

    /// <summary>Of the last version.</summary>
    public string Intitule { get; private set; } = "";

    /// <summary>Field of intervention of the last version; null for one that concerns them all.</summary>
    public string? Champ { get; private set; }

    /// <summary>Asked of every convention of the Caf since that day; null: offered.</summary>
    public DateOnly? ImposeeDepuis { get; private set; }

    /// <summary>Not offered nor asked any more; what was copied stays.</summary>
    public bool Archivee { get; private set; }

    public IReadOnlyList<VersionFicheModele> Versions => [.. _versions.OrderBy(v => v.Numero)];

    public VersionFicheModele Derniere => _versions.MaxBy(v => v.Numero)!;

    public bool EstImposee => ImposeeDepuis is not null && !Archivee;

    /// <exception cref="BusinessRuleException">A content that breaks a rule.</exception>
    public static FicheModele Creer(string caf, ContenuFiche contenu, string par, DateTimeOffset now)
    {
        var modele = new FicheModele { Id = FicheModeleId.New(), CafCode = caf };
        modele.Numeroter(ChampsDeModele.Generaliser(contenu).Normaliser(), "Première version.", par, now);
        return modele;
    }

    /// <exception cref="BusinessRuleException">Nothing changed, no note, or a content that breaks a rule.</exception>
    public int Publier(ContenuFiche contenu, string? note, string par, DateTimeOffset now)
    {
        var apres = ChampsDeModele.Generaliser(contenu).Normaliser();
        BusinessRuleException.ThrowIfAny(When(
            !ChampsFiche.Differents(Derniere.Contenu, apres).Any(), "modele-inchange", "La fiche dit la même chose que sa dernière version."));
        Numeroter(apres, Texte.Obligatoire(note, "note", VersionFicheModele.NoteLongueurMax), par, now);
        return Derniere.Numero;
    }

    /// <param name="imposee">Asked of every convention; otherwise only offered.</param>
    public void Imposer(bool imposee, DateOnly aujourdhui)
    {
        if (imposee != ImposeeDepuis is not null)
        {
            ImposeeDepuis = imposee ? aujourdhui : null;
            RecordQuietly();
        }
    }

    public void Archiver(bool archivee)
    {
        if (archivee != Archivee)
        {
            Archivee = archivee;
            RecordQuietly();
        }
    }

    private void Numeroter(ContenuFiche contenu, string note, string par, DateTimeOffset now)
    {
        _versions.Add(new(_versions.Count + 1, now, par, note, contenu));
        (Intitule, Champ) = (contenu.Identite.Intitule, contenu.Identite.Champs.Count == 0 ? null : contenu.Identite.Champs[0]);
        RecordQuietly();
    }
}

/// <summary>What a model may say: nothing of one territory, neither its money, nor its people, nor its communes, nor its dates.</summary>
public static class ChampsDeModele
{
    /// <summary>Long texts, in the order of the pages of a fiche.</summary>
    public static IReadOnlyList<string> Textes { get; } =
    [
        "constat", "enjeu", "lien-schemas", "objectif-general", "descriptif", "livrables", "publics", "partenaires", "calendrier",
        "moyens-humains", "moyens-techniques", "resultats-attendus", "modalites-evaluation",
    ];

    /// <summary>Every field of a model, beside its title.</summary>
    public static IReadOnlyList<string> Tous { get; } = [.. Textes, "champs", "nature", "participation", ChampsFiche.Objectifs.Code, ChampsFiche.Operations.Code, ChampsFiche.Indicateurs.Code];

    public static ContenuFiche Generaliser(ContenuFiche contenu)
    {
        var general = contenu.Seulement(Tous);
        return general with
        {
            Operations = [.. general.Operations.Select(o => o with { Description = o.Description with { Pilote = null, Budget = null, Calendrier = null, Echeance = null } })],
            Indicateurs = [.. general.Indicateurs.Select(i => i with { Description = i.Description with { ValeurInitiale = null, Cible = null, SituationInitiale = null, Responsable = null } })],
        };
    }

    /// <summary>
    /// A wording as one fiche would hold it: a line of the model that the fiche already has, under the same title, keeps its identity and
    /// what the territory wrote in it.
    /// </summary>
    public static ContenuFiche Adapter(ContenuFiche modele, ContenuFiche fiche) => modele
        .AvecLignesDe(
            fiche,
            (m, f) => m with { Pilote = f.Pilote, Budget = f.Budget, Calendrier = f.Calendrier, Echeance = f.Echeance },
            (m, f) => m with { ValeurInitiale = f.ValeurInitiale, SituationInitiale = f.SituationInitiale, Cible = f.Cible, Responsable = f.Responsable });

    /// <summary>The fields in which two wordings differ, whatever the identity of their lines.</summary>
    public static IEnumerable<string> Differents(ContenuFiche a, ContenuFiche b) =>
        Tous.Prepend("intitule").Where(c => ChampsFiche.De(c).Texte(a) != ChampsFiche.De(c).Texte(b));
}

/// <summary>Who writes the library: the Caf whose it is, and the administrators, who mend what a Caf asks them to.</summary>
public static class ReglesBibliotheque
{
    public static bool Peut(IEnumerable<Habilitation> habilitations, string caf) => habilitations.Any(h =>
        h is { Role: Role.Administrateur, Portee: Portee.Nationale } || (h is { Role: Role.Conseiller or Role.Direction, Portee: Portee.Caf } && h.Code == caf));

    /// <exception cref="BusinessRuleException">The library of another Caf.</exception>
    public static void Exiger(IEnumerable<Habilitation> habilitations, string caf) => BusinessRuleException.ThrowIfAny(When(
        !Peut(habilitations, caf), "bibliotheque-etrangere", "Vous ne pouvez écrire que dans la bibliothèque de votre Caf."));
}
