using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Arrows between projects point one way, and packages stay where they belong.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Planner.Durability"] = [],
        ["Planner.Core"] = ["Planner.Durability"],
        ["Planner.Engine"] = ["Planner.Durability"],
        ["Planner.Specialists"] = ["Planner.Core"],
        ["Planner.Codebase"] = ["Planner.Core"],
        ["Planner.Integrations"] = ["Planner.Core"],
        ["Planner.Api"] = ["Planner.Core", "Planner.Durability"],
        ["Planner.Functions"] = ["Planner.Api", "Planner.Codebase", "Planner.Core", "Planner.Durability", "Planner.Integrations", "Planner.Specialists"],
        ["Planner.Cli"] =
            ["Planner.Api", "Planner.Codebase", "Planner.Core", "Planner.Durability", "Planner.Engine", "Planner.Integrations", "Planner.Specialists"],
    };

    // Durable Task's two halves in one process, for the tests of the adapter and for the figures that compare engines.
    private const string DurableTesting = "Planner.Testing.Durable";

    // Parsers of text in memory; nothing here opens a file, a socket or a process.
    private static readonly string[] CorePackages =
        ["Markdig", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.OpenApi", "Microsoft.OpenApi.YamlReader", "YamlDotNet"];

    public static TheoryData<string> ProductionProjects =>
        [.. RepositoryFiles.Projects.Where(p => p.IsProduction).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(ProductionProjects))]
    public void ProductionProject_ReferencesOnlyWhatTheDesignAllows(string name)
    {
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not in the design: say here what it may reference.");
        Assert.Empty(Project(name).Projects.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void FunctionsAndDurableTaskPackages_AreReferencedByTheAzureHostAndItsTestsAlone()
    {
        var others = RepositoryFiles.Projects.Where(p => p.Name is not ("Planner.Functions" or "Planner.Functions.Tests" or DurableTesting));

        Assert.DoesNotContain(others, p => p.Packages.Any(IsAzureHosting));
    }

    [Fact]
    public void AzureHost_IsReferencedByItsTestsAlone()
    {
        var users = RepositoryFiles.Projects.Where(p => p.Projects.Contains("Planner.Functions")).Select(p => p.Name);

        Assert.Empty(users.Except(["Planner.Functions.Tests", DurableTesting]));
    }

    [Fact]
    public void DurableTestHost_IsReferencedByTestsAndFiguresAlone()
    {
        var users = RepositoryFiles.Projects.Where(p => p.Projects.Contains(DurableTesting)).Select(p => p.Name);

        Assert.Empty(users.Except(["Planner.Functions.Tests", "Planner.Benchmarks"]));
    }

    [Fact]
    public void Core_ReferencesNoPackageThatDoesInputOrOutput() =>
        Assert.Empty(Project("Planner.Core").Packages.Except(CorePackages, StringComparer.Ordinal));

    [Fact]
    public void Core_BansClockRandomnessAndInputOutput()
    {
        var banned = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src/Planner.Core/BannedSymbols.txt"));

        Assert.All(
            ["System.DateTime.UtcNow", "System.Guid.NewGuid", "System.Random", "System.Environment", "System.IO.File;", "System.Net.Http.HttpClient"],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
    }

    [Fact]
    public void Package_HasItsVersionInOnePlace()
    {
        var projects = RepositoryFiles.Files("*.csproj", "src", "tests").Select(f => (f, Text: File.ReadAllText(f)));

        Assert.DoesNotContain(projects, p => System.Text.RegularExpressions.Regex.IsMatch(p.Text, "<PackageReference[^>]*Version="));
    }

    private static bool IsAzureHosting(string package) =>
        package.StartsWith("Microsoft.Azure.Functions", StringComparison.OrdinalIgnoreCase)
        || package.StartsWith("Microsoft.Azure.WebJobs", StringComparison.OrdinalIgnoreCase)
        || package.Contains("DurableTask", StringComparison.OrdinalIgnoreCase);

    private static ProjectFile Project(string name) => RepositoryFiles.Projects.Single(p => p.Name == name);
}
