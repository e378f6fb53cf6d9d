using CtgPortal.Application.Common;
using CtgPortal.Application.Documents;
using CtgPortal.Application.Graphiques;
using CtgPortal.Application.Salles;
using CtgPortal.Domain.Ateliers;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Ateliers;

/// <summary>
/// The minutes of a workshop, from what the portal holds: agenda, who was there by organisation, what was said by group, points, and
/// what whoever led it writes. No name of a person gets in.
/// </summary>
internal sealed class CompteRenduCompose(Atelier atelier, IReadOnlyList<LigneBilan> presences, TableauSalle tableau)
{
    private const int SujetsEnTete = 5;

    private readonly ILookup<Guid?, ContributionVue> _parGroupe =
        tableau.Contributions.Where(c => c.Etat == EtatContribution.Visible).OrderBy(c => c.Rang).ToLookup(c => c.Groupe);

    private IReadOnlyList<(string Titre, int Points)> Sujets =>
    [
        .. tableau.Groupes.Select(g => (g.Titre, tableau.Points.ParSujet.GetValueOrDefault(g.Id)))
            .Concat(_parGroupe[null].Select(c => (c.Texte, tableau.Points.ParSujet.GetValueOrDefault(c.Id))))
            .Where(s => s.Item2 > 0).OrderByDescending(s => s.Item2).ThenBy(s => s.Item1, Alphabet.Francais),
    ];

    /// <param name="assistances">Those where the one of the workshop is looked for.</param>
    public static async Task<CompteRenduCompose> LireAsync(
        IQueryable<Assistance> assistances, ILectureSalle salles, Atelier atelier, CancellationToken cancellationToken)
    {
        var assistance = await assistances.AsNoTracking().SingleOrDefaultAsync(a => a.AtelierId == atelier.Id, cancellationToken);
        return new(atelier, BilanPresence.De(atelier.Organisations, assistance), await salles.TableauAsync(atelier.Id, cancellationToken));
    }

    /// <summary>What can be said without having been there, for whoever writes to begin from.</summary>
    public string Proposition()
    {
        var contributions = _parGroupe.Sum(g => g.Count());
        var lignes = new List<string>
        {
            $"{Effectif()}{(contributions == 0 ? "" : $" {Pluriel(contributions, "contribution")}{(tableau.Groupes.Count == 0 ? "" : $" en {Pluriel(tableau.Groupes.Count, "groupe")}")}.")}".Trim(),
        };
        if (Sujets.Count > 0)
        {
            lignes.Add("");
            lignes.Add("Les sujets les plus soutenus :");
            lignes.AddRange(Sujets.Take(SujetsEnTete).Select(s => $"- {s.Titre} ({Pluriel(s.Points, "point")})"));
        }

        return string.Join("\n", lignes).Trim();
    }

    /// <param name="compteRendu">What is written; the text of the workshop unless it is being closed.</param>
    public DocumentCompose Composer(string territoires, string? compteRendu, DateOnly jour, bool fige) => new(
        $"Compte rendu{(fige ? "" : " (projet)")} – {atelier.Description.Intitule}",
        string.Join(" – ", new[] { territoires, Quand(), atelier.Description.Lieu }.OfType<string>()),
        territoires, jour, $"{atelier.Description.Intitule}{(fige ? "" : ", projet de compte rendu")}",
        [.. Tete(), .. Ecrit(compteRendu), .. Agenda(), .. Presents(), .. Resultats(), .. Dit()]);

    private IEnumerable<Bloc> Tete()
    {
        var d = atelier.Description;
        (string Intitule, string? Texte)[] lignes =
            [("Cycle :", d.Serie), ("But :", d.But), ("Thèmes :", d.Themes.Count == 0 ? null : string.Join(", ", d.Themes)), ("Animation :", d.Animateur)];
        return lignes.Where(l => l.Texte is not null).Select(l => new BlocParagraphe(l.Texte!, l.Intitule));
    }

    private static IEnumerable<Bloc> Ecrit(string? compteRendu) => string.IsNullOrWhiteSpace(compteRendu)
        ? []
        : [new BlocTitre(1, "Ce qui est retenu"), .. BlocParagraphe.Depuis(compteRendu)];

    private IEnumerable<Bloc> Agenda() => atelier.Agenda.Count == 0
        ? []
        :
        [
            new BlocTitre(1, "L’ordre du jour"),
            new BlocTableau(
                "Ordre du jour", ["Heure", "Étape", "Durée"],
                [
                    .. EtapeHoraire.Derouler(atelier.Agenda, atelier.Description.Heure).Select(e => (IReadOnlyList<string>)
                        [e.Debut is { } heure ? Mots.Heure(heure) : "–", e.Etape.Intitule, $"{e.Etape.Duree} min"]),
                ],
                [15, 65, 20]),
        ];

    private IEnumerable<Bloc> Presents()
    {
        var venues = presences.Where(p => p.EstVenue).OrderBy(p => p.Organisation, Alphabet.Francais).ToList();
        if (venues.Count == 0 && atelier.Description.Participants is null)
        {
            yield break;
        }

        yield return new BlocTitre(1, "Les présents");
        yield return new BlocParagraphe(Effectif());
        if (venues.Count > 0)
        {
            yield return new BlocTableau(
                "Présents par organisation", ["Organisation", "Personnes"],
                [.. venues.Select(v => (IReadOnlyList<string>)[v.Organisation, v.Presentes is { } n ? Nombres.Nombre(n) : "non comptées"])], [75, 25]);
        }
    }

    private IEnumerable<Bloc> Resultats()
    {
        if (Sujets.Count == 0)
        {
            yield break;
        }

        yield return new BlocTitre(1, "Les priorités");
        yield return new BlocParagraphe(
            $"{Pluriel(tableau.Points.Total, "point")} donnés par {Pluriel(tableau.Points.Bulletins, "participant")}, {tableau.Salle.PointsParParticipant} au plus chacun.");
        yield return Graphique.Barres(
            "Points par sujet",
            string.Join(", ", Sujets.Select(s => $"{s.Titre} : {Pluriel(s.Points, "point")}")) + ".",
            [.. Sujets.Take(20).Select((s, i) => new Barre(s.Titre, s.Points, Nombres.Nombre(s.Points), i == 0))]).EnBloc();
        yield return new BlocTableau(
            "Points par sujet", ["Sujet", "Points"], [.. Sujets.Select(s => (IReadOnlyList<string>)[s.Titre, Nombres.Nombre(s.Points)])], [80, 20]);
    }

    private IEnumerable<Bloc> Dit()
    {
        if (_parGroupe.Count == 0)
        {
            yield break;
        }

        yield return new BlocTitre(1, "Ce qui a été dit");
        foreach (var groupe in tableau.Groupes.OrderBy(g => g.Rang).Where(g => _parGroupe.Contains(g.Id)))
        {
            yield return new BlocTitre(2, groupe.Titre);
            yield return Contributions(_parGroupe[groupe.Id]);
        }

        if (_parGroupe.Contains(null))
        {
            foreach (var nature in _parGroupe[null].GroupBy(c => c.Nature).OrderBy(g => g.Key))
            {
                yield return new BlocTitre(2, Mots.De(nature.Key));
                yield return new BlocListe([.. nature.Select(c => c.Texte)]);
            }
        }
    }

    private static BlocListe Contributions(IEnumerable<ContributionVue> contributions) =>
        new([.. contributions.Select(c => $"{Mots.De(c.Nature)} : {c.Texte}")]);

    private string Effectif()
    {
        var personnes = presences.Sum(p => p.Presentes ?? 0);
        var organisations = presences.Count(p => p.EstVenue);
        return (personnes, organisations, atelier.Description.Participants) switch
        {
            (_, _, { } publie) => $"{publie} participants annoncés{(organisations == 0 ? "" : $", {Pluriel(organisations, "organisation")}")}.",
            (0, 0, _) => "",
            (0, _, _) => $"{Pluriel(organisations, "organisation")}.",
            _ => $"{Pluriel(personnes, "personne")} de {Pluriel(organisations, "organisation")}.",
        };
    }

    private string? Quand() => atelier.Description.Date is { } date ? Mots.Jour(date) : atelier.Description.Quand;

    private static string Pluriel(int nombre, string mot) => $"{Nombres.Nombre(nombre)} {mot}{(nombre < 2 ? "" : "s")}";
}
