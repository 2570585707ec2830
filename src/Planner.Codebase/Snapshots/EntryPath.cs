using System.Text;
using Planner.Core.Text;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// Which paths a snapshot may hold: those that mean the same plain file below one folder on every system. The packer leaves others
/// out; the reader refuses an archive that holds one.
/// </summary>
internal static class EntryPath
{
    private const int LongestPath = 1024;
    private const int LongestName = 255;

    private static readonly string[] Devices = ["con", "prn", "aux", "nul"];

    /// <summary>Why a path is not to be used; null where it may be.</summary>
    public static string? Fault(string path) => Bytes(path) switch
    {
        null => "its name is no text",
        0 or > LongestPath => "its name is empty or too long",
        _ when path.Any(c => char.IsControl(c) || c is '\\' or ':') => "its name has a backslash, a colon or a control character",
        _ => path.Split('/').Select(Segment).FirstOrDefault(f => f is not null),
    };

    private static string? Segment(string name) => name switch
    {
        "" => "its name begins with a slash, ends with one, or holds an empty part",
        "." or ".." => "its name leads to another folder",
        _ when name.Equals(".git", StringComparison.OrdinalIgnoreCase) => "it lies in a git folder",
        _ when name[^1] is '.' or ' ' || IsDevice(name) || StrictUtf8.Encoding.GetByteCount(name) > LongestName => "its name means something else on Windows",
        _ => null,
    };

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToLowerInvariant();
        return Devices.Contains(stem) || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && stem[..3] is "com" or "lpt");
    }

    /// <summary>Null for half a surrogate pair, which no system keeps as it is.</summary>
    private static int? Bytes(string path)
    {
        try
        {
            return StrictUtf8.Encoding.GetByteCount(path);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
