using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

public sealed class ReplayLoggingTests
{
    private static readonly Signal<int> Go = new("go");

    private static readonly Story<int, int> Talking = new("talking", async (context, input) =>
    {
        var logger = context.CreateLogger("Story");
        logger.LogInformation("begun");
        var wait = context.WaitFor(Go, context.UtcNow.AddDays(1));
        logger.LogInformation("waiting");
        await wait;
        logger.LogInformation("done");
        return input;
    });

    [Fact]
    public async Task Story_ReplayedAfterARestart_SaysEachThingOnce()
    {
        using var folder = new TemporaryFolder();
        using var lines = new Lines();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(lines));
        await using (var engine = await Open(folder, loggers))
        {
            await engine.Client.Start(Talking, "t", 1);
        }

        await using var next = await Open(folder, loggers);
        await next.Client.Raise("t", Go, 1);
        await next.Client.WaitForEnd("t");
        Assert.Equal(["begun", "waiting", "done"], lines.OfStory);
    }

    private static Task<EmbeddedEngine> Open(TemporaryFolder folder, ILoggerFactory loggers) => EmbeddedEngine.Open(
        new EngineOptions { DataDirectory = folder.Path }, new WorkflowCatalog().Add(Talking), loggers: loggers);

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private bool isStory;

        public ConcurrentQueue<string> OfStory { get; private init; } = new();

        public ILogger CreateLogger(string categoryName) => new Lines { OfStory = OfStory, isStory = categoryName == "Story" };

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (isStory)
            {
                OfStory.Enqueue(formatter(state, exception));
            }
        }
    }
}
