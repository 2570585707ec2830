using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>The real command with a setting that is wrong: exit code 2 and a line for each fault, whichever way it came in.</summary>
public sealed class BadSettingsTests
{
    // Every setting of the page that some value is wrong for, with one; the commands that read it.
    private static readonly (string Name, string Value, string Commands)[] Wrong =
    [
        ("Codebases__shop__Path", "/nowhere", "serve"),
        ("Codebases__shop__Projects", "SHOP", "serve plan"),
        ("Database__ConnectionString", "abc", "serve plan"),
        ("Tickets__Folder", "/nowhere", "serve"),
        ("Planning__ConfidenceThreshold", "high", "serve plan"),
        ("Planning__MaxRounds", "1.5", "serve plan"),
        ("Planning__MaxReplans", "two", "serve plan"),
        ("Planning__OnNewTrigger", "maybe", "serve plan"),
        ("Planning__OnTicketChanged", "maybe", "serve plan"),
        ("Decisions__Timeout", "2 days", "serve plan"),
        ("Decisions__ReminderAt", "half", "serve plan"),
        ("Decisions__EscalateAt", "1e999", "serve plan"),
        ("Artifacts__Store", "Cloud", "serve plan"),
        ("Artifacts__Path", "/etc/hostname", "serve"),
        ("Jira__BaseUrl", "://", "serve key"),
        ("Jira__TriggerStatuses", "Ready", "serve key"),
        ("Jira__AttemptTimeout", "20 s", "serve key"),
        ("Jira__TotalTimeout", "25:61:61", "serve key"),
        ("Jira__Retries", "99999999999999999999", "serve key"),
        ("Jira__Concurrency", "0", "serve key"),
        ("Jira__MaxResponseBytes", "8 MB", "serve key"),
        ("Notifications__WebhookUrl", "https://", "serve plan"),
        ("Notifications__Kind", "Mail", "serve plan"),
        ("Notifications__Timeout", "a minute", "serve plan"),
        ("Notifications__AttemptTimeout", "0", "serve plan"),
        ("Retention__Days", "a month", "serve"),
        ("Api__PublicUrl", "http://", "serve"),
        ("Api__Keys__0__Role", "boss", "serve"),
        ("Api__TrustAppServiceAuthentication", "perhaps", "serve"),
        ("Api__RequestsPerMinute", "many", "serve"),
        ("Api__EventStreams", "1.0", "serve"),
        ("SOURCE_DATE_EPOCH", "yesterday", "serve plan"),
        ("PLANNER_SERVER", "://", "runs"),
        ("PLANNER_API_KEY", "a\nb", "runs"),
    ];

    [Fact]
    public async Task WrongSetting_EndsWithTwoAndALineThatNamesIt()
    {
        using var scratch = new ScratchFolder();
        var cases = Wrong.SelectMany(w => w.Commands.Split(' ').Select(c => (w.Name, w.Value, Command: c)));

        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
        {
            var finished =
                await Run(Directory.CreateDirectory(Path.Combine(scratch.Root, $"{one.Command}-{one.Name}")).FullName, one.Command, (one.Name, one.Value));

            var lines = finished.Errors.TrimEnd().Split('\n');
            Assert.True(
                finished.Code == 2 && lines.Length == 1 && lines[0].StartsWith($"planner: {one.Name}", StringComparison.Ordinal),
                $"{one}: {finished.Code} {finished.Errors}");
        });
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("plan")]
    public async Task SeveralWrongSettings_AreALineEach_WhicheverSectionTheyAreIn(string command)
    {
        using var scratch = new ScratchFolder();
        string[] names = ["Planning__ConfidenceThreshold", "Planning__MaxRounds", "Decisions__ReminderAt", "Artifacts__Store", "Notifications__Kind"];

        var finished = await PlannerProcess.Run(scratch.Root, Settings(names.Zip(["77", "99", "9", "Cloud", "Mail"])), Arguments(scratch.Root, command));

        Assert.Equal(2, finished.Code);
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            finished.Errors.TrimEnd().Split('\n').Select(l => l.Split(' ')[1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("serve --data EMPTY", "--data is empty")]
    [InlineData("serve --data=/etc/hostname", "--data '/etc/hostname' cannot be written")]
    [InlineData("serve --urls=http://127.0.0.1:99999", "--urls 'http://127.0.0.1:99999' cannot be served")]
    [InlineData("plan TICKET --codebase EMPTY", "--codebase is empty")]
    [InlineData("plan TICKET --out EMPTY", "--out is empty")]
    public async Task PlaceThatCannotBeUsed_EndsWithTwoAndALine(string arguments, string said)
    {
        using var scratch = new ScratchFolder();

        var finished = await PlannerProcess.Run(
            scratch.Root,
            Settings([]),
            arguments.Replace("TICKET", Ticket, StringComparison.Ordinal).Split(' ').Select(a => a == "EMPTY" ? "" : a));

        Assert.Equal(2, finished.Code);
        Assert.StartsWith($"planner: {said}", Assert.Single(finished.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string Ticket => Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-102-*.json").Single();

    // Some are no settings of a section but variables of the process.
    private static Task<PlannerProcess.Finished> Run(string folder, string command, (string Name, string Value) setting) =>
        setting.Name.Contains("__", StringComparison.Ordinal)
        ? InProcessPlanner.Run(Settings([setting]), Arguments(folder, command))
        : PlannerProcess.Run(folder, Settings([setting]), Arguments(folder, command));

    private static IEnumerable<string> Arguments(string folder, string command) =>
        command switch
        {
            "serve" => ["serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data")],
            "runs" => ["runs"],
            "plan" => ["plan", Ticket, "--codebase", Path.Combine(RepositoryRoot.Path, "samples", "shop"), "--out", Path.Combine(folder, "out")],
            _ => ["plan", "SHOP-1", "--codebase", Path.Combine(RepositoryRoot.Path, "samples", "shop"), "--out", Path.Combine(folder, "out")],
        };

    // Where there is a Jira, the folder of tickets is not looked at.
    private static IEnumerable<(string, string)> Jira(IEnumerable<(string Name, string Value)> settings) => settings.Any(s => s.Name == "Tickets__Folder")
        ? []
        : [("Jira__BaseUrl", "https://team.atlassian.net"), ("Jira__Email", "a@b.example"), ("Jira__ApiToken", "t")];

    private static IEnumerable<KeyValuePair<string, string>> Settings(IEnumerable<(string Name, string Value)> settings) =>
        new[]
        {
            ("Codebases__shop__Path", Path.Combine(RepositoryRoot.Path, "samples", "shop")),
            ("Tickets__Folder", Path.Combine(RepositoryRoot.Path, "samples", "tickets")),
            ("Api__Keys__0__Name", "ann"), ("Api__Keys__0__Hash", new string('a', 64)), ("Api__Keys__0__Role", "viewer"),
        }.Concat(Jira(settings)).Concat(settings).GroupBy(s => s.Item1).Select(g => KeyValuePair.Create(g.Key, g.Last().Item2));
}
