using System.Text;
using Planner.Core.Text;

namespace Planner.Codebase.Files;

/// <summary>Turns bytes into text whatever their encoding; tells binary content apart.</summary>
internal static class FileText
{
    private const int Probe = 8000;

    /// <summary>Null for binary content. Bytes that are no UTF-8 are read as Latin-1, in which every byte means something.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        if (bytes[..Math.Min(Probe, bytes.Length)].Contains((byte)0))
        {
            return null;
        }

        try
        {
            return StrictUtf8.Encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };
}
