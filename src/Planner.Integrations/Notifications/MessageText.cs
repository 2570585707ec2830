using System.Text.RegularExpressions;
using Planner.Core.Conversation;
using Planner.Core.Tickets;

namespace Planner.Integrations.Notifications;

/// <summary>Foreign text and links of a message, bounded.</summary>
internal static partial class MessageText
{
    private const int MostLines = 20;
    private const int MostCharacters = 400;

    /// <summary>What calls a whole channel is pulled apart by a character that nobody sees.</summary>
    public static string Plain(string text)
    {
        var line = TicketText.Line(text);
        if (line.Length > MostCharacters)
        {
            line = line[..(char.IsHighSurrogate(line[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";
        }

        return Calls().Replace(line, "@\u200b$1");
    }

    public static IEnumerable<string> Lines(TeamMessage message) => message.Lines.Select(Plain).Where(l => l.Length > 0).Take(MostLines);

    /// <summary>The ticket and the run, as far as they can be opened.</summary>
    public static IEnumerable<(string Title, Uri Address)> Links(TeamMessage message, Uri? planner)
    {
        if (Uri.TryCreate(message.TicketUrl, UriKind.Absolute, out var ticket) && ticket.Scheme is "https" or "http")
        {
            yield return ($"Open {message.Ticket}", ticket);
        }

        if (planner is not null)
        {
            yield return ("Open the run", PublicAddress.Run(planner, message.RunId));
        }
    }

    [GeneratedRegex("@(channel|here|everyone|group)", RegexOptions.IgnoreCase)]
    private static partial Regex Calls();
}
