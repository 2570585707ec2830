using System.Collections.Concurrent;

namespace Planner.Durability;

/// <summary>The workflows and steps that a host can run, by name. Filled at start, then only read.</summary>
public sealed class WorkflowCatalog
{
    private readonly ConcurrentDictionary<string, WorkflowEntry> workflows = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StepEntry> steps = new(StringComparer.Ordinal);

    /// <summary>Names of all workflows, sorted.</summary>
    public IEnumerable<string> WorkflowNames => workflows.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names of all steps, sorted.</summary>
    public IEnumerable<string> StepNames => steps.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether a workflow is registered under the name.</summary>
    public bool HasWorkflow(string name) => workflows.ContainsKey(name);

    /// <summary>Adds a workflow; its name must be new.</summary>
    /// <exception cref="ArgumentException">Its story version is no whole number.</exception>
    public WorkflowCatalog Add<TIn, TOut>(Workflow<TIn, TOut> workflow)
    {
        var entry = new WorkflowEntry(
            workflow.Name,
            StoryVersions.Checked(workflow.StoryVersion, workflow.Name),
            async (context, input) => Payload.Write(await workflow.Run(context, Payload.Read<TIn>(input))),
            (input, previous) => Payload.Write(workflow.Succeed(Payload.Read<TIn>(input), previous)))
        {
            IsCounted = workflow.IsCounted,
        };
        return workflows.TryAdd(workflow.Name, entry) ? this : throw Taken(workflow.Name);
    }

    /// <summary>Adds a step's handler; the step's name must be new.</summary>
    public WorkflowCatalog Add<TIn, TOut>(Step<TIn, TOut> step, Func<TIn, StepCall, Task<TOut>> handler)
    {
        var entry = new StepEntry(
            step.Name,
            async (input, call) => Payload.Write(await handler(Payload.Read<TIn>(input), call)));
        return steps.TryAdd(step.Name, entry) ? this : throw Taken(step.Name);
    }

    /// <summary>The workflow of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public WorkflowEntry Workflow(string name) =>
        workflows.TryGetValue(name, out var entry) ? entry : throw new InvalidOperationException($"No workflow is registered as '{name}'.");

    /// <summary>The step of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public StepEntry Step(string name) =>
        steps.TryGetValue(name, out var entry) ? entry : throw new InvalidOperationException($"No step is registered as '{name}'.");

    private static InvalidOperationException Taken(string name) => new($"'{name}' is registered twice.");
}

/// <summary>A workflow without its types: payloads in, payloads out.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="StoryVersion">The version of the code at hand.</param>
/// <param name="Run">Runs the body.</param>
/// <param name="Succeed">Input of the run that takes over: (input, previous instance id) to input.</param>
public sealed record WorkflowEntry(
    string Name,
    string StoryVersion,
    Func<WorkflowContext, string, Task<string>> Run,
    Func<string, string, string> Succeed)
{
    /// <summary><see cref="Workflow{TIn, TOut}.IsCounted"/>.</summary>
    public bool IsCounted { get; init; } = true;
}

/// <summary>A step without its types: payload in, payload out.</summary>
public sealed record StepEntry(string Name, Func<string, StepCall, Task<string>> Invoke);
