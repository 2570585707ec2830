using System.Security.Cryptography;
using Planner.Codebase.CSharp;
using Planner.Codebase.Files;
using Planner.Codebase.Practices;
using Planner.Codebase.Scanning.Cache;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Secrets;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Scanning;

/// <summary>Reads single files. One for each thread.</summary>
internal sealed class FileScanner(TermCounter terms, CodebaseOptions options, ScanCache cache, Limitations missed)
{
    /// <summary>Data beyond this adds no words worth ranking by.</summary>
    private const int LongestData = 64 * 1024;

    public FileScan Scan(FoundFile file)
    {
        var bytes = Bytes(file);
        if (bytes is null)
        {
            return new FileScan(new DocumentFact(file.Path, file.Bytes, "", TermDictionary.Empty));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var scan = cache.Find(file.Path, hash, bytes.Length) ?? Read(file.Path, hash, bytes);
        if (scan.Missed is { } cause)
        {
            missed.Add(cause, file.Path);
        }

        return scan;
    }

    /// <summary>Depends on path and content alone.</summary>
    private FileScan Read(string path, string hash, byte[] bytes)
    {
        var text = FileText.Decode(bytes) is { } decoded ? Redaction.Of(decoded) : null;
        return text is null
            ? new FileScan(new DocumentFact(path, bytes.Length, hash, TermDictionary.Empty))
            : Read(
                path,
                text,
                new FileScan(new DocumentFact(path, bytes.Length, hash, terms.Count(Words(path, text)))) { Practices = PracticeReader.Read(path, text) });
    }

    private static FileScan Read(string path, string text, FileScan scan) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".cs" => Source(path, text, scan),
        ".sql" => scan with { Sql = SqlScript.Read(path, text) },
        _ when ProjectReader.IsProject(path) => ProjectReader.Read(path, text) is { } project
            ? scan with { Project = project }
            : scan with { Missed = "Project files that are no valid XML were left out" },
        _ => scan with { Missed = scan.Practices?.Missed },
    };

    private static FileScan Source(string path, string text, FileScan scan)
    {
        try
        {
            var facts = SourceReader.Read(path, text);
            return scan with { Source = facts, Missed = facts.HasErrors ? "C# files with syntax errors were read as far as possible" : null };
        }
        catch (InsufficientExecutionStackException)
        {
            return scan with { Missed = "C# files that are nested too deeply were left out" };
        }
    }

    private byte[]? Bytes(FoundFile file)
    {
        if (file.Bytes == 0)
        {
            // Pipes and devices have no length either, and reading one could last for ever.
            return [];
        }

        if (file.Bytes > options.LargestFile)
        {
            missed.Add($"Files larger than {options.LargestFile / 1024} KB are known by path only", file.Path);
            return null;
        }

        if (!file.HasContent)
        {
            return null;
        }

        try
        {
            return File.ReadAllBytes(file.FullPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            missed.Add("Files could not be read", file.Path);
            return null;
        }
    }

    private static ReadOnlySpan<char> Words(string path, string text) =>
        text.Length <= LongestData || Path.GetExtension(path) is ".cs" or ".sql" ? text : text.AsSpan(0, LongestData);
}
