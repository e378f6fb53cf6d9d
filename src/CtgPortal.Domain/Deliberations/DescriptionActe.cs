using CtgPortal.Domain.Common;

namespace CtgPortal.Domain.Deliberations;

/// <summary>What is written down of an act.</summary>
/// <param name="Organe">The assembly: « conseil communautaire »; null when it is the party as a whole.</param>
public sealed record DescriptionActe(ReferenceActe Reference, string? Organe, string? Objet, Vote? Vote, ControleLegalite Controle)
{
    public const int OrganeLongueurMax = 200;
    public const int ObjetLongueurMax = 500;

    /// <exception cref="BusinessRuleException">A text too long, a vote or days that cannot be.</exception>
    internal DescriptionActe Normaliser(DateOnly aujourdhui) => new(
        Reference,
        Texte.Facultatif(Organe, "organe", OrganeLongueurMax),
        Texte.Facultatif(Objet, "objet", ObjetLongueurMax),
        Vote?.Normaliser(),
        Controle.Normaliser(Reference.Date, aujourdhui));

    internal Comparaison Comparer(DescriptionActe apres) => new Comparaison()
        .Noter("acte-numero", Reference.Numero, apres.Reference.Numero)
        .Noter("acte-date", Reference.Date, apres.Reference.Date)
        .Noter("acte-organe", Organe, apres.Organe)
        .Noter("acte-objet", Objet, apres.Objet)
        .Noter("acte-vote", Vote, apres.Vote)
        .Noter("acte-transmis-le", Controle.TransmisLe, apres.Controle.TransmisLe)
        .Noter("acte-recu-le", Controle.RecuLe, apres.Controle.RecuLe)
        .Noter("acte-publie-le", Controle.PublieLe, apres.Controle.PublieLe)
        .Noter("acte-identifiant", Controle.Identifiant, apres.Controle.Identifiant);
}
