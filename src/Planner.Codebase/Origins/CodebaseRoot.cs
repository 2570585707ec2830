using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Origins;

/// <summary>Where a code base lies; refuses what is no readable folder.</summary>
internal static class CodebaseRoot
{
    public static string Open(string? folder, string asked)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new CodebaseUnreadableException($"There is no code base '{asked}'; name a configured one or an existing folder.");
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(root))
        {
            throw new CodebaseUnreadableException($"The code base '{asked}' is a file; give the folder that holds the code.");
        }

        if (!Directory.Exists(root))
        {
            throw new CodebaseUnreadableException($"The code base '{asked}' does not exist; give an existing folder.");
        }

        try
        {
            using var entries = Directory.EnumerateFileSystemEntries(root).GetEnumerator();
            entries.MoveNext();
            return root;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CodebaseUnreadableException($"The code base '{asked}' cannot be read; check the folder's permissions.");
        }
    }
}
