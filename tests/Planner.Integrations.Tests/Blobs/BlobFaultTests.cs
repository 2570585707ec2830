using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Planner.Conformance.Stores;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Blobs;

public sealed class BlobFaultTests(StorageAccount account)
{
    private const string Key = "c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=";
    private const string Signature = "sv=2023-01-03&ss=b&sig=U2lnbmF0dXJl";

    [Fact]
    public async Task AccountThatDoesNotListen_IsExplainedSoon()
    {
        var watch = Stopwatch.StartNew();

        var fault = await Fault(new BlobArtifactStore(BlobContainers.ByConnectionString(Account(ClosedPort()), "plans")));

        AssertOneLine(fault, "cannot be reached");
        Assert.True(fault.RetryHelps);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task WrongKey_IsExplainedWithoutIt()
    {
        var endpoint = (await account.ConnectionString()).Split(';').Single(p => p.StartsWith("BlobEndpoint=", StringComparison.Ordinal));
        var connection = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};{endpoint}";

        var fault = await Fault(new BlobArtifactStore(BlobContainers.ByConnectionString(connection, StorageAccount.NewContainer())));

        AssertOneLine(fault, "check the key");
        Assert.False(fault.RetryHelps);
    }

    [Fact]
    public async Task Signature_StandsInNoMessageAndNoAddress()
    {
        var connection = $"BlobEndpoint=http://127.0.0.1:{ClosedPort()}/account;SharedAccessSignature={Signature}";
        var store = new BlobArtifactStore(BlobContainers.ByConnectionString(connection, "plans"));

        var fault = await Fault(store);

        AssertOneLine(fault, "cannot be reached");
        Assert.EndsWith("/account/plans/JIRA-SHOP-101/v1", store.Locate("SHOP-101", 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, "ServerBusy", "busy", true)]
    [InlineData(500, "InternalError", "out of order", true)]
    [InlineData(403, "AuthorizationPermissionMismatch", "Storage Blob Data Contributor", false)]
    [InlineData(403, "AuthenticationFailed", "clock", false)]
    [InlineData(401, "NoAuthenticationInformation", "key or signature", false)]
    [InlineData(409, "ContainerBeingDeleted", "being deleted", true)]
    [InlineData(400, "InvalidResourceName", "InvalidResourceName", false)]
    [InlineData(404, "ResourceNotFound", "404 ResourceNotFound", false)]
    public async Task AnswerOfTheService_IsToldWithWhatHelps(int status, string code, string hint, bool retryHelps)
    {
        var fault = await Fault(new BlobArtifactStore(Wire.Answering(status, code).Client(Account(1), "plans")));

        AssertOneLine(fault, hint);
        Assert.Equal(retryHelps, fault.RetryHelps);
    }

    [Fact]
    public async Task Cancellation_IsNoFaultOfTheAccount()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        var store = new BlobArtifactStore(BlobContainers.ByConnectionString(Account(ClosedPort()), "plans"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.PutContent("SHOP-101", "run", "x", stopped.Token));
    }

    [Fact]
    public async Task FaultOfAnInbox_HasItsOwnName()
    {
        var inbox = new BlobInbox(BlobContainers.ByConnectionString(Account(ClosedPort()), "runs"));

        var fault = await Assert.ThrowsAsync<RunBlobsUnavailableException>(() => inbox.Read("run"));

        Assert.Contains("/runs' cannot be reached", fault.Message, StringComparison.Ordinal);
    }

    private static Task<ArtifactStoreUnavailableException> Fault(BlobArtifactStore store) =>
        Assert.ThrowsAsync<ArtifactStoreUnavailableException>(() => store.PutContent("SHOP-101", "run", "x", default));

    private static void AssertOneLine(ArtifactStoreUnavailableException fault, string hint)
    {
        Assert.Contains(hint, fault.Message, StringComparison.Ordinal);
        Assert.Contains("same command again", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.All([Key, "sig=", Signature], secret => Assert.DoesNotContain(secret, fault.ToString(), StringComparison.Ordinal));
    }

    private static string Account(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName=account;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/account";

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
