namespace Planner.Core.Opinions;

/// <summary>Names of tables and columns as PostgreSQL compares them.</summary>
internal static class TableName
{
    /// <summary>PostgreSQL folds names that are not quoted, and <c>public</c> goes without saying.</summary>
    public static string Folded(string name)
    {
        var folded = name.Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant();
        return folded.StartsWith("public.", StringComparison.Ordinal) ? folded["public.".Length..] : folded;
    }
}
