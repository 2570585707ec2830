using Planner.Core.Specialists;
using Xunit;

namespace Planner.Core.Tests.Specialists;

public sealed class SpecialistFileTests
{
    private const string Place = "role: schema\npage: SEARCH.md\nphase: rollout\nowner: Search engineer\n";
    private const string Whole = "---\nname: search\ntitle: Search specialist\n"
        + Place
        + "tier: fast\nafter: [database]\noutputs: [SEARCH.md]\n---\nKnows indexes.\n";

    [Fact]
    public void Whole_file_gives_all_fields()
    {
        var definition = SpecialistFile.Parse(Whole);

        Assert.Equal(("search", "Search specialist", "fast", "Knows indexes."), (definition.Name, definition.Title, definition.Tier, definition.Expertise));
        Assert.Equal(["database"], definition.After);
        Assert.Equal(["SEARCH.md"], definition.Outputs);
        Assert.Equal(
            (SpecialistRole.Schema, "SEARCH.md", WorkPhase.Rollout, "Search engineer"),
            (definition.Role, definition.Page, definition.Phase, definition.Owner));
        Assert.Equal(64, definition.Hash.Length);
    }

    [Fact]
    public void Place_that_is_left_out_is_that_of_work_beside_the_rest()
    {
        var definition = SpecialistFile.Parse("---\nname: a\ntitle: T\n---\nbody");

        Assert.Equal(
            (SpecialistRole.Other, null, WorkPhase.Quality, "Backend engineer"),
            (definition.Role, definition.Page, definition.Phase, definition.Owner));
    }

    [Theory]
    [InlineData("database", SpecialistRole.Schema, WorkPhase.Data, "Database engineer")]
    [InlineData("etl", SpecialistRole.Pipelines, WorkPhase.Data, "Data engineer")]
    [InlineData("service", SpecialistRole.Services, WorkPhase.Logic, "Backend engineer")]
    [InlineData("api", SpecialistRole.Endpoints, WorkPhase.Interfaces, "API engineer")]
    [InlineData("frontend", SpecialistRole.Frontend, WorkPhase.Interfaces, "Front-end engineer")]
    [InlineData("security", SpecialistRole.Security, WorkPhase.Quality, "Security engineer")]
    [InlineData("performance", SpecialistRole.Performance, WorkPhase.Quality, "Performance engineer")]
    [InlineData("testing", SpecialistRole.Tests, WorkPhase.Quality, "Test engineer")]
    public void Built_in_specialist_states_its_place(string name, SpecialistRole role, WorkPhase phase, string owner)
    {
        var definition = SpecialistPanel.BuiltIn().Get(name);

        Assert.Equal((role, phase, owner), (definition.Role, definition.Phase, definition.Owner));
        Assert.Contains(definition.Page, definition.Outputs);
    }

    [Fact]
    public void Every_role_is_played_by_a_built_in_specialist() =>
        Assert.Equal(Enum.GetValues<SpecialistRole>().Except([SpecialistRole.Other]), SpecialistLibrary.BuiltIn().Select(d => d.Role).Order());

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
    [InlineData("---\nname: a\ntitle: T\nrole: boss\n---\nbody", "the role 'boss' is unknown; use one of other, schema, pipelines, services, endpoints,")]
    [InlineData("---\nname: a\ntitle: T\nrole: 1\n---\nbody", "the role '1' is unknown")]
    [InlineData(
        "---\nname: a\ntitle: T\nphase: later\n---\nbody",
        "the phase 'later' is unknown; use one of preparation, data, logic, interfaces, quality, rollout")]
    [InlineData("---\nname: a\ntitle: T\npage: ../x.md\n---\nbody", "'../x.md' is no page")]
    [InlineData("---\nname: a\ntitle: T\npage: manifest.json\n---\nbody", "'manifest.json' is no page")]
    [InlineData("---\nname: a\ntitle: T\nowner: \"@all **now**\"\n---\nbody", "the owner is no name of a job")]
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
        Assert.Contains(
            "no front matter",
            Assert.Throws<SpecialistFileException>(() => SpecialistFile.Parse($"---\n{new string('\n', 300)}---\nbody")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Built_in_specialists_are_all_eight() =>
        Assert.Equal(["api", "database", "etl", "frontend", "performance", "security", "service", "testing"], SpecialistLibrary.BuiltIn().Select(d => d.Name));
}
