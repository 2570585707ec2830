using System.Text.Json;
using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Pages of the wiki that belongs to the configured Cloud site, read with the same credentials; no other address is ever called.</summary>
public sealed partial class ConfluencePages
{
    private readonly JiraTransport transport;
    private readonly JiraSite site;

    internal ConfluencePages(JiraTransport transport, JiraSite site) => (this.transport, this.site) = (transport, site);

    /// <summary>True for an address in the wiki of the configured site.</summary>
    public bool Owns(Uri address) =>
        Uri.Compare(address, transport.Root.Site, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.UserInfo.Length == 0
        && address.AbsolutePath.StartsWith("/wiki/", StringComparison.Ordinal);

    /// <summary>A page's id by its address; null where the address does not tell it, as short links do not.</summary>
    public static string? Id(Uri address) => Number().Match(address.PathAndQuery) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>False on Data Center, where the wiki is a product with accounts of its own.</summary>
    public async Task<bool> AreReadable(CancellationToken cancellation) => (await site.Server(cancellation)).Deployment == JiraDeployment.Cloud;

    /// <summary>Title and ADF of a page; the body is undefined where it has none that can be understood.</summary>
    /// <exception cref="JiraNotFoundException">It is not there, or this account may not see it.</exception>
    public async Task<(string Title, JsonElement Body)> Read(string id, CancellationToken cancellation)
    {
        var page = await transport.Send(
            new(
                HttpMethod.Get,
                $"{transport.Root.Wiki}/api/v2/pages/{JiraCall.Part(id)}?body-format=atlas_doc_format",
                "reading a page that the ticket links")
            { Subject = JiraSubject.Page },
            cancellation);
        var text = page.Object("body")?.Object("atlas_doc_format")?.Text("value") ?? "";
        return (page.Text("title"), Document(text));
    }

    /// <summary>The document is JSON within a string.</summary>
    private static JsonElement Document(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Told by whoever asked: a page without a body that can be understood.
            return default;
        }
    }

    [GeneratedRegex(@"(?:/pages/|[?&]pageId=)(?<id>[0-9]{1,20})(?:[/?&#]|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
