using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Which files declare, extend, use, test and register a type, by its name. Each file once for each name.</summary>
internal sealed class TypeLinks(CodebaseIndex index)
{
    /// <summary>What a file declares.</summary>
    public ILookup<string, TypeFact> DeclaredIn { get; } = index.Types.ToLookup(t => t.File, StringComparer.Ordinal);

    public ILookup<string, string> Declaring { get; } = Files(index, t => [t.Name]);

    public ILookup<string, string> Extending { get; } = Files(index, t => t.Bases);

    public ILookup<string, string> Using { get; } = Files(index, t => t.Uses);

    public ILookup<string, string> Testing { get; } =
        index.Tests.Select(t => (t.Subject, t.File)).Distinct().ToLookup(p => p.Subject, p => p.File, StringComparer.Ordinal);

    public ILookup<string, string> Registering { get; } = index.Registrations
        .SelectMany(r => new[] { (r.Service, r.File), (r.Implementation, r.File) })
        .Distinct()
        .ToLookup(p => p.Item1, p => p.File, StringComparer.Ordinal);

    /// <summary>A type that many use says less about each of them: 1 for one user, 2 for two, 3 for four.</summary>
    public static double Commonness(int users) => 1 + Math.Log2(Math.Max(1, users));

    private static ILookup<string, string> Files(CodebaseIndex index, Func<TypeFact, IReadOnlyList<string>> names) =>
        index.Types.SelectMany(t => names(t).Select(n => (n, t.File))).Distinct().ToLookup(p => p.n, p => p.File, StringComparer.Ordinal);
}
