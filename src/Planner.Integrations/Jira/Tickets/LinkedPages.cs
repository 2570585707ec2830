using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>
/// Wiki pages of the same site that a ticket links or names, each as a block of code below a heading: shown, and never taken for the
/// ticket's own words. What cannot be read is a limitation and no failure.
/// </summary>
internal sealed partial class LinkedPages(JiraClient jira)
{
    private const int MaxPages = 5;
    private const int MaxCharacters = 32 * 1024;

    /// <returns>What is put below the description, and what could not be read, a sentence each.</returns>
    public async Task<(string Text, IReadOnlyList<string> Limitations)> Of(string key, string description, CancellationToken cancellation)
    {
        var limitations = new List<string>();
        var addresses = (await Linked(key, limitations, cancellation)).Concat(Address().Matches(description).Select(m => m.Value))
            .Select(a => Uri.TryCreate(a, UriKind.Absolute, out var address) && jira.Pages.Owns(address) ? address : null).OfType<Uri>().ToList();
        if (addresses.Count == 0)
        {
            return ("", limitations);
        }

        if (!await jira.Pages.AreReadable(cancellation))
        {
            return ("", [.. limitations, $"{key} links pages of a wiki on its own server, which are not read."]);
        }

        var ids = addresses.Select(ConfluencePages.Id).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (addresses.Exists(a => ConfluencePages.Id(a) is null))
        {
            limitations.Add($"{key} links places of the wiki whose address names no page, like short links; they are not read.");
        }

        if (ids.Count > MaxPages)
        {
            limitations.Add($"{key} links {ids.Count} wiki pages, of which the first {MaxPages} are read.");
        }

        return (await Read(key, [.. ids.Take(MaxPages)], limitations, cancellation), limitations);
    }

    private async Task<IReadOnlyList<string>> Linked(string key, List<string> limitations, CancellationToken cancellation)
    {
        try
        {
            return await jira.Issues.Links(key, cancellation);
        }
        catch (JiraException fault) when (!fault.RetryHelps)
        {
            limitations.Add($"What {key} links elsewhere could not be read: {TicketText.Line(fault.Message)}");
            return [];
        }
    }

    private async Task<string> Read(string key, IReadOnlyList<string> ids, List<string> limitations, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var id in ids)
        {
            try
            {
                text.Append(await One(key, id, limitations, cancellation));
            }
            catch (JiraException fault)
            {
                // A wiki that is down is not asked for the next page: the same patience serves Jira itself.
                var left = fault.RetryHelps && id != ids[^1];
                limitations.Add($"Wiki page {id}, which {key} links, could not be read{(left ? ", and those after it were not asked for" : "")}: "
                    + $"{TicketText.Line(fault.Message)}");
                if (left)
                {
                    break;
                }
            }
        }

        return text.ToString();
    }

    private async Task<string> One(string key, string id, List<string> limitations, CancellationToken cancellation)
    {
        var (title, body) = await jira.Pages.Read(id, cancellation);
        var content = body.ValueKind == JsonValueKind.Object ? TicketText.Clean(AdfMarkdown.Convert(body)) : "";
        if (content.Length == 0)
        {
            limitations.Add($"Wiki page {id}, which {key} links, has no text that can be understood.");
            return "";
        }

        if (content.Length > MaxCharacters)
        {
            limitations.Add($"Wiki page {id}, which {key} links, is long; its first {MaxCharacters / 1024} K characters are read.");
            content = content[..(char.IsHighSurrogate(content[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters)];
        }

        return $"\n\n## Page {MarkdownText.Code(TicketText.Line(title) is { Length: > 0 } named ? named : id)}\n\n{MarkdownText.Fence(content, "markdown")}";
    }

    [GeneratedRegex(@"https?://[^\s<>()\[\]""'|`]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
