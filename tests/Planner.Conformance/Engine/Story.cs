using Planner.Durability;

namespace Planner.Conformance.Engine;

/// <summary>A workflow written on the spot.</summary>
public sealed class Story<TIn, TOut>(
    string name, Func<WorkflowContext, TIn, Task<TOut>> body, string version = "1", Func<TIn, string, TIn>? succeed = null)
    : Workflow<TIn, TOut>
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string StoryVersion => version;

    /// <inheritdoc/>
    public override Task<TOut> Run(WorkflowContext context, TIn input) => body(context, input);

    /// <inheritdoc/>
    public override TIn Succeed(TIn input, string previousInstanceId) => succeed is null ? input : succeed(input, previousInstanceId);
}
