using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp.Tables;

/// <summary>
/// Reads the model snapshot that EF Core keeps beside its migrations: one call for each entity with its columns, then one with
/// its relations. It is the model as all migrations leave it, so the migrations themselves need not be replayed.
/// </summary>
internal static class ModelSnapshotReader
{
    public static bool IsSnapshot(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(b => b.Type.ToString().EndsWith("ModelSnapshot", StringComparison.Ordinal)) == true;

    public static IReadOnlyList<EntityDraft> Read(TypeDeclarationSyntax snapshot)
    {
        var entities = new Dictionary<string, EntityDraft>(StringComparer.Ordinal);
        var build = snapshot.Members.OfType<MethodDeclarationSyntax>().SelectMany(m => m.Body?.Statements.OfType<ExpressionStatementSyntax>() ?? []).ToList();
        var schema = build.Select(s => CallChain.Of(s.Expression)["HasDefaultSchema"]?.Text).FirstOrDefault(s => s is not null) ?? "";
        foreach (var call in build.Select(s => s.Expression).OfType<InvocationExpressionSyntax>().Where(IsEntity))
        {
            var name = Name(call);
            entities[name] = call.ArgumentList.Arguments
                .Select(a => a.Expression).OfType<LambdaExpressionSyntax>()
                .SelectMany(l => l.Block?.Statements.OfType<ExpressionStatementSyntax>() ?? [])
                .Select(s => CallChain.Of(s.Expression))
                .Aggregate(entities.GetValueOrDefault(name) ?? new EntityDraft(name, "", schema, "", IsView: false), With);
        }

        return [.. entities.Values.OrderBy(e => e.Type, StringComparer.Ordinal)];
    }

    private static bool IsEntity(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Entity" } && Name(call).Length > 0;

    private static string Name(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string name } ? name : "";

    private static EntityDraft With(EntityDraft entity, CallChain chain) => chain.First switch
    {
        { Name: "Property" } property => entity with { Properties = [.. entity.Properties, Property(property, chain)] },
        { Name: "HasKey" } key => entity with { Key = key.Texts },
        { Name: "HasIndex" } index => entity with
        {
            Indexes = [.. entity.Indexes, new IndexFact(chain["HasDatabaseName"]?.Text ?? "", index.Texts, chain["IsUnique"] is { IsOn: true })],
        },
        { Name: "ToTable" } table => entity with { Table = table.Text, Schema = table.Texts is [_, var schema, ..] ? schema : entity.Schema },
        { Name: "ToView" } view => entity with { Table = view.Text, IsView = true },
        { Name: "HasBaseType" } root => entity with { Base = root.Text },
        { Name: "HasOne" } one when chain["HasForeignKey"] is { } key =>
            entity with { References = [.. entity.References, new ForeignKeyFact(OwnKey(key, entity), one.Text, chain["HasPrincipalKey"]?.Texts ?? [])] },
        _ => entity,
    };

    /// <summary>One-to-one relations name the entity that holds the key before its properties.</summary>
    private static IReadOnlyList<string> OwnKey(ChainCall key, EntityDraft entity) =>
        key.Texts.Count > 1 && key.Texts[0] == entity.Type ? [.. key.Texts.Skip(1)] : key.Texts;

    private static PropertyDraft Property(ChainCall property, CallChain chain)
    {
        var clr = property.TypeArgument;
        var type = chain["HasColumnType"]?.Text is { Length: > 0 } stated ? stated.ToLowerInvariant() : StoreTypes.OfClr(clr);
        var nullable = !StoreTypes.IsValue(clr) && chain["IsRequired"] is not { IsOn: true };
        var name = chain["HasColumnName"]?.Text is { Length: > 0 } column ? column : property.Text;
        return new PropertyDraft(property.Text, new ColumnFact(name, type, nullable, chain["HasDefaultValueSql"]?.Text));
    }
}
