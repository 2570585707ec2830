using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp.Tables;

/// <summary>What a file says about tables in C#: entities of an EF Core model snapshot, or steps of a FluentMigrator migration.</summary>
/// <param name="Entities">From a snapshot: the model as all migrations leave it.</param>
/// <param name="Migration">From a migration class: its number or time stamp, empty where the file is none.</param>
/// <param name="Steps">What a migration does, in order; only for tools whose steps are replayed.</param>
internal sealed record ModelDraft(IReadOnlyList<EntityDraft> Entities, string Migration, IReadOnlyList<ModelStep> Steps);

/// <summary>An entity of a model snapshot.</summary>
/// <param name="Type">Its full CLR name.</param>
/// <param name="Base">The full CLR name of the entity whose table it shares, or empty.</param>
/// <param name="Schema">Empty for the default one.</param>
/// <param name="Table">Empty where it has none of its own.</param>
internal sealed record EntityDraft(string Type, string Base, string Schema, string Table, bool IsView)
{
    public IReadOnlyList<PropertyDraft> Properties { get; init; } = [];

    /// <summary>Names of properties.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    public IReadOnlyList<IndexFact> Indexes { get; init; } = [];

    /// <summary>Properties, and the full CLR name of the entity that they refer to.</summary>
    public IReadOnlyList<ForeignKeyFact> References { get; init; } = [];
}

/// <summary>A property of an entity and the column that holds it.</summary>
internal sealed record PropertyDraft(string Name, ColumnFact Column);

/// <summary>One step of a migration. What a step does not need stays empty.</summary>
internal sealed record ModelStep(ModelStepKind Kind, string Table, int Line)
{
    public IReadOnlyList<ColumnFact> Columns { get; init; } = [];

    public IReadOnlyList<string> Key { get; init; } = [];

    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The column or table before it is renamed, or the column that goes.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";
}

/// <summary>What a step does.</summary>
internal enum ModelStepKind
{
    /// <summary>Makes a table with columns.</summary>
    CreateTable,

    /// <summary>Adds columns to a table, or changes those that are there.</summary>
    PutColumns,

    /// <summary>Removes a column.</summary>
    DropColumn,

    /// <summary>Renames a column.</summary>
    RenameColumn,

    /// <summary>Removes a table.</summary>
    DropTable,

    /// <summary>Renames a table.</summary>
    RenameTable,
}
