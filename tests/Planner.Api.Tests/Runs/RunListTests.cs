namespace Planner.Api.Tests.Runs;

public sealed class RunListTests(IdleHost idle) : IClassFixture<IdleHost>
{
    [Fact]
    public async Task Pages_HoldEveryRunOnce_NewestFirst()
    {
        await using var host = await ApiHost.Start();
        var started = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            started.Add(await host.FinishedRun($"k{i}"));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await host.Client.Json($"/api/runs?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("runId").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(started.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Status_TellsWaitingFromOthers()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();

        Assert.Equal([id], await Ids(host, "status=waiting"));
        Assert.Empty(await Ids(host, "status=Running"));
        Assert.Empty(await Ids(host, "status=Completed"));
    }

    [Fact]
    public async Task Ticket_KeepsOthersOut_AlsoThoseWithALongerNumber()
    {
        await using var host = await ApiHost.Start();
        var id = await host.StartRun();
        using var other = await host.Client.PostAsJsonAsync("/api/runs", new { ticket = "SHOP-71" }, TestContext.Current.CancellationToken);

        Assert.Equal([id], await Ids(host, "ticket=SHOP-7"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("status=Sleeping")]
    [InlineData("status=3")]
    [InlineData("ticket=../x")]
    [InlineData("cursor=abc")]
    [InlineData("cursor=%00%ff")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task BadQuery_IsAProblem(string query)
    {
        var host = idle.Host;

        using var response = await host.Client.GetAsync($"/api/runs?{query}", TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task CursorOfAnotherFilter_IsRefused()
    {
        await using var host = await ApiHost.Start();
        await host.FinishedRun("a");
        await host.FinishedRun("b");
        var cursor = (await host.Client.Json("/api/runs?limit=1")).GetProperty("nextCursor").GetString();

        using var response = await host.Client.GetAsync($"/api/runs?limit=1&ticket=SHOP-7&cursor={cursor}", TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.BadRequest);
    }

    private static async Task<IEnumerable<string>> Ids(ApiHost host, string query) =>
        (await host.Client.Json($"/api/runs?{query}")).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("runId").GetString()!);
}
