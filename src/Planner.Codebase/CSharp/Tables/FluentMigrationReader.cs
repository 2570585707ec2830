using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp.Tables;

/// <summary>Reads migrations of FluentMigrator: what they say in its words; what they do in code or SQL of their own is not replayed.</summary>
internal static class FluentMigrationReader
{
    private static readonly string[] Downwards = ["Down", "MainDbDowngrade", "LogDbDowngrade"];

    /// <summary>The number in <c>[Migration(12)]</c>; null for any other class. EF Core's attribute holds a text instead.</summary>
    public static string? Number(TypeDeclarationSyntax type) => type.AttributeLists
        .SelectMany(l => l.Attributes)
        .Where(a => AttributeName.Of(a) == "Migration")
        .Select(a => a.ArgumentList?.Arguments.FirstOrDefault()?.Expression)
        .OfType<LiteralExpressionSyntax>()
        .Where(l => l.Token.Value is int or long)
        .Select(l => l.Token.Text.Replace("_", "", StringComparison.Ordinal).TrimEnd('L', 'l'))
        .FirstOrDefault();

    public static IReadOnlyList<ModelStep> Steps(TypeDeclarationSyntax migration) =>
        [.. migration.Members.OfType<MethodDeclarationSyntax>()
            .Where(m => !Downwards.Contains(m.Identifier.ValueText, StringComparer.Ordinal))
            .SelectMany(m => m.DescendantNodes().OfType<ExpressionStatementSyntax>())
            .SelectMany(s => Step(CallChain.Of(s.Expression), SourceNodes.Line(s)))];

    private static IEnumerable<ModelStep> Step(CallChain chain, int line) => (chain.Root, chain.First) switch
    {
        ("Create", { Name: "Table" or "TableForModel" } table) => [Table(table, chain, line)],
        ("Create", { Name: "Column" } column) when chain["OnTable"] is { } on => [Columns(on.Text, chain.Calls, column.Text, line)],
        ("Alter", { Name: "Table" } table) => Altered(table.Text, chain, line),
        ("Alter", { Name: "Column" } column) when chain["OnTable"] is { } on => [Columns(on.Text, chain.Calls, column.Text, line)],
        ("Delete", { Name: "Table" } table) => [new ModelStep(ModelStepKind.DropTable, table.Text, line)],
        ("Delete", { Name: "Column" } column) when chain["FromTable"] is { } from => [.. chain.Calls.Where(c => c.Name == "Column")
            .SelectMany(c => c.Texts)
            .Select(c => new ModelStep(ModelStepKind.DropColumn, from.Text, line) { From = c })],
        ("Rename", { Name: "Table" } table) when chain["To"] is { } to => [new ModelStep(ModelStepKind.RenameTable, table.Text, line) { To = to.Text }],
        ("Rename", { Name: "Column" } column) when chain["OnTable"] is { } on && chain["To"] is { } to =>
            [new ModelStep(ModelStepKind.RenameColumn, on.Text, line) { From = column.Text, To = to.Text }],
        _ => [],
    };

    /// <summary>A table made for a model has the key that all models have.</summary>
    private static ModelStep Table(ChainCall table, CallChain chain, int line)
    {
        var columns = Split(chain.Calls.Skip(1), "WithColumn");
        var key = columns.Where(c => c.Any(x => x.Name is "PrimaryKey")).Select(c => c[0].Text).ToList();
        var ofModel = table.Name == "TableForModel";
        return new ModelStep(ModelStepKind.CreateTable, table.Text, line)
        {
            Columns = [
                .. ofModel ? [new ColumnFact("Id", "integer", Nullable: false)] : Array.Empty<ColumnFact>(),
                .. columns.Select(c => Column(c[0].Text, c)),
            ],
            Key = ofModel ? ["Id"] : key,
            Unique = [.. columns.Where(c => c.Any(x => x.Name is "Unique")).Select(c => c[0].Text)],
        };
    }

    private static IEnumerable<ModelStep> Altered(string table, CallChain chain, int line) =>
        Split(chain.Calls, "AddColumn").Concat(Split(chain.Calls, "AlterColumn")).Select(c => Columns(table, c, c[0].Text, line));

    private static ModelStep Columns(string table, IReadOnlyList<ChainCall> calls, string name, int line) => new(ModelStepKind.PutColumns, table, line)
    {
        Columns = [Column(name, calls)],
        Unique = calls.Any(c => c.Name == "Unique") ? [name] : [],
    };

    private static ColumnFact Column(string name, IReadOnlyList<ChainCall> calls)
    {
        var typed = calls.FirstOrDefault(c => StoreTypes.OfMethod(c.Name) is not null);
        var type = typed is null ? "" : typed.Name == "AsCustom" ? typed.Text.ToLowerInvariant() : StoreTypes.OfMethod(typed.Name)!;
        return new ColumnFact(name, type, calls.Any(c => c.Name == "Nullable"));
    }

    /// <summary>The calls from one of a name up to the next of that name.</summary>
    private static List<List<ChainCall>> Split(IEnumerable<ChainCall> calls, string name)
    {
        var parts = new List<List<ChainCall>>();
        foreach (var call in calls)
        {
            if (call.Name == name)
            {
                parts.Add([]);
            }

            if (parts.Count > 0)
            {
                parts[^1].Add(call);
            }
        }

        return parts;
    }
}
