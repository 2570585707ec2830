using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

public sealed class ServeTests
{
    private const string Run = "SHOP-101-api-one";

    [Fact]
    public async Task RunThatWaits_IsAnsweredByCommands_ItsPlanIsSaved_AndAServerThatIsFollowedStopsCleanly()
    {
        using var scratch = new ScratchFolder();
        await using var server = await ServedProcess.Start(scratch.Root);
        await Start(server, "SHOP-101");
        await Until(server, "Waiting");

        await AnswerAndSave(server, scratch.Root);
        using var client = new HttpClient { BaseAddress = server.Address };
        await using var events = await client.GetStreamAsync($"api/runs/{Run}/events", TestContext.Current.CancellationToken);
        var code = await server.Terminate();

        Assert.Equal(0, code);
        Assert.DoesNotContain("fail:", await server.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    [LongRunning]
    public async Task RunThatWaits_OutlivesAKill_IsAnsweredByCommands_AndItsPlanIsSaved()
    {
        using var scratch = new ScratchFolder();
        await using (var first = await ServedProcess.Start(scratch.Root))
        {
            await Start(first, "SHOP-101");
            await Until(first, "Waiting");
            await first.Kill();
        }

        await using var second = await ServedProcess.Start(scratch.Root);
        await Until(second, "Waiting");
        await AnswerAndSave(second, scratch.Root);
    }

    [Fact]
    [LongRunning]
    public async Task Stopped_WhileAReaderFollowsARunThatWaits_EndsCleanlyAndSoon()
    {
        using var scratch = new ScratchFolder();
        await using var server = await ServedProcess.Start(scratch.Root);
        await Start(server, "SHOP-101");
        await Until(server, "Waiting");
        using var client = new HttpClient { BaseAddress = server.Address };
        await using var events = await client.GetStreamAsync($"api/runs/{Run}/events", TestContext.Current.CancellationToken);

        var code = await server.Terminate();

        Assert.Equal(0, code);
        Assert.DoesNotContain("fail:", await server.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondServerOnTheSameData_IsRefusedInOneLine()
    {
        using var scratch = new ScratchFolder();
        await using var server = await ServedProcess.Start(scratch.Root);

        var second = await Serve(scratch.Root, [], "--urls", "http://127.0.0.1:0", "--data", Path.Combine(scratch.Root, "data"));

        Assert.Equal(2, second.Code);
        Assert.StartsWith("planner: Another planner serves from", Assert.Single(second.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", "no key is set up")]
    [InlineData("--urls", "https://127.0.0.1:0", "--urls")]
    [InlineData("--urls", "7071", "--urls")]
    public async Task AddressThatCannotBeServed_IsRefusedAndSaysWhy(string option, string value, string said)
    {
        using var scratch = new ScratchFolder();

        var finished = await Serve(scratch.Root, [], option, value, "--data", Path.Combine(scratch.Root, "data"));

        Assert.Equal(2, finished.Code);
        Assert.Contains(said, finished.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Codebases__shop__Path", "/nowhere", "Codebases__shop__Path")]
    [InlineData("Codebases__shop__Path", "", "Codebases__shop__Path")]
    [InlineData("Tickets__Folder", "/nowhere", "Tickets__Folder")]
    [InlineData("Tickets__Folder", "", "Tickets__Folder")]
    [InlineData("Planning__MaxRounds", "0", "Planning__MaxRounds")]
    [InlineData("Artifacts__Store", "Cloud", "Artifacts__Store")]
    public async Task WrongSetting_IsRefusedAtTheStart(string name, string value, string said)
    {
        using var scratch = new ScratchFolder();

        var finished = await Serve(scratch.Root, [new(name, value)], "--urls", "http://127.0.0.1:0", "--data", Path.Combine(scratch.Root, "data"));

        Assert.Equal(2, finished.Code);
        Assert.Contains(said, Assert.Single(finished.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task AnswerAndSave(ServedProcess server, string folder)
    {
        var decided = await Command(server, "decide", Run, "TD001", "B", "--because", "It survives an outage.");
        var again = await Command(server, "decide", Run, "TD001", "A");
        var other = await Command(server, "decide", Run, "TD002", "A");
        await Until(server, "Completed");
        var shown = await Command(server, "show", Run);
        var saved = await Command(server, "artifacts", Run, "--download", Path.Combine(folder, "plan"));
        var tasks = await server.Command(folder, "tasks", Run);

        Assert.Equal((0, 1, 0), (decided.Code, again.Code, other.Code));
        Assert.Contains("was answered before", again.Errors, StringComparison.Ordinal);
        Assert.Contains("TD001", shown.Output, StringComparison.Ordinal);
        Assert.Contains("decided by local operator", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, saved.Code);
        Assert.Contains(
            "It survives an outage.",
            await File.ReadAllTextAsync(Path.Combine(folder, "plan", "decisions.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.StartsWith("Wave 1: 0 of ", tasks.Output, StringComparison.Ordinal);
    }

    private static Task<PlannerProcess.Finished> Command(ServedProcess server, params string[] arguments) =>
        InProcessPlanner.Run([.. arguments, "--server", server.Address.ToString()]);

    private static Task<PlannerProcess.Finished> Serve(string folder, IEnumerable<KeyValuePair<string, string>> settings, params string[] options) =>
        InProcessPlanner.Run(
        ServedProcess.Settings(folder).Select(s => new KeyValuePair<string, string>(s.Name, s.Value)).Concat(settings), ["serve", .. options]);

    private static Task Start(ServedProcess server, string ticket) => new ServedRun(server, Run).Start(ticket, "one");

    private static Task Until(ServedProcess server, string status) => new ServedRun(server, Run).Until(status);
}
