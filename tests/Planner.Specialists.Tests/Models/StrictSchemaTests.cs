using System.Text.Json;
using Planner.Specialists.Models.Replies;
using Planner.Testing.Approvals;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>Schemas of answers are ones that strict services take.</summary>
public sealed class StrictSchemaTests
{
    private static readonly string[] Refused =
        ["minimum", "maximum", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems", "default", "anyOf", "oneOf", "allOf"];

    [Fact]
    public void Opinion_IsAsApproved()
    {
        using var schema = JsonDocument.Parse(StrictSchema.Of<OpinionReply>("opinion").Json);

        Approved.Matches("OpinionSchema.json", JsonSerializer.Serialize(schema, Indented) + "\n");
    }

    [Fact]
    public void Opinion_IsWithinTheBoundsOfStrictServices()
    {
        using var schema = JsonDocument.Parse(StrictSchema.Of<OpinionReply>("opinion").Json);
        var objects = Objects(schema.RootElement, 1).ToList();

        Assert.All(objects, o => Assert.False(o.Schema.GetProperty("additionalProperties").GetBoolean()));
        Assert.All(objects, o => Assert.Equal(
            o.Schema.GetProperty("properties").EnumerateObject().Select(p => p.Name),
            o.Schema.GetProperty("required").EnumerateArray().Select(r => r.GetString())));
        Assert.InRange(objects.Sum(o => o.Schema.GetProperty("properties").EnumerateObject().Count()), 1, 100);
        Assert.InRange(objects.Max(o => o.Depth), 1, 5);
        Assert.DoesNotContain(Names(schema.RootElement), n => Refused.Contains(n, StringComparer.Ordinal));
    }

    private static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<(JsonElement Schema, int Depth)> Objects(JsonElement schema, int depth)
    {
        if (schema.TryGetProperty("items", out var items))
        {
            return Objects(items, depth);
        }

        return schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(p => Objects(p.Value, depth + 1)).Prepend((schema, depth))
            : [];
    }

    private static IEnumerable<string> Names(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node
            .EnumerateObject()
            .SelectMany(p => p.Name == "properties" ? p.Value.EnumerateObject().SelectMany(q => Names(q.Value)) : Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
