using CtgPortal.Domain.Conventions;
using CtgPortal.Domain.Plans;

namespace CtgPortal.Application.Acces;

/// <summary>The request is about one convention: it must be visible to the person (404 otherwise), and the roles held over it decide.</summary>
public interface IRequeteSurConvention
{
    ConventionId Convention { get; }
}

/// <summary>The request is about one fiche: a <c>Partenaire</c> may send it only for a fiche they pilot.</summary>
public interface IRequeteSurFiche : IRequeteSurConvention
{
    FicheActionId Fiche { get; }
}
