using System.Text;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Models.Replies;

/// <summary>Tasks and tests of a reply, with what code knows better: owners, hours and commands.</summary>
internal sealed class ReplyTasks(Consultation consultation, OpinionReply reply)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public IReadOnlyList<PlanTask> Tasks() => [.. reply.Tasks.Select(Work)];

    public IReadOnlyList<PlanTest> Tests() => [.. reply.Tests.Select((t, i) =>
        new PlanTest(Id($"test-{i + 1}"), t.Title.Trim(), Covered(t.Covers), t.Kind, Id(t.Task), t.File) { Endpoint = Endpoint(t.Title) })];

    private PlanTask Work(TaskReply task)
    {
        var paths = task.Files.Select(f => f.Path).ToList();
        var commands = Verification.Commands(consultation.Grounding, paths);
        return new PlanTask
        {
            Id = Id(task.Key),
            Title = task.Title.Trim(),
            Detail = Detail(task),
            Area = consultation.Definition.Name,
            DependsOn = [.. task.After.Select(Id)],
            Needs = [.. task.Needs.Select(Resource.Parse).OfType<Resource>()],
            Satisfies = Covered(task.Satisfies),
            Files = [.. task.Files.Select(f => new FileChange(f.Path, f.Change))],
            LikelyAlso = [.. task.LikelyAlso.Except(paths, StringComparer.Ordinal)],
            Endpoints = [.. reply.Endpoints.Where(e => paths.Contains(e.File, StringComparer.Ordinal)).Select(e => $"{e.Method.ToUpperInvariant()} {e.Route}")],
            Size = task.Size,
            EffortHours = Effort.Of(task.Size),
            Owner = Ownership.Of(consultation.Grounding, consultation.Definition, paths),
            Verification = commands,
            ManualVerification = commands.Count == 0 ? Verification.NoCommand : null,
            Tests = [.. reply.Tests.Select((t, i) => (t.Task, Id: Id($"test-{i + 1}"))).Where(t => Id(t.Task) == Id(task.Key)).Select(t => t.Id)],
        };
    }

    /// <summary>What to do, and a line for each file.</summary>
    private static string Detail(TaskReply task)
    {
        var text = new StringBuilder(task.Detail.Trim());
        foreach (var file in task.Files.Where(f => f.What.Trim().Length > 0))
        {
            text.Append("\n- `").Append(file.Path).Append("`: ").Append(file.What.Trim());
        }

        return text.ToString();
    }

    /// <summary>Criteria by their ids; all else is a key of this reply.</summary>
    private IReadOnlyList<string> Covered(IReadOnlyList<string> ids) =>
        [.. ids.Select(i => consultation.Criteria.Items.FirstOrDefault(c => c.Id.Equals(i.Trim(), StringComparison.OrdinalIgnoreCase))?.Id ?? Id(i))];

    /// <summary>The endpoint that a title names, like <c>POST /api/orders</c>.</summary>
    private static string? Endpoint(string title)
    {
        var words = title.Replace("`", "", StringComparison.Ordinal).Split(' ');
        var method = Array.FindIndex(words, w => Methods.Contains(w, StringComparer.Ordinal));
        return method >= 0 && method + 1 < words.Length && words[method + 1].StartsWith('/')
            ? $"{words[method]} {words[method + 1].TrimEnd('.', ',', ';', ':')}"
            : null;
    }

    private string Id(string key) => ReplyIds.Local(consultation, key);
}
