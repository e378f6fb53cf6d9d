using CtgPortal.Application.Acces;
using CtgPortal.Application.Suivi;
using CtgPortal.Domain.Comptes;
using CtgPortal.Domain.Conventions;

namespace CtgPortal.Application.Plans;

/// <summary>What the access behaviour and the stage would let a person do with a plan or a fiche, so that pages offer nothing else.</summary>
internal static class DroitsPlan
{
    public static bool PeutModifier(IReadOnlySet<Role> roles) => Admet<DefinirNiveaux.Command>(roles);

    /// <param name="estPilote">The fiche is confided to the person.</param>
    public static bool PeutRediger(IReadOnlySet<Role> roles, bool estPilote) =>
        PeutModifier(roles) || (estPilote && Admet<RedigerFiche.Command>(roles));

    /// <param name="estPilote">The fiche is confided to the person.</param>
    public static bool PeutSuivre(IReadOnlySet<Role> roles, StatutConvention etape, bool estPilote) =>
        etape == StatutConvention.EnSuivi && (PeutModifier(roles) || (estPilote && Admet<NoterAvancement.Command>(roles)));

    private static bool Admet<TRequest>(IReadOnlySet<Role> roles) => RegleAcces.Pour(typeof(TRequest))!.Admet(roles);
}
