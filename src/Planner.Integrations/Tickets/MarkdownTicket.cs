using System.Text.RegularExpressions;
using Planner.Core.Text;
using Planner.Core.Tickets;

namespace Planner.Integrations.Tickets;

/// <summary>A ticket as Markdown: its key in the front matter (<c>key: SHOP-101</c>) or in its first heading.</summary>
internal static partial class MarkdownTicket
{
    private const int MaxLinks = 500;

    public static Ticket Read(string text)
    {
        var clean = TicketText.Clean(text);
        var matter = Matter(clean);
        var heading = MarkdownTitle.Of(matter.Body);
        var (body, title) = (matter.Body, heading.Text);
        var key = Key(matter, title);
        var summary = One(matter, "summary", "title") is { Length: > 0 } said ? said : Without(title, key);
        return new Ticket
        {
            Key = key,
            Summary = TicketText.Line(summary),
            Description = TicketText.Clean(IsTitle(title, key, summary) ? body.Remove(heading.Start, heading.Length) : body),
            Type = One(matter, "type", "issuetype") is { Length: > 0 } type ? type : "Task",
            Status = One(matter, "status"),
            IsDone = DoneStatus.Is(One(matter, "status")),
            Priority = NullIfEmpty(One(matter, "priority")),
            Labels = [.. Many(matter, "labels").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Components = Many(matter, "components"),
            Reporter = NullIfEmpty(One(matter, "reporter")),
            Assignee = NullIfEmpty(One(matter, "assignee")),
            Url = Uri.TryCreate(One(matter, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null,
            Parent = TicketKey.IsValid(One(matter, "parent")) ? new TicketLink(One(matter, "parent"), "parent", "") : null,
            Children = Links(matter, "child", "children", "stories", "subtasks"),
            Links = [
                .. Links(matter, "is blocked by", "blocked by", "blocked-by", "blockedBy", "depends on", "depends-on", "dependsOn"),
                .. Links(matter, "blocks", "blocks"),
                .. Links(matter, "relates to", "links"),
            ],
        };
    }

    private static FrontMatter Matter(string text)
    {
        try
        {
            return FrontMatter.Read(text);
        }
        catch (FrontMatterException fault)
        {
            throw new TicketUnreadableException(
                $"its front matter is no YAML at line {fault.Line}: indent lists and texts of several lines, and put a value with signs in it in quotes.");
        }
    }

    private static string One(FrontMatter matter, params ReadOnlySpan<string> names) => TicketText.Line(matter.One(names));

    private static List<string> Many(FrontMatter matter, string name) => [.. matter.Many(name).Select(TicketText.Line).Where(v => v.Length > 0)];

    private static List<TicketLink> Links(FrontMatter matter, string relation, params string[] names) =>
        [.. names.SelectMany(n => Many(matter, n))
            .Where(TicketKey.IsValid)
            .Distinct(StringComparer.Ordinal)
            .Take(MaxLinks)
            .Select(k => new TicketLink(k, relation, ""))];

    private static string Key(FrontMatter matter, string title)
    {
        var key = One(matter, "key") is { Length: > 0 } said ? said : KeyInTitle().Match(title).Groups["key"].Value;
        if (key.Length == 0)
        {
            throw new TicketUnreadableException(
                "it names no ticket key: put `key: SHOP-101` into its front matter or begin it with `# SHOP-101 What is wanted`.");
        }

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

    [GeneratedRegex(@"[\[(]?\b(?<key>[A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})\b[\])]?", RegexOptions.NonBacktracking)]
    private static partial Regex KeyInTitle();
}
