using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Files that do the same for another database: their paths are the same but for the database's name.</summary>
internal sealed class Twins(CodebaseIndex index)
{
    private static readonly HashSet<string> Databases = new(Vocabulary.Words("ranking", "databases"), StringComparer.Ordinal);

    private readonly ILookup<string, string> byRest =
        index.Documents.Select(d => d.Path)
            .Where(p => p.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || p.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            .ToLookup(Rest, StringComparer.Ordinal);

    public IEnumerable<string> Of(string file) => Rest(file) is { Length: > 0 } rest ? byRest[rest].Where(f => f != file) : [];

    /// <summary>The words of a path without those of databases; empty where it names none.</summary>
    private static string Rest(string path)
    {
        var words = IdentifierWords.Of(path.Replace("SqlServer", "Mssql", StringComparison.Ordinal)
            .Replace("PostgreSql", "Pgsql", StringComparison.OrdinalIgnoreCase)
            .Replace("MySql", "Mysql", StringComparison.Ordinal));
        var rest = words.Where(w => !Databases.Contains(w)).ToList();
        return rest.Count == words.Count ? "" : string.Join(' ', rest);
    }
}
