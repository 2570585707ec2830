namespace Planner.Api.Tests.Access;

public sealed class RoleTests
{
    private static readonly (string Method, string Path, string Least)[] Routes =
    [
        ("GET", "/api/runs", "viewer"),
        ("GET", "/api/runs/X-1-api-a", "viewer"),
        ("GET", "/runs/X-1-api-a", "viewer"),
        ("GET", "/api/runs/X-1-api-a/decisions", "viewer"),
        ("GET", "/api/runs/X-1-api-a/questions", "viewer"),
        ("GET", "/api/runs/X-1-api-a/artifacts", "viewer"),
        ("GET", "/api/runs/X-1-api-a/artifacts/tasks.json", "viewer"),
        ("GET", "/api/runs/X-1-api-a/artifacts.zip", "viewer"),
        ("GET", "/api/runs/X-1-api-a/tasks", "viewer"),
        ("GET", "/api/runs/X-1-api-a/events", "viewer"),
        ("POST", "/api/runs/X-1-api-a/decisions/TD001", "stakeholder"),
        ("POST", "/api/runs/X-1-api-a/questions/Q001", "stakeholder"),
        ("POST", "/api/runs", "operator"),
        ("POST", "/api/runs/X-1-api-a/cancel", "operator"),
        ("POST", "/api/runs/X-1-api-a/suspend", "operator"),
        ("POST", "/api/runs/X-1-api-a/resume", "operator"),
        ("POST", "/api/runs/X-1-api-a/refine", "operator"),
        ("PATCH", "/api/runs/X-1-api-a/tasks/T001", "operator"),
    ];

    [Theory]
    [InlineData(ApiHost.Viewer, 1)]
    [InlineData(ApiHost.Stakeholder, 2)]
    [InlineData(ApiHost.Operator, 3)]
    public async Task Key_OpensWhatItsRoleMay_AndNothingElse(string key, int rank)
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = host.As(key);
        foreach (var (method, path, least) in Routes)
        {
            using var response = await Send(client, method, path);
            var isAllowed = rank >= Array.IndexOf(["viewer", "stakeholder", "operator"], least) + 1;
            Assert.True(isAllowed == (response.StatusCode != HttpStatusCode.Forbidden), $"{method} {path}: {response.StatusCode}");
            if (!isAllowed)
            {
                await response.IsProblem(HttpStatusCode.Forbidden);
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData("viewer-key ")]
    public async Task NoKeyOrAWrongOne_OpensNothing(string? key)
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = new HttpClient { BaseAddress = host.Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key.Trim() == key ? key : key.Trim() + "x");
        }

        foreach (var (method, path, _) in Routes)
        {
            using var response = await Send(client, method, path);
            await response.IsProblem(HttpStatusCode.Unauthorized);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task LongKey_IsRefusedLikeAnyOther()
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = host.As(new string('k', 5_000));

        using var response = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ApiKeyHeader_IsAsGoodAsBearer()
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", ApiHost.Viewer);

        using var response = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Hash_IsNoKey()
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = host.As(ApiHost.Keys().First(k => k.Item1.EndsWith("2:Hash", StringComparison.Ordinal)).Item2);

        using var response = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task DecidedBy_IsTakenFromOperatorsAlone()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, [.. ApiHost.Keys(), ("Decisions:Timeout", "1.00:00:00")]);
        using var olga = host.As(ApiHost.Operator);
        using var stan = host.As(ApiHost.Stakeholder);
        using var started = await olga.PostAsJsonAsync("/api/runs", new { ticket = "SHOP-7" }, TestContext.Current.CancellationToken);
        var id = (await started.Json()).GetProperty("runId").GetString();
        while ((await olga.Json($"/api/runs/{id}")).GetProperty("status").GetString() != "Waiting")
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        using var posing =
            await stan.PostAsJsonAsync($"/api/runs/{id}/decisions/TD001", new { option = "A", decidedBy = "The boss" }, TestContext.Current.CancellationToken);
        using var own = await stan.PostAsJsonAsync($"/api/runs/{id}/decisions/TD001", new { option = "A" }, TestContext.Current.CancellationToken);
        using var passedOn =
            await olga.PostAsJsonAsync($"/api/runs/{id}/questions/Q001", new { answer = "9", decidedBy = "Rita" }, TestContext.Current.CancellationToken);

        await posing.IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal("Stan", (await own.Json()).GetProperty("by").GetString());
        Assert.Equal("Rita", (await passedOn.Json()).GetProperty("by").GetString());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task WatchersAndReadersOfTheDescription_NeedNoKey(string path)
    {
        await using var host = await ApiHost.Start(ApiHost.Keys());
        using var client = new HttpClient { BaseAddress = host.Address };

        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET")
        {
            request.Content = JsonContent.Create(new { ticket = "no key", option = "A", answer = "x", status = "Done" });
        }

        return await client.SendAsync(request);
    }
}
