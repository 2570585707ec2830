namespace Planner.Functions.Tests.Planning;

/// <summary>A finished plan leaves a history that stores load and replay without effort, since it holds digests only.</summary>
public sealed class HistorySizeTests
{
    private const long Most = 256 * 1024;

    [Theory]
    [InlineData("SHOP-101")]
    [InlineData("SHOP-110")]
    public async Task FinishedPlan_LeavesAHistoryUnder256Kilobytes(string ticket)
    {
        var (size, files) = await PlanHistory.Of(ticket);

        Assert.Contains("manifest.json", files);
        Assert.InRange(size.Events, 50, 2_000);
        Assert.InRange(size.Bytes, 10_000, Most);
    }
}
