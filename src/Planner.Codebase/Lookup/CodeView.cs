using Planner.Codebase.Files;
using Planner.Codebase.Origins;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;
using Planner.Core.Text.Secrets;

namespace Planner.Codebase.Lookup;

/// <summary>The files of an opened code base, read one by one and without secrets.</summary>
internal sealed class CodeView : ICodeView
{
    private const int LargestSearched = 512 * 1024;

    private readonly OpenedCodebase opened;
    private readonly CodebaseOptions options;
    private readonly Redactor redactor;
    private readonly SortedDictionary<string, FoundFile> files = new(StringComparer.Ordinal);
    private readonly Lazy<HistoryFacts> history;

    public CodeView(OpenedCodebase opened, CodebaseOptions options, Redactor redactor, CancellationToken cancellation)
    {
        (this.opened, this.options, this.redactor) = (opened, options, redactor);
        foreach (var file in new TreeWalk(opened.Root, opened.Git, options, new Limitations()).Files(cancellation).Concat(opened.Elsewhere))
        {
            files[file.Path] = file;
        }

        Paths = [.. files.Keys];
        history = new(() => opened.History(new Limitations(), cancellation));
    }

    public IReadOnlyList<string> Paths { get; }

    public Task<string?> Read(string path, CancellationToken cancellation) =>
        Task.FromResult(files.TryGetValue(path, out var file) && Raw(file, options.LargestFile) is { } text ? redactor.Of(text) : null);

    public Task<IReadOnlyList<CodeLine>> Search(string text, Func<string, bool> isSearched, int most, CancellationToken cancellation)
    {
        var found = new List<CodeLine>();
        foreach (var file in files.Values.Where(f => isSearched(f.Path)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (Raw(file, LargestSearched) is { } content && content.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                found.AddRange(Lines(file.Path, redactor.Of(content), text));
            }

            if (found.Count >= most)
            {
                break;
            }
        }

        return Task.FromResult<IReadOnlyList<CodeLine>>([.. found.Take(most)]);
    }

    public Task<IReadOnlyList<CommitFact>> Log(string path, int most, CancellationToken cancellation)
    {
        var folder = path.TrimEnd('/') + "/";
        return Task.FromResult<IReadOnlyList<CommitFact>>([.. history.Value.Commits
            .Where(c => c.Files.Any(f => f == path || f.StartsWith(folder, StringComparison.Ordinal)))
            .Take(most)]);
    }

    public void Dispose() => opened.Dispose();

    private static IEnumerable<CodeLine> Lines(string path, string content, string text) => content.ReplaceLineEndings("\n").Split('\n')
        .Select((line, i) => new CodeLine(path, i + 1, line))
        .Where(l => l.Text.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>A file that went or cannot be read since the walk is one that is not there.</summary>
    private static string? Raw(FoundFile file, long largest)
    {
        if (!file.HasContent || file.Bytes == 0 || file.Bytes > largest)
        {
            return file.Bytes == 0 ? "" : null;
        }

        try
        {
            return FileText.Decode(File.ReadAllBytes(file.FullPath));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
