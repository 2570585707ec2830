namespace Planner.Api.Tests.Hosting;

/// <summary>A host for tests that it refuses, or that only look at its one finished run: they share it and leave it as it is.</summary>
public sealed class PlannedHost : IAsyncLifetime
{
    internal ApiHost Host { get; private set; } = null!;

    internal string Run { get; private set; } = "";

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Host = await ApiHost.Start();
        Run = await Host.FinishedRun();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A host without any run, for tests whose requests it refuses.</summary>
public sealed class IdleHost : IAsyncLifetime
{
    internal ApiHost Host { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Host = await ApiHost.Start();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
