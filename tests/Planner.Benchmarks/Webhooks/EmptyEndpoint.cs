using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Planner.Benchmarks.Webhooks;

/// <summary>What a server cannot be faster than: ASP.NET that reads the body and answers 200. A process of its own, ended by closing its input.</summary>
internal static class EmptyEndpoint
{
    public static async Task Serve()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        await using var app = builder.Build();
        app.MapPost("/api/jira/webhook", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine($"serves {app.Urls.Single()}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
