using System.Collections.Concurrent;
using Planner.Core.Artifacts;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// The content behind the story's references: typed values in the store, by sha256. What was read or written lately
/// is kept in memory; being addressed by content it cannot be stale. What is put here is redacted first, whoever thought of it.
/// </summary>
internal sealed class RunFolder(IArtifactStore store)
{
    private const int Remembered = 64;
    private readonly ConcurrentDictionary<(string Ref, Type Type), object> memory = new();

    public async Task<string> Put<T>(StepCall call, RunScope scope, T value)
        where T : notnull
    {
        var (kept, content) = Redaction.OfValue(value);
        var reference = await store.PutContent(scope.Ticket, call.RunId, content, call.Cancellation);
        Remember(reference, kept);
        return reference;
    }

    public async Task<T> Get<T>(StepCall call, RunScope scope, string reference)
        where T : notnull
    {
        if (memory.TryGetValue((reference, typeof(T)), out var known))
        {
            return (T)known;
        }

        var value = PlanJson.Read<T>(await store.GetContent(scope.Ticket, call.RunId, reference, call.Cancellation));
        Remember(reference, value);
        return value;
    }

    public async Task<IReadOnlyList<T>> GetAll<T>(StepCall call, RunScope scope, IEnumerable<string> references)
        where T : notnull
    {
        var values = new List<T>();
        foreach (var reference in references)
        {
            values.Add(await Get<T>(call, scope, reference));
        }

        return values;
    }

    /// <summary>
    /// Does costly work once: what was made for the same question in this run, or in the run that it took over from,
    /// is used again.
    /// </summary>
    public async Task<(T Value, string Ref)> Once<T>(StepCall call, RunScope scope, string question, Func<Task<T>> make)
        where T : notnull
    {
        var key = TextHash.Of(question);
        foreach (var run in scope.Previous is null ? [call.RunId] : new[] { call.RunId, scope.Previous })
        {
            if (await store.Noted(scope.Ticket, run, key, call.Cancellation) is { } kept)
            {
                var value = PlanJson.Read<T>(await store.GetContent(scope.Ticket, run, kept, call.Cancellation));
                return (value, await Put(call, scope, value));
            }
        }

        var made = await make();
        var reference = await Put(call, scope, made);
        await store.Note(scope.Ticket, call.RunId, key, reference, call.Cancellation);
        return (await Get<T>(call, scope, reference), reference);
    }

    private void Remember(string reference, object value)
    {
        if (memory.Count >= Remembered)
        {
            memory.Clear();
        }

        memory[(reference, value.GetType())] = value;
    }
}
