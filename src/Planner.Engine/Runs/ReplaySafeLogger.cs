using Microsoft.Extensions.Logging;

namespace Planner.Engine.Runs;

/// <summary>Says each thing once: silent while the body runs through what has already happened.</summary>
internal sealed class ReplaySafeLogger(ILogger inner, ReplayCursor log) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !log.IsReplaying && inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!log.IsReplaying)
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
