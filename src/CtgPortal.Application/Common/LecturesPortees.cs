using CtgPortal.Domain.Ateliers;
using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Textes;

namespace CtgPortal.Application.Common;

/// <summary>What a personal link opens.</summary>
/// <param name="Territoires">The holders of the conventions that hold the workshop.</param>
public sealed record InvitationPersonnelle(Atelier Atelier, Assistance Assistance, IReadOnlyList<string> Territoires, IReadOnlyList<StatutConvention> Etapes);

/// <summary>What a request for an opinion shows to the one it was sent to.</summary>
public sealed record AvisPersonnel(AvisPartenaire Avis, string Intitule, IReadOnlyList<string> Territoires, StatutConvention Etape);

/// <summary>What a shared workshop tells of a convention that may be foreign: who holds it and whether its text is frozen, nothing else.</summary>
public sealed record ConventionVoisine
{
    public ConventionId Id { get; init; }

    public StatutConvention Statut { get; init; }

    public IReadOnlyList<string> Titulaires { get; init; } = [];

    /// <summary>Whether the person may open it.</summary>
    public bool Visible { get; init; }
}
