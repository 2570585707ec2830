using System.Globalization;
using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Numbers in criteria and bodies: rules are wrong at their edges first.</summary>
internal sealed partial class EdgesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var edges = Limits(brief).Concat(Sizes(brief)).Where(e => e.File is not null).ToList();
        if (edges.Count == 0)
        {
            return;
        }

        var task = draft.Do(brief, new Work(
            "edges",
            $"Test the edges: {Words.List(edges.Select(e => e.Name))}",
            "Just inside, exactly on and just outside each of them" + Clock(brief, edges),
            edges.Count > 2 ? TaskSize.S : TaskSize.XS)
        {
            Satisfies = [.. edges.SelectMany(e => e.Criteria)],
            Paths = [.. edges.Select(e => e.File!)],
            Needs = [.. edges.Select(e => Resource.File(e.File!))],
        });
        foreach (var edge in edges)
        {
            draft.Prove(brief, $"edge-{edge.Name}", edge.Title, edge.Criteria, edge.Kind, task, edge.File);
        }

        draft.Summary.Add($"tests {Words.List(edges.Select(e => e.Name))} on both sides");
    }

    /// <summary>The same number in two criteria is one edge.</summary>
    private static IEnumerable<Edge> Limits(RuleContext brief) => brief.Criteria
        .SelectMany(c => Limit().Matches(c.Text).Select(m => (Figure: m.Groups["figure"].Value, Bound: m.Groups["bound"].Value.ToLowerInvariant(), c.Id)))
        .GroupBy(p => p.Figure, StringComparer.Ordinal)
        .Select(g => Of(g.Key, [.. g.Select(p => p.Bound).Distinct(StringComparer.Ordinal)], [.. g.Select(p => p.Id).Distinct(StringComparer.Ordinal)], brief));

    private static Edge Of(string figure, List<string> bounds, List<string> criteria, RuleContext brief)
    {
        var test = brief.Earlier.Tests.FirstOrDefault(t => t is { Kind: TestKind.Unit, File: not null }
            && t.Covers.Count == 1
            && criteria.Contains(t.Covers[0], StringComparer.Ordinal));
        return new Edge(
            $"{figure} of {Words.List(criteria)}",
            $"{Words.List(criteria)} at {figure}: {string.Join("; ", bounds.Select(b => Sides(b, figure)))}",
            criteria,
            test?.Kind ?? TestKind.Unit,
            test?.File,
            Time().IsMatch(figure));
    }

    /// <summary>What holds on which side, in values of the figure's own unit.</summary>
    private static string Sides(string bound, string figure)
    {
        var number = long.Parse(figure.Split(' ')[0], CultureInfo.InvariantCulture);
        var unit = figure[(figure.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        var (upper, within) = (bound is "at most" or "within" or "up to" or "no later than" or "no longer than", bound is "at least");
        if (Time().IsMatch(figure))
        {
            return $"\"{bound} {figure}\" {(upper ? "holds at the very end of them and no second later" : within
                ? "holds from their very end on and no second before"
                : bound is "less than" or "fewer than" ? "holds a second before their end and not at it" : "holds a second after their end and not at it")}";
        }

        var (inside, outside) = upper
            ? (number, number + 1)
            : within ? (number, number - 1) : bound is "less than" or "fewer than" ? (number - 1, number) : (number + 1, number);
        return $"\"{bound} {figure}\" holds for {inside} and not for {outside} {unit}";
    }

    private static IEnumerable<Edge> Sizes(RuleContext brief) =>
        from endpoint in brief.Earlier.Endpoints
        from field in endpoint.Request
        let match = Range().Match(field.Rule)
        where match.Success
        let name = $"{endpoint.Method} {endpoint.Route}"
        let most = long.Parse(match.Groups["most"].Value, CultureInfo.InvariantCulture)
        let least = long.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture)
        select new Edge(
            $"`{field.Name}` of `{name}`",
            $"`{name}` takes {least} and {most} entries in `{field.Name}` and refuses {(least > 0 ? $"{least - 1} and " : "")}{most + 1}",
            endpoint.Satisfies,
            TestKind.Integration,
            brief.Earlier.TestFile(name),
            IsTime: false);

    private static string Clock(RuleContext brief, List<Edge> edges)
    {
        if (!edges.Exists(e => e.IsTime))
        {
            return ".";
        }

        var projects = edges.Select(e => brief.Files.Project(e.File!)).ToList();
        var clock = brief.Grounding.Types.Where(t => brief.Files.IsTest(t.File) && t.Kind == "class" && Words.Split(t.Name).Any(w => w is "clock" or "time"))
            .OrderByDescending(t => projects.Contains(brief.Files.Project(t.File))).FirstOrDefault();
        return clock is null
            ? "; no clock for tests was found, so the time comes in as an argument or through `TimeProvider`."
            : $", with {clock.Cited()} moved by hand.";
    }

    [GeneratedRegex(
        @"\b(?<bound>at most|more than|at least|less than|fewer than|older than|within|up to|no later than|no longer than|exceeds"
            + @"|after) (?<figure>[0-9]{1,6} (days?|hours?|minutes?|weeks?|months?|years?|characters|items|units|percent))\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    [GeneratedRegex("(day|hour|minute|week|month|year)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(
        @"\b(?<least>[0-9]{1,6}) to (?<most>[0-9]{1,6}) (items|entries|elements|rows)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    private sealed record Edge(string Name, string Title, IReadOnlyList<string> Criteria, TestKind Kind, string? File, bool IsTime);
}
