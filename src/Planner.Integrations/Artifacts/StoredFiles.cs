using System.Globalization;
using System.Text;

namespace Planner.Integrations.Artifacts;

/// <summary>Reading what is stored, as bytes, text or paths.</summary>
internal static class StoredFiles
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Unique(string folder) =>
        Path.Combine(folder, Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture));

    public static async Task<bool> Holds(string path, byte[] bytes, CancellationToken cancellation) =>
        await TryRead(path, cancellation) is { } there && there.AsSpan().SequenceEqual(bytes);

    public static async Task<byte[]?> TryRead(string path, CancellationToken cancellation) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;

    public static string? Text(byte[]? bytes) => bytes is null ? null : Utf8.GetString(bytes);

    public static IReadOnlyList<string> Paths(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
