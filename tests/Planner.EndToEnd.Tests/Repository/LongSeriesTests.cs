using Planner.Testing.Categories;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The long series are left out of the README's everyday command, and nowhere else.</summary>
public sealed class LongSeriesTests
{
    private const string Everyday = "dotnet test";
    private const string Long = "dotnet test --filter Category=Long";

    [Fact]
    public void Category_IsTheOneThatTheCommandsName() =>
        Assert.Equal([new("Category", "Long")], new LongRunningAttribute().GetTraits());

    [Fact]
    public void EverydayCommand_LeavesLongSeriesOut_UnlessAFilterIsGiven() => Assert.Contains(
        """<VSTestTestCaseFilter Condition="'$(VSTestTestCaseFilter)' == ''">Category!=Long</VSTestTestCaseFilter>""",
        Text("Directory.Build.props"),
        StringComparison.Ordinal);

    [Fact]
    public void BothCommands_StandInTheReadmeAndAreRunByCi()
    {
        var commands = Text(".ci/run").Split('\n').Where(l => l.Contains("timeout", StringComparison.Ordinal)).ToList();

        Assert.Contains(Readme.Shell, block => block.Trim() == Everyday);
        Assert.Contains(Long, Readme.InlineCode);
        Assert.Contains(commands, l => l.Contains($"{Everyday} 2>&1", StringComparison.Ordinal));
        Assert.Contains(commands, l => l.Contains($"{Long} 2>&1", StringComparison.Ordinal));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
}
