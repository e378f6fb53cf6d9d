using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Deliberations;

namespace CtgPortal.TestSupport.Builders;

public static class UneDeliberation
{
    /// <summary>Before <see cref="UneConvention.Maintenant"/>, 12 March 2026.</summary>
    public static readonly ReferenceActe Reference = new("2026-14", new(2026, 2, 10));

    public static readonly ControleLegalite Recu = new(new(2026, 2, 12), new(2026, 2, 12), new(2026, 2, 13), "002-200072031-20260210-2026_14-DE");

    public static DescriptionActe Acte(ReferenceActe? reference = null, Vote? vote = null, ControleLegalite? controle = null) =>
        new(reference ?? Reference, "conseil communautaire", "Signature de la Ctg", vote, controle ?? ControleLegalite.Rien);

    public static Deliberation De(ConventionId convention, PartieId partie, string nom = "CC des Trois Rivières", DescriptionActe? acte = null) =>
        Deliberation.Enregistrer(convention, StatutConvention.EnRedaction, partie, nom, acte ?? Acte(), UneConvention.Maintenant);
}
