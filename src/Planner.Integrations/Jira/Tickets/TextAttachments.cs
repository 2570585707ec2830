using System.Text;
using System.Text.Json;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>Text files at a ticket, each as a block of code below a heading: shown, and never taken for the ticket's own words.</summary>
internal sealed class TextAttachments(JiraClient jira)
{
    private const int MaxFiles = 5;
    private const int MaxBytes = 64 * 1024;

    public async Task<string> Of(JsonElement issue, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var file in JiraAttachments.Of(issue)
            .Where(JiraAttachments.IsText)
            .OrderBy(a => a.FileName, StringComparer.Ordinal)
            .ThenBy(a => a.Id, StringComparer.Ordinal)
            .Take(MaxFiles))
        {
            text.Append(await One(file, cancellation));
        }

        return text.ToString();
    }

    private async Task<string> One(JiraAttachment file, CancellationToken cancellation)
    {
        var name = TicketText.Line(file.FileName);
        var content = await Content(file, cancellation);
        return string.IsNullOrWhiteSpace(content)
            ? ""
            : $"\n\n## Attachment {MarkdownText.Code(name)}\n\n{MarkdownText.Fence(content, Path.GetExtension(name).TrimStart('.'))}";
    }

    /// <summary>A file that went away meanwhile, or that others may not read, is not part of the ticket.</summary>
    private async Task<string?> Content(JiraAttachment file, CancellationToken cancellation)
    {
        try
        {
            return await jira.Attachments.Text(file, MaxBytes, cancellation);
        }
        catch (Exception fault) when (fault is JiraNotFoundException or JiraPermissionException)
        {
            return null;
        }
    }
}
