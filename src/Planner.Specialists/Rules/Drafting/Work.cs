using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>A task before it has its owner, effort and verification.</summary>
internal sealed record Work(string Slug, string Title, string Detail, TaskSize Size)
{
    public IReadOnlyList<string> Satisfies { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> Tables { get; init; } = [];

    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>Own tasks that come before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What of other specialists' work comes before.</summary>
    public IReadOnlyList<Resource> Needs { get; init; } = [];

    /// <summary>What others may wait for.</summary>
    public IReadOnlyList<Resource> Provides { get; init; } = [];

    /// <summary>How a person sees that it is done, where no command shows it; null where the test commands do.</summary>
    public string? Manual { get; init; }
}

/// <summary>Adds tasks and tests to a draft.</summary>
internal static class Working
{
    /// <summary>Adds a task and returns its id.</summary>
    public static string Do(this OpinionBuilder draft, RuleContext brief, Work work)
    {
        var id = draft.Id(work.Slug);
        var commands = work.Manual is null ? Verification.Commands(brief, work.Paths) : [];
        draft.Tasks.Add(new PlanTask
        {
            Id = id,
            Title = work.Title,
            Detail = work.Detail,
            Area = draft.Specialist,
            DependsOn = [.. work.DependsOn.Distinct(StringComparer.Ordinal)],
            Needs = [.. work.Needs.Distinct()],
            Provides = [.. work.Provides.Distinct()],
            Satisfies = [.. work.Satisfies.Distinct(StringComparer.Ordinal)],
            Files = [.. work.Paths.Distinct(StringComparer.Ordinal).Select(p => Change(brief, draft, p))],
            Tables = work.Tables,
            Endpoints = work.Endpoints,
            Size = work.Size,
            EffortHours = Effort.Of(work.Size),
            Owner = Ownership.Of(brief, draft.Specialist, work.Paths),
            Verification = commands,
            ManualVerification = work.Manual ?? (commands.Count == 0 ? Verification.NoCommand : null),
        });
        return id;
    }

    /// <summary>Adds a test to a task and, where it goes to a file, the file too.</summary>
    public static void Prove(
        this OpinionBuilder draft,
        RuleContext brief,
        string slug,
        string title,
        IReadOnlyList<string> covers,
        TestKind kind,
        string task,
        string? file)
    {
        var id = draft.Id("test-" + slug);
        draft.Tests.Add(
            new PlanTest(id, title, [.. covers.Where(c => brief.Criteria.Any(k => k.Id == c) || draft.Risks.Exists(r => r.Id == c))], kind, task, file));
        var at = draft.Tasks.FindIndex(t => t.Id == task);
        var changed = draft.Tasks[at];
        var files = file is null || changed.Files.Any(f => f.Path == file) ? changed.Files : [.. changed.Files, Change(brief, draft, file)];
        draft.Tasks[at] = changed with { Tests = [.. changed.Tests, id], Files = files };
    }

    /// <summary>What an earlier task of this draft adds is there by then.</summary>
    private static FileChange Change(RuleContext brief, OpinionBuilder draft, string path)
    {
        var change = brief.Earlier.Change(path, brief.Files);
        var isAdded = change.Change == ChangeKind.Add && draft.Tasks.Exists(t => t.Files.Any(f => f.Path == path && f.Change == ChangeKind.Add));
        return isAdded ? change with { Change = ChangeKind.Modify } : change;
    }
}
