using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Existing types of which the ticket's lists say what becomes of them ("`OrderService`: an order tells …").</summary>
internal sealed partial class NamedPartsRule : IRule
{
    public void Apply(Brief brief, Draft draft)
    {
        if (brief.IsDefect)
        {
            return;
        }

        var jobFolders = brief.Needs.Jobs.Select(j => Files.Folder(j.File)).ToHashSet(StringComparer.Ordinal);
        foreach (var (types, text) in Parts(brief))
        {
            var left = types.Where(t => !jobFolders.Contains(Files.Folder(t.File)) && !draft.Tasks.Exists(d => d.Files.Any(f => f.Path == t.File))).ToList();
            if (left.Count > 0)
            {
                Add(brief, draft, left, text);
            }
        }
    }

    /// <summary>True where the ticket's lists say what becomes of a type.</summary>
    public static bool Tells(Brief brief, TypeFact type) => Parts(brief).Any(p => p.Types.Contains(type));

    private static void Add(Brief brief, Draft draft, List<TypeFact> types, string text)
    {
        var main = brief.Homes.Implementation(types.Find(t => t.Kind != "interface") ?? types[0]);
        var satisfies = brief.Claims.About("service", text);
        draft.Services = draft.Services with { Services = [.. draft.Services.Services, .. types.Select(t => new ServiceChange(t.Name, t.Kind, t.File, ChangeKind.Modify, [], [], Callers.Of(t, brief)))] };
        var task = draft.Do(brief, new Work($"change-{main.Name}", $"Change {Words.List(types.Select(t => $"`{t.Name}`"))}: {Clauses.Of(text, 90)}", $"What callers know of {main.Cited()} stays.", Efforts.For(types.Count, 1))
        {
            Satisfies = satisfies,
            Paths = [.. types.Select(t => t.File)],
            Needs = [.. brief.Schema.Tables.Where(t => t.Fact.ForeignKeys.Any(f => Words.Overlap(f.Table, main.Name) > 0)).Select(t => Resource.Table(t.Fact.FullName))],
        });
        draft.Prove(brief, $"part-{main.Name}", $"`{main.Name}`: {Clauses.Of(text)}", satisfies, TestKind.Unit, task, TestFiles.Of(brief, main.Name, main.File));
        draft.Cite(main.Place());
        draft.Summary.Add($"changes {Words.List(types.Select(t => $"`{t.Name}`"))}");
    }

    /// <summary>Items of the description, outside criteria and what is out of scope, that name types and then say something of them.</summary>
    private static IEnumerable<(List<TypeFact> Types, string Text)> Parts(Brief brief)
    {
        var heading = "";
        foreach (var line in brief.Ticket.Description.Split('\n').Select(l => l.Trim()))
        {
            heading = line.StartsWith('#') ? line : heading;
            if (Item().IsMatch(line) && Colon().Matches(line).LastOrDefault() is { } colon && Touching().IsMatch(heading) && !Outside().IsMatch(heading))
            {
                yield return ([.. brief.Needs.KnownTypes.Where(t => !brief.Files.IsTest(t.File) && Words.NamesType(line[..(colon.Index + 1)], t.Name))], line[(colon.Index + colon.Length)..]);
            }
        }
    }

    [GeneratedRegex(@"\A[-*]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    /// <summary>The end of the names; a ticket that makes them may be told behind.</summary>
    [GeneratedRegex("`( (of|from|by) [A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})?: ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Colon();

    [GeneratedRegex("touch|affect|existing|change|impact|modif", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Touching();

    [GeneratedRegex("out of scope|not in scope|criteria|open|constraint", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
