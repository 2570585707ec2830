using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>
/// A later answer tells what is different: what it writes under the same key stands in the place of what was said before, what it drops
/// is gone, and all else stays word for word. So nothing changes by being written again, and nothing is paid for twice.
/// </summary>
internal sealed class ReplyMerge(Opinion before, Opinion said, Consultation consultation, IReadOnlyList<string> drop)
{
    private readonly HashSet<string> dropped =
        [.. drop.Select(Bare), .. drop.Select(d => ReplyIds.Local(consultation, Bare(d)))];

    /// <summary>What is said now where nothing was said before, or where one of the two finds nothing to do; else both together.</summary>
    public static Opinion Of(Opinion? before, Opinion said, Consultation consultation, IReadOnlyList<string> drop) =>
        before is { Applies: true } && said.Applies ? new ReplyMerge(before, said, consultation, drop).All() : said;

    private Opinion All()
    {
        var tasks = WithScripts(Joined(before.Tasks, said.Tasks, t => t.Id));
        var alive = tasks.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var tests = Joined([.. before.Tests.Where(t => alive.Contains(t.Task) && !IsRewritten(t))], said.Tests, t => t.Id);
        return said with
        {
            Evidence = [.. said.Evidence.Union(before.Evidence, StringComparer.Ordinal)],
            Tasks = [.. tasks.Select(t => t with { Tests = [.. tests.Where(x => x.Task == t.Id).Select(x => x.Id)] })],
            Tests = tests,
            Risks = Joined(before.Risks, said.Risks, r => Subject.OfText(r.Title), r => r.Id, (old, now) => now with { Id = old.Id }),
            Decisions = Joined(before.Decisions, said.Decisions, d => $"{d.Key}", d => d.Id, (old, now) => now with { Id = old.Id }),
            Questions = Joined(before.Questions, said.Questions, q => $"{q.Key}", q => q.Id, (old, now) => now with { Id = old.Id }),
            Designs = [.. Designs()],
        };
    }

    /// <summary>Tests of a task are told again together.</summary>
    private bool IsRewritten(PlanTest test) => said.Tests.Any(t => t.Task == test.Task);

    /// <summary>A script that stays belongs to the task that it belonged to, also where that is told anew.</summary>
    private List<PlanTask> WithScripts(List<PlanTask> tasks) =>
        [.. tasks.Select(t => before.Tasks.FirstOrDefault(b => b.Id == t.Id) is { } old && !ReferenceEquals(old, t)
            ? t with { Files = [.. t.Files.Concat(old.Files.Where(f => IsOfScript(f.Path))).DistinctBy(f => f.Path, StringComparer.Ordinal)] }
            : t)];

    private bool IsOfScript(string path) => Scripts().Any(s => s.UpPath == path || s.DownPath == path);

    /// <summary>Scripts of before whose task is still there.</summary>
    private IReadOnlyList<MigrationScript> Scripts()
    {
        var gone = before.Tasks.Where(t => dropped.Contains(t.Id)).SelectMany(t => t.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return [.. (before.Design<SchemaDesign>()?.Migrations ?? []).Where(m => !gone.Contains(m.UpPath) && !dropped.Contains(m.Name))];
    }

    private IEnumerable<Design> Designs()
    {
        if (Both<SchemaDesign>() is var (oldSchema, newSchema) && Joined(Scripts(), newSchema?.Migrations, m => m.Name) is { Count: > 0 } scripts)
        {
            yield return (newSchema ?? oldSchema)! with { Migrations = scripts };
        }

        if (Both<PipelineDesign>() is var (oldJobs, newJobs) && Joined(oldJobs?.Pipelines, newJobs?.Pipelines, p => p.Job) is { Count: > 0 } jobs)
        {
            yield return (newJobs ?? oldJobs)! with { Pipelines = jobs };
        }

        if (Both<ServiceDesign>() is var (oldTypes, newTypes) && Joined(oldTypes?.Services, newTypes?.Services, s => s.Type) is { Count: > 0 } types)
        {
            yield return (newTypes ?? oldTypes)! with { Services = types };
        }

        if (Both<ApiDesign>() is var (oldApi, newApi) && Joined(oldApi?.Endpoints, newApi?.Endpoints, e => $"{e.Method} {e.Route}") is { Count: > 0 } endpoints)
        {
            yield return (newApi ?? oldApi)! with { Endpoints = endpoints };
        }
    }

    private (T? Before, T? Said) Both<T>()
        where T : Design => (before.Design<T>(), said.Design<T>());

    /// <param name="old">What was said before, in its order.</param>
    /// <param name="fresh">What is said now.</param>
    /// <param name="key">Two of one key are the same thing.</param>
    /// <param name="id">By what it may be dropped besides its key.</param>
    /// <param name="replace">The new in the place of the old: others refer to it by the id that it had.</param>
    private List<T> Joined<T>(
        IReadOnlyList<T>? old, IReadOnlyList<T>? fresh, Func<T, string> key, Func<T, string>? id = null, Func<T, T, T>? replace = null)
        where T : class
    {
        var written = (fresh ?? []).GroupBy(key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var kept = (old ?? []).Where(o => written.ContainsKey(key(o)) || !(dropped.Contains(key(o)) || (id is not null && dropped.Contains(id(o)))));
        var all = kept.Select(o => written.Remove(key(o), out var now) ? replace?.Invoke(o, now) ?? now : o).ToList();
        return [.. all, .. (fresh ?? []).Where(f => written.TryGetValue(key(f), out var first) && ReferenceEquals(first, f))];
    }

    /// <summary>Models put the kind before the key, as they do for what they need.</summary>
    private static string Bare(string key)
    {
        var trimmed = key.Trim().Trim('`');
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && trimmed[..colon] is "task" or "test" or "type" or "endpoint" or "migration" or "pipeline" or "risk" or "decision" or "question"
            ? trimmed[(colon + 1)..].Trim()
            : trimmed;
    }
}
