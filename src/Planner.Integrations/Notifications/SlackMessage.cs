using System.Text.Json.Nodes;
using Planner.Core.Conversation;

namespace Planner.Integrations.Notifications;

/// <summary>
/// A message as Slack's incoming webhooks take it. Control characters are escaped as Slack asks, so that nothing becomes a link or
/// a mention, and <c>verbatim</c> keeps Slack from looking for them in plain words.
/// </summary>
internal static class SlackMessage
{
    private const int LongestSection = 2_900;

    public static JsonObject Of(TeamMessage message, Uri? planner)
    {
        var headline = Escape(MessageText.Plain(message.Headline));
        var blocks = new JsonArray(Section($"*{headline}*"));
        foreach (var text in Sections(MessageText.Lines(message).Select(Escape)))
        {
            blocks.Add(Section(text));
        }

        if (MessageText.Links(message, planner).ToList() is { Count: > 0 } links)
        {
            blocks.Add(Section(string.Join("  ·  ", links.Select(l => $"<{Escape(l.Address.AbsoluteUri)}|{Escape(l.Title)}>"))));
        }

        return new JsonObject { ["text"] = headline, ["unfurl_links"] = false, ["unfurl_media"] = false, ["blocks"] = blocks };
    }

    private static JsonObject Section(string mrkdwn) => new()
    {
        ["type"] = "section",
        ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = mrkdwn, ["verbatim"] = true },
    };

    /// <summary>Lines go together as far as a section holds them.</summary>
    private static IEnumerable<string> Sections(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            if (text.Length > 0 && text.Length + line.Length >= LongestSection)
            {
                yield return text;
                text = "";
            }

            text += text.Length == 0 ? line : "\n" + line;
        }

        if (text.Length > 0)
        {
            yield return text;
        }
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
