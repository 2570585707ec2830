using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts;

public sealed class ArtifactStoresTests
{
    private const string Connection = "DefaultEndpointsProtocol=https;AccountName=plans;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";
    private const string Url = "https://plans.blob.core.windows.net";

    [Fact]
    public void NothingSet_IsAFileStoreInTheHostsFolder()
    {
        var chosen = ArtifactStores.Open(Configuration(), "out");

        Assert.IsType<FileArtifactStore>(chosen.Store);
        Assert.False(chosen.IsShared);
    }

    [Fact]
    public void Path_IsTheFolderWhereTheHostHasNone() =>
        Assert.StartsWith(Path.GetFullPath("kept"), ArtifactStores.Open(Configuration(("Path", "kept"))).Store.Locate("SHOP-1", 1), StringComparison.Ordinal);

    [Theory]
    [InlineData("ConnectionString", Connection)]
    [InlineData("AccountUrl", Url)]
    [InlineData("AccountUrl", Url + "/")]
    public void Account_IsABlobStoreInItsContainer(string key, string value)
    {
        var chosen = ArtifactStores.Open(Configuration(("Store", "blob"), (key, value)));

        Assert.IsType<BlobArtifactStore>(chosen.Store);
        Assert.True(chosen.IsShared);
        Assert.Equal($"{Url}/plans/JIRA-SHOP-1/v1", chosen.Store.Locate("SHOP-1", 1));
    }

    [Fact]
    public void Container_IsTheNamedOne() => Assert.Equal(
        $"{Url}/team-a/JIRA-SHOP-1/v2",
        ArtifactStores.Open(Configuration(("Store", "Blob"), ("AccountUrl", Url), ("Container", "team-a"))).Store.Locate("SHOP-1", 2));

    [Theory]
    [InlineData("Cloud", null, null, null, "Artifacts__Store is neither File nor Blob")]
    [InlineData("File", null, null, null, "Artifacts__Path is missing")]
    [InlineData("Blob", null, null, null, "without an account")]
    [InlineData("Blob", Connection, Url, null, "both set")]
    [InlineData("Blob", "AccountKey=c2VjcmV0", null, null, "no connection string")]
    [InlineData("Blob", "c2VjcmV0", null, null, "no connection string")]
    [InlineData("Blob", null, "plans.blob.core.windows.net", null, "no https address")]
    [InlineData("Blob", null, "http://plans.blob.core.windows.net", null, "no https address")]
    [InlineData("Blob", null, Url + "?sv=1&sig=c2VjcmV0", null, "without what follows '?'")]
    [InlineData("Blob", null, "https://me:c2VjcmV0@plans.blob.core.windows.net", null, "carries a signature or a user")]
    [InlineData("Blob", null, Url + "/plans", null, "carries a path")]
    [InlineData("Blob", null, Url, "Plans", "Artifacts__Container")]
    [InlineData("Blob", null, Url, "a", "Artifacts__Container")]
    [InlineData("Blob", null, Url, "a--b", "Artifacts__Container")]
    [InlineData("Blob", null, Url, "plans/../x", "Artifacts__Container")]
    [InlineData("Blob", null, Url, "", "Artifacts__Container")]
    public void WrongSetting_IsNamedWithHowToMendIt(string store, string? connection, string? url, string? container, string hint)
    {
        List<(string, string)> settings = [("Store", store)];
        settings.AddRange(new[] { ("ConnectionString", connection), ("AccountUrl", url), ("Container", container) }
            .Where(s => s.Item2 is not null)
            .Select(s => (s.Item1, s.Item2!)));

        var fault = Assert.Throws<OptionsValidationException>(() => ArtifactStores.Open(Configuration([.. settings])));

        Assert.Contains(hint, Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.ToString(), StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>($"Artifacts:{s.Key}", s.Value)))
        .Build();
}
