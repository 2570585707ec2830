using System.Diagnostics;

namespace Planner.Functions.Tests;

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
        {
            start.Environment.Remove(name);
        }

        start.Environment["AzureWebJobsStorage__accountName"] = "No Name";
        start.Environment["Planning__MaxRounds"] = "99";
        start.Environment["Decisions__ReminderAt"] = "9";

        using var app = Process.Start(start)!;
        var told = await app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, app.ExitCode);
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, l => Assert.StartsWith("Planner does not start: ", l, StringComparison.Ordinal));
        // All at once, also where nothing is set up yet: code bases, tickets, plans and keys are told beside them.
        Assert.All(
            [
                "AzureWebJobsStorage__accountName is no name",
                "Planning__MaxRounds must be 1 to 5",
                "Decisions__ReminderAt is 9",
                "Codebases__",
                "Tickets__Folder",
                "Artifacts__Path",
                "Api__Keys__",
            ],
            said => Assert.Single(lines, l => l.Contains(said, StringComparison.Ordinal)));
    }
}
