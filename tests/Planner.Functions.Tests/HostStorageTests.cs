using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.Blobs;

namespace Planner.Functions.Tests;

/// <summary>The app finds its own storage account as the Functions host does.</summary>
public sealed class HostStorageTests
{
    [Fact]
    public void AccountName_IsItsBlobAddress()
    {
        var container = HostStorage.Container(Settings(("AzureWebJobsStorage:accountName", "planneraccount")), "planner-runs");

        Assert.Equal(new Uri("https://planneraccount.blob.core.windows.net/planner-runs"), container.Uri);
    }

    [Fact]
    public void BlobAddress_CountsBeforeTheName()
    {
        var container = HostStorage.Container(
            Settings(
                ("AzureWebJobsStorage:accountName", "planneraccount"),
                ("AzureWebJobsStorage:blobServiceUri", "https://elsewhere.blob.core.usgovcloudapi.net/")),
            "planner-runs");

        Assert.Equal(new Uri("https://elsewhere.blob.core.usgovcloudapi.net/planner-runs"), container.Uri);
    }

    [Fact]
    public void ConnectionString_CountsBeforeBoth()
    {
        var container = HostStorage.Container(
            Settings(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("AzureWebJobsStorage:accountName", "planneraccount")),
            "planner-runs");

        Assert.Equal("127.0.0.1", container.Uri.Host);
    }

    [Fact]
    public void ClientIdOfTheConnection_NamesTheIdentity()
    {
        var identity = BlobIdentity.OfConnection(
            Settings(("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "one"), ("AZURE_CLIENT_ID", "two")),
            "AzureWebJobsStorage");

        Assert.Equal(new BlobIdentity(IsManaged: true, "one"), identity);
        Assert.IsType<ManagedIdentityCredential>(identity.Credential());
    }

    [Theory]
    [InlineData("managedidentity", true)]
    [InlineData("ManagedIdentity", true)]
    [InlineData(null, false)]
    public void ClientIdOfTheProcess_CountsWhereTheConnectionNamesNone(string? credential, bool isManaged)
    {
        var settings = Settings(("AzureWebJobsStorage:credential", credential), ("AZURE_CLIENT_ID", "two"));

        Assert.Equal(new BlobIdentity(isManaged, "two"), BlobIdentity.OfConnection(settings, "AzureWebJobsStorage"));
        Assert.Equal(new BlobIdentity(false, "two"), BlobIdentity.OfProcess(settings));
    }

    [Fact]
    public void WithoutAnyOfThem_AnyIdentityIsTaken()
    {
        var identity = BlobIdentity.OfConnection(Settings(), "AzureWebJobsStorage");

        Assert.Equal(new BlobIdentity(IsManaged: false, null), identity);
        Assert.IsType<DefaultAzureCredential>(identity.Credential());
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "Not A Name", "AzureWebJobsStorage__accountName")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "http://account.blob.core.windows.net", "AzureWebJobsStorage__blobServiceUri")]
    [InlineData("AzureWebJobsStorage:blobServiceUri", "https://account.blob.core.windows.net?sig=abc", "AzureWebJobsStorage__blobServiceUri")]
    [InlineData("AzureWebJobsStorage", "AccountKey=c2VjcmV0", "AzureWebJobsStorage is no connection string")]
    [InlineData("Other", "x", "Nothing names the storage account")]
    public void WrongSetting_IsToldInALineWithoutItsValue(string key, string value, string told)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => HostStorage.Container(Settings((key, value)), "planner-runs"));

        Assert.Contains(told, Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
}
