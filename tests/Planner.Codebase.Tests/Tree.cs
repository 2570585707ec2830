using System.Text;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests;

/// <summary>A code base in a folder of its own, deleted at the end.</summary>
public sealed class Tree : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("planner-codebase-").FullName;

    public Tree With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public Tree With(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public string At(string path) => Path.Combine(Root, path);

    public Task<CodebaseIndex> Read(CodebaseOptions? options = null, string under = "") =>
        new CodebaseReader(name => name, options ?? new CodebaseOptions()).Read(Path.Combine(Root, under), TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<string>> Paths(CodebaseOptions? options = null, string under = "") =>
        [.. (await Read(options, under)).Documents.Select(d => d.Path)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
