using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Planner.Cli;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>What the README promises, done.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Commands =>
        [.. CommandName().Matches(string.Join('\n', Readme.InlineCode)).Select(m => m.Groups["name"].Value).Distinct()];

    [Fact]
    public void FirstCommand_IsOneLineThatNeedsNoChoice()
    {
        var command = Readme.Shell[0].TrimEnd('\n');

        Assert.StartsWith(Readme.FromSource, command, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', command);
        Assert.DoesNotContain('#', command);
        Assert.All(["--out", "--non-interactive", "--decision-timeout"], option => Assert.DoesNotContain(option, command, StringComparison.Ordinal));
    }

    [Fact]
    public void Paths_OfCommands_Exist()
    {
        var paths = PathOfSources().Matches(string.Join('\n', [.. Readme.Shell, .. Readme.InlineCode]))
            .Select(m => m.Value)
            .Where(p => !p.Contains("/bin/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, p => Assert.True(Path.Exists(Path.Combine(Readme.Root, p)), $"README names {p}, which is not there."));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_IsKnown(string name)
    {
        var help = await InProcessPlanner.Run(name, "--help");

        Assert.Equal(0, help.Code);
    }

    [Fact]
    public async Task OptionsOfPlan_AreThoseOfTheCommand()
    {
        var help = await InProcessPlanner.Run("plan", "--help");

        var described = Options(string.Join('\n', Readme.Text.Split('\n').Where(l => l.StartsWith("| `--", StringComparison.Ordinal))));
        Assert.Equal(Options(help.Output).Where(o => o is not "--help" and not "--version"), described);
    }

    [Fact]
    public void ExitCodes_AreThoseOfTheCommand()
    {
        var described = ExitCode().Matches(Readme.Text).Select(m => int.Parse(m.Groups["code"].Value, CultureInfo.InvariantCulture));
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (int)f.GetRawConstantValue()!);

        Assert.Equal(codes.Order(), described.Order());
    }

    private static IEnumerable<string> Options(string text) =>
        Option().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^planner (?<name>[a-z]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\b(src|tests|samples|docs)/[\w./-]*", RegexOptions.NonBacktracking)]
    private static partial Regex PathOfSources();

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex(@"(Exit codes: |; )(?<code>\d+) ", RegexOptions.NonBacktracking)]
    private static partial Regex ExitCode();
}
