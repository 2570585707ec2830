using System.Text;

namespace Planner.Codebase.Snapshots;

/// <summary>Writes plain files into a tar file, one after the other.</summary>
internal sealed class SnapshotWriter(Stream output)
{
    private static readonly byte[] LongNameMark = "././@LongLink"u8.ToArray();

    public void Add(string path, ReadOnlySpan<byte> content)
    {
        var name = Encoding.UTF8.GetBytes(path);
        if (name.Length > TarHeader.ShortName)
        {
            Entry(LongNameMark, TarHeader.LongName, [.. name, 0]);
        }

        Entry(name, TarHeader.File, content);
    }

    /// <summary>Two empty blocks.</summary>
    public void End() => output.Write(new byte[2 * TarHeader.BlockSize]);

    private void Entry(byte[] name, char kind, ReadOnlySpan<byte> content)
    {
        output.Write(new TarHeader(name, kind, content.Length).Block());
        output.Write(content);
        output.Write(new byte[TarHeader.Padding(content.Length)]);
    }
}
