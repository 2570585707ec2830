using System.Text.Json.Serialization;

namespace Planner.Core.Grounding.Facts;

/// <summary>A table or view of the database as the migrations or the database itself leave it.</summary>
public sealed record TableFact
{
    /// <summary>The schema, like <c>public</c>.</summary>
    public required string Schema { get; init; }

    /// <summary>The name without schema.</summary>
    public required string Name { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<ColumnFact> Columns { get; init; }

    /// <summary>True for views.</summary>
    public bool IsView { get; init; }

    /// <summary>Columns of the primary key; may be empty.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>References to other tables.</summary>
    public IReadOnlyList<ForeignKeyFact> ForeignKeys { get; init; } = [];

    /// <summary>Indexes without the primary key.</summary>
    public IReadOnlyList<IndexFact> Indexes { get; init; } = [];

    /// <summary>Check constraints as written.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>The file and line that created it, or null where read from a database.</summary>
    public string? File { get; init; }

    /// <summary>From 1; 0 where there is no file.</summary>
    public int Line { get; init; }

    /// <summary>The type of its rows in code where that is known, like <c>InvoiceData</c>; else null.</summary>
    public string? EntityType { get; init; }

    /// <summary><c>name</c> in the public schema, else <c>schema.name</c>.</summary>
    [JsonIgnore]
    public string FullName => Schema is "public" or "" ? Name : $"{Schema}.{Name}";
}

/// <summary>A column; the type as written, lower case.</summary>
public sealed record ColumnFact(string Name, string Type, bool Nullable, string? Default = null);

/// <summary>A foreign key.</summary>
public sealed record ForeignKeyFact(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> References);

/// <summary>An index.</summary>
public sealed record IndexFact(string Name, IReadOnlyList<string> Columns, bool Unique);

/// <summary>A migration script that was found.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Order">The number or time stamp its name starts with, as text.</param>
/// <param name="Direction">up, down or both.</param>
/// <param name="Tool">Like <c>plain SQL up/down</c>, <c>Flyway</c>, <c>EF Core</c>, <c>DbUp</c>.</param>
public sealed record MigrationFact(string Path, string Order, string Direction, string Tool);
