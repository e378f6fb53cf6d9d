using CtgPortal.Application.Imports;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Equipements;
using CtgPortal.Domain.Imports;

namespace CtgPortal.Application.Equipements;

/// <summary>One line of a sheet as an équipement. An empty cell changes nothing; what is not understood is said, never lost.</summary>
internal sealed class LecteurDeLigne(LectureTableur lecture, IReadOnlyList<CommunePerimetre> perimetre)
{
    private static readonly DescriptionEquipement Vide = new(TypeEquipement.Autre, null, "", null, null, null, [], null, [], null, [], false, null, null);

    private readonly Dictionary<string, int> _colonnes =
        lecture.Champs.Select((champ, i) => (champ, i)).Where(c => c.champ.Length > 0).DistinctBy(c => c.champ).ToDictionary(c => c.champ, c => c.i);

    /// <summary>What annexe 2 asks for and a new line does not say.</summary>
    public static IEnumerable<RemarqueLigne> Manques(DescriptionEquipement d) =>
        new (bool Manque, string Quoi)[] { (d.Commune is null, "la commune"), (d.Gestionnaire is null, "le gestionnaire"), (d.Soutiens.Count == 0, "qui le soutient") }
            .Where(m => m.Manque).Select(m => new RemarqueLigne(NatureRemarque.Manquant, $"Le fichier ne dit pas {m.Quoi}."));

    /// <summary>Whether the line speaks of the same kind of équipement; a line that does not say its kind may.</summary>
    public bool EstDuType(LigneLue ligne, DescriptionEquipement d)
    {
        var texte = Cellule(ligne, ColonnesEquipement.Type);
        return texte.Length == 0 || (MotsReconnus.Type(texte) is { } type ? d.Type == type : d.Type == TypeEquipement.Autre);
    }

    public string Nom(LigneLue ligne) => Cellule(ligne, ColonnesEquipement.Nom);

    public string Code(LigneLue ligne) => Cellule(ligne, ColonnesEquipement.Code);

    /// <summary>Of the perimeter when it is known there, else as it is typed.</summary>
    public (string? Code, string? Nom) Commune(LigneLue ligne, List<RemarqueLigne> remarques)
    {
        var texte = Cellule(ligne, ColonnesEquipement.Commune);
        if (texte.Length == 0)
        {
            return (null, null);
        }

        if (CommunesDuPerimetre.Trouver(perimetre, texte) is { } trouvee)
        {
            return (trouvee.Code, trouvee.Nom);
        }

        remarques.Add(new(NatureRemarque.Douteux, $"« {texte} » n’est pas une commune du périmètre : le nom est gardé tel quel."));
        return (null, texte);
    }

    /// <returns>Null when the line cannot be written: the remarks say why.</returns>
    public DescriptionEquipement? Lire(LigneLue ligne, DescriptionEquipement? actuelle, List<RemarqueLigne> remarques)
    {
        var d = actuelle ?? Vide;
        var nom = Nom(ligne);
        if (nom.Length == 0 && d.Nom.Length == 0)
        {
            remarques.Add(new(NatureRemarque.Erreur, "Le nom manque : cette ligne ne peut pas être écrite."));
        }

        var type = Cellule(ligne, ColonnesEquipement.Type);
        if (Type(type, nom, d, actuelle is null, remarques) is var (lu, precise))
        {
            d = d with { Type = lu, TypePrecise = precise };
        }

        var commune = Commune(ligne, remarques);
        d = d with
        {
            Nom = nom.Length > 0 ? nom : d.Nom,
            Gestionnaire = Texte(ligne, ColonnesEquipement.Gestionnaire) ?? d.Gestionnaire,
            CommuneCode = commune.Nom is null ? d.CommuneCode : commune.Code,
            Commune = commune.Nom ?? d.Commune,
            Soutiens = Texte(ligne, ColonnesEquipement.Soutiens) is { } soutiens ? [.. MotsReconnus.Liste(soutiens)] : d.Soutiens,
            Capacite = Lu(ligne, ColonnesEquipement.Capacite, t => MotsReconnus.Capacite(t, Cellule(ligne, ColonnesEquipement.Unite)), "La capacité", remarques) ?? d.Capacite,
            Modes = Texte(ligne, ColonnesEquipement.Modes) is { } modes ? Modes(modes, remarques) : d.Modes,
            BonusTerritoire = Bonus(ligne, d.BonusTerritoire, remarques),
            EstProjet = Valeur(ligne, ColonnesEquipement.Projet, MotsReconnus.EstProjet, "« Ouvert ou en projet »", remarques) ?? d.EstProjet,
            AnneeOuverture = Valeur(ligne, ColonnesEquipement.Annee, MotsReconnus.Annee, "L’année d’ouverture", remarques) ?? d.AnneeOuverture,
            Montants = Montants(ligne, d.Montants, remarques),
            Remarque = Texte(ligne, ColonnesEquipement.Remarque) ?? d.Remarque,
        };
        foreach (var (quoi, _, max) in Longueurs(d, Code(ligne)).Where(l => l.Texte?.Length > l.Max))
        {
            remarques.Add(new(NatureRemarque.Erreur, $"{quoi} dépasse {max} caractères."));
        }

        if (d.AnneeOuverture is < DescriptionEquipement.AnneeMin or > DescriptionEquipement.AnneeMax)
        {
            remarques.Add(new(NatureRemarque.Erreur, "L’année d’ouverture n’est pas plausible."));
        }

        if (d.Capacite?.Quantite > Capacite.Max || d.Montants.Any(m => m.Montant > DescriptionEquipement.MontantMax) || d.Soutiens.Count > DescriptionEquipement.SoutiensMax
            || d.Montants.Count > DescriptionEquipement.MontantsMax)
        {
            remarques.Add(new(NatureRemarque.Erreur, "Un nombre de cette ligne n’est pas plausible."));
        }

        return remarques.Exists(r => r.Nature == NatureRemarque.Erreur) ? null : d;
    }

    private static (TypeEquipement Type, string? Precise)? Type(
        string texte, string nom, DescriptionEquipement d, bool nouveau, List<RemarqueLigne> remarques)
    {
        if (texte.Length == 0)
        {
            if (!nouveau)
            {
                return null;
            }

            // « Crèche Les Petits Pas » says it by its name
            var devine = MotsReconnus.Type(nom);
            remarques.Add(new(
                devine is null ? NatureRemarque.Manquant : NatureRemarque.Douteux,
                devine is { } t ? $"Le type n’est pas dit : « {MotsEquipement.De(t)} » d’après le nom." : "Le type n’est pas dit : l’équipement est rangé dans « Autre »."));
            return (devine ?? TypeEquipement.Autre, null);
        }

        if (MotsReconnus.Type(texte) is { } reconnu)
        {
            return (reconnu, null);
        }

        if (d.TypePrecise != texte)
        {
            remarques.Add(new(NatureRemarque.Douteux, $"Le type « {texte} » n’est pas dans la liste : il est gardé comme « autre »."));
        }

        return (TypeEquipement.Autre, texte);
    }

    private static IEnumerable<(string Quoi, string? Texte, int Max)> Longueurs(DescriptionEquipement d, string code) =>
    [
        ("Le code", code, EquipementSoutenu.CodeLongueurMax), ("Le nom", d.Nom, DescriptionEquipement.NomLongueurMax), ("Le type", d.TypePrecise, DescriptionEquipement.TypeLongueurMax),
        ("Le gestionnaire", d.Gestionnaire, DescriptionEquipement.GestionnaireLongueurMax), ("La commune", d.Commune, DescriptionEquipement.CommuneLongueurMax),
        ("La remarque", d.Remarque, DescriptionEquipement.RemarqueLongueurMax), .. d.Soutiens.Select(s => ("Une collectivité", (string?)s, DescriptionEquipement.SoutienLongueurMax)),
    ];

    private static List<ModeSoutien> Modes(string texte, List<RemarqueLigne> remarques)
    {
        List<ModeSoutien> modes = [];
        foreach (var mot in MotsReconnus.Liste(texte))
        {
            if (MotsReconnus.Mode(mot) is not { } mode)
            {
                mode = ModeSoutien.Autre;
                remarques.Add(new(NatureRemarque.Douteux, $"Le mode de soutien « {mot} » n’est pas dans la liste : il est gardé comme « autre soutien »."));
            }

            modes.Add(mode);
        }

        return [.. modes.Distinct().Order()];
    }

    private bool? Bonus(LigneLue ligne, bool? actuel, List<RemarqueLigne> remarques)
    {
        var texte = Cellule(ligne, ColonnesEquipement.Bonus);
        var (compris, valeur) = MotsReconnus.OuiNon(texte);
        if (!compris)
        {
            remarques.Add(new(NatureRemarque.Douteux, $"Bonus territoire : « {texte} » n’est ni oui ni non, rien n’est retenu."));
        }

        return texte.Length == 0 || !compris ? actuel : valeur;
    }

    private List<MontantAnnuel> Montants(LigneLue ligne, IReadOnlyList<MontantAnnuel> actuels, List<RemarqueLigne> remarques)
    {
        var montants = actuels.ToDictionary(m => m.Annee, m => m.Montant);
        foreach (var champ in lecture.Champs.Where(c => c.StartsWith(ColonnesEquipement.Montant, StringComparison.Ordinal)))
        {
            var annee = ColonnesEquipement.AnneeDe(champ);
            if (Valeur(ligne, champ, MotsReconnus.Montant, $"Le montant de {annee}", remarques) is { } montant)
            {
                montants[annee] = montant;
            }
        }

        return [.. montants.OrderBy(m => m.Key).Select(m => new MontantAnnuel(m.Key, m.Value))];
    }

    private T? Valeur<T>(LigneLue ligne, string champ, Func<string, T?> lire, string quoi, List<RemarqueLigne> remarques)
        where T : struct
    {
        var texte = Cellule(ligne, champ);
        var valeur = texte.Length == 0 ? null : lire(texte);
        if (texte.Length > 0 && valeur is null)
        {
            remarques.Add(Illisible(quoi, texte));
        }

        return valeur;
    }

    private T? Lu<T>(LigneLue ligne, string champ, Func<string, T?> lire, string quoi, List<RemarqueLigne> remarques)
        where T : class
    {
        var texte = Cellule(ligne, champ);
        var valeur = texte.Length == 0 ? null : lire(texte);
        if (texte.Length > 0 && valeur is null)
        {
            remarques.Add(Illisible(quoi, texte));
        }

        return valeur;
    }

    private static RemarqueLigne Illisible(string quoi, string texte) => new(NatureRemarque.Douteux, $"{quoi} ne se lit pas : « {texte} ». Rien n’est retenu pour cette case.");

    private string? Texte(LigneLue ligne, string champ) => Cellule(ligne, champ) is { Length: > 0 } texte ? texte : null;

    /// <summary>The apostrophe that keeps a spreadsheet from running a text is not part of it.</summary>
    private string Cellule(LigneLue ligne, string champ)
    {
        var texte = _colonnes.TryGetValue(champ, out var colonne) ? ligne.Cellule(colonne).Trim() : "";
        return texte.Length > 1 && texte[0] == '\'' && "=+-@".Contains(texte[1], StringComparison.Ordinal) ? texte[1..] : texte;
    }
}
