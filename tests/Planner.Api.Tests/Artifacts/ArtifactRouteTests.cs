using System.IO.Compression;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Planner.Api.Tests.Artifacts;

public sealed class ArtifactRouteTests(PlannedHost planned) : IClassFixture<PlannedHost>
{
    [Fact]
    public async Task List_NamesEveryFileWithItsHash_AndEachCanBeRead()
    {
        var (host, id) = (planned.Host, planned.Run);

        var items = (await host.Client.Json($"/api/runs/{id}/artifacts")).GetProperty("items").EnumerateArray().ToList();

        Assert.Contains(items, i => i.GetProperty("path").GetString() == "manifest.json");
        Assert.True(items.Count > 5);
        foreach (var item in items)
        {
            var bytes = await host.Client.GetByteArrayAsync(item.GetProperty("href").GetString(), TestContext.Current.CancellationToken);
            Assert.Equal(item.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Equal(item.GetProperty("bytes").GetInt64(), bytes.Length);
        }
    }

    [Theory]
    [InlineData("implementation.md", "text/markdown")]
    [InlineData("tasks.json", "application/json")]
    [InlineData("planning_session.log", "text/plain")]
    public async Task File_ComesWithItsTypeAndIsSavedRatherThanShown(string path, string type)
    {
        var (host, id) = (planned.Host, planned.Run);

        using var response = await host.Client.GetAsync($"/api/runs/{id}/artifacts/{path}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(path, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts")]
    [InlineData("artifacts/tasks.json")]
    [InlineData("artifacts.zip")]
    [InlineData("tasks")]
    [InlineData("decisions")]
    public async Task WhatTheClientHas_IsNotSentAgain(string rest)
    {
        var (host, id) = (planned.Host, planned.Run);
        using var first = await host.Client.GetAsync($"/api/runs/{id}/{rest}", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/{rest}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Archive_HoldsEveryFile_UnderOneFolder()
    {
        var (host, id) = (planned.Host, planned.Run);
        var listed = (await host.Client.Json($"/api/runs/{id}/artifacts"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(i => "SHOP-7-v1/" + i.GetProperty("path").GetString());

        await using var stream = await host.Client.GetStreamAsync($"/api/runs/{id}/artifacts.zip", TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);

        Assert.Equal(listed, archive.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(archive.GetEntry("SHOP-7-v1/tasks.json")!.Open());
        Assert.Equal(
            await host.Client.GetStringAsync($"/api/runs/{id}/artifacts/tasks.json", TestContext.Current.CancellationToken),
            await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunWithoutVersion_HasNoFilesYet()
    {
        await using var host = await ApiHost.Start(ApiScript.Asking, ("Decisions:Timeout", "1.00:00:00"));
        var id = await host.WaitingRun();

        var list = await host.Client.Json($"/api/runs/{id}/artifacts");
        using var file = await host.Client.GetAsync($"/api/runs/{id}/artifacts/tasks.json", TestContext.Current.CancellationToken);
        using var zip = await host.Client.GetAsync($"/api/runs/{id}/artifacts.zip", TestContext.Current.CancellationToken);

        Assert.Equal((JsonValueKind.Null, 0), (list.GetProperty("version").ValueKind, list.GetProperty("items").GetArrayLength()));
        await file.IsProblem(HttpStatusCode.NotFound);
        await zip.IsProblem(HttpStatusCode.NotFound);
    }

    // Sent as bytes, since a client would tidy such paths up before it sends them.
    [Theory]
    [InlineData("../latest.json")]
    [InlineData("..%2flatest.json")]
    [InlineData("%2e%2e/latest.json")]
    [InlineData("%2e%2e%2f%2e%2e%2fdecisions%2findex.json")]
    [InlineData("..%5c..%5clatest.json")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("/etc/passwd")]
    [InlineData("..%252f..%252flatest.json")]
    [InlineData(".runs/x")]
    [InlineData("tasks.json%00.md")]
    [InlineData("tasks.json::$DATA")]
    [InlineData("TASKS.json%20")]
    [InlineData("%c0%ae%c0%ae/latest.json")]
    public async Task PathOutOfTheVersion_FindsNothing(string path)
    {
        var (host, id) = (planned.Host, planned.Run);

        var answer = await Raw(host.Address, $"GET /api/runs/{id}/artifacts/{path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nConnection: close\r\n\r\n");

        Assert.Matches(@"\AHTTP/1\.1 40[04] ", answer);
        Assert.DoesNotContain("\"manifest\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    private static async Task<string> Raw(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
