using System.IO.Compression;
using System.Text;

namespace Planner.Api.Artifacts;

/// <summary>A version as a ZIP archive; the same files give the same bytes.</summary>
internal static class PlanArchive
{
    // The archive knows no time before; what a file's time was is not part of a plan.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<byte[]> Of(string folder, IEnumerable<(string Path, string Text)> files, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (path, text) in files)
            {
                var entry = archive.CreateEntry($"{folder}/{path}", CompressionLevel.Fastest);
                entry.LastWriteTime = Epoch;
                await using var stream = await entry.OpenAsync(cancellation);
                await stream.WriteAsync(RunVersion.Bytes(text), cancellation);
            }
        }

        return buffer.ToArray();
    }
}
