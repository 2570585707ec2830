using System.Text;
using System.Text.Json;
using Planner.Core.Text;
using Planner.Core.Tickets;
using Planner.Integrations.Jira;

namespace Planner.Integrations.Tickets;

/// <summary>A ticket in a file: a Jira issue as JSON (REST v2 or v3), or Markdown that names its key.</summary>
public static class TicketFile
{
    /// <summary>Largest file, in bytes: 5 MB. Checked before a byte is read.</summary>
    public const long MaxBytes = 5 * 1024 * 1024;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 512, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads a file.</summary>
    /// <exception cref="TicketUnreadableException">The message is one line that names the file, what is wrong and how to mend it.</exception>
    public static Ticket Read(string path)
    {
        var shown = TicketText.Line(path);
        var text = Text(path, shown);
        try
        {
            return IsJson(path, text) ? ReadJson(text) : MarkdownTicket.Read(text);
        }
        catch (TicketUnreadableException fault)
        {
            throw new TicketUnreadableException($"Ticket file '{shown}': {fault.Message}");
        }
    }

    /// <summary>What people said on the ticket of a file, oldest first; nothing where the file holds no comments.</summary>
    /// <exception cref="TicketUnreadableException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<TicketRemark> Remarks(string path)
    {
        var text = Text(path, TicketText.Line(path));
        if (!IsJson(path, text))
        {
            return [];
        }

        using var document = JsonDocument.Parse(text, Lenient);
        return JiraRemark.All(document.RootElement);
    }

    private static bool IsJson(string path, string text) =>
        text.AsSpan().TrimStart() is ['{', ..] || Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static Ticket ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return JiraIssueReader.Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new TicketUnreadableException($"it is no valid JSON (line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}). Save the issue "
                + $"again as Jira's REST API returns it.");
        }
    }

    private static string Text(string path, string shown)
    {
        try
        {
            return Decode(Bytes(path, shown), shown);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new TicketUnreadableException($"Ticket file '{shown}' cannot be read: check that it is a file and that this user may read it.");
        }
    }

    /// <summary>Devices and pipes have no length, so they count as empty and are never opened.</summary>
    private static byte[] Bytes(string path, string shown)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path))
        {
            throw new TicketUnreadableException($"Ticket file '{shown}' is a folder: give one file in it.");
        }

        if (!file.Exists)
        {
            throw new TicketUnreadableException($"Ticket file '{shown}' is not there: check the path.");
        }

        var length = file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
        if (length == 0)
        {
            throw new TicketUnreadableException($"Ticket file '{shown}' is empty: save a Jira issue as JSON or Markdown in it.");
        }

        if (length > MaxBytes)
        {
            throw new TicketUnreadableException(
                $"Ticket file '{shown}' has {length / 1024 / 1024} MB and may have {MaxBytes / 1024 / 1024}: give a single issue without attachments.");
        }

        using var stream = file.OpenRead();
        var bytes = new byte[length];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static string Decode(byte[] bytes, string shown)
    {
        try
        {
            var text = bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                [0xEF, 0xBB, 0xBF, ..] => StrictUtf8.Encoding.GetString(bytes.AsSpan(3)),
                _ => StrictUtf8.Encoding.GetString(bytes),
            };
            if (!text.Contains('\0', StringComparison.Ordinal))
            {
                return string.IsNullOrWhiteSpace(text)
                    ? throw new TicketUnreadableException($"Ticket file '{shown}' is empty: save a Jira issue as JSON or Markdown in it.")
                    : text;
            }
        }
        catch (DecoderFallbackException)
        {
            // Said below, together with the other sign of a file that is no text.
        }

        throw new TicketUnreadableException($"Ticket file '{shown}' is no text: give a Jira issue as JSON or Markdown in UTF-8.");
    }
}
