using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Writing;

/// <summary>A comment in the markup of the product that takes it, never longer than it takes.</summary>
public static class CommentBody
{
    /// <summary>What is sent is at most this long, in characters after conversion; Jira takes 32,767.</summary>
    public const int MaxLength = 32_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the body.</summary>
    /// <param name="markdown">Foreign text in it is escaped already. <c>[@Ann](mention:ACCOUNT)</c> mentions a person.</param>
    /// <param name="deployment">Who takes it: ADF for Cloud, wiki markup for Data Center.</param>
    /// <param name="rest">Where the whole text is, or null.</param>
    public static JsonNode Of(string markdown, JiraDeployment deployment, Uri? rest)
    {
        var blocks = MarkdownDocument.Read(markdown);
        return deployment == JiraDeployment.Cloud
            ? AdfWriter.Write(CommentLength.Fit(blocks, LastWords(rest), MaxLength, b => Length(AdfWriter.Write(b))))
            : JsonValue.Create(WikiWriter.Write(CommentLength.Fit(blocks, LastWords(rest), MaxLength, b => WikiWriter.Write(b).Length)));
    }

    /// <summary>How long Jira finds it.</summary>
    public static int Length(JsonNode body) => body is JsonValue text && text.TryGetValue<string>(out var wiki) ? wiki.Length : body.ToJsonString(Plain).Length;

    private static Paragraph LastWords(Uri? rest)
    {
        const string Cut = "This comment was cut, because Jira takes no longer one. ";
        return rest is null
            ? Paragraph.Of(Cut + "The rest is in the plan's files.")
            : new([new Span.Text(Cut, Marks.None), new Span.Text("The rest is here.", Marks.None, rest.AbsoluteUri)]);
    }
}
