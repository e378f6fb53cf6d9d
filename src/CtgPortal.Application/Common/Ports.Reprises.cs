using CtgPortal.Application.Signatures.Verification;
using CtgPortal.Domain.Fins;
using CtgPortal.Domain.Reprises;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Application.Common;

/// <summary>What was signed outside the portal, and how a convention ends before its term.</summary>
public partial interface ICtgDbContext
{
    DbSet<OriginalSigne> Originaux { get; }

    DbSet<ActeDeFin> Fins { get; }
}

/// <summary>What was signed outside the portal, and how a convention ends before its term.</summary>
public partial interface ICtgReadContext
{
    IQueryable<OriginalSigne> Originaux { get; }

    IQueryable<ActeDeFin> Fins { get; }

    /// <summary>A file signed outside the portal, found by its own bytes, for whoever holds it: no right is asked. Null when none is the same.</summary>
    Task<OriginalPublic?> LireOriginalAsync(string empreinte, CancellationToken cancellationToken);
}
