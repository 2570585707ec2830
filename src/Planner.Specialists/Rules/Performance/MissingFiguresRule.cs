using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>Figures without which a measurement proves nothing; they are asked for, never made up.</summary>
internal sealed class MissingFiguresRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (draft.IsEmpty)
        {
            return;
        }

        Times(brief, draft);
        Loads(brief, draft);
        Sources(brief, draft);
        draft.Performance = draft.Performance with { Volumes = [.. Figures.Volumes(brief).Select(v => new TableVolume(v.Table.FullName, v.Size))] };
    }

    /// <summary>What changes and has no stated time.</summary>
    private static void Times(RuleContext brief, OpinionBuilder draft)
    {
        var timed = draft.Performance.Targets.Select(t => t.Subject).ToHashSet(StringComparer.Ordinal);
        var bare = brief.Earlier.Endpoints.Select(e => $"{e.Method} {e.Route}").Where(n => !timed.Contains(n)).Distinct(StringComparer.Ordinal).ToList();
        if (bare.Count == 0)
        {
            return;
        }

        var question = Asked(
            brief,
            draft,
            brief.Asker,
            TopicKey.Of(TopicKind.Measure, ["time", .. bare]),
            $"How long may {Names(bare)} take at most, at which percentile and load?",
            "As long as before where something changes, and no promise for what is new; the first weeks in production give the figure.");
        draft.Performance = draft.Performance with
        {
            Targets = [
                .. draft.Performance.Targets,
                .. bare.Select(n => new PerformanceTarget(n, question.Answer) { Question = question.Id, Source = Watching.Source(n, brief) }),
            ],
        };
    }

    /// <summary>Endpoints with a time and without the load at which it holds.</summary>
    private static void Loads(RuleContext brief, OpinionBuilder draft)
    {
        var targets = draft.Performance.Targets;
        var bare = targets.Where(t => t is { Limit: not null, Load: null, Question: null } && t.IsEndpoint)
            .Select(t => t.Subject)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (bare.Count == 0)
        {
            return;
        }

        var question = Asked(
            brief,
            draft,
            brief.Asker,
            TopicKey.Of(TopicKind.Measure, ["load", .. bare]),
            $"At how many calls per second must {Names(bare)} keep the stated time?",
            "At those of the busiest hour of last month.");
        draft.Performance = draft.Performance with
        {
            Targets = [.. targets.Select(t => bare.Contains(t.Subject) && t.Load is null ? t with { Load = question.Answer, Question = question.Id } : t)],
        };
    }

    private static void Sources(RuleContext brief, OpinionBuilder draft)
    {
        var dark = draft.Performance.Targets.Where(t => t.Source is null).Select(t => t.Subject).Distinct(StringComparer.Ordinal).ToList();
        if (dark.Count == 0)
        {
            return;
        }

        var question = Asked(
            brief,
            draft,
            Ownership.Role(draft.Specialist),
            TopicKey.Of(TopicKind.Measure, ["source", .. dark]),
            $"What tells in production how long {Names(dark)} {(dark.Count == 1 ? "takes" : "take")}?",
            "The access log of what stands in front of it; no package for metrics or traces was found in its project.");
        draft.Performance = draft.Performance with
        {
            Targets = [.. draft.Performance.Targets.Select(t => t.Source is null ? t with { Source = question.Answer, SourceQuestion = question.Id } : t)],
        };
    }

    private static (string? Id, string? Answer) Asked(RuleContext brief, OpinionBuilder draft, string owner, TopicKey key, string text, string assumption)
    {
        var answer = draft.Ask(brief, key, text, owner, blocking: false, assumption, draft.Specialist);
        return (draft.Asked(key)?.Id, answer);
    }

    private static string Names(IEnumerable<string> subjects) => Words.List(subjects.Select(s => $"`{s}`"));
}
