namespace Planner.Core.Specialists;

/// <summary>The part that a specialist plays in a plan; each part but <see cref="Other"/> is played by one of a panel.</summary>
public enum SpecialistRole
{
    /// <summary>None of the parts below: like a team's own specialist.</summary>
    Other,

    /// <summary>Tables and migrations.</summary>
    Schema,

    /// <summary>Jobs that move data.</summary>
    Pipelines,

    /// <summary>Types and business rules.</summary>
    Services,

    /// <summary>What is served over HTTP.</summary>
    Endpoints,

    /// <summary>What people see.</summary>
    Frontend,

    /// <summary>How fast it must be.</summary>
    Performance,

    /// <summary>What somebody may misuse.</summary>
    Security,

    /// <summary>What the planned tests would let through.</summary>
    Tests,
}

/// <summary>When work is done; the number of each is that of the plan's phase.</summary>
public enum WorkPhase
{
    /// <summary>What must be known before.</summary>
    Preparation,

    /// <summary>Tables and jobs.</summary>
    Data,

    /// <summary>Business logic.</summary>
    Logic,

    /// <summary>Endpoints and views.</summary>
    Interfaces,

    /// <summary>What shows that the rest holds.</summary>
    Quality,

    /// <summary>Release and what follows it.</summary>
    Rollout,
}
