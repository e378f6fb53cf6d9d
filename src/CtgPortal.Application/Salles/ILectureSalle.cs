using CtgPortal.Domain.Ateliers;

namespace CtgPortal.Application.Salles;

/// <summary>Reads rooms, for people without an account too: whoever asks has checked a code, a secret or rights before.</summary>
public interface ILectureSalle
{
    /// <summary>A closed room that nobody led yet reads as an empty one.</summary>
    Task<TableauSalle> TableauAsync(AtelierId atelier, CancellationToken cancellationToken);

    /// <summary>Null for a code of no open room.</summary>
    /// <param name="jeton">The secret of the browser; null or unknown for somebody who has not come in.</param>
    Task<Participation?> ParticipationAsync(string code, string? jeton, CancellationToken cancellationToken);
}

/// <summary>What the screens of every node must hear, in the order it was kept. A class, not a port: who listens reads it, and nothing else.</summary>
public sealed class SignauxSalle
{
    private readonly System.Threading.Channels.Channel<NouveautesSalle?> _canal =
        System.Threading.Channels.Channel.CreateUnbounded<NouveautesSalle?>(new() { SingleReader = true });

    /// <summary>Null: some changes may have been missed, every screen reads the whole again.</summary>
    public IAsyncEnumerable<NouveautesSalle?> LireAsync(CancellationToken cancellationToken) => _canal.Reader.ReadAllAsync(cancellationToken);

    public void Publier(NouveautesSalle? nouveautes) => _canal.Writer.TryWrite(nouveautes);
}
