namespace Planner.Core.Grounding.Ranking;

/// <summary>How likely a change lands in a file of that kind, apart from what the ticket says.</summary>
internal static class FileKind
{
    private const double MadeByTools = 0.1;
    private const double TestData = 0.2;
    private const double WayBack = 0.4;

    private static readonly string[] Made = [
        ".lock",
        ".snap",
        ".map",
        ".min.js",
        ".min.css",
        ".g.cs",
        ".Designer.cs",
        ".verified.txt",
        "package-lock.json",
        "packages.lock.json",
        "ModelSnapshot.cs",
    ];

    private static readonly string[] Code =
        [
            ".cs",
            ".sql",
            ".ts",
            ".tsx",
            ".js",
            ".jsx",
            ".razor",
            ".cshtml",
            ".py",
            ".fs",
            ".vb",
            ".go",
            ".java",
            ".kt",
            ".vue",
            ".ps1",
            ".psm1",
            ".sh",
            ".proto",
        ];

    private static readonly HashSet<string> DataFolders = new(
        ["fixtures", "fixture", "testdata", "expected", "golden", "goldens", "snapshots", "__snapshots__", "sampledata"],
        StringComparer.OrdinalIgnoreCase);

    public static double Weight(string path, RankingWeights weights) => Of(path) switch
    {
        CodeKind.Made => MadeByTools,
        CodeKind.WayBack => WayBack,
        CodeKind.TestData => TestData,
        CodeKind.Production => 1,
        CodeKind.Test => weights.TestFile,
        CodeKind.Document => weights.Document,
        _ => weights.OtherFile,
    };

    /// <summary>Code and scripts that run in production.</summary>
    public static bool IsProduction(string path) => Of(path) is CodeKind.Production or CodeKind.WayBack;

    public static CodeKind Of(string path)
    {
        if (Made.Any(m => path.EndsWith(m, StringComparison.OrdinalIgnoreCase)))
        {
            return CodeKind.Made;
        }

        if (path.EndsWith(".down.sql", StringComparison.OrdinalIgnoreCase))
        {
            return CodeKind.WayBack;
        }

        var folders = path.Split('/')[..^1];
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && folders.Any(DataFolders.Contains))
        {
            return CodeKind.TestData;
        }

        if (Code.Any(c => path.EndsWith(c, StringComparison.OrdinalIgnoreCase)))
        {
            return folders.Any(IsTest) ? CodeKind.Test : CodeKind.Production;
        }

        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? CodeKind.Document : CodeKind.Other;
    }

    /// <summary><c>tests</c>, <c>Shop.Tests</c>, <c>Shop.Test</c>, <c>Shop.Tests.Unit</c>.</summary>
    private static bool IsTest(string folder) =>
        folder.Split('.').Any(part => part.EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || part.Equals("test", StringComparison.OrdinalIgnoreCase));
}
