using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration;
using Planner.Codebase.Git;
using Planner.Codebase.Origins;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Git;

/// <summary>A code base in a repository that a server hands out.</summary>
public sealed class GitSourceTests : IAsyncLifetime
{
    private const string Token = "tok3n-that-nobody-may-see";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("planner-git-");
    private readonly Tree tree = new();
    private GitServer server = null!;

    private string Cache => Path.Combine(folder.FullName, "cache");

    private string Served => Path.Combine(folder.FullName, "served", "shop.git");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(ScratchGit.IsThere, "git is not installed.");
        Directory.CreateDirectory(Cache);
        Directory.CreateDirectory(Served);
        ScratchGit.Run(Served, "init", "-q", "--bare", "-b", "main");
        ScratchGit.Run(Served, "config", "uploadpack.allowFilter", "true");
        ScratchGit.Run(Served, "config", "uploadpack.allowAnySHA1InWant", "true");
        tree.With("src/Shop.cs", "class Shop { }").With("CODEOWNERS", "* @shop\n");
        Push("First");
        tree.With("src/Shop.cs", "class Shop { int a; }").With("src/Other.cs", "class Other { Shop s; }");
        Push("Second");
        server = await GitServer.Start(Path.GetDirectoryName(Served)!);
    }

    [Fact]
    public async Task Clone_SaysWhatTheFolderSays()
    {
        var there = await tree.Read();

        var cloned = await Read();

        Assert.Equal(there.Commit, cloned.Commit);
        Assert.Equal(there.Documents.Select(d => (d.Path, d.Sha256)), cloned.Documents.Select(d => (d.Path, d.Sha256)));
        Assert.Equal(["Second", "First"], cloned.History.Commits.Select(c => c.Subject));
        Assert.Equal(there.History.Commits.Select(c => string.Join(' ', c.Files)), cloned.History.Commits.Select(c => string.Join(' ', c.Files)));
        Assert.Equal(there.Limitations, cloned.Limitations);
    }

    [Fact]
    public async Task OldVersionsOfFiles_AreNotFetched()
    {
        await Read();

        var clone = Path.Combine(Cache, "clone");
        var blobs = ScratchGit.Run(clone, "--git-dir=.git", "cat-file", "--batch-all-objects", "--batch-check=%(objecttype)").Split('\n');
        Assert.Equal(3, blobs.Count(b => b == "blob"));
        Assert.Equal(2, blobs.Count(b => b == "commit"));
    }

    [Fact]
    public async Task HeadThatMoved_IsFetchedAndOneThatDidNot_IsNot()
    {
        await Read();
        server.Requests.Clear();
        await Read();
        Assert.DoesNotContain(server.Requests, r => r.Request.Contains("filter", StringComparison.Ordinal));
        var asked = server.Requests.Count;
        tree.With("src/Third.cs", "class Third { }");
        var commit = Push("Third");

        var index = await Read();

        Assert.True(server.Requests.Count > asked + 2);
        Assert.Equal(commit, index.Commit);
        Assert.Contains("src/Third.cs", index.Documents.Select(d => d.Path));
        Assert.Equal(3, index.History.Commits.Count);
    }

    [Fact]
    public async Task Branch_IsTheOneThatIsSet()
    {
        ScratchGit.Run(tree.Root, "checkout", "-q", "-b", "release/1.0");
        tree.With("src/Release.cs", "class Release { }");
        Push("Release", "release/1.0");

        Assert.Contains("src/Release.cs", (await Read(branch: "release/1.0")).Documents.Select(d => d.Path));
        Assert.DoesNotContain("src/Release.cs", (await Read()).Documents.Select(d => d.Path));
    }

    [Fact]
    public async Task BranchThatIsNotThere_IsAFaultThatNamesTheSetting()
    {
        var fault = await Assert.ThrowsAsync<CodebaseUnavailableException>(() => Read(branch: "nowhere"));

        Assert.Equal("Codebases__shop__GitUrl has no branch 'nowhere': set Branch to one that is there.", fault.Message);
    }

    [Fact]
    public async Task Token_OpensTheRepositoryAndStandsNowhere()
    {
        server.Authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{Token}"))}";

        var index = await Read(token: Token);

        Assert.Equal(3, index.Documents.Count);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Cache, "*", SearchOption.AllDirectories), f => Holds(f, Token) || Holds(f, server.Authorization.Split(' ')[1]));
    }

    [Fact]
    public async Task Settings_CloneOverHttpsWithTheToken()
    {
        using var certificate = Certificate();
        await using var secure = await GitServer.Start(Path.GetDirectoryName(Served)!, certificate);
        secure.Authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"ada:{Token}"))}";
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Codebases:shop:GitUrl"] = $"{secure.Url.Replace("127.0.0.1", "ada@127.0.0.1", StringComparison.Ordinal)}/shop.git",
            ["Codebases:shop:Branch"] = "main",
            ["Codebases:shop:Token"] = Token,
        };
        var codebases = ServedCodebases.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), data: folder.FullName);

        var index = await new CodebaseReader(codebases, new CodebaseOptions()).Read("SHOP", TestContext.Current.CancellationToken);

        Assert.Equal(3, index.Documents.Count);
        var look = await codebases.Look("shop", TestContext.Current.CancellationToken);
        Assert.EndsWith($"/shop.git, main at {index.Commit![..12]}", look, StringComparison.Ordinal);
        Assert.All(secure.Requests, r => Assert.Equal(secure.Authorization, r.Authorization));
    }

    [Fact]
    public async Task WrongToken_IsAFaultWithoutTheToken()
    {
        server.Authorization = "Basic other";

        var fault = await Assert.ThrowsAsync<CodebaseUnavailableException>(() => Read(token: Token));

        Assert.False(fault.RetryHelps);
        Assert.Contains("refused", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_IsNotCarriedToWhereAnAnswerRedirects()
    {
        await using var other = await GitServer.Start(Path.GetDirectoryName(Served)!);
        server.RedirectsTo = other.Url;

        await Assert.ThrowsAsync<CodebaseUnavailableException>(() => Read(token: Token));

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task ServerThatIsDown_LeavesTheCloneBeforeWithALimitation()
    {
        await Read();
        server.IsDown = true;

        var index = await Read();

        Assert.Equal(3, index.Documents.Count);
        var said = Assert.Single(index.Limitations);
        Assert.StartsWith("Codebases__shop__GitUrl was not fetched: ", said, StringComparison.Ordinal);
        Assert.EndsWith("What was fetched before was read instead.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatIsDownWithoutAClone_IsAFaultThatRetries()
    {
        server.IsDown = true;

        Assert.True((await Assert.ThrowsAsync<CodebaseUnavailableException>(() => Read())).RetryHelps);
    }

    [Fact]
    public async Task ServerThatHangs_IsWaitedForABoundedTime()
    {
        server.Hangs = true;
        var clone = new GitClone(Remote(), "Codebases__shop__GitUrl", Path.Combine(Cache, "clone"), TimeSpan.FromSeconds(1));

        var fault = await Assert.ThrowsAsync<CodebaseUnavailableException>(() =>
            clone.CheckOut(Path.Combine(Cache, "x"), Path.Combine(Cache, "index"), TestContext.Current.CancellationToken));

        Assert.Contains("git took longer than 1 seconds", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("ext")]
    public async Task OtherProtocols_AreNotSpoken(string protocol)
    {
        var marker = Path.Combine(folder.FullName, "ran");
        var url = protocol == "file" ? new Uri(Served).AbsoluteUri : $"ext::sh -c touch% {marker}";

        var remote = new GitRemote(url, null, null, CodebaseSources.Protocols);
        var clone = new GitClone(remote, "x", Path.Combine(Cache, "clone"), TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<CodebaseUnavailableException>(() => clone.RemoteHead(TestContext.Current.CancellationToken));

        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task WhatARepositoryAsksToRun_IsNotRun()
    {
        var marker = Path.Combine(folder.FullName, "ran");
        tree.With(".gitattributes", "*.cs filter=evil diff=evil text eol=lf\n")
            .With(".gitmodules", $"[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c touch% {marker}\n")
            .With(".lfsconfig", "[lfs]\n\turl = http://127.0.0.1:1\n");
        Push("Attributes");

        Assert.Equal(6, (await Read()).Documents.Count);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task LinkOutOfTheRepository_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        File.CreateSymbolicLink(tree.At("src/Passwords.cs"), "/etc/passwd");
        Push("Link");

        Assert.DoesNotContain("src/Passwords.cs", (await Read()).Documents.Select(d => d.Path));
    }

    [Fact]
    public async Task HistoryLongerThanTheClone_IsNoLimitation()
    {
        var stream = new StringBuilder();
        for (var i = 1; i <= 2100; i++)
        {
            stream.Append($"commit refs/heads/long\ncommitter Ada <ada@example.org> {1767355200 + i} +0000\ndata 2\nc\n");
            stream.Append($"M 100644 inline f{i % 7}.txt\ndata {i.ToString().Length}\n{i}\n");
        }

        File.WriteAllText(Path.Combine(folder.FullName, "stream"), stream.ToString());
        var import = $"git --git-dir='{Served}' fast-import --quiet < '{Path.Combine(folder.FullName, "stream")}'";
        using var importing = Process.Start("sh", ["-c", import]);
        await importing.WaitForExitAsync(TestContext.Current.CancellationToken);

        var index = await Read(branch: "long");

        Assert.Equal(2000, index.History.Commits.Count);
        Assert.All(index.History.Commits, c => Assert.Single(c.Files));
        Assert.Empty(index.Limitations);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        tree.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>For this machine alone; git is told to trust it by the variable that hosts with a CA of their own set, too.</summary>
    private X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(folder.FullName, "ca.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        Environment.SetEnvironmentVariable("GIT_SSL_CAINFO", file);
        return certificate;
    }

    private GitRemote Remote(string? branch = null, string? token = null) => new($"{server.Url}/shop.git", branch, token, ["http"]);

    private Task<CodebaseIndex> Read(string? branch = null, string? token = null)
    {
        var remote = Remote(branch, token);
        var clone = Path.Combine(Cache, "clone");
        var origin = new GitOrigin(remote, new GitClone(remote, "Codebases__shop__GitUrl", clone, TimeSpan.FromMinutes(2)), clone);
        var source = new CachedSource(origin, new CodebaseCache(Cache, origin.Key));
        return CodebaseReader.Of(source, new CodebaseOptions()).Read("shop", TestContext.Current.CancellationToken);
    }

    private string Push(string message, string branch = "main")
    {
        var commit = ScratchGit.Commit(tree.Root, message);
        ScratchGit.Run(tree.Root, "push", "-q", Served, $"HEAD:refs/heads/{branch}");
        return commit;
    }

    private static bool Holds(string file, string secret) => File.ReadAllText(file, Encoding.Latin1).Contains(secret, StringComparison.Ordinal);
}
