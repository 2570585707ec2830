using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Planner.Benchmarks.Webhooks;
using Planner.EndToEnd.Tests.Serving;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Testing.Jira;
using Planner.Testing.Repository;

namespace Planner.Benchmarks.Serving;

/// <summary>Transitions of many tickets delivered at once to a real <c>planner serve</c>, whose specialists think by rules; nobody answers.</summary>
internal static class FloodFigures
{
    /// <summary>As many as the figure asks for.</summary>
    public const int Usual = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Returns the exit code: 0 where every ticket has one finished run and one comment.</summary>
    public static async Task<int> Print(int count) => (await Flood(count)).IsWell ? 0 : 1;

    /// <summary>Prints what becomes of so many tickets, and returns the megabytes that the server held at most.</summary>
    public static async Task<(double Peak, bool IsWell)> Flood(int count)
    {
        using var scratch = new Scratch();
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);
        var tickets = Enumerable.Range(1, count)
            .Select(n => jira.World.Add(string.Create(CultureInfo.InvariantCulture, $"SHOP-{n}"), "Customers can return delivered orders", Description()))
            .ToList();
        await using var server = await ServedProcess.Start(Directory.CreateDirectory(scratch.NewPlan().Output).FullName, [.. Settings(jira)]);
        using var sender = new Sender(server.Address);
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(tickets.Select(t => sender.Send(Transition(t))));
        Figure.Print("flood.taken", answers.Count(a => a == 202), $"deliveries of {count}");
        Figure.Print("flood.taken_after", watch.Elapsed.TotalSeconds, "s");
        using var runs = new RunList(server.Address);
        var states = await runs.Ended(count, Longest);
        Figure.Print("flood.finished_after", watch.Elapsed.TotalSeconds, "s");
        foreach (var (state, times) in states.CountBy(s => s).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            Figure.Print($"flood.{state}", times, "runs");
        }

        var single = tickets.Count(t => t.Comments.Count(c => c.Author == InProcessJira.Bot) == 1);
        Figure.Print("flood.with_one_comment", single, $"tickets of {count}");
        var peak = PeakMegabytes(server.Id);
        Figure.Print("flood.memory_peak", peak, "MB");
        return (peak, single == count && states.All(s => s == "Completed"));
    }

    private static double PeakMegabytes(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.PeakWorkingSet64 / 1048576.0;
    }

    private static SignedDelivery Transition(JiraTicket ticket) => SignedDelivery.Of(
        Encoding.UTF8.GetBytes(
            $$"""
            {"webhookEvent": "jira:issue_updated", "issue": {"id": "{{ticket.Id}}", "key": "{{ticket.Key}}"},
            "changelog": {"id": "501", "items": [{"field": "status", "to": "10001", "toString": "Ready for planning"}] } }
            """),
        "flood-" + ticket.Key);

    private static IEnumerable<(string, string)> Settings(InProcessJira jira) =>
    [
        ("Jira__BaseUrl", jira.Url), ("Jira__Email", InProcessJira.Email), ("Jira__ApiToken", InProcessJira.Token),
        ("Jira__WebhookSecret", SignedDelivery.Secret),
        ("Decisions__Timeout", "00:00:00"),
    ];

    private static JsonNode Description()
    {
        var file = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-101-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))!["fields"]!["description"]!.DeepClone();
    }
}
