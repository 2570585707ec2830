using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Api;
using Planner.Api.Access;
using Planner.Api.Health;
using Planner.Api.Runs;
using Planner.Cli.Planning;
using Planner.Cli.Remote;
using Planner.Cli.Serving;
using Planner.Codebase.Database;
using Planner.Codebase.Reading;
using Planner.Core.Artifacts;
using Planner.Core.Planning.Runs;
using Planner.Core.Settings;
using Planner.Core.Tickets;
using Planner.Integrations;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.Mcp;
using Planner.Integrations.Notifications;
using Planner.Integrations.Snapshots;
using Planner.Integrations.Telemetry;
using Planner.Integrations.Tickets;

namespace Planner.Cli.Checkup;

/// <summary>All that the command can be set up with, in the order in which one sets it up.</summary>
internal sealed class Examinations(IConfiguration configuration, string data, string? server)
{
    private const string SharedDocument = "decisions/index.json";

    public IEnumerable<Examination> All() =>
    [
        new("data folder", _ => Task.FromResult<string?>(DataFolder())),
        new("code bases", Codebases),
        new("tickets", _ => Task.FromResult(Tickets())),
        new("Jira", Jira),
        new("database", Database),
        new("plans", Plans),
        new("language model", cancellation => ModelCheckup.Reach(configuration, TimeProvider.System, cancellation)),
        .. ToolServers(),
        new("notifications", Notifications),
        new("telemetry", cancellation => TelemetryCheckup.Reach(configuration, cancellation)),
        new("planning", _ => Task.FromResult<string?>(Planning())),
        new("retention", _ => Task.FromResult<string?>(Retention())),
        new("keys and limits", _ => Task.FromResult<string?>(Access())),
        new("server", Server),
    ];

    private string DataFolder()
    {
        var folder = Folders.Output(data, "--data");
        var trial = Path.Combine(folder, ".planner", $"doctor-{Environment.ProcessId}.tmp");
        File.WriteAllText(trial, "");
        File.Delete(trial);
        return $"'{folder}' can be written";
    }

    private async Task<string?> Codebases(CancellationToken cancellation)
    {
        if (!configuration.GetSection("Codebases").GetChildren().Any())
        {
            return null;
        }

        var codebases = ServedCodebases.From(configuration, BlobSnapshots.Of(configuration), Path.GetFullPath(data));
        var found = await Task.WhenAll(codebases.Names.Select(async n => $"{n} ({await codebases.Look(n, cancellation)})"));
        return $"{string.Join(", ", found)}; {codebases.Panel().Order.Count} specialists";
    }

    private string? Tickets()
    {
        if (BoundSection.Bind<TicketOptions>(configuration, TicketOptions.Section).Folder is not { Length: > 0 } folder)
        {
            return null;
        }

        if (!Directory.Exists(folder))
        {
            throw new UsageException($"Tickets__Folder is '{Terminal.Clean(folder)}', which is no folder: give the folder that holds the tickets.");
        }

        var files = Directory.EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f) is ".json" or ".md" && !f.EndsWith(".comment.md", StringComparison.Ordinal))
            .ToList();
        var unreadable = files.Where(f => !IsTicket(f)).Select(Path.GetFileName).ToList();
        return $"{files.Count - unreadable.Count} in '{folder}'{(unreadable.Count == 0 ? "" : $"; not tickets: {string.Join(", ", unreadable)}")}";
    }

    private static bool IsTicket(string path)
    {
        try
        {
            return TicketFile.Read(path).Key.Length > 0;
        }
        catch (TicketUnreadableException)
        {
            return false;
        }
    }

    private async Task<string?> Jira(CancellationToken cancellation)
    {
        if (JiraSettings.Read(configuration) is not { } options)
        {
            return null;
        }

        using var jira = new JiraClient(options, TimeProvider.System);
        var product = await jira.Server(cancellation);
        var account = await jira.Myself(cancellation);
        return $"{product.Deployment} {product.Version} at {options.BaseUrl}, as {account.DisplayName}";
    }

    private async Task<string?> Database(CancellationToken cancellation) =>
        DatabaseSettings.Read(configuration) is { } reader
            ? $"{(await reader.Read(cancellation)).Count} tables"
            : null;

    private async Task<string?> Plans(CancellationToken cancellation)
    {
        var store = ArtifactStores.Open(configuration, otherwise: Folders.Place(data, "--data")).Store;
        await store.ReadShared(SharedDocument, cancellation);
        return $"the store answers: {store.GetType().Name.Replace("ArtifactStore", "", StringComparison.Ordinal).ToLowerInvariant()}";
    }

    /// <summary>One for each server; one that says what is wrong, where the settings are.</summary>
    private IEnumerable<Examination> ToolServers()
    {
        try
        {
            return McpCheckup.Servers(configuration) is { Count: > 0 } servers
                ? servers.Select(s => new Examination($"tools of {s}", cancellation => McpCheckup.Reach(configuration, s, TimeProvider.System, cancellation)))
                : [new("tool servers", _ => Task.FromResult<string?>(null))];
        }
        catch (OptionsValidationException wrong)
        {
            return [new("tool servers", _ => Task.FromException<string?>(wrong))];
        }
    }

    private async Task<string?> Notifications(CancellationToken cancellation)
    {
        using var notifier = TeamNotifier.Open(configuration, TimeProvider.System, PublicAddress.Read(configuration));
        if (notifier is null)
        {
            return null;
        }

        await notifier.Reach(cancellation);
        return $"the host of {notifier.Kind}'s webhook answers; nothing was posted, so that the rest of the address was not tried";
    }

    private string Planning()
    {
        var policy = RunDefaults.From(configuration).Policy;
        return $"asks again below {policy.ConfidenceThreshold} of 10, in at most {policy.MaxRounds} rounds; people have {policy.Decisions.Timeout:c}";
    }

    private string Retention() => RetentionSettings.Read(configuration).Days switch
    {
        0 => "runs are kept for ever",
        var days => $"ended runs are deleted after {days} {(days == 1 ? "day" : "days")}; plans stay",
    };

    private string Access()
    {
        PublicAddress.Read(configuration);
        PlannerApi.CheckAccess(configuration, new Exposure([ServeCommand.DefaultUrl]));
        var keys = configuration.GetSection("Api:Keys").GetChildren().Count();
        return keys == 0 ? "no keys: `planner serve` listens on this machine only" : $"{keys} {(keys == 1 ? "key" : "keys")}";
    }

    private async Task<string?> Server(CancellationToken cancellation)
    {
        if (server is null && Environment.GetEnvironmentVariable("PLANNER_SERVER") is null or "")
        {
            return null;
        }

        var address = ServerAddress.Find(server);
        using var client = new ServerClient(address);
        var ready = await client.Get<ReadinessView>("health/ready", cancellation);
        await client.Get<RunPageView>("api/runs?limit=1", cancellation);
        return ready.Ready ? $"{address.Url} is ready and lets this caller in" : throw new RemoteException($"{address.Url} is not ready. Its log says why.");
    }
}
