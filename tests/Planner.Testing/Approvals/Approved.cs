using System.Runtime.CompilerServices;

namespace Planner.Testing.Approvals;

/// <summary>
/// Compares texts with approved files beside a test, byte by byte. With <c>PLANNER_APPROVE=1</c> in the environment the
/// files are written instead, and <c>git diff</c> shows what was approved.
/// </summary>
public static class Approved
{
    private const string Variable = "PLANNER_APPROVE";

    private static bool IsWriting => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Compares a text with a file in the folder of the calling test.</summary>
    /// <exception cref="NotApprovedException">The file is missing, or says something else.</exception>
    public static void Matches(string file, string text, [CallerFilePath] string test = "") =>
        Check(test, [(Path.Combine(Path.GetDirectoryName(test)!, file), text)], []);

    /// <summary>Compares files with those of a folder beside the calling test: no file more and none less.</summary>
    /// <exception cref="NotApprovedException">A file differs, is missing, or is there without being asked for.</exception>
    public static void MatchesFolder(string folder, IEnumerable<(string Path, string Text)> files, [CallerFilePath] string test = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(test)!, folder);
        var expected = files.Select(f => (Path: Path.Combine(root, f.Path), f.Text)).ToList();
        var present = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [];
        Check(test, expected, [.. present.Except(expected.Select(f => f.Path), StringComparer.Ordinal)]);
    }

    private static void Check(string test, IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> leftOver)
    {
        if (IsWriting)
        {
            Write(files, leftOver);
        }
        else if (Differences(files, leftOver) is { Count: > 0 } differences)
        {
            throw new NotApprovedException(differences, test);
        }
    }

    private static void Write(IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> leftOver)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        foreach (var path in leftOver)
        {
            File.Delete(path);
        }
    }

    private static List<string> Differences(IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> leftOver) =>
    [
        .. files.Select(f => File.Exists(f.Path) ? TextDifference.Between(f.Path, File.ReadAllText(f.Path), f.Text) : $"{f.Path} is missing.").OfType<string>(),
        .. leftOver.Select(path => $"{path} is approved, but it is no longer made."),
    ];
}
