using Planner.Core.Specialists;
using Xunit;

namespace Planner.Core.Tests.Specialists;

public sealed class SpecialistPanelTests
{
    private static readonly string[] All = ["database", "etl", "service", "api", "frontend", "performance", "security", "testing"];

    [Fact]
    public void Order_follows_who_builds_on_whom() =>
        Assert.Equal(All, SpecialistPanel.BuiltIn().Order.Select(o => o.Name));

    [Fact]
    public void Those_that_build_on_nobody_start_at_once() =>
        Assert.Equal(["database", "etl"], SpecialistPanel.BuiltIn().Ready(All, [], []).Select(o => o.Name));

    [Fact]
    public void One_of_two_finished_does_not_let_the_service_start() =>
        Assert.Empty(SpecialistPanel.BuiltIn().Ready(All, ["database", "etl"], ["database"]));

    [Fact]
    public void Who_is_not_asked_is_not_waited_for() =>
        Assert.Equal(["api"], SpecialistPanel.BuiltIn().Ready(["api"], [], []).Select(o => o.Name));

    [Fact]
    public void Dependents_include_those_through_others() =>
        Assert.Equal(["etl", .. All[2..]], SpecialistPanel.BuiltIn().DependentsOf(["etl"]).Select(o => o.Name));

    [Fact]
    public void Same_name_twice_is_refused() =>
        Assert.Contains("Two specialists are called 'a'", Refused(Definition("a"), Definition("a")), StringComparison.Ordinal);

    [Fact]
    public void Missing_predecessor_is_named() =>
        Assert.Contains("'ghost', which is not there", Refused(Definition("a", "ghost")), StringComparison.Ordinal);

    [Fact]
    public void Circle_is_named() =>
        Assert.Contains("in a circle: a, b", Refused(Definition("a", "b"), Definition("b", "a")), StringComparison.Ordinal);

    [Fact]
    public void Role_that_two_play_is_refused() =>
        Assert.Contains(
            "b: the role 'schema' is played by 'a' already",
            Refused(Definition("a") with { Role = SpecialistRole.Schema }, Definition("b") with { Role = SpecialistRole.Schema }),
            StringComparison.Ordinal);

    private static string Refused(params SpecialistDefinition[] definitions) =>
        Assert.Throws<SpecialistFileException>(() => new SpecialistPanel(definitions)).Message;

    private static SpecialistDefinition Definition(string name, params string[] after) =>
        new() { Name = name, Title = name, After = after, Expertise = "x", Hash = "" };
}
