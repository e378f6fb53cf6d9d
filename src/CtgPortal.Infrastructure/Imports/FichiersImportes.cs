using CtgPortal.Application.Diagnostics;
using CtgPortal.Domain.Diagnostics.Imports;
using CtgPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CtgPortal.Infrastructure.Imports;

/// <summary>Files as blocks in the database. Nothing is tracked: a file passes through memory one block at a time.</summary>
internal sealed class FichiersImportes(CtgDbContext db) : IFichiersImportes
{
    public Task AjouterBlocAsync(ImportChiffresId import, int rang, byte[] contenu, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO import_fichier_blocs (import_id, rang, contenu) VALUES ({import.Value}, {rang}, {contenu})", cancellationToken);

    public Stream Ouvrir(ImportChiffresId import) => new FluxDeBlocs((rang, cancellationToken) =>
        db.Set<BlocImporte>().Where(b => b.ImportId == import && b.Rang == rang).Select(b => b.Contenu).SingleOrDefaultAsync(cancellationToken));

    public async Task OublierAsync(ImportChiffresId import, CancellationToken cancellationToken)
    {
        await db.Set<BlocImporte>().Where(b => b.ImportId == import).ExecuteDeleteAsync(cancellationToken);
        await db.Set<ResultatImporte>().Where(r => r.ImportId == import).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task GarderResultatAsync(ImportChiffresId import, ResultatLecture resultat, CancellationToken cancellationToken)
    {
        await db.Set<ResultatImporte>().Where(r => r.ImportId == import).ExecuteDeleteAsync(cancellationToken);
        db.Add(new ResultatImporte { ImportId = import, Resultat = resultat });
    }

    public Task<ResultatLecture?> LireResultatAsync(ImportChiffresId import, CancellationToken cancellationToken) =>
        db.Set<ResultatImporte>().AsNoTracking().Where(r => r.ImportId == import).Select(r => (ResultatLecture?)r.Resultat).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>The blocks of a file as one stream, read forward only.</summary>
/// <param name="lire">The block of a rank; null after the last.</param>
internal sealed class FluxDeBlocs(Func<int, CancellationToken, Task<byte[]?>> lire) : Stream
{
    private byte[] _bloc = [];
    private int _dansLeBloc;
    private int _rang;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>How many bytes were read.</summary>
    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_dansLeBloc == _bloc.Length)
        {
            if (await lire(_rang, cancellationToken) is not { } suivant)
            {
                return 0;
            }

            (_bloc, _dansLeBloc, _rang) = (suivant, 0, _rang + 1);
        }

        var lus = Math.Min(buffer.Length, _bloc.Length - _dansLeBloc);
        _bloc.AsMemory(_dansLeBloc, lus).CopyTo(buffer);
        (_dansLeBloc, _position) = (_dansLeBloc + lus, _position + lus);
        return lus;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The blocks are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
