using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Planner.Durability.Telemetry;
using Planner.Integrations.Telemetry;

namespace Planner.Cli.Planning;

/// <summary>Telemetry of one command, where the environment names a target: a span around it all, and what is left leaves at its end.</summary>
internal sealed class CommandTelemetry : IDisposable
{
    private readonly ServiceProvider? services;
    private readonly Activity? span;

    private CommandTelemetry(ServiceProvider? services, string command)
    {
        this.services = services;
        span = PlannerTelemetry.Source.StartActivity($"planner {command}");
    }

    /// <summary>Where the command's parts log; nowhere without a target.</summary>
    public ILoggerFactory Loggers => services?.GetRequiredService<ILoggerFactory>() ?? NullLoggerFactory.Instance;

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A variable cannot be read; the failure says how to mend it.</exception>
    public static CommandTelemetry Open(IConfiguration configuration, string command)
    {
        var registered = new ServiceCollection().AddSingleton(configuration).AddSingleton(TimeProvider.System).AddLogging();
        if (registered.AddPlannerTelemetry(configuration, servesHttp: false) is null)
        {
            return new CommandTelemetry(null, command);
        }

        var built = registered.BuildServiceProvider();
        // Made when asked for: each listens from here on.
        built.GetRequiredService<TracerProvider>();
        built.GetRequiredService<MeterProvider>();
        built.GetRequiredService<LoggerProvider>();
        return new CommandTelemetry(built, command);
    }

    public void Dispose()
    {
        span?.Dispose();
        services?.Dispose();
    }
}
