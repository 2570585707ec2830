using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Integrations.Tickets;

/// <summary>A ticket as Markdown: its key in the front matter (<c>key: SHOP-101</c>) or in its first heading.</summary>
internal static partial class MarkdownTicket
{
    private const int MaxLinks = 500;

    public static Ticket Read(string text)
    {
        var clean = TicketText.Clean(text);
        var (matter, body) = FrontMatter.Split(clean);
        var heading = FirstHeading().Match(body);
        var title = heading.Success ? heading.Groups["title"].Value.Trim() : "";
        var key = Key(matter, title);
        var summary = matter.One("summary", "title") is { Length: > 0 } said ? said : Without(title, key);
        return new Ticket
        {
            Key = key,
            Summary = TicketText.Line(summary),
            Description = TicketText.Clean(heading.Success && IsTitle(title, key, summary) ? body.Remove(heading.Index, heading.Length) : body),
            Type = matter.One("type", "issuetype") is { Length: > 0 } type ? type : "Task",
            Status = matter.One("status"),
            IsDone = DoneStatus.Is(matter.One("status")),
            Priority = NullIfEmpty(matter.One("priority")),
            Labels = [.. matter.Many("labels").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Components = matter.Many("components"),
            Reporter = NullIfEmpty(matter.One("reporter")),
            Assignee = NullIfEmpty(matter.One("assignee")),
            Url = Uri.TryCreate(matter.One("url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null,
            Parent = TicketKey.IsValid(matter.One("parent")) ? new TicketLink(matter.One("parent"), "parent", "") : null,
            Children = Links(matter, "child", "children", "stories", "subtasks"),
            Links = [.. Links(matter, "is blocked by", "blocked by", "blocked-by", "blockedBy", "depends on", "depends-on", "dependsOn"), .. Links(matter, "blocks", "blocks"), .. Links(matter, "relates to", "links")],
        };
    }

    private static List<TicketLink> Links(FrontMatter matter, string relation, params string[] names) =>
        [.. names.SelectMany(matter.Many).Where(TicketKey.IsValid).Distinct(StringComparer.Ordinal).Take(MaxLinks).Select(k => new TicketLink(k, relation, ""))];

    private static string Key(FrontMatter matter, string title)
    {
        var key = matter.One("key") is { Length: > 0 } said ? said : KeyInTitle().Match(title).Groups["key"].Value;
        if (key.Length == 0)
            throw new TicketUnreadableException("it names no ticket key: put `key: SHOP-101` into its front matter or begin it with `# SHOP-101 What is wanted`.");
        return TicketKey.IsValid(key) ? key : throw new TicketUnreadableException(TicketKeys.Bad(key));
    }

    /// <summary>The title without the key and what parts the two.</summary>
    private static string Without(string title, string key)
    {
        var rest = KeyInTitle().Match(title) is { Success: true } match && match.Groups["key"].Value == key ? title.Remove(match.Index, match.Length) : title;
        return rest.Trim(' ', ':', '-', '–', '—', '|');
    }

    private static bool IsTitle(string title, string key, string summary) =>
        title.Length > 0 && (title.Contains(key, StringComparison.Ordinal) || title == summary);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\A\s*#{1,6}[ \t]+(?<title>[^\n]*?)[ \t]*#*[ \t]*(?:\n|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"[\[(]?\b(?<key>[A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})\b[\])]?", RegexOptions.NonBacktracking)]
    private static partial Regex KeyInTitle();
}
