namespace Planner.Api.Tests.Access;

public sealed class ForeignPageTests(IdleHost idle) : IClassFixture<IdleHost>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.nip.io")]
    public async Task NameThatOnlyLeadsHere_IsRefused(string name)
    {
        var host = idle.Host;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs");
        request.Headers.Host = $"{name}:{host.Address.Port}";

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task PageOfAnother_ChangesNothing(string header, string value)
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/runs/{id}/cancel");
        request.Headers.Add(header, value);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Forbidden);
        Assert.Equal("Waiting", (await host.Client.Json($"/api/runs/{id}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task OwnPage_MayAct()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/runs/{id}/cancel");
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/xml")]
    public async Task BodyThatAFormCouldSend_IsRefused(string type)
    {
        var host = idle.Host;
        using var content = new StringContent("""{"ticket":"SHOP-7"}""");
        content.Headers.ContentType = new(type);

        using var response = await host.Client.PostAsync("/api/runs", content, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public async Task CallThatAProxyHandsOn_IsNotOfThisMachine(string header, string value)
    {
        var host = idle.Host;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/runs");
        request.Headers.Add(header, value);

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task NoAnswer_LetsOtherOriginsRead()
    {
        await using var host = await ApiHost.Start();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/runs");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task HeadersOfAFrontDoorThatIsNotThere_AreNotBelieved()
    {
        await using var host = await ApiHost.Start([.. ApiHost.Keys(), ("Api:TrustAppServiceAuthentication", "true")]);
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "boss@example.com");

        using var response = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);

        await response.IsProblem(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("operator", HttpStatusCode.BadRequest)]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task FrontDoorOfAppService_SignsPeopleInWithTheirAppRole(string? role, HttpStatusCode start)
    {
        await using var host = await ApiHost.Start(
            ("Api:TrustAppServiceAuthentication", "true"), ("WEBSITE_INSTANCE_ID", "i1"), ("WEBSITE_AUTH_ENABLED", "True"));
        var principal = JsonSerializer.SerializeToUtf8Bytes(new { claims = role is null ? [] : new[] { new { typ = "roles", val = role } } });
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL-NAME", "rita@example.com");
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(principal));

        using var read = await client.GetAsync("/api/runs", TestContext.Current.CancellationToken);
        using var started = await client.PostAsJsonAsync("/api/runs", new { ticket = "none" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(start, started.StatusCode);
    }
}
