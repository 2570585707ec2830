using System.Text.Json.Serialization;

namespace Planner.Core.Planning.Runs;

/// <summary>Why a run follows another. Ids and names only: what people wrote lies in the inbox of the followed run.</summary>
[JsonDerivedType(typeof(LateAnswer), "lateAnswer")]
[JsonDerivedType(typeof(Refinement), "refinement")]
[JsonDerivedType(typeof(ChangedTicket), "changedTicket")]
public abstract record ReplanningCause
{
    private ReplanningCause()
    {
    }

    /// <summary>What was provisional or assumed was settled by a person after all.</summary>
    /// <param name="Id">The decision or question.</param>
    public sealed record LateAnswer(string Id) : ReplanningCause;

    /// <summary>Somebody asked for more.</summary>
    /// <param name="By">Who.</param>
    public sealed record Refinement(string By) : ReplanningCause;

    /// <summary>The ticket says something else than when it was planned.</summary>
    public sealed record ChangedTicket : ReplanningCause;
}
