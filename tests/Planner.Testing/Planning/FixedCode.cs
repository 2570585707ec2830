using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;

namespace Planner.Testing.Planning;

/// <summary>A code base of a few files to look into.</summary>
public sealed class FixedCode(params (string Path, string Text)[] files) : ICodeViews, ICodeView
{
    /// <inheritdoc />
    public IReadOnlyList<string> Paths => [.. files.Select(f => f.Path).Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public Task<ICodeView> Open(string codebase, string? commit, CancellationToken cancellation) => Task.FromResult<ICodeView>(this);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held.
    }

    /// <inheritdoc />
    public Task<string?> Read(string path, CancellationToken cancellation) => Task.FromResult<string?>(files.FirstOrDefault(f => f.Path == path).Text);

    /// <inheritdoc />
    public Task<IReadOnlyList<CodeLine>> Search(string text, Func<string, bool> isSearched, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CodeLine>>([.. files.Where(f => isSearched(f.Path))
            .SelectMany(f => f.Text.Split('\n').Select((l, i) => new CodeLine(f.Path, i + 1, l)))
            .Where(l => l.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Take(most)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<CommitFact>> Log(string path, int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<CommitFact>>([]);
}
