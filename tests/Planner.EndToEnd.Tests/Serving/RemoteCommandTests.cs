using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

public sealed class RemoteCommandTests
{
    private const string Key = "a key of Olga";

    [Fact]
    public async Task ServerThatIsNotThere_IsSaidInOneLine()
    {
        using var scratch = new ScratchFolder();

        var finished = await PlannerProcess.Run(scratch.Root, "runs", "--server", "http://127.0.0.1:1");

        Assert.Equal(1, finished.Code);
        Assert.Contains("planner serve", Assert.Single(finished.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://planner.example")]
    [InlineData("planner.example")]
    [InlineData("http://user:word@127.0.0.1:1")]
    public async Task WrongAddress_IsWrongUsage(string server)
    {
        using var scratch = new ScratchFolder();

        var finished = await PlannerProcess.Run(scratch.Root, "runs", "--server", server);

        Assert.Equal(2, finished.Code);
        Assert.Contains("--server", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_IsNotSentReadableToOtherMachines()
    {
        using var scratch = new ScratchFolder();

        var finished = await PlannerProcess.Run(scratch.Root, [new("PLANNER_API_KEY", Key)], ["runs", "--server", "http://planner.example"]);

        Assert.Equal(2, finished.Code);
        Assert.Contains("https", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerWithKeys_LetsInWhoShowsOne()
    {
        using var scratch = new ScratchFolder();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Key)));
        await using var server =
            await ServedProcess.Start(scratch.Root, ("Api__Keys__0__Name", "Olga"), ("Api__Keys__0__Hash", hash), ("Api__Keys__0__Role", "viewer"));

        var without = await server.Command(scratch.Root, "runs");
        var with = await PlannerProcess.Run(scratch.Root, [new("PLANNER_API_KEY", Key), new("PLANNER_SERVER", server.Address.ToString())], ["runs"]);
        var more =
            await PlannerProcess.Run(scratch.Root, [new("PLANNER_API_KEY", Key), new("PLANNER_SERVER", server.Address.ToString())], ["cancel", "SHOP-1-api-x"]);

        Assert.Equal((2, 0, 2), (without.Code, with.Code, more.Code));
        Assert.Contains("PLANNER_API_KEY", without.Errors, StringComparison.Ordinal);
        Assert.Equal("No runs.", with.Output.Trim());
        Assert.Contains("role", more.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ReachesWhatIsSetUp()
    {
        using var scratch = new ScratchFolder();
        await using var server = await ServedProcess.Start(scratch.Root);
        var settings = ServedProcess.Settings(scratch.Root)
            .Select(s => new KeyValuePair<string, string>(s.Name, s.Value))
            .Append(new("PLANNER_SERVER", server.Address.ToString()));

        var finished = await PlannerProcess.Run(scratch.Root, settings, ["doctor", "--data", "elsewhere"]);

        Assert.Equal(0, finished.Code);
        Assert.Equal(
            ["code bases", "data folder", "keys and limits", "planning", "plans", "retention", "server", "tickets"],
            Named(finished.Output, "ok").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Doctor_SaysHowToMendWhatIsWrong_AndTellsNoSecret()
    {
        using var scratch = new ScratchFolder();

        var finished = await PlannerProcess.Run(
            scratch.Root,
            [
                new("Codebases__shop__Path", "nowhere"), new("Tickets__Folder", "nowhere"), new("Jira__BaseUrl", "https://jira.example"),
                new("Artifacts__Store", "Blob"),
                new("Database__ConnectionString", "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=d"), new("Api__Keys__0__Hash", "hunter2"),
                new("PLANNER_SERVER", "http://127.0.0.1:1"),
            ],
            ["doctor"]);

        Assert.Equal(1, finished.Code);
        // Each fault has a line of its own.
        Assert.Equal(
            ["Jira", "code bases", "database", "keys and limits", "plans", "server", "tickets"],
            Named(finished.Output, "WRONG").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("hunter2", finished.Output + finished.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(string output, string mark) =>
        output.Split('\n').Where(l => l.StartsWith(mark + " ", StringComparison.Ordinal)).Select(l => l[6..22].Trim());
}
