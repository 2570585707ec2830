using System.Text;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Guarding;
using Planner.Core.Specialists;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Models.Replies;

/// <summary>Tasks and tests of a reply, with what code knows better: owners, hours and commands.</summary>
internal sealed class ReplyTasks(Consultation consultation, OpinionReply reply)
{
    private readonly IReadOnlyList<(MigrationReply Reply, MigrationScript Script)> migrations =
        [.. reply.Migrations.Zip(ReplyMigrations.Of(reply.Migrations, consultation))];

    private readonly int before = ReplyIds.Taken((consultation.Before?.Tests ?? []).Select(t => t.Id));

    public IReadOnlyList<PlanTask> Tasks() => [.. reply.Tasks.Select(Work)];

    public IReadOnlyList<PlanTest> Tests() =>
        [.. reply.Tests.Select((t, i) => new PlanTest(TestId(i), t.Title.Trim(), Covered(t.Covers), t.Kind, Id(t.Task), t.File)
    {
        Endpoint = t.Endpoint is { } endpoint ? Endpoint(endpoint) : null,
        Aspects = t.Shows.Aggregate(TestAspects.None, (all, a) => all | Aspect(a)),
        Status = t.Status is >= 400 and <= 599 ? t.Status : null,
    })];

    private PlanTask Work(TaskReply task)
    {
        var scripts = migrations.Where(m => Id(m.Reply.Task) == Id(task.Key)).ToList();
        var files = Files(task, scripts.Select(s => s.Script));
        var paths = files.Select(f => f.Path).ToList();
        var commands = Verification.Commands(consultation.Grounding, paths);
        return new PlanTask
        {
            Id = Id(task.Key),
            Title = task.Title.Trim(),
            Detail = Detail(task),
            Area = consultation.Definition.Name,
            DependsOn = [.. task.After.Select(a => ReplyIds.Reference(consultation, a))],
            Needs = [.. task.Needs.Select(Resource.Parse).OfType<Resource>()],
            Satisfies = Covered(task.Satisfies),
            Files = files,
            LikelyAlso = [.. task.LikelyAlso.Except(paths, StringComparer.Ordinal)],
            Tables = [.. task.Tables.Concat(scripts.SelectMany(s => s.Script.Tables)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Endpoints = [.. task.Endpoints.Select(Endpoint).Distinct(StringComparer.Ordinal)],
            Size = task.Size,
            EffortHours = Effort.Of(task.Size),
            Owner = Ownership.Of(consultation.Grounding, consultation.Definition, paths),
            Verification = commands,
            ManualVerification = commands.Count == 0 ? Verification.NoCommand : null,
            Tests = [.. reply.Tests.Select((t, i) => (t.Task, Id: TestId(i))).Where(t => Id(t.Task) == Id(task.Key)).Select(t => t.Id)],
        };
    }

    /// <summary>What to do, and a line for each file.</summary>
    private string Detail(TaskReply task)
    {
        var text = new StringBuilder(task.Detail.Trim());
        foreach (var file in task.Files.Where(f => f.What.Trim().Length > 0 && IsPath(f.Path)))
        {
            text.Append("\n- `").Append(file.Path).Append("`: ").Append(file.What.Trim());
        }

        return text.ToString();
    }

    /// <summary>What the guard leaves out of the files is not told in words either.</summary>
    private bool IsPath(string path) =>
        RootPath.MayBeAdded(ResourceNames.Path(path)) || consultation.Grounding.Inventory.Paths.Contains(path, StringComparer.Ordinal);

    /// <summary>Criteria by their ids and decisions by their topics; all else is a key of this reply.</summary>
    private IReadOnlyList<string> Covered(IReadOnlyList<string> ids) =>
        [.. ids.Select(i => Criterion(i) ?? Decision(i) ?? ReplyIds.Reference(consultation, i))];

    private string? Criterion(string id) => consultation.Criteria.Items.FirstOrDefault(c => c.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase))?.Id;

    private string? Decision(string topic) =>
        reply.Decisions.ToList().FindIndex(d => Id(d.Topic) == Id(topic)) is >= 0 and var at ? ReplyDecisions.DecisionId(at, consultation) : null;

    private string TestId(int place) => Id($"test-{before + place + 1}");

    /// <summary>Files of the task, and its scripts where code has put them: a model need not know the next number.</summary>
    private static IReadOnlyList<FileChange> Files(TaskReply task, IEnumerable<MigrationScript> scripts) =>
    [
        .. task.Files.Select(f => new FileChange(f.Path, f.Change))
            .Concat(scripts.SelectMany(s => new[] { s.UpPath, s.DownPath }.OfType<string>()).Select(p => new FileChange(p, ChangeKind.Add)))
            .DistinctBy(f => f.Path, StringComparer.Ordinal),
    ];

    /// <summary>Method in upper case, one space, route with its slash.</summary>
    private static string Endpoint(string endpoint)
    {
        var parts = endpoint.Replace("`", "", StringComparison.Ordinal).Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 2 ? $"{parts[0].ToUpperInvariant()} {parts[1]}" : endpoint.Trim();
    }

    private static TestAspects Aspect(ShownAspect shown) => shown switch
    {
        ShownAspect.Success => TestAspects.Success,
        ShownAspect.Refusal => TestAspects.Refusal,
        ShownAspect.Error => TestAspects.Error,
        ShownAspect.Apply => TestAspects.Apply,
        ShownAspect.Rollback => TestAspects.Rollback,
        _ => throw new ArgumentOutOfRangeException(nameof(shown)),
    };

    private string Id(string key) => ReplyIds.Local(consultation, key);
}
