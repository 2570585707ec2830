using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>
/// What was found out about the code base and how: names of the ticket, how the code hangs together, ways of doing things,
/// approaches compared.
/// </summary>
internal sealed class ResearchDocument : IArtifactRenderer
{
    private const int MostTypes = 25;
    private const int MostNames = 6;
    private const int LongestName = 80;

    public string Path => "research.md";

    public string? NotApplicable(Plan plan) => RightSize.TooSmall(plan);

    public string Render(Plan plan)
    {
        var page = new MarkdownPage().Heading(1, $"Research: {plan.Ticket.Key}");
        page.Say(plan.Grounding.Commit is { } commit
            ? (MdText)$"Read at commit {Md.Code(commit)}: {Md.Count(plan.Grounding.Inventory.Paths.Count, "file")}."
            : $"Read from a folder without a commit: {Md.Count(plan.Grounding.Inventory.Paths.Count, "file")}.");
        Names(page, plan.Grounding);
        Types(page, plan);
        HistorySections.Write(page, plan.Grounding.History);
        DocumentRows.Write(page, plan);
        Ways(page, plan.Grounding);
        Approaches(page, plan);
        Notes(page, plan);
        return page.ToString();
    }

    private static void Names(MarkdownPage page, TicketGrounding facts)
    {
        var names = facts.Mentions.Where(m => m.Text.Length <= LongestName).DistinctBy(m => (m.Text, m.Kind)).ToList();
        if (names.Count == 0)
        {
            return;
        }

        page.Heading(2, $"What the ticket names")
            .Table(["Name", "What it is", "Where"], names.Select(m => new[] { Md.Code(m.Text), new Md(Kind(m.Kind)), Place(m) }));
    }

    private static Md Place(Mention mention) =>
        mention.Found.Count > 0 ? Md.Of($"{Md.Codes(mention.Found.Take(MostNames))}{(mention.IsKept ? "; stays as it is" : "")}")
        : mention.IsNew ? Md.Of($"new, as the ticket says")
        : Md.Of($"**not found**");

    private static string Kind(MentionKind kind) => kind switch
    {
        MentionKind.File => "file",
        MentionKind.Type => "type",
        MentionKind.Member => "member",
        MentionKind.Table => "table",
        MentionKind.Column => "column",
        MentionKind.Endpoint => "endpoint",
        MentionKind.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static void Types(MarkdownPage page, Plan plan)
    {
        var facts = plan.Grounding;
        var changed = plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var types = facts.Types.Where(t => changed.Contains(t.File) && !facts.Tests.Any(x => x.File == t.File) && IsKnown(t, facts)).Take(MostTypes).ToList();
        if (types.Count == 0)
        {
            return;
        }

        page.Heading(2, $"How what changes hangs together")
            .Table(["Type", "Declared in", "Is", "Used by", "Registered", "Tested by"], types.Select(t => new[]
            {
                Md.Code(t.Name), Md.Code($"{t.File}:{t.Line}"), Md.Codes(t.Bases),
                Md.Codes(facts.Types.Where(u => u.Uses.Contains(t.Name, StringComparer.Ordinal))
                    .Select(u => u.Name)
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostNames)),
                Registered(t, facts), Md.Codes(facts.Tests.Where(x => x.Subject == t.Name).Select(x => x.Class).Distinct(StringComparer.Ordinal)),
            }));
    }

    /// <summary>Something can be told of it: a registration, a test, or a user in another file.</summary>
    private static bool IsKnown(TypeFact type, TicketGrounding facts) =>
        facts.Registrations.Any(r => r.Service == type.Name || r.Implementation == type.Name)
        || facts.Tests.Any(t => t.Subject == type.Name)
        || facts.Types.Any(u => u.File != type.File && u.Uses.Contains(type.Name, StringComparer.Ordinal));

    private static Md Registered(TypeFact type, TicketGrounding facts) =>
        facts.Registrations.FirstOrDefault(r => r.Service == type.Name || r.Implementation == type.Name) is { } found
            ? Md.Of($"{found.Lifetime}, {Md.Code($"{found.File}:{found.Line}")}")
            : Md.Of($"–");

    private static void Ways(MarkdownPage page, TicketGrounding facts)
    {
        var rows = ConventionRows.Of(facts).ToList();
        if (rows.Count > 0)
        {
            page.Heading(2, $"How things are done here").Table(["Matter", "Found", "Followed by"], rows);
        }
    }

    private static void Approaches(MarkdownPage page, Plan plan)
    {
        if (plan.Decisions.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Approaches compared")
            .Say($"Points for and against each stand in {Md.Code("decisions.md")}; here is what taking another one later would mean.")
            .Table(["Decision", "Approach", "Taken", "To reverse", "To move there later"], plan.Decisions.SelectMany(d => d.Decision.Options.Select(o => new[]
            {
                Md.Of($"{d.Decision.Id}"), Md.Of($"{o.Id}: {o.Title}"), o.Id == d.Option ? Md.Of($"yes") : Md.Of($"no"), Md.Of($"{o.Reversibility}"),
                o.Id == d.Option || o.MigrationPath.Length == 0 ? Md.Of($"–") : Md.Of($"{o.MigrationPath}"),
            })));
    }

    private static void Notes(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Notes and sources");
        if (plan.Research.Count > 0)
        {
            page.Table(["Looked for", "Found", "Source"], plan.Research.Select(n => new[] { Md.Of($"{n.Gap}"), Md.Of($"{n.Fact}"), Md.Code(n.Source) }));
        }

        page.Table(["Specialist", "Rests on"], plan.Opinions.Where(o => o.Applies).Select(o => new[] { Md.Of($"{o.Specialist}"), Md.Codes(o.Evidence) }))
            .Say($"Only the code base, its scripts and its documents were read. No version of a package was looked up, no list of known vulnerabilities and "
                + $"no outside source was asked.");
    }
}
