namespace Planner.Core.Opinions;

/// <summary>Reads and changes designs by their kind.</summary>
public static class OpinionDesigns
{
    /// <summary>The design of that kind, or null.</summary>
    public static TDesign? Design<TDesign>(this Opinion opinion)
        where TDesign : Design => opinion.Designs.OfType<TDesign>().FirstOrDefault();

    /// <summary>All designs of that kind, in the order of the opinions.</summary>
    public static IEnumerable<TDesign> Designs<TDesign>(this IEnumerable<Opinion> opinions)
        where TDesign : Design => opinions.Select(o => o.Design<TDesign>()).OfType<TDesign>();

    /// <summary>The opinion with that design in the place of its own of that kind, or after its others.</summary>
    public static Opinion With(this Opinion opinion, Design design) => opinion with
    {
        Designs = opinion.Designs.Any(d => d.GetType() == design.GetType())
            ? [.. opinion.Designs.Select(d => d.GetType() == design.GetType() ? design : d)]
            : [.. opinion.Designs, design],
    };

    /// <summary>The opinion with its design of that kind changed; without one it stays as it is.</summary>
    public static Opinion Redesigned<TDesign>(this Opinion opinion, Func<TDesign, TDesign> change)
        where TDesign : Design => opinion.Design<TDesign>() is { } design ? opinion.With(change(design)) : opinion;
}
