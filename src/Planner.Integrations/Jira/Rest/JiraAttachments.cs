using System.Text;
using System.Text.Json;
using Planner.Core.Text;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Files at issues, as far as they are text.</summary>
public sealed class JiraAttachments
{
    private static readonly string[] TextEndings =
        [".txt", ".md", ".markdown", ".csv", ".json", ".yaml", ".yml", ".xml", ".sql", ".log", ".feature", ".http", ".proto", ".graphql", ".puml", ".mmd"];
    private readonly JiraTransport transport;
    private readonly JiraSite site;

    internal JiraAttachments(JiraTransport transport, JiraSite site) => (this.transport, this.site) = (transport, site);

    /// <summary>The files that an issue lists.</summary>
    public static IReadOnlyList<JiraAttachment> Of(JsonElement issue) =>
        [.. (issue.Object("fields") ?? issue).Items("attachment").Select(JiraShapes.Attachment).Where(a => a.Id.Length > 0)];

    /// <summary>True for what is text by its name or kind.</summary>
    public static bool IsText(JiraAttachment attachment) =>
        TextEndings.Contains(Path.GetExtension(attachment.FileName), StringComparer.OrdinalIgnoreCase)
        || (attachment.MimeType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !attachment.MimeType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The text of a file; null where it is no UTF-8 or longer than allowed. On Cloud its address is made from its id; on Data
    /// Center the address that the issue names is taken only where it lies in the configured Jira.
    /// </summary>
    /// <param name="attachment">As the issue lists it.</param>
    /// <param name="maxBytes">What is longer is not read.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    public async Task<string?> Text(JiraAttachment attachment, int maxBytes, CancellationToken cancellation)
    {
        if (attachment.Size > maxBytes || await Route(attachment, cancellation) is not { } route)
        {
            return null;
        }

        var bytes = await transport.Download(new(HttpMethod.Get, route, "reading an attachment") { Subject = JiraSubject.Attachment }, cancellation);
        return bytes.Length <= maxBytes ? Decoded(bytes) : null;
    }

    private async Task<string?> Route(JiraAttachment attachment, CancellationToken cancellation)
    {
        if ((await site.Server(cancellation)).Deployment == JiraDeployment.Cloud)
        {
            return $"rest/api/3/attachment/content/{JiraCall.Part(attachment.Id)}?redirect=false";
        }

        return Uri.TryCreate(attachment.Content, UriKind.Absolute, out var address) && transport.Root.Owns(address)
            ? transport.Root.Api.MakeRelativeUri(address).OriginalString
            : null;
    }

    private static string? Decoded(byte[] bytes)
    {
        try
        {
            var text = StrictUtf8.Encoding.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            // Called a text and is none.
            return null;
        }
    }
}
