using System.CommandLine;
using System.Globalization;
using Planner.Api.Decisions;
using Planner.Api.Runs;

namespace Planner.Cli.Remote;

/// <summary><c>runs</c>, <c>show</c>, <c>cancel</c>: how far runs are.</summary>
internal static class RunCommands
{
    private const int PageSize = 100;

    private static readonly Option<string> Ticket = new("--ticket") { Description = "Only runs of this ticket." };
    private static readonly Option<string> Status =
        new("--status") { Description = "Only runs that are Pending, Running, Waiting, Suspended, Completed, Failed or Cancelled." };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many (default: 20).", DefaultValueFactory = _ => 20 };

    public static IEnumerable<Command> Create() =>
    [
        RemoteCommand.Create("runs", "Lists runs, newest first.", [Ticket, Status, Limit, RemoteCommand.Json], List),
        RemoteCommand.Create("show", "Shows how far a run is and what it waits for.", [RemoteCommand.Run, RemoteCommand.Json], Show),
        RemoteCommand.Create("cancel", "Ends a run.", [RemoteCommand.Run], Cancel),
    ];

    private static async Task List(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var limit = parsed.GetValue(Limit);
        if (limit < 1)
        {
            throw new UsageException("--limit must be 1 or more.");
        }

        var runs = new List<RunView>();
        string? cursor = null;
        do
        {
            var page = await server.Get<RunPageView>(Page(parsed, Math.Min(PageSize, limit - runs.Count), cursor), cancellation);
            runs.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null && runs.Count < limit);

        RemoteCommand.Print(parsed, runs, all => all.Count == 0 ? ["No runs."] : all.Select(Line));
    }

    private static string Page(ParseResult parsed, int size, string? cursor)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("limit", size.ToString(CultureInfo.InvariantCulture)), ("ticket", parsed.GetValue(Ticket)), ("status", parsed.GetValue(Status)),
            ("cursor", cursor),
        };
        return "api/runs?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    private static string Line(RunView run) =>
        $"{run.RunId,-36} {run.Status,-10} {(run.Version is { } version ? $"v{version}" : "-"),-4} {run.Verdict ?? run.Stage ?? run.Reason ?? ""}".TrimEnd();

    private static async Task Show(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var id = parsed.GetValue(RemoteCommand.Run)!;
        var run = await server.Get<RunView>(ServerClient.Run(id), cancellation);
        var decisions = await server.Get<DecisionListView>(ServerClient.Run(id, "/decisions"), cancellation);
        var questions = await server.Get<QuestionListView>(ServerClient.Run(id, "/questions"), cancellation);
        RemoteCommand.Print(parsed, new { Run = run, Decisions = decisions.Items, Questions = questions.Items }, _ =>
            [
                Line(run),
                .. Why(run),
                .. decisions.Items.SelectMany(Lines),
                .. questions.Items.Select(q => $"  {q.Id} {q.Text} {(q.Answer is null ? $"(assumed: {q.Assumption})" : $"Answer: {q.Answer}")}"),
                .. Waits(run),
                .. Spent(run),
            ]);
    }

    private static IEnumerable<string> Why(RunView run) =>
        new[] { run.Follows is null ? null : $"follows {run.Follows}: {Cause(run.Cause)}", run.Reason, run.SupersededBy is null
            ? null
            : $"goes on as {run.SupersededBy}" }
            .OfType<string>()
            .Select(l => $"  {l}");

    private static string Cause(CauseView? cause) => cause?.Kind switch
    {
        CauseKind.LateAnswer => $"{cause.Id} was settled after the deadline",
        CauseKind.Refinement => $"refined by {cause.By}",
        CauseKind.ChangedTicket => "the ticket says something else",
        _ => "",
    };

    private static IEnumerable<string> Lines(DecisionView decision) =>
    [
        $"  {decision.Id} {decision.Title} "
            + $"{(decision.Option is null
                ? $"(pending; recommended: {decision.Recommendation})"
                : $"Option {decision.Option}, {Word(decision)} by {decision.DecidedBy}")}",
        .. decision.Option is null ? decision.Options.Select(o => $"      {o.Id}  {o.Title}") : [],
    ];

    private static string Word(DecisionView decision) => decision.Status == Planner.Core.Opinions.DecisionStatus.Provisional ? "PROVISIONAL" : "decided";

    private static IEnumerable<string> Waits(RunView run) => run.WaitingFor.Select(w =>
        $"  waits for {w.Id} from "
            + $"{w.From}{(w.Until is { } until ? $" until {until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC" : "")}");

    private static IEnumerable<string> Spent(RunView run) => run.ModelCalls is { } spent
        ? [string.Create(
            CultureInfo.InvariantCulture,
            $"  calls of a model: {spent.Calls}, {spent.Input:N0} tokens sent ({spent.Cached:N0} cached), {spent.Output:N0} received, "
                + $"{spent.CostUsd:0.00##} US dollars")]
        : [];

    private static async Task Cancel(ServerClient server, ParseResult parsed, CancellationToken cancellation) =>
        RemoteCommand.Print([Line(await server.Post<RunView>(ServerClient.Run(parsed.GetValue(RemoteCommand.Run)!, "/cancel"), null, cancellation))]);
}
