using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Api;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>Times that the ticket states are measured under its own load and on its own volumes, before the release.</summary>
internal sealed class TargetsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var times = Figures.Times(brief);
        var subjects = times.SelectMany(t => t.Subjects).Distinct(StringComparer.Ordinal).ToList();
        if (subjects.Count == 0)
        {
            return;
        }

        var names = Words.List(subjects.Select(s => $"`{s}`"));
        draft.Looked = $"Each time that the ticket states for {names} has a measurement.";
        draft.Cite([.. Places(brief, subjects)]);
        var tool = LoadTool(brief);
        var risk = draft.Raise("stated-times", Missed(brief, names) with { Tasks = [draft.Specialist + "/measure"] });
        var task = draft.Do(brief, Measuring(brief, draft, names, tool) with { Satisfies = risk is null ? [] : [risk], Needs = Built(brief, subjects) });
        foreach (var time in times)
        {
            draft.Prove(brief, $"time-{time.Subjects[0]}", $"Measured: {Clauses.Of(time.Sentence)}", risk is null ? [] : [risk], TestKind.EndToEnd, task, tool);
            var test = draft.Tests[^1].Id;
            draft.Performance = draft.Performance with
            {
                Targets = [.. draft.Performance.Targets, .. time.Subjects.Select(s => StatedTargets.Of(time.Sentence, s, brief) with { Test = test })],
                Script = tool,
            };
        }

        draft.Summary.Add($"measures {names} against the stated times");
    }

    private static Work Measuring(RuleContext brief, OpinionBuilder draft, string names, string? tool)
    {
        var load = Figures.Rate(brief) is { } rate
            ? $"Ten minutes at {rate}, after a minute of warming up"
            : "Ten minutes at the busiest hour's load, which the ticket does not state";
        var data = Data(brief);
        if (tool is null)
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Tooling, "load test", names),
                $"With which tool, and on which environment, are the times of {names} measured?",
                Ownership.Role(draft.Specialist),
                blocking: false,
                $"With a script of the team's own, on a copy of production{data}; no load test was found in the repository.",
                draft.Specialist);
            draft.Reservations.Add("no load test was found in the repository, so the stated times are measured by hand");
        }

        return new Work(
            "measure",
            $"Measure {names} against the stated times",
            $"{load}, on a copy{data}. The present release is measured first, in the same way, so that what is new can be told from what was there.",
            TaskSize.M)
        {
            Paths = tool is null ? [] : [tool],
            Manual =
                $"{(tool is null ? "" : $"Run `{tool}` against both builds. ")}The figures of both runs are attached to the ticket; each stated time is "
                    + $"marked as kept or missed.",
        };
    }

    private static Risk Missed(RuleContext brief, string names) => new()
    {
        Id = "",
        Title = $"{names} keep{(names.Contains(" and ", StringComparison.Ordinal) ? "" : "s")} the stated time on a few rows and "
            + $"miss{(names.Contains(" and ", StringComparison.Ordinal) ? "" : "es")} it on those of production.",
        Probability = Level.Medium,
        Impact = Level.Medium,
        Owner = Ownership.Role(SpecialistNames.Performance),
        Mitigation = $"Measured before the release on a copy{Data(brief)}, not on the rows of a test.",
        Contingency = Flags.Name(brief) is { } flag
            ? $"Switch `{flag}` off; what misses its time even then is taken back."
            : "Take the release back; no data depend on how fast it was.",
        Detection = "The same percentiles by route and job in production, with an alarm at nine tenths of the stated time.",
    };

    private static string Data(RuleContext brief)
    {
        var volumes = Figures.Volumes(brief);
        return volumes.Count == 0 ? "" : $" with {Words.List(volumes.Select(v => $"{v.Size} in `{v.Table.FullName}`"))}";
    }

    private static IEnumerable<string> Places(RuleContext brief, List<string> subjects) =>
        brief.Grounding.Endpoints.Where(e => subjects.Contains($"{e.Method} {e.Route}", StringComparer.Ordinal)).Select(e => e.Place())
            .Concat(brief.Needs.Jobs.Where(j => subjects.Contains(j.Name, StringComparer.Ordinal)).Select(j => j.Place()))
            .Concat(brief.Earlier.Endpoints.Where(e => subjects.Contains($"{e.Method} {e.Route}", StringComparer.Ordinal) && brief.Files.Exists(e.File))
                .Select(e => e.File)
                .Take(1));

    private static List<Resource> Built(RuleContext brief, List<string> subjects) =>
    [
        .. subjects.Where(s => s.Contains(" /", StringComparison.Ordinal)).Select(Resource.Endpoint),
        .. brief.Needs.Jobs.Where(j => subjects.Contains(j.Name, StringComparer.Ordinal)).Select(j => Resource.File(j.File)),
    ];

    /// <summary>A new file beside load tests that are there, or null.</summary>
    private static string? LoadTool(RuleContext brief)
    {
        var sample = brief.Grounding.Inventory.Paths.FirstOrDefault(p => IsScript(p) && p.Split('/').Any(MeansLoad));
        return sample is null ? null : Files.Beside(sample, Words.Pascal(brief.Ticket.Key) + Path.GetExtension(sample));
    }

    /// <summary>A folder or file of load tests: what merely loads something is none.</summary>
    private static bool MeansLoad(string part)
    {
        var words = Words.Split(Path.GetFileNameWithoutExtension(part));
        return words.Any(w => w is "loadtest" or "loadtests" or "k" or "jmeter" or "nbomber" or "gatling" or "locust" or "benchmarks")
            && (!words.Contains("k") || part.Contains("k6", StringComparison.OrdinalIgnoreCase))
            || words is ["load"] || (words.Contains("load") && words.Any(w => w is "test" or "tests"));
    }

    private static bool IsScript(string path) => Path.GetExtension(path) is ".js" or ".ts" or ".cs" or ".jmx" or ".py" or ".scala";
}
