using System.Collections.Concurrent;
using Planner.Core.Grounding;
using Planner.Core.Grounding.History;
using Planner.Integrations.Codebase.Cache;
using Planner.Integrations.Codebase.Files;
using Planner.Integrations.Codebase.History;

namespace Planner.Integrations.Codebase;

/// <summary>Reads a code base from a folder: syntax only, nothing is built or run. Runs that ask at once share a reading.</summary>
/// <param name="resolve">From a code base's name or path to its absolute folder; null where there is none of that name.</param>
/// <param name="options">Bounds.</param>
public sealed class CodebaseReader(Func<string, string?> resolve, CodebaseOptions options) : ICodebaseReader
{
    private readonly ConcurrentDictionary<string, SharedReadings> readings = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<CodebaseIndex> Read(string codebase, CancellationToken cancellation)
    {
        var root = CodebaseRoot.Open(resolve(codebase), codebase);
        return await readings.GetOrAdd(root, r => new SharedReadings(abandoned => ReadAll(r, abandoned))).Ask(cancellation);
    }

    private CodebaseIndex ReadAll(string root, CancellationToken cancellation)
    {
        var missed = new Limitations();
        var git = GitRepository.Around(root);
        var files = new TreeWalk(root, git, options, missed).Files(cancellation);
        var pool = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var cache = ScanCache.Open(root, options, pool);
        var scans = new ScanThreads(files, () => new FileScanner(new TermCounter(pool, options.MostTerms), options, cache, missed), options.Parallelism, cancellation).Run();
        cache.Save(scans, options);
        var commit = git?.Commit();
        var history = commit is null ? HistoryFacts.None : new GitHistoryReader(git!, root, missed).Read(commit, cancellation);
        return new IndexBuilder(scans, missed).Build(commit) with { History = history, Limitations = missed.Tell() };
    }
}
