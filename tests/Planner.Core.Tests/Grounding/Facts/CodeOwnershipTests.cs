using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Core.Tests.Grounding.Facts;

/// <summary>Patterns of CODEOWNERS mean what the hosts of repositories say that they mean.</summary>
public sealed class CodeOwnershipTests
{
    [Theory]
    [InlineData("*", "src/deep/a.cs", true)]
    [InlineData("*.js", "a.js", true)]
    [InlineData("*.js", "src/deep/a.js", true)]
    [InlineData("*.js", "src/a.jsx", false)]
    [InlineData("/src/*.cs", "src/a.cs", true)]
    [InlineData("/src/*.cs", "src/deep/a.cs", false)]
    [InlineData("/src/*.cs", "other/src/a.cs", false)]
    [InlineData("/build/logs/", "build/logs/deep/a.log", true)]
    [InlineData("/build/logs/", "x/build/logs/a.log", false)]
    [InlineData("docs/*", "docs/start.md", true)]
    [InlineData("docs/*", "docs/build/start.md", false)]
    [InlineData("docs/", "docs/build/start.md", true)]
    [InlineData("docs/", "src/docs/start.md", true)]
    [InlineData("docs/", "docs", false)]
    [InlineData("docs", "src/docs/start.md", true)]
    [InlineData("apps/**/api/", "apps/shop/web/api/a.cs", true)]
    [InlineData("apps/**/api/", "apps/api/deep/a.cs", true)]
    [InlineData("apps/**/api/", "apps/shop/api.cs", false)]
    [InlineData("**/logs", "deeply/nested/logs/a", true)]
    [InlineData("/docs/**", "docs/a/b", true)]
    [InlineData("/docs/**/*.md", "docs/a/b.md", true)]
    [InlineData("/docs/**/*.md", "docs/b.md", true)]
    [InlineData("my\\ folder/", "my folder/a", true)]
    [InlineData("src/a?.cs", "src/ab.cs", true)]
    [InlineData("/Src/", "src/a.cs", false)]
    public void Pattern_MeansWhatOwnersOfCodeMean(string pattern, string path, bool owned) =>
        Assert.Equal(owned, Owners(path, (pattern, "@team")).Length > 0);

    [Fact]
    public void LastMatch_Counts() => Assert.Equal(["@js"], Owners("apps/shop/a.js", ("*", "@all"), ("/apps/", "@apps"), ("*.js", "@js"), ("/src/", "@src")));

    [Fact]
    public void PatternWithoutOwners_TakesOwnershipAway()
    {
        Assert.Empty(Owners("apps/github/a.js", ("/apps/", "@apps"), ("/apps/github", "")));
        Assert.Equal(["@apps"], Owners("apps/other/a.js", ("/apps/", "@apps"), ("/apps/github", "")));
    }

    [Theory]
    [InlineData("!*.js")]
    [InlineData("src/[ab].js")]
    [InlineData("[Section]")]
    [InlineData("")]
    public void WhatIsNoPattern_SaysNothing(string pattern)
    {
        Assert.False(CodeOwnership.IsPattern(pattern));
        Assert.Equal(["@all"], Owners("src/a.js", ("*", "@all"), (pattern, "@none")));
    }

    [Fact]
    public void HostilePattern_CostsNoMoreThanItsLength() =>
        Assert.Empty(Owners(string.Concat(Enumerable.Repeat("a/", 400)) + "b", (string.Concat(Enumerable.Repeat("*a", 400)), "@team")));

    private static string[] Owners(string path, params (string Pattern, string Owner)[] lines) =>
        [.. new CodeOwnership(lines.Select(l => new OwnerFact(l.Pattern, l.Owner.Length == 0 ? [] : [l.Owner]))).Of(path)];
}
