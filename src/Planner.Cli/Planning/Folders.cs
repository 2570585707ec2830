namespace Planner.Cli.Planning;

/// <summary>Checks folders before anything is started.</summary>
internal static class Folders
{
    /// <summary>The full path of a code base that can be read and is not empty.</summary>
    public static string Codebase(string path)
    {
        var full = Path.GetFullPath(path);
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

    /// <summary>The full path of an output folder that can be written.</summary>
    public static string Output(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path.Combine(full, ".planner"));
            return full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out '{Terminal.Clean(path)}' cannot be written: {Terminal.Clean(e.Message)} Give another folder.");
        }
    }

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
