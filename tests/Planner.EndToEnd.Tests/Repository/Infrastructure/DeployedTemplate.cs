using System.Text.Json;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Repository.Infrastructure;

/// <summary><c>infra/main.bicep</c>, compiled once for all tests that look into it.</summary>
public sealed class DeployedTemplate : IAsyncLifetime
{
    private JsonElement? root;

    /// <summary>The template and the ones nested in it.</summary>
    public IReadOnlyList<JsonElement> Templates { get; private set; } = [];

    /// <summary>What the templates make; what they only refer to is left out.</summary>
    public IEnumerable<JsonElement> Resources => Templates.SelectMany(ResourcesOf).Where(r => !r.TryGetProperty("existing", out _));

    /// <summary>The outermost template; the test is skipped where there is no compiler.</summary>
    public JsonElement Root
    {
        get
        {
            Assert.SkipWhen(root is null, BicepCompiler.Missing);
            return root.Value;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (BicepCompiler.Program is not null)
        {
            root = await BicepCompiler.Compile(Path.Combine(RepositoryRoot.Path, "infra", "main.bicep"));
            Templates = [.. WithNested(root.Value)];
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The resources of one type, at least one.</summary>
    public IReadOnlyList<JsonElement> OfType(string type)
    {
        _ = Root;
        var found = Resources.Where(r => r.GetProperty("type").GetString() == type).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static IEnumerable<JsonElement> WithNested(JsonElement template) =>
        ResourcesOf(template)
            .Where(r => r.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
            .SelectMany(r => WithNested(r.GetProperty("properties").GetProperty("template")))
            .Prepend(template);

    private static IEnumerable<JsonElement> ResourcesOf(JsonElement template) =>
        template.GetProperty("resources") is { ValueKind: JsonValueKind.Object } named
            ? named.EnumerateObject().Select(p => p.Value)
            : template.GetProperty("resources").EnumerateArray();
}
