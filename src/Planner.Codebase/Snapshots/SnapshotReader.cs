using System.Text;
using Planner.Core.Text;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// Reads a tar file entry by entry, as it comes. It knows plain files, folders and long names; whatever else a tar file can hold
/// (links, devices, pipes, sparse files, extended headers) is refused. Nothing is allocated by what the archive claims.
/// </summary>
internal sealed class SnapshotReader(Stream input)
{
    private const int LongestName = 4096;

    private readonly byte[] block = new byte[TarHeader.BlockSize];
    private long left;
    private int padding;

    /// <summary>The next entry; null at the end.</summary>
    /// <exception cref="SnapshotFaultyException">There is something else than a plain file or a folder, or the archive is damaged.</exception>
    public TarEntry? Next()
    {
        Skip();
        if (Header() is not { } header)
        {
            return null;
        }

        byte[]? longName = null;
        if (header.Kind == TarHeader.LongName)
        {
            longName = LongName(header);
            header = Header() ?? throw Damaged();
        }

        var name = Text(longName ?? header.Name);
        (left, padding) = (header.Length, TarHeader.Padding(header.Length));
        return header.Kind switch
        {
            TarHeader.File or TarHeader.OldFile when !name.EndsWith('/') => new TarEntry(name, IsFolder: false, header.Length),
            TarHeader.File or TarHeader.OldFile or TarHeader.Folder => new TarEntry(name.TrimEnd('/'), IsFolder: true, header.Length),
            _ => throw new SnapshotFaultyException($"holds something else than files and folders ({Kind(header.Kind)}): '{Printable(name)}'"),
        };
    }

    /// <summary>Reads on in the content of the entry.</summary>
    /// <returns>0 at its end.</returns>
    public int Read(Span<byte> buffer)
    {
        var read = left == 0 ? 0 : input.Read(buffer[..(int)Math.Min(left, buffer.Length)]);
        return read == 0 && left > 0 ? throw Damaged() : (int)(Count(read));
    }

    public static string Printable(string name) =>
        string.Concat((name.Length <= 120 ? name : name[..119] + "…").Select(c => char.IsControl(c) ? '?' : c));

    private long Count(int read)
    {
        left -= read;
        return read;
    }

    private void Skip()
    {
        var buffer = new byte[16 * 1024];
        while (Read(buffer) > 0)
        {
            // What nobody asked for is read all the same, so that its size counts.
        }

        Fill(buffer.AsSpan(0, padding));
        padding = 0;
    }

    private TarHeader? Header()
    {
        Fill(block);
        if (block.AsSpan().IndexOfAnyExcept((byte)0) >= 0)
        {
            return TarHeader.Read(block);
        }

        return null;
    }

    private byte[] LongName(TarHeader header)
    {
        if (header.Length is 0 or > LongestName)
        {
            throw new SnapshotFaultyException("holds a name that is too long");
        }

        var name = new byte[header.Length];
        Fill(name);
        Fill(new byte[TarHeader.Padding(header.Length)]);
        return name.AsSpan().TrimEnd((byte)0).ToArray();
    }

    private void Fill(Span<byte> buffer)
    {
        if (input.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
        {
            throw Damaged();
        }
    }

    private static string Text(byte[] name)
    {
        try
        {
            return StrictUtf8.Encoding.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            throw new SnapshotFaultyException("holds a name that is no UTF-8");
        }
    }

    private static string Kind(char kind) => kind switch
    {
        '1' => "a hard link",
        '2' => "a symbolic link",
        '3' or '4' => "a device",
        '6' => "a pipe",
        'x' or 'g' => "an extended header",
        _ => "of an unknown kind",
    };

    private static SnapshotFaultyException Damaged() => new("is damaged or was cut off");
}

/// <summary>An entry of a tar file.</summary>
/// <param name="Name">As it stands there.</param>
/// <param name="IsFolder">True for a folder, which a snapshot need not have.</param>
/// <param name="Length">Bytes of its content.</param>
internal sealed record TarEntry(string Name, bool IsFolder, long Length);
