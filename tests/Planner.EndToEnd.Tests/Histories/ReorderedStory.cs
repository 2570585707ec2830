using Microsoft.Extensions.Logging;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;

namespace Planner.EndToEnd.Tests.Histories;

/// <summary>Today's story with its calls in another order: what an engineer's edit of <see cref="PlanTicket"/> would be.</summary>
internal sealed class ReorderedStory(Reordering reordering) : Workflow<PlanRequest, PlanResult>
{
    private readonly PlanTicket today = new();

    public override string Name => today.Name;

    public override string StoryVersion => today.StoryVersion;

    public override Task<PlanResult> Run(WorkflowContext context, PlanRequest input) => today.Run(new Reordered(context, reordering), input);

    /// <summary>Passes everything on, except the calls that are moved.</summary>
    private sealed class Reordered(WorkflowContext inner, Reordering reordering) : WorkflowContext
    {
        private Task<PanelDigest>? convened;

        public override string InstanceId => inner.InstanceId;

        public override DateTimeOffset UtcNow => inner.UtcNow;

        public override bool IsReplaying => inner.IsReplaying;

        public override Guid NewGuid() => inner.NewGuid();

        public override Task<TOut> Call<TIn, TOut>(Step<TIn, TOut> step, TIn input) => (reordering, step.Name, input) switch
        {
            (Reordering.RememberBeforePublish, "publish", ReportRequest report) => As<TOut>(inner.Call(PlanningSteps.Remember, report)),
            (Reordering.RememberBeforePublish, "remember", ReportRequest report) => As<TOut>(inner.Call(PlanningSteps.Publish, report)),
            (Reordering.ConveneBeforeGround, "ground", GroundRequest ground) => ConveneFirst(step, input, ground.Scope),
            (Reordering.ConveneBeforeGround, "convene-panel", _) => As<TOut>(convened!),
            (Reordering.LeaveOutReport, "report", _) => As<TOut>(Task.FromResult(true)),
            _ => inner.Call(step, input),
        };

        public override Task<SignalResult<T>> WaitFor<T>(Signal<T> signal, DateTimeOffset deadline) => inner.WaitFor(signal, deadline);

        public override Task<bool> SleepUntil(DateTimeOffset until, CancellationToken cancellation) => inner.SleepUntil(until, cancellation);

        public override void SetStatus(string status) => inner.SetStatus(status);

        public override ILogger CreateLogger(string category) => inner.CreateLogger(category);

        public override void ContinueAsNew<TIn>(TIn input) => inner.ContinueAsNew(input);

        private async Task<TOut> ConveneFirst<TIn, TOut>(Step<TIn, TOut> step, TIn input, RunScope scope)
        {
            convened = inner.Call(PlanningSteps.ConvenePanel, scope);
            await convened;
            return await inner.Call(step, input);
        }

        private static Task<TOut> As<TOut>(object task) => (Task<TOut>)task;
    }
}

/// <summary>Which calls are moved.</summary>
public enum Reordering
{
    /// <summary>Nothing is.</summary>
    None,

    /// <summary>The memory learns of a version before its readers do.</summary>
    RememberBeforePublish,

    /// <summary>The panel is convened before the code base is read.</summary>
    ConveneBeforeGround,

    /// <summary>The ticket's comment is not updated at the end.</summary>
    LeaveOutReport,
}
