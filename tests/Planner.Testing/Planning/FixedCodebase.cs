using Planner.Core.Grounding.Facts;

namespace Planner.Testing.Planning;

/// <summary>A code base that is always the same.</summary>
public sealed class FixedCodebase(CodebaseIndex index) : ICodebaseReader
{
    /// <inheritdoc />
    public Task<CodebaseIndex> Read(string codebase, CancellationToken cancellation) => Task.FromResult(index);
}
