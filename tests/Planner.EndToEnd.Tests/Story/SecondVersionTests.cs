using Planner.Core.Planning.Runs;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class SecondVersionTests
{
    private const string Second = "SHOP-7-cli-2";

    [Fact]
    public async Task SecondPlanOfATicket_TellsWhatChangedAgainstTheFirst()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked, asked.Definition.Name == "api" ? 9 : 8));
        await host.Start();
        await host.Result();

        await host.Start(runId: Second);
        var result = await host.Result(Second);

        Assert.Equal(2, result.Version);
        Assert.Null(await host.Store.Read("SHOP-7", 1, "changes.md", CancellationToken.None));
        Assert.Contains("version 2 against version 1", await host.Store.Read("SHOP-7", 2, "changes.md", CancellationToken.None), StringComparison.Ordinal);
        Assert.Contains("\"path\": \"changes.md\"", await host.Store.Read("SHOP-7", 2, "manifest.json", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunThatNeverWrote_LeavesAGapThatIsPassedOver()
    {
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await host.Start();
        await host.Result();
        Assert.Equal(2, await host.Store.ReserveVersion("SHOP-7", "given-up", CancellationToken.None));

        await host.Start(runId: Second);
        await host.Result(Second);

        Assert.Contains("version 3 against version 1", await host.Store.Read("SHOP-7", 3, "changes.md", CancellationToken.None), StringComparison.Ordinal);
    }
}
