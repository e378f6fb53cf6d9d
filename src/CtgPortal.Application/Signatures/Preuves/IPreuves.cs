using CtgPortal.Domain.Signatures.Preuves;

namespace CtgPortal.Application.Signatures.Preuves;

/// <summary>
/// Appends to the chain of a circuit what is no event of its aggregate: what was shown, opened, sent, and what was refused. Each is
/// written in a transaction of its own, which stays when the act itself is undone. Events of the aggregate append themselves when they
/// are saved; to be called before saving them, or once their transaction has ended, since a chain takes one writer at a time.
/// </summary>
public interface IPreuves
{
    Task NoterAsync(IFaitDePreuve fait, CancellationToken cancellationToken);

    /// <summary>The same, unless this line has a fact of this type since then: a reader of PDF asks for one file several times.</summary>
    Task NoterUneFoisAsync(IFaitDePreuve fait, TimeSpan depuis, CancellationToken cancellationToken);
}
