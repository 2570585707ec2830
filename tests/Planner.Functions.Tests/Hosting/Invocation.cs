using Microsoft.Azure.Functions.Worker;

namespace Planner.Functions.Tests.Hosting;

/// <summary>An invocation as far as functions look at it: when to stop.</summary>
internal sealed class Invocation(CancellationToken stopping) : FunctionContext
{
    public override CancellationToken CancellationToken => stopping;

    public override string InvocationId => throw new NotSupportedException();

    public override string FunctionId => throw new NotSupportedException();

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IDictionary<object, object> Items { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override IInvocationFeatures Features => throw new NotSupportedException();
}
