using Planner.Core.Grounding.Facts;

namespace Planner.Core.Opinions.Caps;

/// <summary>One reason why a model is not taken at its word when it says how sure it is.</summary>
internal interface IConfidenceCap
{
    /// <summary>How sure it may be at most, and why; null where nothing speaks against what it says.</summary>
    HeldAt? Of(Opinion opinion, CapContext context);
}

/// <summary>A cap that holds.</summary>
/// <param name="Most">The most confidence, 1 to 10.</param>
/// <param name="Why">A clause that says why, without a full stop.</param>
internal sealed record HeldAt(int Most, string Why);

/// <summary>What an opinion is held against.</summary>
/// <param name="Inventory">All that exists.</param>
/// <param name="BuildsOn">Opinions that the author was given; what they add may be cited.</param>
/// <param name="Earlier">What the same author said before in the run, with a model; null at the first look.</param>
/// <param name="HasNews">True where it was told something since: a decision, an answer, a finding of the review, a fact that was researched.</param>
internal sealed record CapContext(Inventory Inventory, IReadOnlyList<Opinion> BuildsOn, Opinion? Earlier, bool HasNews);
