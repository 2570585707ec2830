using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shop.Etl.Sales;

namespace Shop.Etl.Tests.Sales;

public sealed class SalesExportJobTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly SalesInMemory sales = new();

    [Fact]
    public async Task Run_ChangedDate_IsRebuiltWhole()
    {
        sales.ChangedDays[Monday] = [new SalesLine(1, 10, "EUR", Monday, 2, 20m), new SalesLine(2, 10, "EUR", Monday, 1, 10m)];

        var result = await Job().RunAsync(default);

        Assert.Equal(1, result.Days);
        Assert.Equal(30m, Assert.Single(sales.Loaded[Monday]).NetAmount);
    }

    [Fact]
    public async Task Run_DateWithoutSalesLeft_IsEmptied()
    {
        sales.ChangedDays[Monday] = [];

        await Job().RunAsync(default);

        Assert.Empty(sales.Loaded[Monday]);
    }

    [Fact]
    public async Task Run_AllLoaded_MovesTheWatermarkToTheSafetyLag()
    {
        await Job().RunAsync(default);

        Assert.Equal(Midnight - TimeSpan.FromMinutes(5), sales.Watermark);
    }

    [Fact]
    public async Task Run_LoadFails_LeavesTheWatermark()
    {
        sales.ChangedDays[Monday] = [];
        sales.LoadFails = true;

        await Assert.ThrowsAsync<IOException>(() => Job().RunAsync(default));
        Assert.Equal(DateTimeOffset.UnixEpoch, sales.Watermark);
    }

    private SalesExportJob Job() => new(
        sales,
        sales,
        new SalesTransformer(),
        sales,
        Options.Create(new SalesExportOptions()),
        new MidnightClock(),
        NullLogger<SalesExportJob>.Instance);

    private sealed class MidnightClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Midnight;
    }
}
