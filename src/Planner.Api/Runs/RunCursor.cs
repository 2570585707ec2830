using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Planner.Api.Runs;

/// <summary>An opaque place in a listing. It belongs to its filter, and one that was not made here is refused.</summary>
internal static class RunCursor
{
    private const int LongestCursor = 2_000;
    private const int SealLength = 8;

    public static string Write(RunFilter filter, string cursor) =>
        Base64Url.EncodeToString([.. Seal(filter, cursor), .. Encoding.UTF8.GetBytes(cursor)]);

    /// <summary>The engine's cursor, or null where the text is none of this filter.</summary>
    public static string? Read(RunFilter filter, string text)
    {
        if (text.Length > LongestCursor || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SealLength)
        {
            return null;
        }

        var cursor = Encoding.UTF8.GetString(bytes.AsSpan(SealLength));
        return bytes.AsSpan(0, SealLength).SequenceEqual(Seal(filter, cursor)) ? cursor : null;
    }

    // Guards against mistakes, not against clients: whoever makes up a cursor sees nothing that the filter would hide.
    private static ReadOnlySpan<byte> Seal(RunFilter filter, string cursor) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{filter.Status}\n{filter.Ticket}\n{cursor}")).AsSpan(0, SealLength);
}
