using Planner.Core.Specialists;
using Xunit;

namespace Planner.Core.Tests.Specialists;

public sealed class SpecialistFileTests
{
    private const string Whole = "---\nname: search\ntitle: Search specialist\ntier: fast\nafter: [database]\noutputs: [SEARCH.md]\n---\nKnows indexes.\n";

    [Fact]
    public void Whole_file_gives_all_fields()
    {
        var definition = SpecialistFile.Parse(Whole);

        Assert.Equal(("search", "Search specialist", "fast", "Knows indexes."), (definition.Name, definition.Title, definition.Tier, definition.Expertise));
        Assert.Equal(["database"], definition.After);
        Assert.Equal(["SEARCH.md"], definition.Outputs);
        Assert.Equal(64, definition.Hash.Length);
    }

    [Fact]
    public void Line_ends_of_another_system_give_the_same_hash() =>
        Assert.Equal(SpecialistFile.Parse(Whole).Hash, SpecialistFile.Parse(Whole.Replace("\n", "\r\n", StringComparison.Ordinal)).Hash);

    [Theory]
    [InlineData("no front matter", "front matter")]
    [InlineData("---\nname: x\n", "front matter")]
    [InlineData("---\nname: Ünfit\ntitle: T\n---\nbody", "lower-case letters")]
    [InlineData("---\nname: a\n---\nbody", "no title")]
    [InlineData("---\nname: a\ntitle: T\n---\n", "no text")]
    [InlineData("---\nname: a\ntitle: T\ntier: huge\n---\nbody", "fast, standard or deep")]
    [InlineData("---\nname: [a\n---\nbody", "not valid YAML")]
    [InlineData("---\nname: a\ntitle: T\nafter: [\n---\nbody", "not valid YAML at line 5")]
    [InlineData("---\nname: a\ntitle: &all T\ntier: *all\n---\nbody", "not valid YAML at line 3")]
    [InlineData("---\nname: !!str a\ntitle: T\n---\nbody", "not valid YAML at line 2")]
    public void Broken_file_is_named_with_the_mend(string text, string part)
    {
        var fault = Assert.Throws<SpecialistFileException>(() => SpecialistFile.Parse(text, "team.md"));

        Assert.StartsWith("team.md: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_that_only_begins_with_dashes_does_not_end_the_front_matter() =>
        Assert.Equal("Knows.\n---more", SpecialistFile.Parse("---\nname: a\ntitle: >-\n  One\n  ---two\n---\nKnows.\n---more\n").Expertise);

    [Fact]
    public void Front_matter_that_never_ends_within_its_bounds_is_none() =>
        Assert.Contains("no front matter", Assert.Throws<SpecialistFileException>(() => SpecialistFile.Parse($"---\n{new string('\n', 300)}---\nbody")).Message, StringComparison.Ordinal);

    [Fact]
    public void Built_in_specialists_are_all_eight() =>
        Assert.Equal(["api", "database", "etl", "frontend", "performance", "security", "service", "testing"], SpecialistLibrary.BuiltIn().Select(d => d.Name));
}
