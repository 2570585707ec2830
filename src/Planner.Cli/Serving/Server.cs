using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Planner.Api;
using Planner.Api.Access;
using Planner.Cli.Planning;
using Planner.Codebase.Hosting;
using Planner.Codebase.Reading;
using Planner.Core.Hosting;
using Planner.Core.Planning.Retention;
using Planner.Core.Settings;
using Planner.Engine;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Hosting;
using Planner.Integrations.Snapshots;
using Planner.Integrations.Telemetry;
using Planner.Specialists.Hosting;

namespace Planner.Cli.Serving;

/// <summary>The embedded host: HTTP in front, the embedded engine behind, in one process.</summary>
internal static class Server
{
    // Routes set narrower limits of their own.
    private const long LargestBody = 1024 * 1024;

    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Serves until stopped; stopping is no fault.</summary>
    public static async Task<int> Run(ServeSettings settings, Func<IConfiguration> load, CancellationToken cancellation)
    {
        settings.Urls.ToList().ForEach(Check);
        var app = Build(settings, load(), Folders.Place(settings.Data, "--data"));
        // Settings come first: where one is wrong, nothing is written.
        var data = Folders.Output(settings.Data, "--data");
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(
            $"Planner serves {string.Join(", ", app.Urls)} for {string.Join(", ", app.Services.GetRequiredService<ServedCodebases>().Names)}; data in "
                + $"{Terminal.Clean(data)}. Ctrl-C stops it."));
        try
        {
            await ((IHost)app).RunAsync(cancellation);
            return ExitCodes.Planned;
        }
        catch (SocketException e)
        {
            throw new UsageException($"--urls '{Terminal.Clean(string.Join(';', settings.Urls))}' cannot be served ({Terminal.Clean(e.Message)}): give an "
                + $"address of this machine, like {ServeCommand.DefaultUrl}.");
        }
        catch (EngineInUseException)
        {
            throw new UsageException($"Another planner serves from '{Terminal.Clean(settings.Data)}': stop it, or give another --data.");
        }
    }

    private static WebApplication Build(ServeSettings settings, IConfiguration configuration, string data)
    {
        // The folder it is started in may be a code base: nothing in it configures the server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        Check(builder.Configuration, settings, data);
        builder.WebHost.UseKestrelCore().UseUrls([.. settings.Urls]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services
            .Configure<HostOptions>(o => o.ShutdownTimeout = StopTimeout)
            .AddLogging(Logging)
            .AddPlannerCodebase(
                builder.Configuration,
                BlobSnapshots.Of(builder.Configuration),
                data,
                ArtifactStores.Open(builder.Configuration, otherwise: data).Folder)
            .AddPlannerSpecialists()
            .AddPlannerIntegrations(builder.Configuration, RunDefaults.From(builder.Configuration).Triggers, data)
            .AddPlannerStories(SourceDate.FromEnvironment())
            .AddPlannerEngine(new EngineOptions { DataDirectory = Path.Combine(data, ".planner", "server") })
            .AddSingleton(RetentionSettings.Read(builder.Configuration))
            .AddSingleton<RunRetention>()
            .AddHostedService<RetentionLoop>()
            .AddPlannerApi(builder.Configuration, new Exposure(settings.Urls));
        builder.Services.AddRunGaugeRefresh().AddPlannerTelemetry(builder.Configuration, servesHttp: true);
        var app = builder.Build();
        app.UsePlanner();
        app.MapPlanner();
        return app;
    }

    /// <summary>All sections before any is used, so that what is wrong is told at once.</summary>
    private static void Check(IConfiguration configuration, ServeSettings settings, string data) => SettingFaults.Check(
        () => PlannerApi.CheckAccess(configuration, new Exposure(settings.Urls)),
        () => RunDefaults.From(configuration),
        () => RetentionSettings.Read(configuration),
        () => CodebaseServices.CheckPlannerCodebase(configuration, BlobSnapshots.Of(configuration), data),
        () => IntegrationServices.CheckPlannerIntegrations(configuration, data));

    // Standard output is for the one line that says where it serves.
    private static void Logging(ILoggingBuilder logging) => logging
        .AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss'Z' "))
        // What keeps the host from starting is told by the command, in a line.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
        .AddFilter((category, level) => level >= (category?.StartsWith("Planner", StringComparison.Ordinal) == true ? LogLevel.Information : LogLevel.Warning))
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);

    private static void Check(string url)
    {
        BindingAddress? address = null;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            // Told below, with all other addresses that cannot be served.
        }

        if (address is not { Scheme: "http", PathBase: "", IsUnixPipe: false, IsNamedPipe: false, Port: >= 0 and <= IPEndPoint.MaxPort })
        {
            throw new UsageException(
                $"--urls '{Terminal.Clean(url)}' cannot be served: write it like {ServeCommand.DefaultUrl}. For https, put a proxy in front.");
        }
    }
}
