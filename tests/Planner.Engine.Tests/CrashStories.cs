using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

/// <summary>Small stories that together use all that the engine records.</summary>
internal static class CrashStories
{
    private static readonly Step<int, int> Add = new("add") { Retry = RetryPolicy.None };
    private static readonly Step<int, int> Flaky = new("flaky") { Retry = new RetryPolicy(3, TimeSpan.Zero, 1, TimeSpan.Zero) };
    private static readonly Step<int, int> Doomed = new("doomed") { Retry = RetryPolicy.None };
    private static readonly Signal<string> Bell = new("bell");

    public static IReadOnlyDictionary<string, Story<int, string>> All { get; } = new[]
    {
        new Story<int, string>("chain", Chain),
        new Story<int, string>("fan", Fan),
        new Story<int, string>("retry", Retry),
        new Story<int, string>("bell", Ring),
        new Story<int, string>("remind", Remind),
        new Story<int, string>("renew", Renew),
    }.ToDictionary(story => story.Name, StringComparer.Ordinal);

    /// <summary>What a person does to a run from outside; may be done again after a crash.</summary>
    public static Task Ring(IWorkflowClient client, string id) => client.Raise(id, Bell, "ding");

    /// <summary>All stories; <paramref name="called"/> is told of every attempt.</summary>
    public static WorkflowCatalog Catalog(Action<StepCall, int> called)
    {
        var catalog = new WorkflowCatalog()
            .Add(Add, (input, call) => Told(call, input, input + 1))
            .Add(Flaky, (input, call) => call.Attempt < 3 ? throw new IOException("busy") : Told(call, input, input * 2))
            .Add(Doomed, (_, _) => throw new StepException("cannot be", retryHelps: false));
        foreach (var story in All.Values)
        {
            catalog.Add(story);
        }

        return catalog;

        Task<int> Told(StepCall call, int input, int result)
        {
            called(call, input);
            return Task.FromResult(result);
        }
    }

    private static async Task<string> Chain(WorkflowContext context, int input)
    {
        for (var i = 0; i < 4; i++)
        {
            input = await context.Call(Add, input);
        }

        return $"{input} {context.NewGuid()}";
    }

    private static async Task<string> Fan(WorkflowContext context, int input)
    {
        var parts = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => context.Call(Add, input + i)));
        return string.Join(',', await Task.WhenAll(parts.Select(part => context.Call(Add, part))));
    }

    private static async Task<string> Retry(WorkflowContext context, int input)
    {
        var doubled = await context.Call(Flaky, input);
        try
        {
            return $"{await context.Call(Doomed, doubled)}";
        }
        catch (StepFailedException e)
        {
            return $"{doubled} {e.Reason} {await context.Call(Add, doubled)}";
        }
    }

    private static async Task<string> Ring(WorkflowContext context, int input)
    {
        var first = await context.Call(Add, input);
        var bell = await context.WaitFor(Bell, context.UtcNow.AddDays(1));
        var late = await context.WaitFor(new Signal<string>("never"), context.UtcNow);
        return $"{first} {Shown(bell)} {Shown(late)} {await context.Call(Add, first)}";
    }

    private static async Task<string> Remind(WorkflowContext context, int input)
    {
        using var cancel = new CancellationTokenSource();
        var reminder = Reminder(context, input, cancel.Token);
        var escalation = context.SleepUntil(context.UtcNow.AddDays(1), cancel.Token);
        var bell = await context.WaitFor(Bell, context.UtcNow.AddDays(1));
        var reminded = await reminder;
        cancel.Cancel();
        return $"{Shown(bell)} {reminded} {await escalation}";
    }

    private static async Task<int> Reminder(WorkflowContext context, int input, CancellationToken cancellation) =>
        await context.SleepUntil(context.UtcNow, cancellation) ? await context.Call(Add, input) : -1;

    private static async Task<string> Renew(WorkflowContext context, int input)
    {
        var sum = await context.Call(Add, input);
        if (sum < 4)
        {
            context.ContinueAsNew(sum);
            return "goes on";
        }

        return $"{sum} {Shown(await context.WaitFor(Bell, context.UtcNow.AddDays(1)))}";
    }

    private static string Shown(SignalResult<string> result) => result is SignalResult<string>.Received got ? got.Payload : "none";
}
