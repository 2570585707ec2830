using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Planner.Testing.Repository;

namespace Planner.Functions.Tests;

public sealed class LocalPathsTests : IDisposable
{
    private static readonly string[] Keys = ["Artifacts:Path", "Tickets:Folder", "Codebases:shop:Path"];
    private readonly string checkout = Directory.CreateTempSubdirectory("planner-local-").FullName;

    private string App => Directory.CreateDirectory(Path.Combine(checkout, "src", "App", "bin")).FullName;

    [Fact]
    public void RelativePath_CountsFromTheSettingsFileAboveTheApp()
    {
        File.WriteAllText(Path.Combine(checkout, "local.settings.json"), "{}");
        File.WriteAllText(Path.Combine(App, "local.settings.json"), "{}");

        var settings = Resolved(("Artifacts:Path", ".work"), ("Tickets:Folder", "/tickets"), ("Codebases:shop:Path", "samples/shop"));

        Assert.Equal([Path.Combine(checkout, ".work"), "/tickets", Path.Combine(checkout, "samples", "shop")], Keys.Select(k => settings[k]));
    }

    [Fact]
    public void RelativePath_OfADeployedApp_StaysAsItIs() =>
        Assert.Equal(".work", Resolved(("Artifacts:Path", ".work"))["Artifacts:Path"]);

    [Fact]
    public void PathThatIsNotSet_StaysUnset() => Assert.Null(Resolved()["Artifacts:Path"]);

    [Fact]
    public void SampleSettings_NameFoldersOfTheRepository()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "local.settings.sample.json")));
        var values = sample.RootElement.GetProperty("Values");

        Assert.All(
            ["Tickets__Folder", "Codebases__shop__Path"],
            key => Assert.True(Directory.Exists(Path.Combine(RepositoryRoot.Path, values.GetProperty(key).GetString()!))));
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    private ConfigurationManager Resolved(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        configuration.ResolveLocalPaths(App);
        return configuration;
    }
}
