using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Codebase.Git;
using Planner.Codebase.Reading;
using Xunit;

namespace Planner.Codebase.Tests.Reading;

public sealed class ServedCodebasesTests : IDisposable
{
    private const string Secret = "s3cret-of-somebody";

    private readonly Tree tree = new Tree().With("src/A.cs", "class A { }");

    [Fact]
    public void NoPlace_IsRefusedWithAllThree() =>
        Assert.Equal(
            "Codebases__shop__Path is missing: give the folder of the code base, a snapshot of it in Codebases__shop__Archive, "
            + "or its repository in Codebases__shop__GitUrl.",
            Assert.Single(Faults(("Projects:0", "SHOP"))));

    [Fact]
    public void TwoPlaces_AreRefused() => Told("keep one", ("Path", tree.Root), ("GitUrl", "https://host/shop.git"));

    [Theory]
    [InlineData("http://host/shop.git")]
    [InlineData("file:///srv/shop.git")]
    [InlineData("/srv/shop.git")]
    [InlineData("ext::sh -c id")]
    [InlineData("--upload-pack=id")]
    [InlineData("ssh://-oProxyCommand=id/shop")]
    [InlineData("git@-oProxyCommand=id:shop")]
    [InlineData("https://user:s3cret-of-somebody@host/shop.git")]
    [InlineData("https://host/shop.git?token=s3cret-of-somebody")]
    [InlineData("https://host/sh\nop.git")]
    [InlineData("git://host/shop.git")]
    public void AddressThatIsNotCloned_IsRefused(string url) => Told("Codebases__shop__GitUrl", ("GitUrl", url));

    [Theory]
    [InlineData("https://dev.azure.com/org/project/_git/shop")]
    [InlineData("https://x-token-auth@bitbucket.org/org/shop.git")]
    [InlineData("ssh://git@github.com:22/org/shop.git")]
    [InlineData("git@github.com:org/shop.git")]
    public void AddressOfAHost_IsTaken(string url)
    {
        Assert.SkipUnless(GitProgram.IsInstalled, "git is not installed.");

        Assert.Empty(Faults(("GitUrl", url), ("Branch", "release/1.0")));
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("a..b")]
    [InlineData("a:b")]
    [InlineData("+a")]
    [InlineData("refs/heads/main")]
    [InlineData("a b")]
    [InlineData("a.lock")]
    public void NameThatIsNoBranch_IsRefused(string branch) => Told("Codebases__shop__Branch", ("GitUrl", "https://host/shop.git"), ("Branch", branch));

    [Fact]
    public void TokenForSsh_IsRefused() => Told("goes with https only", ("GitUrl", "git@host:shop.git"), ("Token", Secret));

    [Fact]
    public void TokenWithoutARepository_IsRefused() => Told("belong to Codebases__shop__GitUrl", ("Path", tree.Root), ("Token", Secret));

    [Theory]
    [InlineData("nowhere.tar.gz", "which is no file")]
    [InlineData("blob:shop", "there is no artifact container")]
    [InlineData("blob:../shop", "names no snapshot")]
    [InlineData("blob:", "names no snapshot")]
    public void ArchiveThatCannotBe_IsRefused(string archive, string told) => Told(told, ("Archive", archive));

    [Theory]
    [InlineData("MaxFiles", "1")]
    [InlineData("MaxRatio", "5000")]
    [InlineData("GitTimeout", "00:00:01")]
    [InlineData("MaxBytes", "-1")]
    public void LimitOutOfRange_IsRefused(string name, string value) => Told($"Codebases__shop__{name} is out of range", ("Path", tree.Root), (name, value));

    [Fact]
    public void ValueOfAnotherKind_IsRefusedWithoutIt() => Told("Codebases__shop__MaxFiles is no number", ("Path", tree.Root), ("MaxFiles", Secret));

    [Fact]
    public void AllFaults_AreToldAtOnce()
    {
        var faults = Faults(("Path", tree.At("nowhere")), ("MaxFiles", "1"), ("Token", Secret));

        Assert.Equal(3, faults.Count);
    }

    public void Dispose() => tree.Dispose();

    private static void Told(string part, params (string Key, string Value)[] settings) =>
        Assert.Contains(part, Assert.Single(Faults(settings)), StringComparison.Ordinal);

    private static IReadOnlyList<string> Faults(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Codebases:shop:{s.Key}", (string?)s.Value)))
            .Build();
        try
        {
            ServedCodebases.From(configuration);
            return [];
        }
        catch (OptionsValidationException e)
        {
            Assert.DoesNotContain(Secret, e.ToString(), StringComparison.Ordinal);
            return [.. e.Failures];
        }
    }
}
