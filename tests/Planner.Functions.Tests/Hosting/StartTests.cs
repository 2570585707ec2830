using System.Diagnostics;

namespace Planner.Functions.Tests.Hosting;

public sealed class StartTests
{
    [Fact]
    public async Task WrongSettings_AreALineEach_AndExitCodeOne()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(PlannerServices).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("AzureWebJobs", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["AzureWebJobsStorage__accountName"] = "No Name";

        using var app = Process.Start(start)!;
        var told = await app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, app.ExitCode);
        Assert.StartsWith("Planner does not start: AzureWebJobsStorage__accountName", Assert.Single(told.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
