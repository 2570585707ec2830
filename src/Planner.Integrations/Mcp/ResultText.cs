using System.Text;
using ModelContextProtocol.Protocol;

namespace Planner.Integrations.Mcp;

/// <summary>A result as text: what it says and what its resources say. Pictures, sounds and addresses are left out.</summary>
internal static class ResultText
{
    /// <summary>The text, cut to a length.</summary>
    /// <param name="result">What the server gave.</param>
    /// <param name="most">Characters, at most; the sentence about what is left out comes besides.</param>
    public static (string Text, bool IsCut) Of(CallToolResult result, int most)
    {
        var told = new StringBuilder();
        foreach (var block in result.Content.Select(Told))
        {
            told.Append(block).Append('\n');
        }

        if (result.Content.Count == 0 && result.StructuredContent is { } structured)
        {
            told.Append(structured.GetRawText());
        }

        var text = told.ToString().Trim();
        return text.Length switch
        {
            0 => ("It gave nothing.", false),
            _ when text.Length <= most => (text, false),
            _ => ($"{Cut(text, most)}\n… {text.Length - most} characters more", true),
        };
    }

    private static string Told(ContentBlock block) => block switch
    {
        TextContentBlock text => text.Text,
        EmbeddedResourceBlock { Resource: TextResourceContents resource } => resource.Text,
        ResourceLinkBlock link => $"(a resource named {link.Name})",
        _ => $"({block.Type}, left out)",
    };

    private static string Cut(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
