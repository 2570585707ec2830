using System.Text.RegularExpressions;
using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The README, as its readers take it: commands, tables, the excerpt.</summary>
internal static partial class Readme
{
    /// <summary>What stands before the arguments of the command when it is run from the source.</summary>
    public const string FromSource = "dotnet run --project src/Planner.Cli -- ";

    /// <summary>The repository's root.</summary>
    public static string Root => RepositoryRoot.Path;

    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>Blocks of shell commands, in order.</summary>
    public static IReadOnlyList<string> Shell { get; } = Blocks("sh");

    /// <summary>What is set as code inside sentences and tables.</summary>
    public static IReadOnlyList<string> InlineCode { get; } = [.. Code().Matches(Fence().Replace(Text, "")).Select(m => m.Groups["code"].Value)];

    /// <summary>Blocks of a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string language) =>
        [.. Fence().Matches(Text).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["body"].Value)];

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<body>(?:[^`].*\n|\n)*)```$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
