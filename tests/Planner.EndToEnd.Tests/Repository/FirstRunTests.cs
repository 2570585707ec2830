using Xunit;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The first command of the README, in a copy of the samples.</summary>
public sealed class FirstRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planner-first-run-").FullName;

    public FirstRunTests() => Copy(Path.Combine(Readme.Root, "samples"), Path.Combine(folder, "samples"));

    [Fact]
    public async Task FirstCommand_PlansTheTicketAndPrintsWhatTheReadmeShows()
    {
        var arguments = Readme.Shell[0].Trim()[Readme.FromSource.Length..].Split(' ');

        var run = await PlannerProcess.Run(folder, arguments);

        Assert.True(run.Code == 0, run.Errors + run.Output);
        Assert.Empty(Shown("console").Except(Lines(run.Output)));
        Assert.Empty(Shown("markdown").Except(Lines(File.ReadAllText(Path.Combine(folder, ".work", "JIRA-SHOP-101", "v1", "tasks.md")))));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // A line with an ellipsis stands for those that were left out.
    private static IEnumerable<string> Shown(string language) => Lines(Assert.Single(Readme.Blocks(language))).Where(l => l != "…");

    // Indents are layout; the words count.
    private static IReadOnlyList<string> Lines(string text) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                continue;
            }

            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
