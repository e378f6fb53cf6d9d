using CtgPortal.Domain.Common;
using static CtgPortal.Domain.Common.Conditions;

namespace CtgPortal.Domain.Ateliers;

public readonly record struct EtapeAgendaId(Guid Value) : IStronglyTypedId<EtapeAgendaId>
{
    public static EtapeAgendaId From(Guid value) => new(value);

    public static EtapeAgendaId New() => new(Guid.CreateVersion7());
}

/// <summary>A step of the agenda as it is typed.</summary>
/// <param name="Id">Null for a new step; a known one keeps its identity, which the clock of the room relies on.</param>
/// <param name="Duree">In minutes.</param>
public sealed record SaisieEtape(EtapeAgendaId? Id, string Intitule, int Duree, string? Animateur, string? Note);

/// <summary>One step of the agenda. Its hour is computed, so that a step moved or lengthened moves those that follow.</summary>
public sealed class EtapeAgenda
{
    public const int EtapesMax = 40;
    public const int DureeMax = 480;
    public const int TotalMax = 720;
    public const int IntituleLongueurMax = 200;
    public const int NoteLongueurMax = 1_000;

    internal EtapeAgenda(SaisieEtape saisie, int rang)
    {
        BusinessRuleException.ThrowIfAny(When(
            saisie.Duree is < 1 or > DureeMax, "duree-invalide", $"Une étape dure de 1 à {DureeMax} minutes."));
        Id = saisie.Id ?? EtapeAgendaId.New();
        Rang = rang;
        Intitule = Texte.Obligatoire(saisie.Intitule, "etape", IntituleLongueurMax);
        Duree = saisie.Duree;
        Animateur = Texte.Facultatif(saisie.Animateur, "animateur", DescriptionAtelier.CourtLongueurMax);
        Note = Texte.Facultatif(saisie.Note, "note", NoteLongueurMax);
    }

    private EtapeAgenda()
    {
    }

    public EtapeAgendaId Id { get; private init; }

    /// <summary>From 1.</summary>
    public int Rang { get; private set; }

    public string Intitule { get; private set; } = "";

    /// <summary>In minutes.</summary>
    public int Duree { get; private set; }

    public string? Animateur { get; private set; }

    public string? Note { get; private set; }

    internal void Devenir(EtapeAgenda autre) =>
        (Rang, Intitule, Duree, Animateur, Note) = (autre.Rang, autre.Intitule, autre.Duree, autre.Animateur, autre.Note);

    public override string ToString() => $"{Intitule} ({Duree} min)";
}

/// <summary>A step with its place in time.</summary>
/// <param name="Depuis">Minutes between the start of the workshop and this step.</param>
/// <param name="Debut">Null while the start hour of the workshop is unknown.</param>
public sealed record EtapeHoraire(EtapeAgenda Etape, int Depuis, TimeOnly? Debut)
{
    public TimeOnly? Fin => Debut?.AddMinutes(Etape.Duree);

    /// <summary>Steps one after the other, from the start hour when it is known.</summary>
    public static IReadOnlyList<EtapeHoraire> Derouler(IReadOnlyList<EtapeAgenda> agenda, TimeOnly? debut)
    {
        var depuis = 0;
        List<EtapeHoraire> deroule = [];
        foreach (var etape in agenda)
        {
            deroule.Add(new(etape, depuis, debut?.AddMinutes(depuis)));
            depuis += etape.Duree;
        }

        return deroule;
    }
}
