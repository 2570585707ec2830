namespace Planner.Cli.Planning;

/// <summary>Checks folders before anything is started.</summary>
internal static class Folders
{
    /// <summary>The full path of a code base that can be read and is not empty.</summary>
    public static string Codebase(string path)
    {
        var full = Full(path, "--codebase");
        if (!Directory.Exists(full))
        {
            throw new UsageException(File.Exists(full)
                ? $"--codebase '{Terminal.Clean(path)}' is a file: give the folder of the code base."
                : $"--codebase '{Terminal.Clean(path)}' does not exist: give the folder of the code base.");
        }

        try
        {
            return Directory.EnumerateFileSystemEntries(full).Any()
                ? full
                : throw new UsageException($"--codebase '{Terminal.Clean(path)}' is empty: there is nothing to plan against.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"--codebase '{Terminal.Clean(path)}' cannot be read: check its permissions.");
        }
    }

    /// <summary>The full path of a folder that can be written, for plans or for the engine's data.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="option">By which option.</param>
    public static string Output(string path, string option = "--out")
    {
        var full = Place(path, option);
        try
        {
            Directory.CreateDirectory(Path.Combine(full, ".planner"));
            return full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} '{Terminal.Clean(path)}' cannot be written: {Terminal.Clean(e.Message)} Give another folder.");
        }
    }

    /// <summary>The full path of a folder that is there or can be made; nothing is written.</summary>
    public static string Place(string path, string option)
    {
        var full = Full(path, option);
        return File.Exists(full) ? throw new UsageException($"{option} '{Terminal.Clean(path)}' cannot be written: it is a file. Give another folder.") : full;
    }

    private static string Full(string path, string option) =>
        path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? Path.GetFullPath(path)
            : throw new UsageException($"{option} is empty: give a folder.");

    /// <summary>Writes a file that is not there yet, whole or not at all, and returns what stands there.</summary>
    public static string WriteOnce(string path, string text)
    {
        if (!File.Exists(path))
        {
            var aside = $"{path}.{Guid.NewGuid():n}.tmp";
            File.WriteAllText(aside, text);
            try
            {
                File.Move(aside, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(aside);
            }
        }

        return File.ReadAllText(path);
    }
}
