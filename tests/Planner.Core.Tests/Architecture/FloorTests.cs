using System.Collections.Concurrent;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Rooms of the house use what lies below them, never what lies above, and no two use each other.</summary>
public sealed class FloorTests
{
    // Each is read from its assembly once.
    private static readonly ConcurrentDictionary<string, NamespaceGraph> Rooms = new(StringComparer.Ordinal);

    /// <summary>Of Planner.Core, bottom to top.</summary>
    private static readonly string[] Floors =
    [
        "Text", "LanguageModels", "Tickets", "Grounding", "Opinions", "Specialists", "Decisions", "Plans", "Artifacts", "Review", "Conversation", "Planning",
        "Events", "Settings", "Hosting",
    ];

    [Fact]
    public void Core_HasTheFloorsOfTheDesign() =>
        Assert.Empty(Room("Planner.Core").Namespaces.Select(n => n.Split('.').ElementAtOrDefault(2) ?? "").Except(Floors, StringComparer.Ordinal));

    [Fact]
    public void Core_UsesNothingOfAFloorAbove() => None(Room("Planner.Core").Uses.Where(u => Floor(u.From) < Floor(u.To)));

    [Theory]
    [InlineData("Planner.Core")]
    [InlineData("Planner.Specialists")]
    public void Project_HasNoNamespacesThatUseEachOther(string project) => None(Room(project).Circle());

    /// <summary>The readers of a code base lie flat beside each other; of a room that is one language the parts may use each other.</summary>
    [Theory]
    [InlineData("Planner.Codebase")]
    [InlineData("Planner.Cli")]
    [InlineData("Planner.Functions")]
    public void Project_HasNoRoomsThatUseEachOther(string project)
    {
        var rooms = NamespaceGraph.OfRooms(project);

        Assert.NotEmpty(rooms.Uses);
        None(rooms.Circle());
    }

    [Fact]
    public void ArrowThatIsTurned_IsSeen()
    {
        var room = new NamespaceGraph([
            new("Planner.Core.Text.Words", ["Planner.Core.Opinions"]),
            new("Planner.Core.Opinions", ["Planner.Core.Grounding.Facts"]),
            new("Planner.Core.Grounding.Facts", ["Planner.Core.Text.Words"]),
        ]);

        Assert.Equal("Planner.Core.Text.Words", Assert.Single(room.Uses, u => Floor(u.From) < Floor(u.To)).From);
        Assert.Equal(3, room.Circle().Count);
    }

    private static void None(IEnumerable<NamespaceUse> wrong)
    {
        var told = string.Join('\n', wrong.Select(u => $"{u.From} uses {u.To}"));
        Assert.True(told.Length == 0, told);
    }

    private static int Floor(string name) => Array.IndexOf(Floors, name.Split('.')[2]);

    private static NamespaceGraph Room(string project) => Rooms.GetOrAdd(project, NamespaceGraph.Of);
}
