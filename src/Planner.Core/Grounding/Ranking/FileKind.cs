namespace Planner.Core.Grounding.Ranking;

/// <summary>How likely a change lands in a file of that kind, apart from what the ticket says.</summary>
internal static class FileKind
{
    private static readonly string[] Made = [".lock", ".snap", ".map", ".min.js", ".min.css", ".g.cs", ".Designer.cs", ".verified.txt", "package-lock.json", "packages.lock.json", "ModelSnapshot.cs"];

    private static readonly string[] Code = [".cs", ".sql", ".ts", ".tsx", ".js", ".jsx", ".razor", ".cshtml", ".py", ".fs", ".vb", ".go", ".java", ".kt", ".vue", ".ps1", ".sh", ".proto"];

    public static double Weight(string path)
    {
        if (Made.Any(m => path.EndsWith(m, StringComparison.OrdinalIgnoreCase)))
        {
            return 0.1;
        }

        if (path.EndsWith(".down.sql", StringComparison.OrdinalIgnoreCase))
        {
            return 0.4;
        }

        if (Code.Any(c => path.EndsWith(c, StringComparison.OrdinalIgnoreCase)))
        {
            return IsTest(path) ? 0.85 : 1;
        }

        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? 0.5 : 0.65;
    }

    private static bool IsTest(string path) =>
        path.Split('/').SkipLast(1).Any(f => f.EndsWith("Tests", StringComparison.OrdinalIgnoreCase) || f.Equals("test", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".Test", StringComparison.OrdinalIgnoreCase));
}
