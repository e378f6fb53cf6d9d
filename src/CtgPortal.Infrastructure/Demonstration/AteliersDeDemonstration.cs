using System.Globalization;
using System.Security.Cryptography;
using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Filiations;
using CtgPortal.Infrastructure.Persistence;

namespace CtgPortal.Infrastructure.Demonstration;

/// <summary>Holds the workshops: planned, with what was said in them, closed when their day is over.</summary>
internal sealed class AteliersDeDemonstration(CtgDbContext db)
{
    private readonly Dictionary<string, Maillon> _paroles = [];

    /// <summary>What was said and put together, by key; for those who make something of it.</summary>
    public IReadOnlyDictionary<string, Maillon> Paroles => _paroles;

    public void Tenir(FaitsAtelier faits, IReadOnlyDictionary<string, DossierDemo> dossiers)
    {
        for (var numero = 1; numero <= (faits.Nombre ?? 1); numero++)
        {
            Tenir(faits, string.Format(CultureInfo.InvariantCulture, faits.Intitule, numero), [.. faits.Conventions.Select(c => dossiers[c])]);
        }
    }

    private void Tenir(FaitsAtelier faits, string intitule, IReadOnlyList<DossierDemo> dossiers)
    {
        var heure = faits.PlanifieLe is { } prevu ? new HeureDuRecit(prevu) : dossiers[0].Heure;
        var etapes = new EtapesAtelier(dossiers[0].Convention.Statut, [.. dossiers.Skip(1).Select(d => d.Convention.Statut)]);
        var atelier = Atelier.Planifier(
            [.. dossiers.Select(d => d.Convention.Id)],
            new(intitule, faits.Serie, faits.Themes ?? [], faits.Date, faits.Quand, faits.Lieu, faits.Animateur, faits.But, faits.Participants),
            etapes, heure.GetUtcNow());
        db.Ateliers.Add(atelier);
        if (faits.OrdreDuJour)
        {
            atelier.DefinirAgenda(ExemplesDAteliers.OrdreDuJour, etapes, heure.GetUtcNow());
        }

        if (faits.ClosLe is not { } jour)
        {
            return;
        }

        heure.Aller(jour);
        var exemple = ExemplesDAteliers.ParIntitule.GetValueOrDefault(intitule);
        var situation = new SituationAtelier(atelier.Id, atelier.Statut, [.. dossiers.Select(d => d.Convention.Id)], etapes);
        if (exemple is { EnSalle: true })
        {
            foreach (var organisation in ExemplesDAteliers.Organisations)
            {
                atelier.NoterPresence(organisation, null, etapes, heure.GetUtcNow());
            }

            TenirLaSalle(exemple, situation, heure);
        }
        else if (exemple is not null)
        {
            Recueillir(exemple, situation, heure);
        }

        atelier.Clore(exemple?.CompteRendu, etapes, heure.GetUtcNow());
    }

    private void Recueillir(ExempleDAtelier exemple, SituationAtelier situation, HeureDuRecit heure)
    {
        for (var i = 0; i < exemple.Paroles.Count; i++)
        {
            var parole = exemple.Paroles[i];
            Garder(parole.Cle, Contribution.Recueillir(situation, parole.Nature, parole.Texte, null, new(i, i), heure.GetUtcNow()));
        }
    }

    /// <summary>A live room, from its opening to its closing.</summary>
    private void TenirLaSalle(ExempleDAtelier exemple, SituationAtelier situation, HeureDuRecit heure)
    {
        var salle = Salle.Preparer(situation.Id);
        salle.Ouvrir(CodeSalle.Nouveau(), situation, heure.GetUtcNow());

        // nobody holds the secret of these participants: only its print is kept
        List<ParticipantSalle> participants =
        [
            .. ExemplesDAteliers.Organisations.Select((o, i) => ParticipantSalle.Entrer(
                salle, situation, RandomNumberGenerator.GetHexString(ParticipantSalle.EmpreinteLongueur, lowercase: true), null, o, i, heure.GetUtcNow())),
        ];
        List<(ExempleDeParole Parole, Contribution Contribution)> dites = [];
        for (var i = 0; i < exemple.Paroles.Count; i++)
        {
            var parole = exemple.Paroles[i];
            dites.Add((parole, Contribution.Poster(
                ContributionId.New(), salle, situation, participants[i % participants.Count], parole.Nature, parole.Texte, new(i, i), heure.GetUtcNow())));
            Garder(parole.Cle, dites[i].Contribution);
        }

        salle.PasserA(PhaseSalle.Regroupement, situation);
        List<Groupe> groupes = [];
        foreach (var (groupe, i) in exemple.Groupes.Select((g, i) => (g, i)))
        {
            groupes.Add(Groupe.Creer(salle, situation, groupe.Titre, i, i));
            _paroles.Add(groupe.Cle, Maillon.De(groupes[i].Id));
            foreach (var (_, contribution) in dites.Where(d => d.Parole.Groupe == groupe.Cle))
            {
                contribution.Deplacer(groupes[i], contribution.Rang, salle, situation);
            }
        }

        salle.PasserA(PhaseSalle.Points, situation);
        HashSet<SujetId> sujets = [.. groupes.Select(g => SujetId.From(g.Id.Value))];
        foreach (var (participant, i) in participants.Select((p, i) => (p, i)))
        {
            var bulletin = Bulletin.Prendre(salle, participant);
            bulletin.Repartir([.. groupes.Select((g, j) => new PointsDonnes(SujetId.From(g.Id.Value), exemple.Groupes[j].Points[i]))], salle.Tour, salle, situation, sujets);
            db.Bulletins.Add(bulletin);
        }

        salle.PasserA(PhaseSalle.Restitution, situation);
        salle.Fermer(new(dites.Count, participants.Count, exemple.Groupes.Sum(g => g.Points.Sum())), situation, heure.GetUtcNow());
        db.Salles.Add(salle);
        db.ParticipantsSalle.AddRange(participants);
        db.Groupes.AddRange(groupes);
    }

    private void Garder(string cle, Contribution contribution)
    {
        db.Contributions.Add(contribution);
        _paroles.Add(cle, Maillon.De(contribution.Id));
    }
}
