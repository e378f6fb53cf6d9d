using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.TestSupport.Builders;

/// <summary>Lives the life of a workshop through its public methods.</summary>
public static class UnAtelier
{
    public static readonly DateTimeOffset Le = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DescriptionAtelier Description(string intitule = "Grandir et bien vivre", DateOnly? date = null) => new(
        intitule, "À la croisée des regards", ["jeunesse"], date ?? new DateOnly(2026, 3, 1), null, "Salle communale de Chambonas",
        "Csac", "Forces et faiblesses par thématique", "48");

    public static Atelier Prevu(DateOnly? date = null, params ConventionId[] conventions)
    {
        var atelier = Atelier.Planifier(
            conventions.Length == 0 ? [ConventionId.New()] : conventions, Description(date: date), StatutConvention.EnAteliers, Le);
        atelier.ClearEvents();
        return atelier;
    }

    /// <summary>One organisation and one contribution, which is saved beside it.</summary>
    public static (Atelier Atelier, Contribution Contribution) Tenu(params ConventionId[] conventions)
    {
        var atelier = Prevu(null, conventions);
        atelier.NoterPresence("Mission locale", 3, StatutConvention.EnAteliers, Le);
        atelier.ClearEvents();
        return (atelier, Contribution(atelier));
    }

    public static (Atelier Atelier, Contribution Contribution) Clos(params ConventionId[] conventions)
    {
        var tenu = Tenu(conventions);
        tenu.Atelier.Clore("Trois priorités partagées.", StatutConvention.EnAteliers, Le);
        tenu.Atelier.ClearEvents();
        return tenu;
    }

    /// <summary>Two people with an address and one organisation without, invited and not written to yet.</summary>
    public static (Atelier Atelier, Assistance Assistance) AvecInvites(DateOnly? date = null, params ConventionId[] conventions)
    {
        var atelier = Prevu(date ?? new DateOnly(2026, 3, 20), conventions);
        var assistance = Assistance.Commencer(atelier.Id, Le);
        assistance.Inscrire(
            atelier,
            [
                new("Claire Morel", "directrice", "Mission locale", "Claire.Morel@exemple.fr"),
                new("Paul Durand", null, "MSA", "paul@exemple.fr"),
                new(null, null, "Conseil de développement", null),
            ],
            presentes: false, StatutConvention.EnAteliers, Le);
        assistance.ClearEvents();
        return (atelier, assistance);
    }

    public static Contribution Contribution(
        Atelier atelier, string texte = "Un réseau de bénévoles", NatureContribution nature = NatureContribution.Force, int rang = 1)
    {
        var contribution = Domain.Ateliers.Contribution.Recueillir(
            Situation(atelier) with { Statut = StatutAtelier.Prevu }, nature, texte, "Mission locale", new(rang - 1, rang - 1), Le);
        contribution.ClearEvents();
        return contribution;
    }

    /// <summary>As the commands read it, every convention at one stage.</summary>
    public static SituationAtelier Situation(Atelier atelier, EtapesAtelier? etapes = null) => new(
        atelier.Id, atelier.Statut, [.. atelier.Conventions.Select(c => c.ConventionId)], etapes ?? StatutConvention.EnAteliers);
}
