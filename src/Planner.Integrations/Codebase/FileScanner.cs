using System.Security.Cryptography;
using Planner.Core.Grounding;
using Planner.Integrations.Codebase.Files;
using Planner.Integrations.Codebase.Practices;
using Planner.Integrations.Codebase.Source;
using Planner.Integrations.Codebase.Sql;

namespace Planner.Integrations.Codebase;

/// <summary>Reads single files. One for each thread.</summary>
internal sealed class FileScanner(TermCounter terms, CodebaseOptions options, Limitations missed)
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
        var text = FileText.Decode(bytes);
        return text is null
            ? new FileScan(new DocumentFact(file.Path, bytes.Length, hash, TermDictionary.Empty))
            : Read(file.Path, text, new DocumentFact(file.Path, bytes.Length, hash, terms.Count(Words(file.Path, text))));
    }

    private FileScan Read(string path, string text, DocumentFact document)
    {
        var scan = new FileScan(document) { Practices = PracticeReader.Read(path, text) };
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".cs":
                return scan with { Source = Source(path, text) };
            case ".sql":
                return scan with { Sql = SqlScript.Read(path, text) };
            default:
                if (!ProjectReader.IsProject(path))
                {
                    return scan;
                }

                var project = ProjectReader.Read(path, text);
                if (project is null)
                {
                    missed.Add("Project files that are no valid XML were left out", path);
                }

                return scan with { Project = project };
        }
    }

    private SourceFacts? Source(string path, string text)
    {
        try
        {
            var facts = SourceReader.Read(path, text);
            if (facts.HasErrors)
            {
                missed.Add("C# files with syntax errors were read as far as possible", path);
            }

            return facts;
        }
        catch (InsufficientExecutionStackException)
        {
            missed.Add("C# files that are nested too deeply were left out", path);
            return null;
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
