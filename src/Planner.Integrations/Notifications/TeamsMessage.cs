using System.Text.Json.Nodes;
using Planner.Core.Conversation;

namespace Planner.Integrations.Notifications;

/// <summary>A message as a workflow of Teams takes it: an Adaptive Card in the attachments. Runs of text know no markup, unlike text blocks.</summary>
internal static class TeamsMessage
{
    public static JsonObject Of(TeamMessage message, Uri? planner)
    {
        var headline = MessageText.Plain(message.Headline);
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["fallbackText"] = headline,
            ["msteams"] = new JsonObject { ["width"] = "Full" },
            ["body"] = new JsonArray([Line(headline, isBold: true), .. MessageText.Lines(message).Select(l => Line(l, isBold: false))]),
            ["actions"] = new JsonArray([.. MessageText
                .Links(message, planner)
                .Select(l => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = l.Title, ["url"] = l.Address.AbsoluteUri })]),
        };
        return new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = card,
            }),
        };
    }

    private static JsonObject Line(string text, bool isBold)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = text };
        if (isBold)
        {
            (run["weight"], run["size"]) = ("Bolder", "Medium");
        }

        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }
}
