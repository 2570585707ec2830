using System.Collections.Concurrent;
using Planner.Codebase.Files;
using Planner.Codebase.Lookup;
using Planner.Codebase.Origins;
using Planner.Codebase.Scanning;
using Planner.Codebase.Scanning.Cache;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;
using Planner.Core.Text.Secrets;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Reading;

/// <summary>Reads a code base: syntax only, nothing is built or run. Runs that ask at once share a reading.</summary>
public sealed class CodebaseReader : ICodebaseReader, ICodeViews
{
    private readonly ConcurrentDictionary<string, SharedReadings> readings = new(StringComparer.Ordinal);
    private readonly Func<string, ICodebaseSource> sources;
    private readonly CodebaseOptions options;

    /// <summary>Reads folders.</summary>
    /// <param name="resolve">From a code base's name or path to its absolute folder; null where there is none of that name.</param>
    /// <param name="options">Bounds.</param>
    public CodebaseReader(Func<string, string?> resolve, CodebaseOptions options)
        : this(name => new FolderSource(resolve(name), name), options)
    {
    }

    /// <summary>Reads the code bases of a server, wherever they lie.</summary>
    public CodebaseReader(ServedCodebases codebases, CodebaseOptions options)
        : this(codebases.Source, options)
    {
    }

    private CodebaseReader(Func<string, ICodebaseSource> sources, CodebaseOptions options) => (this.sources, this.options) = (sources, options);

    /// <summary>Takes secrets out of files that are looked into. What a scan keeps is the same for every key.</summary>
    public Redactor Redactor { get; init; } = Redactor.Bare;

    /// <summary>Reads one code base, by whatever name.</summary>
    internal static CodebaseReader Of(ICodebaseSource source, CodebaseOptions options) => new((string _) => source, options);

    /// <inheritdoc/>
    public async Task<CodebaseIndex> Read(string codebase, CancellationToken cancellation)
    {
        var source = sources(codebase);
        return await readings.GetOrAdd(source.Key, _ => new SharedReadings(abandoned => ReadAll(source, abandoned))).Ask(cancellation);
    }

    /// <inheritdoc/>
    public async Task<ICodeView> Open(string codebase, string? commit, CancellationToken cancellation)
    {
        var opened = await sources(codebase).Open(cancellation);
        try
        {
            return new CodeView(opened, options, Redactor, cancellation);
        }
        catch
        {
            // Whoever asked gets nothing that could be disposed of.
            opened.Dispose();
            throw;
        }
    }

    private async Task<CodebaseIndex> ReadAll(ICodebaseSource source, CancellationToken cancellation)
    {
        using var opened = await source.Open(cancellation);
        return ReadAll(opened, source.Key, cancellation);
    }

    private CodebaseIndex ReadAll(OpenedCodebase opened, string key, CancellationToken cancellation)
    {
        var missed = new Limitations();
        var history = opened.History(missed, cancellation);
        var walked = new TreeWalk(opened.Root, opened.Git, options, missed).Files(cancellation);
        IReadOnlyList<FoundFile> files = [.. walked.Concat(opened.Elsewhere).OrderBy(f => f.Path, StringComparer.Ordinal)];
        var pool = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var cache = ScanCache.Open(key, options, pool);
        var scans = new ScanThreads(files, Scanner, options.Parallelism, cancellation).Run();
        cache.Save(scans, options);
        return new IndexBuilder(scans, missed).Build(opened.Commit) with { History = history, Limitations = missed.Tell() };

        FileScanner Scanner() => new(new TermCounter(pool, options.MostTerms), options, cache, missed);
    }
}
