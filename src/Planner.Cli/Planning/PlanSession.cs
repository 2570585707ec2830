using Microsoft.Extensions.Configuration;
using Planner.Cli.Display;
using Planner.Codebase.Database;
using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Settings;
using Planner.Core.Text.Secrets;
using Planner.Durability;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Jira;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Mcp;
using Planner.Integrations.Mcp.Settings;
using Planner.Integrations.Notifications;
using Spectre.Console;

namespace Planner.Cli.Planning;

/// <summary>One <c>planner plan</c>: starts or goes on with a run, shows it, asks, and tells how it ended.</summary>
internal sealed class PlanSession(PlanSettings settings, RunDefaults defaults, LocalPlanner planner, IRunDisplay display)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static async Task<int> Run(PlanSettings settings, Func<IConfiguration> load, CancellationToken cancellation)
    {
        var codebase = Folders.Codebase(settings.Codebase);
        var configuration = Chosen(load(), settings);
        using var telemetry = CommandTelemetry.Open(configuration, "plan");
        var place = Folders.Place(settings.Folder, "--out");
        Check(configuration, settings, place, codebase);
        using var target = PlanTarget.Find(settings.Ticket, Path.Combine(place, ".planner", "comments"), configuration);
        var database = Database(settings) ?? DatabaseSettings.Read(configuration);
        using var notifier = TeamNotifier.Open(configuration, TimeProvider.System, planner: null);
        var store = Store(configuration, settings, place);
        var output = Folders.Output(settings.Folder);
        var model = ConfiguredModel.Open(configuration, TimeProvider.System, telemetry.Loggers);
        using var connection = model?.Model;
        await using var servers = ConfiguredServers.Open(configuration, Scanned(codebase, place), TimeProvider.System, telemetry.Loggers);
        var redactor = model is null ? Redactor.Bare : RedactionKey.Open(configuration, output);
        await using var planner = LocalPlanner.Open(target, codebase, output, store, database, notifier, model, redactor, servers, telemetry.Loggers);
        var session = new PlanSession(settings, RunDefaults.From(configuration), planner, Display(settings));
        return await session.Plan(target.Key, Path.GetFileName(codebase), cancellation);
    }

    /// <summary>What was given counts before what is set.</summary>
    private static IConfiguration Chosen(IConfiguration configuration, PlanSettings settings) => settings.Model is { } model
        ? new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>($"{PlanningOptions.Section}:{nameof(PlanningOptions.Model)}", model)])
            .Build()
        : configuration;

    /// <summary>What a run of this command goes by, before anything is written; all that is wrong is told at once.</summary>
    private static void Check(IConfiguration configuration, PlanSettings settings, string place, string codebase) => SettingFaults.Check(
        () => RunDefaults.From(configuration),
        () => Store(configuration, settings, place),
        () => DatabaseSettings.Read(configuration),
        () => LanguageModelSettings.Read(configuration),
        () => McpSettings.Read(configuration, Scanned(codebase, place)),
        () => _ = PlanTarget.IsKey(settings.Ticket) ? JiraSettings.Read(configuration) : null,
        () => SourceDate.FromEnvironment(),
        () => TeamNotifier.Open(configuration, TimeProvider.System, planner: null)?.Dispose());

    /// <summary>What is read as code, and where copies of it lie.</summary>
    private static IReadOnlyList<string> Scanned(string codebase, string place) => [codebase, Path.Combine(place, ".planner")];

    // What was given counts, then what is set; the command's own default comes last.
    private static ChosenStore Store(IConfiguration configuration, PlanSettings settings, string place) =>
        ArtifactStores.Open(configuration, settings.Out is null ? null : place, otherwise: place);

    private async Task<int> Plan(string key, string codebase, CancellationToken cancellation)
    {
        var runId = await RunIds.Next(planner.Client, key, planner.Claims, cancellation);
        var request = new PlanRequest { Ticket = key, Codebase = codebase, Policy = Policy() };
        var isNew = await planner.Client.Start(new PlanTicket(), runId, request, cancellation);
        display.Say(isNew ? $"Run {runId}" : $"Run {runId} goes on");
        var given = isNew || settings.DecisionTimeout is not { } timeout
            ? null
            : await planner.Desk.GiveTime(runId, timeout, TimeProvider.System.GetUtcNow(), cancellation);
        var end = planner.Client.WaitForEnd(runId, cancellation);
        var watch = new WaitWatch(planner, runId, given, settings.IsInteractive ? null : Told).Until(end, cancellation);
        await Task.WhenAll(Follow(runId, end, cancellation), watch);
        return Tell(await end);
    }

    // Standard output is the document's with --json.
    private void Told(string line)
    {
        if (settings.Json)
        {
            Console.Error.WriteLine($"planner: {Terminal.Clean(line)}");
        }
        else
        {
            display.Say(line);
        }
    }

    private async Task Follow(string runId, Task<RunInfo> end, CancellationToken cancellation)
    {
        var feed = new JournalFeed(planner.Journal, runId);
        if (!settings.IsInteractive)
        {
            await display.Follow(feed.Until(end, cancellation));
            return;
        }

        var asked = 0;
        while (!end.IsCompleted)
        {
            var question = NextAgenda(runId, asked, end, cancellation);
            await display.Follow(feed.Until(question, cancellation));
            if (await question is { } agenda)
            {
                asked = agenda.Round;
                await new DecisionPrompt(AnsiConsole.Console, planner.Desk).Ask(runId, agenda, cancellation);
            }
        }
    }

    private async Task<OpenAgenda?> NextAgenda(string runId, int asked, Task end, CancellationToken cancellation)
    {
        while (!end.IsCompleted)
        {
            if (await planner.Desk.Open(runId, cancellation) is { } agenda && agenda.Round > asked)
            {
                return agenda;
            }

            await Task.WhenAny(end, Task.Delay(Glance, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }

        return null;
    }

    private int Tell(RunInfo run)
    {
        if (run.Status != RunStatus.Completed)
        {
            Console.Error.WriteLine(
                $"planner: Run {run.InstanceId} {run.Status.ToString().ToLowerInvariant()}: {Terminal.Clean(run.Reason ?? "no reason was recorded")}");
            return ExitCodes.Failed;
        }

        var result = Payload.Read<PlanResult>(run.Output!);
        if (settings.Json)
        {
            Console.Out.Write(PlanDocument.Of(run.InstanceId, result));
        }
        else
        {
            PlanReport.Lines(result).ToList().ForEach(display.Say);
        }

        return Code(result);
    }

    private int Code(PlanResult result) => result.Verdict switch
    {
        PlanResult.NotReady => ExitCodes.NotReady,
        _ when !settings.Strict => ExitCodes.Planned,
        _ when result.Gates.Any(g => !g.Passed) || result.Decisions.Any(d => d.Status != DecisionStatus.Decided) => ExitCodes.Strict,
        _ => ExitCodes.Planned,
    };

    private PlanningPolicy Policy()
    {
        var decisions = defaults.Policy.Decisions;
        var timeout = settings.DecisionTimeout ?? (settings.IsInteractive || defaults.HasTimeout ? decisions.Timeout : TimeSpan.Zero);
        return defaults.Policy with { Decisions = decisions with { Timeout = timeout } };
    }

    private static PostgresSchemaReader? Database(PlanSettings settings)
    {
        try
        {
            return settings.Database is { } connection ? new PostgresSchemaReader(connection) : null;
        }
        catch (DatabaseUnreadableException e)
        {
            throw new UsageException($"--database: {e.Message}");
        }
    }

    private static IRunDisplay Display(PlanSettings settings) => settings switch
    {
        { Json: true } => new SilentDisplay(),
        { IsInteractive: true } => new TreeDisplay(AnsiConsole.Console),
        _ => new PlainDisplay(Console.Out),
    };
}
