using Planner.Core.Specialists;

namespace Planner.Core.Plans;

/// <summary>A specialist's place in the panel.</summary>
/// <param name="Name">Like <c>service</c>.</param>
/// <param name="After">Whom it directly builds on.</param>
public sealed record PanelSeat(string Name, IReadOnlyList<string> After)
{
    /// <summary>The seats of the built-in specialists, in the panel's order.</summary>
    public static IReadOnlyList<PanelSeat> BuiltIn { get; } = [.. SpecialistPanel.BuiltIn().Order.Select(Of)];

    /// <summary>The part that it plays.</summary>
    public SpecialistRole Role { get; init; }

    /// <summary>When its tasks are done.</summary>
    public WorkPhase Phase { get; init; } = WorkPhase.Quality;

    /// <summary>The page that tells of its work, or null.</summary>
    public string? Page { get; init; }

    /// <summary>The seat of a definition.</summary>
    public static PanelSeat Of(SpecialistDefinition definition) =>
        new(definition.Name, definition.After) { Role = definition.Role, Phase = definition.Phase, Page = definition.Page };
}

/// <summary>Asks a panel who plays which part.</summary>
internal static class PanelSeats
{
    /// <summary>Who plays that part, or null.</summary>
    public static PanelSeat? Playing(this IReadOnlyList<PanelSeat> panel, SpecialistRole role) => panel.FirstOrDefault(s => s.Role == role);

    /// <summary>The seat of that name; for a name that is not on the panel one without a part.</summary>
    public static PanelSeat Named(this IReadOnlyList<PanelSeat> panel, string name) => panel.FirstOrDefault(s => s.Name == name) ?? new(name, []);
}
