namespace Planner.Engine.Storage;

/// <summary>A write that waits for its transaction.</summary>
internal interface IWriteJob
{
    void Apply(Statements statements);

    void Complete();

    void Fail(Exception cause);
}

/// <summary>A write with a result, which counts only once the transaction is durable.</summary>
internal sealed class WriteJob<T>(Func<Statements, T> write) : IWriteJob
{
    private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => source.Task;

    public void Apply(Statements statements) => result = write(statements);

    public void Complete() => source.SetResult(result);

    public void Fail(Exception cause) => source.SetException(cause);
}
