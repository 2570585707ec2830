using System.Text;
using Planner.Core.Specialists;
using Planner.Core.Text;

namespace Planner.Codebase.Specialists;

/// <summary>Reads the specialists of a team from <c>.planner/specialists/*.md</c> of its code base; links are not followed.</summary>
public static class TeamSpecialistFolder
{
    /// <summary>The folder, from the root of the code base.</summary>
    public const string Folder = ".planner/specialists";

    /// <summary>Most files that are read.</summary>
    public const int MostFiles = 20;

    /// <summary>Most bytes of one file.</summary>
    public const int MostBytes = 32 * 1024;

    /// <summary>The built-in panel with what the team added; the built-in one where the folder is not there.</summary>
    /// <exception cref="SpecialistFileException">A file cannot be used; the message names it and says how to mend it.</exception>
    public static SpecialistPanel Panel(string codebase) => SpecialistPanel.With(Read(codebase));

    /// <summary>The files in order of their names.</summary>
    /// <exception cref="SpecialistFileException">There are too many, one is too large, is a link, or cannot be read.</exception>
    public static IReadOnlyList<TeamFile> Read(string codebase)
    {
        var folder = new DirectoryInfo(Path.Combine(codebase, ".planner", "specialists"));
        if (!folder.Exists)
        {
            return [];
        }

        RequirePlain(folder.Parent!, ".planner");
        RequirePlain(folder, Folder);
        var files = folder.GetFiles("*.md").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        return files.Count > MostFiles
            ? throw new SpecialistFileException($"{Folder}: it holds {files.Count} files; keep at most {MostFiles}.")
            : [.. files.Select(Text)];
    }

    private static TeamFile Text(FileInfo file)
    {
        var path = $"{Folder}/{file.Name}";
        RequirePlain(file, path);
        if (file.Length > MostBytes)
        {
            throw new SpecialistFileException($"{path}: it has {file.Length} bytes; keep to {MostBytes}.");
        }

        try
        {
            return new TeamFile(path, StrictUtf8.Encoding.GetString(File.ReadAllBytes(file.FullName)));
        }
        catch (DecoderFallbackException)
        {
            throw new SpecialistFileException($"{path}: it is not UTF-8; save it as UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpecialistFileException($"{path}: it cannot be read; check its permissions.");
        }
    }

    private static void RequirePlain(FileSystemInfo entry, string path)
    {
        if (entry.LinkTarget is not null)
        {
            throw new SpecialistFileException($"{path}: it is a link; put the file itself there.");
        }
    }
}
