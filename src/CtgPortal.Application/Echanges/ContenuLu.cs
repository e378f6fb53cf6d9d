using CtgPortal.Application.Imports;
using CtgPortal.Domain.Common;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Imports;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Echanges;

/// <summary>The content of a fiche, rewritten by the cells of a file one after the other: an empty cell changes nothing.</summary>
internal sealed class ContenuLu(ContenuFiche depart, IReadOnlyList<CommunePerimetre> perimetre, List<RemarqueLigne> remarques)
{
    private readonly List<DescriptionOperation> _operations = [];
    private readonly List<DescriptionIndicateur> _indicateurs = [];

    // beside each of them, the objectives that it measures; null when the file does not say
    private readonly List<IReadOnlyList<string>?> _mesures = [];

    public ContenuFiche Contenu { get; private set; } = depart;

    public static ContenuFiche Nouveau(string intitule) => new(
        new(intitule, [], null, false, false), PourquoiFiche.Vide, QuoiFiche.Vide, PourQuiFiche.Vide, QuiFiche.Vide, QuandFiche.Vide, MoyensFiche.Vide, ResultatsFiche.Vide,
        [], [], [], []);

    public void Ecrire(ChampFiche champ, string titre, string texte)
    {
        if (champ == ChampsFiche.Objectifs)
        {
            Contenu = Contenu.AvecObjectifs(Objectif.Lignes(texte));
            return;
        }

        if (champ == ChampsFiche.Operations)
        {
            Contenu = Contenu with { Operations = LignesFondues.Fondre(Contenu.Operations, Lignes(texte).Select(t => new DescriptionOperation(t, null, null, null, null, null))) };
            return;
        }

        if (champ == ChampsFiche.Indicateurs)
        {
            Contenu = Contenu with { Indicateurs = LignesFondues.Fondre(Contenu.Indicateurs, Lignes(texte).Select(t => new DescriptionIndicateur(t, Genre(t), null, null, null, null, null, null))) };
            return;
        }

        var lu = LectureCellule.Lire(champ, texte, perimetre);
        if (lu.Doute is { } doute)
        {
            Douter($"{titre} : {doute}");
        }

        // what the form posted ends its lines otherwise: the same words
        if (lu.Compris && !(lu.Valeur is string mots && champ.Lire(Contenu) is string presents && LignesFondues.Semblable(mots) == LignesFondues.Semblable(presents)))
        {
            Contenu = champ.Ecrire(Contenu, lu.Valeur);
        }
    }

    public void Prevoir(int annee, string financeur, string titre, string texte)
    {
        var lu = LectureCellule.Nombre(texte);
        if (lu.Doute is { } doute)
        {
            Douter($"{titre} : {doute}");
        }

        if (lu.Compris)
        {
            Financer(titre, financeur, annee, NatureDepense.Fonctionnement, (decimal)lu.Valeur!, null);
        }
    }

    public void Ajouter(DetailLu detail)
    {
        switch (detail.Feuille)
        {
            case ColonnesEchange.FeuilleOperations:
                var o = ChampsFiche.Operations;
                var operation = new DescriptionOperation(
                    detail.Cellule(o, "intitule"), Vide(detail.Cellule(o, "pilote")), Vide(detail.Cellule(o, "public")), Montant(detail, detail.Cellule(o, "budget")),
                    Vide(detail.Cellule(o, "calendrier")), Vide(detail.Cellule(o, "indicateurs")), Date(detail, detail.Cellule(o, "echeance")));
                if (Nomme(detail, operation.Intitule))
                {
                    _operations.Add(operation);
                }

                break;
            case ColonnesEchange.FeuilleIndicateurs:
                var i = ChampsFiche.Indicateurs;
                var intitule = detail.Cellule(i, "intitule");
                if (Nomme(detail, intitule))
                {
                    _indicateurs.Add(new(
                        intitule, Code<TypeIndicateur>(detail, detail.Cellule(i, "type")) ?? Genre(intitule), Code<CategorieIndicateur>(detail, detail.Cellule(i, "categorie")),
                        Vide(detail.Cellule(i, "unite")), Montant(detail, detail.Cellule(i, "valeur-initiale")), Montant(detail, detail.Cellule(i, "cible")),
                        Vide(detail.Cellule(i, "source")), Vide(detail.Cellule(i, "responsable")),
                        Vide(detail.Cellule(i, "situation-initiale")), Vide(detail.Cellule(i, "situation-visee"))));
                    _mesures.Add(detail.Cellule(ColonnesEchange.TitreObjectifsMesures) is { Length: > 0 } mesures ? Objectif.Lignes(mesures) : null);
                }

                break;
            default:
                var annee = LectureCellule.Nombre(detail.Cellule("Année"), entier: true);
                if (!annee.Compris)
                {
                    Erreur($"{Ou(detail)} : l’année manque.");
                    break;
                }

                var f = ChampsFiche.Financements;
                Financer(
                    Ou(detail), detail.Cellule("Financeur"), (int)annee.Valeur!, Code<NatureDepense>(detail, detail.Cellule("Nature")) ?? NatureDepense.Fonctionnement,
                    Montant(detail, detail.Cellule(f, "prevu")), Montant(detail, detail.Cellule(f, "realise")));
                break;
        }
    }

    /// <summary>As the fiche would keep it; null, with the reason told, when a rule refuses it.</summary>
    public ContenuFiche? Conclure()
    {
        List<int> places = [];
        Contenu = Contenu with { Operations = LignesFondues.Fondre(Contenu.Operations, _operations), Indicateurs = LignesFondues.Fondre(Contenu.Indicateurs, _indicateurs, places) };
        foreach (var (place, mesures) in places.Zip(_mesures))
        {
            Mesurer(Contenu.Indicateurs[place].Id, mesures);
        }

        return Essayer("", () => Contenu.Normaliser());
    }

    /// <summary>The objectives named are measured by this indicator, and no other one is.</summary>
    private void Mesurer(IndicateurFicheId indicateur, IReadOnlyList<string>? objectifs)
    {
        if (objectifs is null)
        {
            return;
        }

        var cles = objectifs.Select(LignesFondues.Semblable).ToHashSet();
        foreach (var inconnu in objectifs.Where(o => !Contenu.Objectifs.Any(x => LignesFondues.Semblable(x.Description.Texte) == LignesFondues.Semblable(o))))
        {
            Douter($"{ColonnesEchange.TitreObjectifsMesures} : la fiche n’a pas d’objectif « {LectureCellule.Court(inconnu)} », l’indicateur reste sans lui.");
        }

        Contenu = Contenu with
        {
            Objectifs =
            [
                .. Contenu.Objectifs.Select(o => cles.Contains(LignesFondues.Semblable(o.Description.Texte)) ? o.MesurePar(indicateur)
                    : o.Description.Indicateur == indicateur ? o.MesurePar(null) : o),
            ],
        };
    }

    private void Financer(string titre, string financeur, int annee, NatureDepense nature, decimal? prevu, decimal? realise)
    {
        var cle = EnTete.Normaliser(financeur);
        var lignes = Contenu.Financements.ToList();
        var index = lignes.FindIndex(l => EnTete.Normaliser(l.Financeur) == cle && l.Annee == annee && l.Nature == nature);
        var avant = index < 0 ? null : lignes[index];
        if (Essayer($"{titre} : ", () => new Financement(avant?.Financeur ?? financeur, annee, nature, prevu ?? avant?.Prevu, realise ?? avant?.Realise)) is { } ligne)
        {
            Contenu = Contenu with { Financements = index < 0 ? [.. lignes, ligne] : [.. lignes.Take(index), ligne, .. lignes.Skip(index + 1)] };
        }
    }

    private T? Essayer<T>(string debut, Func<T> agir)
        where T : class
    {
        try
        {
            return agir();
        }
        catch (BusinessRuleException refus)
        {
            Erreur(debut + refus.Message);
            return null;
        }
    }

    private bool Nomme(DetailLu detail, string intitule)
    {
        if (intitule.Length == 0)
        {
            Erreur($"{Ou(detail)} : l’intitulé manque.");
        }

        return intitule.Length > 0;
    }

    private decimal? Montant(DetailLu detail, string texte)
    {
        if (texte.Length == 0)
        {
            return null;
        }

        var lu = LectureCellule.Nombre(texte);
        if (lu.Doute is { } doute)
        {
            Douter($"{Ou(detail)} : {doute}");
        }

        return (decimal?)lu.Valeur;
    }

    private DateOnly? Date(DetailLu detail, string texte)
    {
        if (texte.Length == 0)
        {
            return null;
        }

        var lu = LectureCellule.Date(texte, finDePeriode: true);
        if (lu.Doute is { } doute)
        {
            Douter($"{Ou(detail)} : {doute}");
        }

        return (DateOnly?)lu.Valeur;
    }

    private T? Code<T>(DetailLu detail, string texte)
        where T : struct, Enum
    {
        if (texte.Length == 0)
        {
            return null;
        }

        var lu = LectureCellule.Choix(typeof(T), texte);
        if (lu.Doute is { } doute)
        {
            Douter($"{Ou(detail)} : {doute}");
        }

        return (T?)lu.Valeur;
    }

    private static string Ou(DetailLu detail) => $"{detail.Feuille}, ligne {detail.Ligne}";

    private void Douter(string texte) => remarques.Add(new(NatureRemarque.Douteux, texte));

    private void Erreur(string texte) => remarques.Add(new(NatureRemarque.Erreur, texte));

    private static string? Vide(string texte) => texte.Length == 0 ? null : texte;

    private static IEnumerable<string> Lignes(string texte) =>
        texte.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.TrimStart('-', '•', '–', '*', ' ')).Where(t => t.Length > 0);

    /// <summary>« Nombre de places », « Taux de … » are counted; the others are told.</summary>
    private static TypeIndicateur Genre(string titre)
    {
        var mot = EnTete.Normaliser(titre);
        return mot.StartsWith("nombre", StringComparison.Ordinal) || mot.StartsWith("nb ", StringComparison.Ordinal) || mot.StartsWith("taux", StringComparison.Ordinal)
            || mot.StartsWith("part ", StringComparison.Ordinal) || mot.StartsWith("pourcentage", StringComparison.Ordinal) || titre.Contains('%', StringComparison.Ordinal)
                ? TypeIndicateur.Quantitatif
                : TypeIndicateur.Qualitatif;
    }
}
