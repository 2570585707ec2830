namespace Planner.Codebase.Database;

/// <summary>The database whose schema is read: the section <c>Database</c> (<c>Database__ConnectionString</c> in the environment).</summary>
public sealed class DatabaseOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Database";

    /// <summary>Opens a PostgreSQL database; a secret. Default: none, migrations in the code base stand for it.</summary>
    public string? ConnectionString { get; set; }
}
